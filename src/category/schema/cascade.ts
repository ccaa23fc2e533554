// Schemas of cascades: regions down to the county, industries by code or by the printed names of 门类 and 大类.
import type { List, ListOption } from '../../form/opened.ts';
import { cut } from '../../form/types/region-ways.ts';
import { blank, orElse, quoted, text, when } from './scalar.ts';
import { type JsonSchema, literal } from './spelling.ts';
import type { SchemaWords } from './words.ts';

const namesOf = (options: readonly ListOption[]): string[] => options.map(({ name }) => name);

/**
 * Spaces, full-width letters, radicals and compatibility characters: what NFKC and the removal of spaces make equal to
 * a printed name. Spelling out every name in every width would make the schema several times as large.
 */
const respelled = '[\\s\\u2e80-\\u2fdf\\uf900-\\ufaff\\uff00-\\uffef]';

/** One of `options` by its printed name; codes, and names in another spelling, are left to `validate`. */
function oneOf(options: readonly ListOption[], more: readonly string[], words: SchemaWords, others = ''): JsonSchema {
  const names = [...namesOf(options), ...more];
  return orElse({ enum: names, errorMessage: words.wrong.choice(names) }, ['boolean', 'object', 'array'], {
    pattern: `^[A-Z]?[0-9]*$|${respelled}${others}`,
  });
}

/** Names cut short; where something stands below, also with names of that, or in their place. */
function cutShort(options: readonly ListOption[]): string {
  const either = options.map(({ name }) => literal(cut(name)));
  const inner = options
    .flatMap((option) => (option.options ?? []).flatMap(({ name }) => [name, cut(name)]))
    .map(literal);
  const short = `|^(?:${either.join('|')})$`;
  return inner.length === 0
    ? short
    : `${short}|^(?:${either.join('|')})\\S?[\\s、，,/›>-]*(?:${inner.join('|')})|^(?:${inner.join('|')})$`;
}

/** What stands below a region that the list knows is a choice; outside the list any names are taken as written. */
export function region(list: List | undefined, words: SchemaWords): JsonSchema {
  const below = (above: readonly ListOption[]): JsonSchema[] => {
    const options = above.at(-1)?.options ?? [];
    if (options.length === 0) return [];
    // Where the list has only some of what stands below, another name is taken as written, as `validate` does.
    const partial = above.at(-1)?.partial === true;
    const cities = [...above, ...options].map(({ name }) => name);
    const zones = list?.zones.flatMap(({ name, city }) => (cities.includes(city) ? [name] : [])) ?? [];
    const items = [...above.map(() => ({})), partial ? text(words) : oneOf(options, zones, words, cutShort(options))];
    const within = {
      if: { items: above.map(({ name }) => ({ const: name })), minItems: above.length },
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
      then: { items },
    };
    return [within, ...options.flatMap((option) => below([...above, option]))];
  };
  const provinces = list?.options ?? [];
  const first = { ...text(words), defaultSnippets: snippets(namesOf(provinces)) };
  const conditions = provinces.flatMap((province) => below([province]));
  return when('array', { items: [first], additionalItems: text(words), allOf: conditions }, text(words));
}

/** What is written in Chinese, in ranges that every reader of patterns knows; Python has no `\p`. */
const han = '[\\u3005\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff]';

/** `"3453"`, one 门类, or the chain of printed names; from 中类 down any name is taken. */
export function industry(list: List | undefined, words: SchemaWords): JsonSchema {
  const sections = list?.options ?? [];
  const divisions = sections.flatMap((section) => section.options ?? []);
  const first = industryStart(sections, words);
  const coded = `|^\\s*[A-Ta-t]?[0-9]{2}[\\s.:：-]*${han}`;
  return when('array', { items: [first, oneOf(divisions, [], words, coded)], additionalItems: text(words) }, first);
}

/** A code says all its levels: a letter alone, or the digits of a 大类 with at most two more, with or without the letter. */
function industryStart(sections: readonly ListOption[], words: SchemaWords): JsonSchema {
  const names = namesOf(sections);
  const codes = sections.flatMap(({ code, options = [] }) => {
    const below = options.flatMap((option) => option.code ?? []).join('|');
    return code === undefined || below === '' ? [] : [`${literal(code)}?(?:${below})[0-9]{0,2}`, literal(code)];
  });
  const shapes = [...codes, ...names.map(literal)].join('|');
  // A code before or behind a name, a chain in one text: which they are `validate` says.
  const others = [
    `\\s*[A-Ta-t]?[0-9]{2,4}[\\s.:：-]*${han}.*$`,
    `\\s*${han}.*[(（]\\s*[A-Ta-t]?[0-9]{2,4}\\s*[)）]\\s*$`,
    `\\s*(?:${names.map(literal).join('|')})\\s*[›>»→|/\\\\;；\\n\\-].*$`,
    '\\s*[a-t][0-9]{0,4}\\s*$',
  ].join('|^');
  return {
    ...quoted(`${blank}(?:${shapes})?${blank}$|^.*${respelled}|^${others}`, words.wrong.industry),
    defaultSnippets: snippets(names),
  };
}

/** Offered without being asked for. */
export const snippets = (texts: readonly string[]): readonly JsonSchema[] =>
  texts.map((text) => ({ label: text, body: text }));
