// Sets one value of a YAML file in place, wherever its keys lead: every other byte stays, or nothing is written.
import { isMap, isScalar, isSeq, type Pair, type YAMLMap, type Node as YamlNode } from 'yaml';
import { Stop } from '../findings/stop.ts';
import { appended } from './edit.ts';
import { hasSet } from './edit-proof.ts';
import { below, columnText, endOf, rootOf, type Source, type Splice, sourceOf, spliced } from './edit-splice.ts';
import { blockLines, Figure, flowText, isMapping, valueLines, type Writable } from './edit-text.ts';

/** Keys as the file spells them, from the top, and positions of items in lists, from 0. Keys that are not there yet are written. */
export type ValueEdit = {
  readonly path: EditPath;
  readonly value: Writable;
  /** The value is one more item of the list that stands there. */
  readonly append?: boolean;
};

export type EditPath = readonly (string | number)[];

type YamlPair = Pair<YamlNode, YamlNode | null>;

/**
 * The bytes of the file with the value in it; BOM, line ends, comments, order and spelling of all else are kept. Throws
 * a Stop with the lines to write by hand where that cannot be done, or cannot be proved to have been done.
 */
export function editValue(bytes: Uint8Array, edit: ValueEdit, file: string): Uint8Array {
  const { mark, source } = sourceOf(bytes);
  const root = rootOf(source);
  const splices = root && placed(source, root, edit.path, edit);
  if (splices === undefined) throw byHand(edit, file);
  const after = new TextEncoder().encode(mark + spliced(source.text, splices));
  if (!hasSet(bytes, after, edit)) throw byHand(edit, file);
  return after;
}

function byHand({ path, value, append }: ValueEdit, file: string): Stop {
  const lines = pathLines(path, append ? [value] : value).join('\n');
  return new Stop(
    { message: `${file} 的写法不能由程序改写，没有改动`, hint: `请用编辑器打开，写成这样：\n${lines}` },
    {
      message: `${file} is written in a way that cannot be edited in place; nothing was changed`,
      hint: `Open it in an editor and write:\n${lines}`,
    },
  );
}

/** `[a, b]` and a value as `{a: {b: value}}`. */
const under = (path: EditPath, value: Writable): Writable =>
  path.reduceRight<Writable>((inner, key) => ({ [key]: inner }), value);

/** The same in lines, a key a line. */
function pathLines([key = '', ...rest]: EditPath, value: Writable): readonly string[] {
  if (rest.length === 0) return blockLines(String(key), value);
  return [
    ...blockLines(String(key), new Figure('')),
    ...pathLines(rest, value).map((line) => (line === '' ? '' : `  ${line}`)),
  ];
}

function placed(source: Source, map: YAMLMap, path: EditPath, edit: ValueEdit): readonly Splice[] | undefined {
  const [key = '', ...rest] = path;
  const value = edit.append ? [edit.value] : edit.value;
  const pair = map.items.find((one) => isScalar(one.key) && one.key.source === key) as YamlPair | undefined;
  if (pair === undefined) return inserted(source, map, path, value);
  const node = pair.value;
  if (isEmptyNode(source, node)) return replaced(source, map, pair, rest, value);
  const [index, ...inside] = rest;
  if (typeof index === 'number') {
    const item = isSeq(node) ? node.items[index] : undefined;
    return isMap(item) ? placed(source, item, inside, edit) : undefined;
  }
  if (rest.length > 0) return isMap(node) ? placed(source, node, rest, edit) : undefined;
  if (!edit.append) return replaced(source, map, pair, [], value);
  return isSeq(node) && isMapping(edit.value) ? appended(source, node, edit.value) : undefined;
}

const heldText = ({ text }: Source, node: YamlNode | null): string =>
  node?.range ? text.slice(node.range[0], node.range[1]) : '';

const isEmptyNode = (source: Source, node: YamlNode | null): boolean =>
  /^(?:\[ *\]|\{ *\}|~|null|""|'')?\s*$/i.test(heldText(source, node));

/** A key that is not there yet, after the others of its map. */
function inserted(source: Source, map: YAMLMap, path: EditPath, value: Writable): readonly Splice[] | undefined {
  const [start, end] = map.range ?? [0, 0];
  if (map.flow) {
    const close = end - 1;
    const before = source.text.slice(0, close).trimEnd();
    const comma = /[,{]$/.test(before) ? '' : ',';
    const put = flowText(under(path, value)).slice(1, -1);
    return [{ from: before.length, to: before.length, text: `${comma}${before.endsWith('{') ? '' : ' '}${put}` }];
  }
  const indent = ' '.repeat(columnText(source, start).length);
  return [below(source, lastOf(map), indent, pathLines(path, value))];
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
): readonly Splice[] | undefined {
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
  return rest.length === 0 ? [put] : [put, below(source, Math.max(colon, to), indent, rest)];
}

/** Whether the value stands on lines of its own, below its key. */
function isBlock(node: YamlNode | null): node is YamlNode {
  if (isScalar(node)) return node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
  return (isMap(node) || isSeq(node)) && !node.flow;
}
