// Says in our own words what the YAML parser could not make sense of: one fault, the first of them.
import type { YAMLParseError } from 'yaml';
import type { SyntaxFault } from '../findings/areas/slips.ts';
import type { Finding } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import type { At } from './flow.ts';
import { placeAt } from './node.ts';
import type { Positions } from './positions.ts';
import { maxDepth } from './walk.ts';

const wideQuote = /(?:^\s*|[:\-[{,]\s+)([“‘＂])/;

type Errors = readonly YAMLParseError[];

/** A value that goes on over lines until a `:` turns up: the parser says two things of it, at the same place. */
const isRunOn = (errors: Errors, start: number): boolean =>
  errors.some((error) => error.code === 'MULTILINE_IMPLICIT_KEY' && error.pos[0] === start);

/** What the fault is, from the parser's code and, where that code has many meanings, from its message. */
function faultOf(errors: Errors, first: YAMLParseError, line: string): SyntaxFault {
  const { code, message } = first;
  if (/closing ["']/.test(message)) return 'unclosed-quote';
  if (/end with a [\]}]/.test(message)) return 'unclosed-bracket';
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return isRunOn(errors, first.pos[0]) ? 'indentation' : 'colon-in-value';
  if (code === 'BAD_SCALAR_START' || code === 'BAD_ALIAS') return 'reserved-start';
  if (code === 'BAD_DQ_ESCAPE') return 'escape';
  if (code === 'KEY_OVER_1024_CHARS') return 'long-key';
  if (/^Comments must/.test(message)) return 'comment-space';
  if (/followed by map values|Implicit keys need/.test(message)) {
    if (/^\s*-\s/.test(line)) return 'indentation';
    return /^\s*-/.test(line) ? 'no-space-after-dash' : 'no-colon';
  }
  if (/scalar at node end/.test(message) && /["']/.test(line)) return 'after-quote';
  return code === 'BAD_INDENT' || /same column/.test(message) ? 'indentation' : 'other';
}

/** The line with its value in quotes, for a value that holds `: `. */
function quoted(line: string): string | undefined {
  const [, key, value] = /^([^:]+: +)(\S.*)$/s.exec(line.trim()) ?? [];
  return key === undefined || value === undefined || value.length > 120 ? undefined : `${key}${JSON.stringify(value)}`;
}

/** The name that begins a line, from an offset in its indentation. */
function nameAt(text: string, from: number): [number, number] {
  const start = from + (/^ */.exec(text.slice(from))?.[0].length ?? 0);
  return [start, start + (/^[^:\n]*/.exec(text.slice(start))?.[0].length ?? 0)];
}

/** Offsets of what to show: the opening of what nothing closes, the line that runs on, else what the parser names. */
function spot(
  fault: SyntaxFault,
  error: YAMLParseError,
  text: string,
  positions: Positions,
  unclosed?: At,
): [number, number] {
  if (fault.startsWith('unclosed') && unclosed !== undefined) {
    const opening = positions.startOf(unclosed.index) + unclosed.offset;
    return [opening, opening + 1];
  }
  const start = Math.min(error.pos[0], text.length);
  if (fault === 'indentation' && error.code === 'BLOCK_AS_IMPLICIT_KEY') {
    const next = text.indexOf('\n', start) + 1;
    return nameAt(text, next);
  }
  if (fault === 'indentation') {
    return nameAt(text, start);
  }
  const eol = text.indexOf('\n', start);
  return [start, Math.min(Math.max(error.pos[1], start), eol < 0 ? text.length : Math.max(eol, start))];
}

/** The finding for the first error of the parser. */
export function syntaxFinding(
  errors: Errors,
  text: string,
  positions: Positions,
  file: string,
  unclosed?: At,
): Finding[] {
  const first = errors.reduce<YAMLParseError | undefined>((a, b) => (a && a.pos[0] <= b.pos[0] ? a : b), undefined);
  if (first === undefined) return [];
  const place = (start: number, end: number) => placeAt(file, '', positions.range(start, end));
  const at = place(first.pos[0], first.pos[0] + 1);
  if (errors.some((error) => error.code === 'RESOURCE_EXHAUSTION'))
    return [report('yaml-too-deep', { limit: maxDepth }, at)];
  if (first.code === 'MULTIPLE_DOCS') return [report('yaml-documents', {}, at)];
  const line = positions.lines[at.line - 1] ?? '';
  const typed = wideQuote.exec(line);
  if (typed?.[1] !== undefined) {
    const from = positions.startOf(at.line - 1) + typed.index + typed[0].length - 1;
    const mended = line.replace(/["“”‘’＂]/g, '"').trim();
    return [report('yaml-wide-quote', { typed: typed[1], mended }, place(from, from + 1))];
  }
  const fault = faultOf(errors, first, line);
  if (fault === 'reserved-start' && text[first.pos[0]] === '*')
    return [report('yaml-alias', { name: '', fault: 'unknown' }, at)];
  const mended = fault === 'colon-in-value' || fault === 'reserved-start' ? quoted(line) : undefined;
  const [start, end] = spot(fault, first, text, positions, unclosed);
  return [report('yaml-syntax', mended === undefined ? { fault } : { fault, mended }, place(start, end))];
}
