// Cascades: a region from province to county, an industry from 门类 to 小类, by printed names or by code.
import type { Node } from '../../document/node.ts';
import type { FactValue } from '../../expression/values.ts';
import { nearest } from '../../findings/nearest.ts';
import type { Level } from '../filled.ts';
import { folded } from '../keys.ts';
import type { ListOption } from '../opened.ts';
import { type FieldType, type Read, type Reading, scalarText } from './type.ts';

/** The scalars of a list, or of a single value. */
function itemsOf(node: Node, reading: Reading): { text: string; node: Node }[] {
  const nodes = node.kind === 'list' ? node.items : [node];
  return nodes.flatMap((item) => {
    const text = scalarText(item, reading);
    return text === undefined || text === '' ? [] : [{ text, node: item }];
  });
}

const optionOf = (written: string, options: readonly ListOption[]): ListOption | undefined =>
  options.find((option) => folded(option.name) === folded(written) || option.code === written);

const level = (option: ListOption): Level =>
  option.code === undefined ? { name: option.name } : { name: option.name, code: option.code };

const result = (levels: readonly Level[], ids: readonly string[], more: Record<string, string> = {}): Read => {
  const fields = new Map<string, FactValue>(Object.entries(more));
  for (const [index, id] of ids.entries()) {
    const found = levels[index];
    if (found) fields.set(id, found.name);
  }
  return { value: { kind: 'levels', levels }, fact: { kind: 'record', fields } };
};

/** Whether a text may be a slip for one of the options. */
const isNear = (text: string, options: readonly ListOption[]): boolean =>
  nearest(
    text,
    options.map((one) => one.name),
  ) !== undefined;

/** `[江苏省, 南京市, 江宁区]`: a county always inside its city (two are called 鼓楼区). */
export const region: FieldType = {
  read(node, reading) {
    const list = reading.lists.get('regions');
    const levels: Level[] = [];
    let options = list?.options ?? [];
    let within = '';
    let partial = false;
    for (const { text, node: item } of itemsOf(node, reading)) {
      const args = { field: reading.label, written: text };
      const option = optionOf(text, options);
      const zone = option ? undefined : list?.zones.find((one) => folded(one.name) === folded(text));
      if (option) {
        levels.push(level(option));
        options = option.options ?? [];
        within = option.name;
        partial = option.partial === true;
      } else if (zone) {
        levels.push(level({ name: zone.name, ...(zone.code === undefined ? {} : { code: zone.code }) }));
        reading.report('region-zone', args, item.range);
        options = [];
      } else if (options.length === 0 || levels.length === 0 || (partial && !isNear(text, options))) {
        // Outside the lists nothing is known: taken as written.
        levels.push({ name: text });
        reading.report('region-as-written', args, item.range);
        options = [];
      } else {
        const near = nearest(
          text,
          options.map((one) => one.name),
        );
        const found = { ...args, within };
        reading.report('region-unknown', near === undefined ? found : { ...found, nearest: near }, item.range);
        return {};
      }
    }
    if (levels.length > 0 && options.length > 0) {
      const args = { field: reading.label, written: levels.map((one) => one.name).join(' '), within };
      reading.report('region-incomplete', args, node.range);
    }
    return result(levels, ['province', 'city', 'county']);
  },
};

/** `"3453"`, or the chain of printed names; below 大类 names are taken as written, with a note. */
export const industry: FieldType = {
  read(node, reading) {
    const items = itemsOf(node, reading);
    const [first] = items;
    if (first === undefined) return {};
    const sections = reading.lists.get('industries')?.options ?? [];
    if (items.length === 1 && /^[A-T]?\d{0,4}$/.test(first.text))
      return byCode(first.text, first.node, sections, reading);
    const levels: Level[] = [];
    let options = sections;
    for (const [index, { text, node: item }] of items.entries()) {
      const option = optionOf(text, options);
      if (!option && index < 2) return unknown(text, item, options, reading);
      const written = option ? level(option) : asWritten(text);
      const fits = written.code?.startsWith(levels.at(-1)?.code ?? '') ?? false;
      levels.push(written);
      if (!option && index === 2 && !fits)
        reading.report('industry-as-written', { field: reading.label, written: text }, item.range);
      options = option?.options ?? [];
    }
    const code = levels.findLast((one) => one.code !== undefined)?.code ?? '';
    return result(levels, ['section', 'division', 'group', 'class'], { code });
  },
};

/** `3453 齿轮及齿轮减、变速箱制造` keeps its code apart. */
function asWritten(text: string): Level {
  const { code, name } = /^(?<code>\d{3,4})\s*(?<name>\D.*)$/u.exec(text)?.groups ?? {};
  return code === undefined || name === undefined ? { name: text } : { name, code };
}

function unknown(written: string, node: Node, options: readonly ListOption[], reading: Reading): Read {
  const near = nearest(
    written,
    options.map((option) => option.name),
  );
  const args = { field: reading.label, written };
  reading.report('industry-unknown', near === undefined ? args : { ...args, nearest: near }, node.range);
  return {};
}

/** A code says all its levels: 小类 1522 lies in 中类 152, 大类 15, 门类 C. */
function byCode(written: string, node: Node, sections: readonly ListOption[], reading: Reading): Read {
  if (node.kind === 'scalar' && typeof node.value === 'number') {
    reading.report('identifier-unquoted', { field: reading.label, written }, node.range);
  }
  const digits = written.replace(/^[A-T]/, '');
  const section = sections.find((option) =>
    digits === '' ? option.code === written : (option.options ?? []).some((one) => one.code === digits.slice(0, 2)),
  );
  if (!section || (/^[A-T]/.test(written) && section.code !== written[0]))
    return unknown(written, node, sections, reading);
  const levels: Level[] = [level(section)];
  const division = section.options?.find((option) => option.code === digits.slice(0, 2));
  if (division) levels.push(level(division));
  for (const length of [3, 4]) if (digits.length >= length) levels.push({ name: '', code: digits.slice(0, length) });
  return result(levels, ['section', 'division', 'group', 'class'], { code: digits || written });
}
