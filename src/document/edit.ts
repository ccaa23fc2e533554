// Sets values of a YAML file in place, wherever its keys lead: every other byte stays, or nothing is written.
import { isDeepStrictEqual } from 'node:util';
import {
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
  type Node as YamlNode,
} from 'yaml';
import { Stop } from '../findings/stop.ts';
import { hasSet } from './edit-proof.ts';
import { flowText, isMapping, isShown, itemLines, pathLines, under, valueLines, type Writable } from './edit-text.ts';

/**
 * Keys as the file spells them, from the top, and positions of items in lists, from 0. Keys that are not there yet are
 * written; a position after the last adds an item, a key a line.
 */
export type EditPath = readonly (string | number)[];

export type Edit = {
  readonly path: EditPath;
  readonly value: Writable;
  /** The value is one more row of the list that stands there. */
  readonly append?: boolean;
};

/** Text from one offset to another, and what stands there afterwards. */
type Splice = { readonly from: number; readonly to: number; readonly text: string };

/** The text of a file with its line ends as they are, and the map that it is. */
type Source = { readonly text: string; readonly eol: string; readonly root: YAMLMap };

type YamlPair = Pair<YamlNode, YamlNode | null>;

/**
 * The bytes of the file with the value in it; BOM, line ends, comments, order and spelling of all else are kept. Throws
 * a Stop with the lines to write by hand where that cannot be done, or cannot be proved to have been done.
 */
export function edited(bytes: Uint8Array, edit: Edit, file: string): Uint8Array {
  const whole = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const mark = whole.startsWith('\ufeff') ? '\ufeff' : '';
  const source = sourceOf(whole.slice(mark.length));
  const splices = source && placed(source, source.root, edit.path, edit);
  if (splices === undefined) throw byHand(edit, file);
  const after = new TextEncoder().encode(mark + spliced(source?.text ?? '', splices));
  if (!hasSet(bytes, after, edit)) throw byHand(edit, file);
  return after;
}

function byHand({ path, value, append }: Edit, file: string): Stop {
  const lines = pathLines(path, append ? [value] : value).join('\n');
  return new Stop(
    'edit-by-hand',
    { message: `${file} 的写法不能由程序改写，没有改动`, hint: `请用编辑器打开，写成这样：\n${lines}` },
    {
      message: `${file} is written in a way that cannot be edited in place; nothing was changed`,
      hint: `Open it in an editor and write:\n${lines}`,
    },
  );
}

/** Nothing when the file has a fault, or stands in brackets. */
function sourceOf(text: string): Source | undefined {
  const { contents: root, errors } = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    keepSourceTokens: true,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  if (errors.length > 0 || !isMap(root) || root.flow) return undefined;
  return { text, eol: /\r\n/.test(text) ? '\r\n' : '\n', root };
}

const spliced = (text: string, splices: readonly Splice[]): string =>
  [...splices]
    .sort((a, b) => b.from - a.from)
    .reduce((done, { from, to, text: put }) => done.slice(0, from) + put + done.slice(to), text);

function placed(source: Source, map: YAMLMap, path: EditPath, edit: Edit): readonly Splice[] | undefined {
  const [key = '', ...rest] = path;
  const value = edit.append ? [edit.value] : edit.value;
  const pair = pairOf(map, key);
  if (pair === undefined) return [inserted(source, map, under(path, value), pathLines(path, value))];
  const node = pair.value;
  if (isEmptyNode(source, node)) return replaced(source, map, pair, rest, value);
  const [index, ...inside] = rest;
  if (typeof index === 'number') {
    if (!isSeq(node)) return undefined;
    const item = node.items[index];
    if (index === node.items.length && inside.length === 0) return appended(source, node, value);
    if (!isMap(item)) return undefined;
    return inside.length > 0 ? placed(source, item, inside, edit) : renewed(source, item, value);
  }
  if (rest.length > 0) return isMap(node) ? placed(source, node, rest, edit) : undefined;
  if (!edit.append) return replaced(source, map, pair, [], value);
  return isSeq(node) ? appended(source, node, edit.value) : undefined;
}

const pairOf = (map: YAMLMap, key: string | number): YamlPair | undefined =>
  map.items.find((one) => isScalar(one.key) && one.key.source === key) as YamlPair | undefined;

const isEmptyNode = ({ text }: Source, node: YamlNode | null): boolean =>
  /^(?:\[ *\]|\{ *\}|~|null|""|'')?\s*$/i.test(node?.range ? text.slice(node.range[0], node.range[1]) : '');

/** After the last item, in the style of the list. */
function appended(source: Source, list: YAMLSeq, item: Writable): readonly Splice[] | undefined {
  const last = list.items.at(-1);
  const [start = 0, to = 0] = list.range ?? [];
  if (!isMapping(item)) return undefined;
  if (list.flow) {
    const end = endOf(last) ?? to - 1;
    return [{ from: end, to: end, text: `${last === undefined ? '' : ', '}${flowText(item)}` }];
  }
  const indent = columnText(source, start);
  const body = isMap(last) && last.flow ? [`- ${flowText(item)}`] : itemLines(item);
  return /^ *$/.test(indent) ? [below(source, endOf(last) ?? to, indent, body)] : undefined;
}

/** Another item in place of one: only the values that differ, and the keys that are new. */
function renewed(source: Source, old: YAMLMap, item: Writable): readonly Splice[] | undefined {
  if (!isMapping(item)) return undefined;
  const isNew = ([key]: readonly [string, Writable]) => pairOf(old, key) === undefined;
  const added = Object.entries(item).filter(isNew);
  const splices = Object.entries(item).flatMap(([key, value]) => {
    const pair = pairOf(old, key);
    return pair === undefined || isDeepStrictEqual(pair.value?.toJSON(), value)
      ? []
      : replaced(source, old, pair, [], value);
  });
  if (added.length === 0) return splices;
  const lines = added.flatMap(([key, value]) => pathLines([key], value));
  return [...splices, inserted(source, old, Object.fromEntries(added), lines)];
}

/** Keys that are not there yet, after the others of their map; at the top, after all that the file says. */
function inserted(source: Source, map: YAMLMap, added: Writable, lines: readonly string[]): Splice {
  const [start, end] = map.range ?? [0, 0];
  if (map.flow) {
    const before = source.text.slice(0, end - 1).trimEnd();
    const comma = /[,{]$/.test(before) ? '' : ',';
    const put = flowText(added).slice(1, -1);
    return { from: before.length, to: before.length, text: `${comma}${before.endsWith('{') ? '' : ' '}${put}` };
  }
  const indent = ' '.repeat(columnText(source, start).length);
  const at = map === source.root ? source.text.length : lastOf(map);
  const from = commentsAbove(source, start);
  return shown(source, from, at, indent, lines, map === source.root) ?? below(source, at, indent, lines);
}

const isRemark = (line: string): boolean => /^\s*(?:#|$)/u.test(line);

/** The end of the last line above an offset that is no comment. */
function commentsAbove({ text }: Source, offset: number): number {
  let at = text.lastIndexOf('\n', offset - 1);
  for (;;) {
    const before = at < 1 ? -1 : text.lastIndexOf('\n', at - 1);
    if (at < 0 || !isRemark(text.slice(before + 1, at))) return Math.max(at, 0);
    at = before;
  }
}

/**
 * Lines where a comment shows their key, as a starter does below what it says of it: in a map, or among the comments that
 * follow its last value. What a starter shows they replace; what a person has written stays above them.
 */
function shown(
  source: Source,
  from: number,
  until: number,
  indent: string,
  body: readonly string[],
  isTop: boolean,
): Splice | undefined {
  const { text } = source;
  const [line = ''] = body;
  const key = line.slice(0, line.indexOf(':'));
  const at = text.indexOf(`\n${indent}# ${key}:`, from) + 1;
  const [, ...after] = text.slice(until, Math.max(until, at - 1)).split('\n');
  if (at === 0 || !after.every(isRemark)) return undefined;
  const put = below(source, at + 1, indent, body);
  return isShown(text.slice(at, put.from).trim(), key, isTop)
    ? { ...put, from: at, text: lines(source, indent, body) }
    : put;
}

/** The end of the last thing in a block. */
function lastOf(node: YamlNode): number {
  const last = isMap(node) ? node.items.at(-1) : undefined;
  if (last !== undefined && isMap(node) && !node.flow)
    return last.value === null ? (endOf(last.key) ?? 0) : lastOf(last.value as YamlNode);
  if (isSeq(node) && !node.flow && node.items.length > 0) return lastOf(node.items.at(-1) as YamlNode);
  return endOf(node) ?? 0;
}

/** Another value where one stands, or where none does yet. */
function replaced(
  source: Source,
  map: YAMLMap,
  { key, value: node }: YamlPair,
  path: EditPath,
  value: Writable,
): readonly Splice[] {
  const colon = source.text.indexOf(':', endOf(key) ?? 0) + 1;
  const [from, to] = node?.range ?? [colon, colon];
  const indent = ' '.repeat(columnText(source, map.range?.[0] ?? 0).length + 2);
  if (map.flow) return [{ from: colon, to: Math.max(to, colon), text: ` ${flowText(under(path, value))}` }];
  const [first = '', ...rest] = path.length === 0 ? valueLines(value) : ['', ...pathLines(path, value)];
  const head = first === '' ? '' : ` ${first}`;
  if (isBlock(node)) {
    // The old lines go, from the one below the key.
    const start = source.text.indexOf('\n', colon) + 1;
    const until = below(source, lastOf(node), '', []).from;
    const lines = rest.map((line) => `${line === '' ? '' : indent}${line}${source.eol}`).join('');
    const header = isScalar(node)
      ? [from, from + (/^\S*/.exec(source.text.slice(from))?.[0].length ?? 0)]
      : [colon, colon];
    const [begin = colon, end = colon] = header;
    return [
      { from: isScalar(node) ? begin : colon, to: end, text: isScalar(node) ? first : head },
      { from: start, to: until, text: lines },
    ];
  }
  // What stands between the colon and the value is white space.
  const held = source.text.slice(from, to).trimEnd().length;
  const put = { from: colon, to: held === 0 ? colon : from + held, text: head };
  const start = Math.max(colon, to);
  return rest.length === 0
    ? [put]
    : [put, shown(source, start, start, indent, rest, false) ?? below(source, start, indent, rest)];
}

/** Whether the value stands on lines of its own, below its key. */
function isBlock(node: YamlNode | null): node is YamlNode {
  if (isScalar(node)) return node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
  return (isMap(node) || isSeq(node)) && !node.flow;
}

/** What stands before an offset on its line. */
const columnText = ({ text }: Source, offset: number): string =>
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
function below(source: Source, offset: number, indent: string, body: readonly string[]): Splice {
  const { at, open } = nextLine(source, offset);
  return { from: at, to: at, text: (open ? source.eol : '') + lines(source, indent, body) };
}

const endOf = (node: unknown): number | undefined => (node as YamlNode | null | undefined)?.range?.[1];
