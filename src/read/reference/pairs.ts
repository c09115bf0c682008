/** Which bracket or quotation mark closes which, within a paragraph. */
import { Gap, type Token } from './tokens.js';

const closers: Readonly<Record<string, readonly string[]>> = {
  '(': [')'],
  '[': [']'],
  '«': ['»'],
  '“': ['”'],
  '„': ['“', '”'],
};

/** For each opening mark the index of its partner; marks without one have none. */
export function pairMarks(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  let open: { mark: string; index: number }[] = [];
  tokens.forEach((token, index) => {
    if (token.gap === Gap.paragraph) open = [];
    if (token.kind !== 'mark') return;
    const top = open.at(-1);
    if (top && (closers[top.mark]?.includes(token.norm) || (token.norm === '"' && top.mark === '"'))) {
      partners.set(top.index, index);
      open.pop();
    } else if (closers[token.norm] || token.norm === '"') {
      open.push({ mark: token.norm, index });
    }
  });
  return partners;
}

/** True if the token is a quotation mark that opens. */
export function isQuote(token: Token): boolean {
  return token.norm === '"' || token.norm === '“' || token.norm === '«' || token.norm === '„';
}
