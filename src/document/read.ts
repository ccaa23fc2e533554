// Reads a YAML file into a tree with positions; whatever is wrong with the file itself comes as findings, never as a throw.
import { parseDocument, type YAMLParseError } from 'yaml';
import { textCodes } from '../findings/areas/text.ts';
import type { Finding } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import { crowdedAt } from './crowd.ts';
import { decode } from './decode.ts';
import { type Node, placeAt, type Range } from './node.ts';
import { type Positions, positionsOf } from './positions.ts';
import { findSlips, type Slip } from './slips.ts';
import { syntaxFinding } from './syntax.ts';
import { treeOf } from './tree.ts';
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
const harmless = new Set<string>(['yaml-duplicate-key', 'yaml-wide-quote', ...Object.keys(textCodes)]);
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
