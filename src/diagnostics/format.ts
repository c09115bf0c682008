/**
 * Diagnostics as a person reads them in a terminal, and as a program reads them in `--report`.
 */
import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { printable } from './display.js';
import { excerpt } from './excerpt.js';
import { paint, type Look } from './paint.js';
import { lineEnds } from './place.js';
import type { Related } from './report.js';

export type Severity = 'error' | 'warning' | 'info';

/** An entry of `--report`. Line and column are 1-based, 1 where the file as a whole is meant. */
export interface Diagnostic {
  file: string;
  ruleId: string;
  severity: Severity;
  line: number;
  column: number;
  message: string;
  hint: string;
}

/** The diagnostics of a file by place, those about the file as a whole first. */
export function diagnosticsOf(file: VFile): Diagnostic[] {
  return sorted(file).map((message) => diagnosticOf(message, file));
}

function diagnosticOf(message: VFileMessage, file: VFile): Diagnostic {
  return {
    file: file.path,
    ruleId: message.ruleId ?? '',
    severity: severityOf(message),
    line: message.line ?? 1,
    column: message.column ?? 1,
    message: message.reason,
    hint: message.note ?? '',
  };
}

export function severityOf(message: VFileMessage): Severity {
  if (message.fatal === true) return 'error';
  return message.fatal === false ? 'warning' : 'info';
}

/**
 * The diagnostics of a file as lines: `file:line:column severity message rule-id`, the line of the source with the
 * place marked, the hint. Empty if there are none.
 */
export function formatDiagnostics(file: VFile, look: Look, admits?: (severity: Severity) => boolean): string {
  const lineOf = linesOf(() => String(file));
  const others = new Map<string, ReturnType<typeof linesOf>>();
  let out = '';
  // A rule's general hint is said once for each run of the same rule.
  let lastHint = '';
  for (const message of sorted(file)) {
    if (admits && !admits(severityOf(message))) continue;
    const diagnostic = diagnosticOf(message, file);
    out += `${headline(diagnostic, look)}\n`;
    const place = positionOf(message);
    const line = place && lineOf(place.start.line);
    if (place && line !== undefined) out += excerpt(line, place, diagnostic.severity, look);
    for (const { position, text: words, file: other } of relatedTo(message)) {
      const at = `${printable(other?.path ?? file.path)}:${String(position.start.line)}:${String(position.start.column)}`;
      out += `  ${paint(at, 'dim', look)} ${printable(words)}\n`;
      if (other && !others.has(other.path))
        others.set(
          other.path,
          linesOf(() => other.value),
        );
      const relatedLine = (other ? others.get(other.path) : lineOf)?.(position.start.line);
      if (relatedLine !== undefined) out += excerpt(relatedLine, position, 'info', look);
    }
    const hint = printable(diagnostic.hint);
    if (hint !== '' && hint !== lastHint) out += `  ${paint('hint:', 'dim', look)} ${hint}\n`;
    lastHint = hint;
  }
  return out;
}

/** The lines of a text by number; the text is asked for when the first one is. */
function linesOf(textOf: () => string): (line: number) => string | undefined {
  let text: string | undefined;
  let ends: readonly number[] = [];
  return (line) => {
    if (text === undefined) ends = lineEnds((text = textOf()));
    if (text === '' || line > ends.length + 1) return undefined;
    const start = line === 1 ? 0 : ends[line - 2]! + 1;
    const end = ends[line - 1];
    return text.slice(start, end === undefined ? undefined : end + 1).replace(/[\r\n]+$/, '');
  };
}

function headline(diagnostic: Diagnostic, look: Look): string {
  const { file, line, column, severity, message, ruleId } = diagnostic;
  const place = paint(`${printable(file)}:${String(line)}:${String(column)}`, 'bold', look);
  return `${place} ${paint(severity, severity, look)} ${printable(message)} ${paint(ruleId, 'dim', look)}`;
}

function sorted(file: VFile): VFileMessage[] {
  return file.messages
    .map((message, index) => ({ message, index }))
    .sort(
      (a, b) =>
        (a.message.line ?? 0) - (b.message.line ?? 0) ||
        (a.message.column ?? 0) - (b.message.column ?? 0) ||
        a.index - b.index,
    )
    .map(({ message }) => message);
}

function positionOf(message: VFileMessage): Position | undefined {
  const { place } = message;
  if (!place) return undefined;
  return 'start' in place ? place : { start: place, end: afterOne(place) };
}

function afterOne(point: Point): Point {
  return { line: point.line, column: point.column + 1 };
}

function relatedTo(message: VFileMessage): readonly Related[] {
  // `report` puts it there; VFileMessage is open for fields of the user's.
  return (message as VFileMessage & { related?: Related[] }).related ?? [];
}

/** Counts by severity: "1 error, 2 warnings"; "" if there is none. */
export function countOf(files: readonly VFile[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const file of files) for (const message of file.messages) counts[severityOf(message)] += 1;
  return counts;
}
