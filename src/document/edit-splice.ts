// The text of a YAML file while it is edited in place: parsed with offsets, changed by splices, line ends as they are.
import { isMap, parseDocument, type YAMLMap, type Node as YamlNode } from 'yaml';

/** Text from one offset to another, and what stands there afterwards. */
export type Splice = { readonly from: number; readonly to: number; readonly text: string };

/** The text of a file as an edit needs it: line ends as they are. */
export type Source = { readonly text: string; readonly eol: string };

/** The text of a file, and its byte order mark if it has one. */
export function sourceOf(bytes: Uint8Array): { readonly mark: string; readonly source: Source } {
  const whole = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const mark = whole.startsWith('\ufeff') ? '\ufeff' : '';
  const text = whole.slice(mark.length);
  return { mark, source: { text, eol: /\r\n/.test(text) ? '\r\n' : '\n' } };
}

/** The map that the file is; none when it has a fault, or stands in brackets. */
export function rootOf(source: Source): YAMLMap | undefined {
  const document = parseDocument(source.text, {
    version: '1.2',
    schema: 'core',
    keepSourceTokens: true,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  const root = document.contents;
  return document.errors.length > 0 || !isMap(root) || root.flow ? undefined : root;
}

export const spliced = (text: string, splices: readonly Splice[]): string =>
  [...splices]
    .sort((a, b) => b.from - a.from)
    .reduce((done, { from, to, text: put }) => done.slice(0, from) + put + done.slice(to), text);

/** What stands before an offset on its line. */
export const columnText = ({ text }: Source, offset: number): string =>
  text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);

const lines = ({ eol }: Source, indent: string, body: readonly string[]): string =>
  body.map((line) => `${line === '' ? '' : indent}${line}${eol}`).join('');

/** Offset of the line after the one that an offset is on, and whether that line has its line end. */
function nextLine({ text }: Source, offset: number): { readonly at: number; readonly open: boolean } {
  if (offset > 0 && text[offset - 1] === '\n') return { at: offset, open: false };
  const end = text.indexOf('\n', offset);
  return end < 0 ? { at: text.length, open: true } : { at: end + 1, open: false };
}

/** Puts lines below the line of an offset. */
export function below(source: Source, offset: number, indent: string, body: readonly string[]): Splice {
  const { at, open } = nextLine(source, offset);
  return { from: at, to: at, text: (open ? source.eol : '') + lines(source, indent, body) };
}

export const endOf = (node: unknown): number | undefined => (node as YamlNode | null | undefined)?.range?.[1];
