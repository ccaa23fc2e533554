// The keys and options of a schema in every spelling that a dossier may use: the id, the label, other widths and spaces.
import { unspaced } from '../../characters/folds.ts';
import { cleanLabel } from '../../form/keys.ts';
import { foldedChoice } from '../../values/choice.ts';

export type JsonSchema = { readonly [keyword: string]: unknown };

/** Something that a dossier may name: by its id as it stands, by a label in any width and spacing. */
export type Named = {
  readonly id: string;
  /** The first is the one that editors offer. */
  readonly labels: readonly (string | undefined)[];
  readonly schema: JsonSchema;
};

/** The number before a printed label may be left out: 1、营业收入(万元). */
const numbered = /^\d+、/u;

/** A map with these keys and no other; what comes first wins a label that two have. */
export function keyed(parts: readonly Named[], open = false): JsonSchema {
  const properties = new Map<string, JsonSchema>(parts.map(({ id, schema }) => [id, schema]));
  const patterns = new Map<string, JsonSchema>();
  for (const { labels, schema } of parts) {
    for (const [index, label] of labels.entries()) {
      if (label === undefined) continue;
      const clean = cleanLabel(label);
      const pattern = tolerant([...new Set([clean, clean.replace(numbered, '')])]);
      if (patterns.has(pattern)) continue;
      patterns.set(pattern, schema);
      if (index === 0 && !properties.has(clean)) properties.set(clean, schema);
    }
  }
  return {
    properties: Object.fromEntries(properties),
    patternProperties: Object.fromEntries(patterns),
    ...(open ? {} : { additionalProperties: false }),
  };
}

/** A pattern for texts that are one of `options` after NFKC and without white space; full-width ASCII is what people type. */
function tolerant(options: readonly string[]): string {
  const texts = options.map((option) => [...unspaced(option)].map(character).join('\\s*'));
  return `^\\s*(?:${texts.join('|')})\\s*$`;
}

/** The same for options of a choice, whose brackets and letter case may be others too (`foldedChoice`). */
export function tolerantChoice(options: readonly string[], but = ''): string {
  const texts = options.map((option) => [...foldedChoice(option)].map(looseCharacter).join('\\s*'));
  return `^${but}\\s*(?:${texts.join('|')})\\s*$`;
}

const alike = ['(（〔[［【{｛', ')）〕]］】}｝', '"＂“”„「」『』'];

function looseCharacter(one: string): string {
  // Opening and closing brackets are unspaced into each other's counterpart, never across.
  const signs =
    alike.find((row) => row.includes(one)) ?? [...new Set([one, one.toUpperCase()])].flatMap(widths).join('');
  return signs.length === 1 ? literal(signs) : `[${signs.replace(insideClass, '\\$&').replace(/\[/g, '\\[')}]`;
}

const widths = (one: string): string[] => {
  const code = one.codePointAt(0) ?? 0;
  return code < 0x21 || code > 0x7e ? [one] : [one, String.fromCodePoint(code + 0xfee0)];
};

const special = /[\\^$.*+?()[\]{}|/]/g;

/** Literal text inside a pattern that is read with the flag `u`. */
export const literal = (text: string): string => text.replace(special, '\\$&');

const insideClass = /[\\\]^-]/g;

function character(one: string): string {
  const code = one.codePointAt(0) ?? 0;
  if (code < 0x21 || code > 0x7e) return literal(one);
  return `[${one.replace(insideClass, '\\$&')}${String.fromCodePoint(code + 0xfee0)}]`;
}
