/** The language of a transcription, by its script and its small words. */
import type { Vocabulary } from './vocabulary.js';
import { wordSet } from './vocabulary.js';
import { wordsOf } from './words.js';

/** Scripts that one language of documents uses; the others are told apart by their words. */
const byScript: readonly [RegExp, string][] = [
  [/\p{Script=Hangul}/gu, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Greek}/gu, 'el'],
];

/** Characters that are looked at. */
const sample = 20_000;
/** Least share of small words by which a language is recognised. */
const least = 0.12;

/** BCP 47 tag of the language, or undefined if it cannot be told. */
export function detectLanguage(text: string, vocabulary: Vocabulary): string | undefined {
  const head = text.slice(0, sample);
  const letters = head.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return undefined;
  for (const [script, tag] of byScript) {
    if ((head.match(script)?.length ?? 0) > letters * 0.4) return tag;
  }
  const words = wordsOf(head, sample);
  let best: { tag: string; share: number } | undefined;
  for (const [tag, list] of Object.entries(vocabulary.body.languages)) {
    const small = wordSet(list);
    const share = words.filter((word) => small.has(word)).length / Math.max(1, words.length);
    if (share > (best?.share ?? 0)) best = { tag, share };
  }
  return best && best.share >= least ? best.tag : undefined;
}
