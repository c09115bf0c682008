/**
 * Reporting: one way for every station to tell the user something. Severity comes from the registry, never from the call.
 */
import type { Node, Point, Position } from 'unist';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { rules, type RuleId } from './rules.js';

export interface Finding {
  /** Where in the file. Absent only where the file as a whole is meant. */
  place?: Node | Position | Point | undefined;
  /** What was found, in a few words ("two dates, 1950-02-07 and 1950-02-08"). */
  actual?: string;
  /** What was expected instead. */
  expected?: string;
  /** A sentence that takes the place of "Unexpected …, expected …" where that form would be forced. */
  reason?: string;
  /** Other places that matter, each with a word about it. */
  related?: Related[];
  /** Overrides the registry's hint with one made for this place (e.g. what to write into the sidecar). */
  hint?: string;
}

/** A place that matters to a finding elsewhere. */
export interface Related {
  position: Position;
  text: string;
  /** The file it is in, where that is not the one reported on. */
  file?: { readonly path: string; readonly value: string };
}

/** Adds a message to `file.messages`: `fatal` true for an error, false for a warning, undefined for information. */
export function report(file: VFile, ruleId: RuleId, finding: Finding = {}): VFileMessage {
  const rule = rules[ruleId];
  const reason = finding.reason ?? sentence(finding.actual, finding.expected) ?? rule.summary;
  const message = file.message(reason, {
    ...(finding.place ? { place: placeOf(finding.place) } : {}),
    ruleId,
    source: 'marginalia',
  });
  message.fatal = rule.severity === 'error' ? true : rule.severity === 'warning' ? false : undefined;
  message.note = finding.hint ?? rule.hint;
  message.url = `docs/diagnostics.md#${ruleId}`;
  if (finding.actual !== undefined) message.actual = finding.actual;
  if (finding.expected !== undefined) message.expected = [finding.expected];
  if (finding.related?.length) Object.assign(message, { related: finding.related });
  return message;
}

/** True if the file has an error: nothing is written for it. */
export function hasErrors(file: VFile): boolean {
  return file.messages.some((message) => message.fatal === true);
}

function sentence(actual: string | undefined, expected: string | undefined): string | undefined {
  if (actual === undefined) return undefined;
  return expected === undefined ? `Unexpected ${actual}` : `Unexpected ${actual}, expected ${expected}`;
}

function placeOf(place: Node | Position | Point): Position | Point | undefined {
  if ('type' in place) return place.position;
  return place;
}
