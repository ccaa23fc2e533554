// Reads a YAML file into a tree with positions; whatever is wrong with the file itself comes as findings, never as a throw.
import { parseDocument, type YAMLParseError } from 'yaml';
import type { SyntaxFault } from '../findings/areas/slips.ts';
import { textCodes } from '../findings/areas/text.ts';
import type { Finding } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import { decode } from './decode.ts';
import type { At } from './flow.ts';
import { type Node, placeAt, type Range } from './node.ts';
import { type Positions, positionsOf } from './positions.ts';
import { findSlips, type Slip } from './slips.ts';
import { crowdedAt, treeOf } from './tree.ts';
import { maxDepth } from './walk.ts';

/** What reading gives. Without `node` the file could not be read, and `findings` says why. */
export type DocumentRead = {
  /** The text with LF line ends and without a BOM, as lines and columns count it. */
  readonly text: string;
  readonly node?: Node;
  readonly findings: Finding[];
};

/** Bytes of YAML that are still read. */
export const maxBytes = 5 * 1024 * 1024;

/** Of a file that is larger than this not even the size is told from its content: it is not read, in bytes. */
export const mostRead = 16 * 1024 * 1024;

const options = {
  version: '1.2',
  schema: 'core',
  keepSourceTokens: true,
  prettyErrors: false,
  uniqueKeys: false,
  logLevel: 'error',
} as const;

/** Findings of the tree that leave it whole: the value meant is known, so the rest can still be assessed. */
const harmless = new Set<string>([
  'yaml-comment-lost',
  'yaml-duplicate-key',
  'yaml-wide-quote',
  ...Object.keys(textCodes),
]);
// Signs that YAML 1.2 does not allow, save tab and line end.
const control = /[\0-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/;

/** Reads YAML 1.2 (core) from bytes. `file` is the name for places. */
export function readDocument(bytes: Uint8Array, file: string): DocumentRead {
  const top = placeAt(file, '', { line: 1, column: 1, endLine: 1, endColumn: 1 });
  if (bytes.length > maxBytes) {
    return { text: '', findings: [report('yaml-too-large', { bytes: bytes.length, limit: maxBytes }, top)] };
  }
  const { text, wrong } = decode(bytes);
  // Before the lines are parted: a hostile text has millions.
  const crowded = crowdedAt(text);
  if (crowded !== undefined) {
    const { what, limit, at } = crowded;
    const finding =
      wrong === undefined
        ? report('yaml-too-many', { what, limit }, placeAt(file, '', lineOf(text, at)))
        : report('yaml-encoding', { encoding: wrong.encoding }, placeAt(file, '', lineOf(text, wrong.offset)));
    return { text: '', findings: [finding] };
  }
  const positions = positionsOf(text);
  const place = (start: number, end: number) => placeAt(file, '', positions.range(start, end));
  if (wrong !== undefined) {
    const { encoding, offset } = wrong;
    return { text, findings: [report('yaml-encoding', { encoding }, place(offset, offset + 1))] };
  }
  const at = text.search(control);
  if (at >= 0) {
    const code = `U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}`;
    return { text, findings: [report('yaml-control', { code }, place(at, at + 1))] };
  }
  try {
    return { text, ...readText(text, positions, file) };
  } catch {
    // The parser throws on some hostile input (an alias bomb, a stack too deep) instead of reporting it.
    return { text, findings: [report('yaml-too-deep', { limit: maxDepth }, top)] };
  }
}

/** The line on which an offset stands, at its first column. */
function lineOf(text: string, offset: number): Range {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return { line, column: 1, endLine: line, endColumn: 1 };
}

function readText(text: string, positions: Positions, file: string): { node?: Node; findings: Finding[] } {
  const slips = findSlips(positions.lines);
  const found = (list: readonly Slip[]): Finding[] =>
    list.map((slip) => {
      const start = positions.startOf(slip.line);
      return report(slip.code, slip.args, placeAt(file, '', positions.range(start + slip.start, start + slip.end)));
    });
  if (slips.certain.some((slip) => slip.code === 'yaml-too-deep')) return { findings: found(slips.certain) };
  const document = parseDocument(text, options);
  const errors: readonly YAMLParseError[] = document.errors;
  const rooted = document.contents !== null && 'items' in document.contents;
  const mended = errors.length > 0 || !rooted ? [...slips.certain, ...slips.other] : slips.certain;
  if (mended.length > 0) return { findings: found(mended) };
  if (errors.length > 0) return { findings: syntaxFinding(errors, text, positions, file, slips.unclosed) };
  const tree = treeOf(document, text, positions, file);
  const findings = [...tree.findings];
  const { node } = tree;
  if (node === undefined || (node.kind === 'scalar' && node.source === '')) {
    findings.push(report('yaml-empty', {}, placeAt(file, '', positions.range(0, 0))));
    return { findings };
  }
  if (node.kind !== 'map') {
    const is = node.kind === 'list' ? 'list' : 'text';
    findings.push(report('yaml-root', { is }, placeAt(file, '', node.range)));
  }
  return findings.every((finding) => harmless.has(finding.code)) ? { node, findings } : { findings };
}

const wideQuote = /(?:^\s*|[:\-[{,]\s+)([“‘＂])/;

/** `"211100”`: the name, the value, the quote that does not close it, a comment. */
const halfClosed = /^([^"'“”‘’]*: )["']([^"'“”‘’＂＇]*)([”’＂＇])(\s+#.*|\s*)$/;

/** What other notations write into a line, and how the line reads in YAML. `from` and `to` show it. */
type Foreign = {
  readonly fault: SyntaxFault;
  readonly mended: string;
  readonly index: number;
  readonly from: number;
  readonly to: number;
};

const longestForeign = 500;
const fence = /^(?:```|~~~)[\w-]*\s*$/;
/** `*邮编: `, as a portal marks what must be filled in, and `**邮编**：`, as a page sets it in bold. */
const starred = /^(\s*(?:- )?)(\*{1,2}[^\s*:：'"#][^*:：'"#]*\*{0,2}[:：]\*{0,2})(.*)$/s;
const tightDash = /^( *)(-)([^\s\d.-][^:]*:(?: .*)?)$/;
/** What stands behind a value in quotes: a mark as in JSON, or a comment as in other languages. */
const behindQuote = /^((?:[^"']*(?:"[^"]*"|'[^']*')){1,2})\s*([,，;；。、]\s*(#.*)?|(?:\/\/|＃|<!--|\/\*)(.*))$/;

function foreignIn(lines: readonly string[], index: number): Foreign | undefined {
  const fenced = lines.findIndex((line) => fence.test(line));
  if (fenced >= 0) return { fault: 'fence', mended: '', index: fenced, from: 0, to: lines[fenced]?.length ?? 0 };
  const line = lines[index] ?? '';
  // Where a dash sticks to its name, the parser stumbles over the line below.
  const dashed = [index, index - 1].find((at) => tightDash.test(lines[at] ?? ''));
  if (dashed !== undefined) {
    const [, lead = '', , rest = ''] = tightDash.exec(lines[dashed] ?? '') ?? [];
    return { fault: 'no-space-after-dash', mended: `- ${rest}`, index: dashed, from: lead.length, to: lead.length + 1 };
  }
  if (line.length > longestForeign) return undefined;
  const [, lead = '', name = '', value = ''] = starred.exec(line) ?? [];
  if (name !== '') {
    const bare = name.replace(/[*:：]/g, '').trim();
    const mended = `${lead.trimStart()}${bare}: ${value.trim()}`.trimEnd();
    return { fault: 'sign-before-name', mended, index, from: lead.length, to: lead.length + name.length };
  }
  const [, kept = '', more = '', comment = '', foreign] = behindQuote.exec(line) ?? [];
  if (more === '') return undefined;
  const remark = foreign === undefined ? comment : `# ${foreign.replace(/(?:-->|\*\/)\s*$/, '').trim()}`;
  const mended = `${kept.trimStart()}${remark === '' ? '' : `  ${remark}`}`;
  const fault = foreign === undefined ? 'sign-behind' : 'comment-sign';
  return { fault, mended, index, from: kept.length, to: line.length };
}

type Errors = readonly YAMLParseError[];

/** A value that goes on over lines until a `:` turns up: the parser says two things of it, at the same place. */
const isRunOn = (errors: Errors, start: number): boolean =>
  errors.some((error) => error.code === 'MULTILINE_IMPLICIT_KEY' && error.pos[0] === start);

/** A list that begins where none can; the parser names its own line, not the one before. */
const isStray = ({ code, message }: YAMLParseError): boolean =>
  code === 'BLOCK_AS_IMPLICIT_KEY' && /block sequence/.test(message);

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** What the fault is, from the parser's code and, where that code has many meanings, from its message; `above` has the dash. */
function faultOf(errors: Errors, first: YAMLParseError, line: string, above: string): SyntaxFault {
  const { code, message } = first;
  if (/closing ["']/.test(message)) return 'unclosed-quote';
  if (/end with a [\]}]/.test(message)) return 'unclosed-bracket';
  if (isStray(first)) return 'indentation';
  // A name in a list, neither below the dash nor below the name above; below the dash it may lack one.
  if (/without - indicator/.test(message)) return indentOf(line) > indentOf(above) ? 'indentation' : 'other';
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
  if (fault === 'indentation' && error.code === 'BLOCK_AS_IMPLICIT_KEY' && !isStray(error)) {
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
function syntaxFinding(errors: Errors, text: string, positions: Positions, file: string, unclosed?: At): Finding[] {
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
  const above = positions.lines.slice(0, at.line - 1).findLast((one) => /^ *- /.test(one)) ?? '';
  const foreign = foreignIn(positions.lines, at.line - 1);
  if (foreign !== undefined) {
    const { fault, mended, index, from, to } = foreign;
    const start = positions.startOf(index);
    return [report('yaml-syntax', { fault, mended }, place(start + from, start + to))];
  }
  const [closed, opening, inner, wide, rest] = halfClosed.exec(line) ?? [];
  if (closed !== undefined && opening !== undefined && wide !== undefined) {
    const from = positions.startOf(at.line - 1) + opening.length;
    const mended = `${opening}"${inner ?? ''}"${rest ?? ''}`.trim();
    return [report('yaml-wide-quote', { typed: wide, mended }, place(from, from + 1))];
  }
  const fault = faultOf(errors, first, line, above);
  if (fault === 'reserved-start' && text[first.pos[0]] === '*')
    return [report('yaml-alias', { name: '', fault: 'unknown' }, at)];
  const mended = fault === 'colon-in-value' || fault === 'reserved-start' ? quoted(line) : undefined;
  const [start, end] = spot(fault, first, text, positions, unclosed);
  return [report('yaml-syntax', mended === undefined ? { fault } : { fault, mended }, place(start, end))];
}
