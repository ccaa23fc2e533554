// Writes an item into a list of a YAML file in place: every other byte stays, or nothing is written.
import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq, type Pair, type YAMLMap, type YAMLSeq, type Node as YamlNode } from 'yaml';
import { Stop } from '../findings/stop.ts';
import { isFaithful } from './edit-proof.ts';
import { below, columnText, endOf, rootOf, type Source, type Splice, sourceOf, spliced } from './edit-splice.ts';
import { flowText, itemLines, pairLines, type Writable, type WritableMap } from './edit-text.ts';

/** An item for the list under a top-level key: after the others, or in place of one. */
export type ListEdit = {
  readonly key: string;
  readonly item: WritableMap;
  /** Position of the item that it replaces, from 0. Keys that keep their value keep their spelling. */
  readonly replace?: number;
};

/**
 * The bytes of the file with the item in it; BOM, line ends, comments, order and spelling of all else are kept. Throws
 * a Stop with the lines to add by hand where that cannot be done, or cannot be proved to have been done.
 */
export function editList(bytes: Uint8Array, edit: ListEdit, file: string): Uint8Array {
  const { mark, source } = sourceOf(bytes);
  const splices = splicesOf(source, edit);
  if (splices === undefined) throw byHand(edit, file);
  const edited = new TextEncoder().encode(mark + spliced(source.text, splices));
  if (!isFaithful(bytes, edited, edit)) throw byHand(edit, file);
  return edited;
}

function byHand({ key, item, replace }: ListEdit, file: string): Stop {
  const lines = [`${key}:`, ...itemLines(item).map((line) => `  ${line}`)].join('\n');
  const where =
    replace === undefined ? ['加上这几行', 'add these lines'] : ['改成这几行', 'change the item to these lines'];
  return new Stop(
    { message: `${file} 的写法不能由程序改写，没有改动`, hint: `请用编辑器打开，${where[0]}：\n${lines}` },
    {
      message: `${file} is written in a way that cannot be edited in place; nothing was changed`,
      hint: `Open it in an editor and ${where[1]}:\n${lines}`,
    },
  );
}

function splicesOf(source: Source, edit: ListEdit): readonly Splice[] | undefined {
  const root = rootOf(source);
  if (root === undefined) return undefined;
  const pair = root.items.find(({ key }) => isScalar(key) && key.source === edit.key) as
    | Pair<YamlNode, YamlNode | null>
    | undefined;
  if (edit.replace !== undefined) {
    const item = isSeq(pair?.value) ? pair.value.items[edit.replace] : undefined;
    return isMap(item) ? replaced(source, item, edit.item) : undefined;
  }
  if (pair === undefined) return [atEnd(source, root, edit)];
  if (isSeq(pair.value) && pair.value.items.length > 0) return appended(source, pair.value, edit.item);
  return filled(source, root, pair, edit.item);
}

/** The key and its first item, after everything else. */
function atEnd(source: Source, root: YAMLMap, { key, item }: ListEdit): Splice {
  const indent = columnText(source, root.range?.[0] ?? 0);
  return below(source, source.text.length, indent, [`${key}:`, ...itemLines(item).map((line) => `  ${line}`)]);
}

/** After the last item, in the style of the list. */
export function appended(source: Source, list: YAMLSeq, item: WritableMap): readonly Splice[] | undefined {
  const last = list.items.at(-1);
  const end = endOf(last);
  const start = list.range?.[0];
  if (end === undefined || start === undefined) return undefined;
  if (list.flow) return [{ from: end, to: end, text: `, ${flowText(item)}` }];
  const indent = columnText(source, start);
  const body = isMap(last) && last.flow ? [`- ${flowText(item)}`] : itemLines(item);
  return /^ *$/.test(indent) ? [below(source, end, indent, body)] : undefined;
}

/** Under a key that has nothing yet: `waivers:`, `waivers: null` or `waivers: []`. */
function filled(
  source: Source,
  root: YAMLMap,
  { key, value }: Pair<YamlNode, YamlNode | null>,
  item: WritableMap,
): readonly Splice[] | undefined {
  const [from, to] = value?.range ?? [endOf(key) ?? 0, endOf(key) ?? 0];
  const held = source.text.slice(from, to);
  if (!/^(?:\[ *\]|~|null|)$/i.test(held)) {
    return isSeq(value) && value.flow ? [{ from: to - 1, to: to - 1, text: flowText(item) }] : undefined;
  }
  const indent = `${columnText(source, root.range?.[0] ?? 0)}  `;
  const gap = held === '' ? from : from - (/(?<! ) *$/.exec(source.text.slice(0, from))?.[0].length ?? 0);
  return [{ from: gap, to, text: '' }, below(source, to, indent, itemLines(item))];
}

/** Only the values that differ, and the keys that are new. */
function replaced(source: Source, old: YAMLMap, item: WritableMap): readonly Splice[] | undefined {
  const splices: Splice[] = [];
  const added: string[] = [];
  for (const [key, value] of Object.entries(item)) {
    const pair = old.items.find((one) => isScalar(one.key) && one.key.source === key);
    if (pair === undefined) {
      added.push(key);
      continue;
    }
    const node = pair.value as YamlNode | null;
    if (node === null || isDeepStrictEqual(node.toJSON(), value)) continue;
    const splice = valueSplice(source, node, value);
    if (splice === undefined) return undefined;
    splices.push(splice);
  }
  const [start, end] = [old.range?.[0], endOf(old.items.at(-1)?.value ?? old.items.at(-1)?.key)];
  if (added.length === 0) return splices;
  if (start === undefined || end === undefined) return undefined;
  const indent = ' '.repeat(columnText(source, start).length);
  const put = old.flow
    ? { from: end, to: end, text: added.map((key) => `, ${key}: ${flowText(item[key] ?? '')}`).join('') }
    : below(
        source,
        end,
        indent,
        added.flatMap((key) => pairLines(key, item[key] ?? '')),
      );
  return [...splices, put];
}

/** Another value where one stands; a list of lines stays a list of lines. */
function valueSplice(source: Source, node: YamlNode, value: Writable): Splice | undefined {
  const [from, to] = node.range ?? [0, 0];
  const { text, eol } = source;
  if (isSeq(node) && !node.flow && Array.isArray(value) && value.length > 0) {
    const indent = columnText(source, from);
    if (!/^ *$/.test(indent)) return undefined;
    const until = endOf(node.items.at(-1)) ?? to;
    return { from, to: until, text: value.map((one: Writable) => `- ${flowText(one)}`).join(eol + indent) };
  }
  if (!isScalar(node) && !(isSeq(node) && node.flow)) return undefined;
  const kept = text.slice(from, to).trimEnd().length;
  return { from, to: from + kept, text: flowText(value) };
}
