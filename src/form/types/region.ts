// A region from province to county, in the lists by name or code, outside them as written.
import { unspaced } from '../../characters/folds.ts';
import type { Node } from '../../document/node.ts';
import { nearest } from '../../findings/nearest.ts';
import type { Level } from '../filled.ts';
import type { List, ListOption } from '../opened.ts';
import { isPlaceholder, noEntry } from '../rows/entries.ts';
import { beginning, type Chain, levelsIn, partsOf, waysOf } from './region-ways.ts';
import {
  type FieldType,
  type Item,
  itemsOf,
  levelOf,
  type Read,
  type Reading,
  readLevels,
  tellTaken,
  writtenText,
} from './type.ts';

const ids = ['province', 'city', 'county'] as const;
const shown = (chain: readonly Level[]): string => chain.map(({ name }) => name).join(' ');

/** `[江苏省, 南京市, 江宁区]`: a county always inside its city (two are called 鼓楼区). */
export const region: FieldType = {
  read(node, reading) {
    const list = reading.lists.get('regions');
    const items = itemsOf(node, reading);
    if (items.length === 0) return readLevels([], ids);
    const held = items.find(({ text }) => isPlaceholder(text) || (text !== '' && noEntry(text) === 'none'));
    if (held !== undefined) {
      const args = { field: reading.label, written: held.text };
      reading.report('value-placeholder', args, held.range, reading.required ?? { severity: 'warning' });
      return {};
    }
    const parts = items.flatMap(({ text }) => wholeOrParts(text));
    const ways = list && waysOf(parts, list);
    if (list === undefined || ways === undefined) return outside(items, list, node, reading);
    const [only, another] = ways.chains;
    if (only === undefined) return {};
    if (another !== undefined) {
      const readings = ways.chains.map((chain) => `[${chain.map(({ name }) => name).join(', ')}]`);
      reading.report('value-ambiguous', { field: reading.label, written: writtenText(node), readings }, node.range);
      return {};
    }
    return ways.is === 'guessed' ? incomplete(only, node, reading) : settled(only, items, list, node, reading);
  },
};

/** `南 京 市` is one name: what a space cuts to single characters is put together again. */
function wholeOrParts(text: string): string[] {
  const parts = partsOf(text);
  return parts.some((part) => [...part].length < 2) ? [parts.join('')] : parts;
}

function settled(chain: Chain, items: readonly Item[], list: List, node: Node, reading: Reading): Read {
  const names = chain.map(({ name }) => name);
  const last = optionAt(chain, list);
  const zone = chain.find((one) => one.zone === true);
  if (zone === undefined && (last?.options ?? []).length > 0) {
    const args = { field: reading.label, written: shown(chain), within: last?.name ?? '' };
    reading.report('region-incomplete', args, node.range);
    return readLevels(chain.map(levelOf), ids);
  }
  const asChain = node.kind === 'list' || names.length === 1;
  if (!asChain || names.join('\n') !== items.map(({ text }) => text).join('\n'))
    tellTaken(writtenText(node), names, node.range, reading);
  if (zone !== undefined)
    reading.report('region-zone', { field: reading.label, written: zone.name }, items.at(-1)?.range ?? node.range);
  return readLevels(chain.map(levelOf), ids);
}

const optionAt = (chain: readonly Level[], list: List): ListOption | undefined =>
  chain.reduce<ListOption | undefined>(
    (above, { name }) => (above?.options ?? (above ? [] : list.options)).find((option) => option.name === name),
    undefined,
  );

/** A county alone: another province may have one of that name. */
function incomplete(chain: Chain, node: Node, reading: Reading): Read {
  const written = writtenText(node);
  const nearest = `[${chain.map(({ name }) => name).join(', ')}]`;
  reading.report('region-incomplete', { field: reading.label, written, within: '', nearest }, node.range);
  return {};
}

const municipalities = ['北京市', '天津市', '上海市', '重庆市'];

/** A city, a district or a county, where a province should stand. */
const isBelowProvince = (name: string): boolean =>
  /(?:市|盟|县|旗|地区|自治州|(?<!自治|行政)区)$/u.test(name) && !municipalities.includes(name);

/** What is certainly no place: 松山湖 is one, figures and an enterprise are none. */
const isNoPlace = (text: string): boolean => /^\d+$/.test(text) || text.endsWith('公司');

/** A part is in no list: known levels first, then as written where the list has not all, else unknown. */
function outside(items: readonly Item[], list: List | undefined, node: Node, reading: Reading): Read {
  const levels: Level[] = [];
  let options = list?.options ?? [];
  let within: ListOption | undefined;
  const [only, another] = items;
  // Only a text that stands for all levels is parted; an item of a list is one level.
  const queue: Item[] =
    another === undefined && only !== undefined
      ? partsOf(only.text).map((text) => ({ text, range: only.range }))
      : [...items];
  for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
    const { text, range } = item;
    const args = { field: reading.label, written: text };
    const [found, other] = beginning(unspaced(text), options).filter(
      ({ rest }) => rest === '' || another === undefined,
    );
    const zone = list?.zones.find(
      (one) => unspaced(one.name) === unspaced(text) && levels.some(({ name }) => name === one.city),
    );
    if (found !== undefined && other === undefined) {
      levels.push(levelOf(found.option));
      if (found.rest !== '') queue.unshift({ text: found.rest, range });
      within = found.option;
      options = within.options ?? [];
    } else if (zone) {
      levels.push(levelOf(zone));
      reading.report('region-zone', args, range);
      options = [];
    } else if (options.length === 0 || within === undefined || (within.partial === true && !isNear(text, options))) {
      // Outside the lists nothing is known: taken as written.
      const [first = text, ...others] = another === undefined ? levelsIn(text) : [text];
      if (levels.length === 0 && isBelowProvince(first)) {
        const named = another === undefined ? [only?.text ?? ''] : items.map((one) => one.text);
        reading.report('region-incomplete', { ...args, written: named.join(' '), within: '' }, node.range);
        return {};
      }
      levels.push({ name: first });
      queue.unshift(...others.map((rest) => ({ text: rest, range })));
      const more = isNoPlace(first) ? ({ severity: 'warning' } as const) : {};
      reading.report('region-as-written', { ...args, written: first }, range, more);
      options = [];
    } else {
      const near = nearest(text, namesOf(options));
      const unknown = { ...args, within: within.name };
      reading.report('region-unknown', near === undefined ? unknown : { ...unknown, nearest: near }, range);
      return {};
    }
  }
  if (levels.length > 0 && options.length > 0) {
    const args = { field: reading.label, written: shown(levels), within: within?.name ?? '' };
    reading.report('region-incomplete', args, node.range);
  }
  return readLevels(levels, ids);
}

const namesOf = (options: readonly ListOption[]): string[] => options.map(({ name }) => name);

/** Whether a text may be a slip for one of the options. */
const isNear = (text: string, options: readonly ListOption[]): boolean => nearest(text, namesOf(options)) !== undefined;
