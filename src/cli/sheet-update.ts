// What an import changes in a dossier: what differs from what it says, written answer by answer into a copy of it.
import type { Category } from '../category/category.ts';
import { Decimal } from '../expression/decimal.ts';
import type { Stop } from '../findings/stop.ts';
import { intakeStop } from '../intake/sheet/files.ts';
import type { Imported } from '../intake/sheet/open.ts';
import { type Given, isBlank, isOneText, isValues, type Value, type Values } from '../intake/starter/given.ts';
import { silent } from '../intake/wizard/ask.ts';
import type { Session } from '../intake/wizard/session.ts';
import { isPlainFigure } from '../values/figure.ts';
import { wizardWords } from '../words/wizard.ts';
import { type Answered, answerFrom } from './answering.ts';
import type { Context } from './command.ts';

/** What a file says of one enterprise. */
export type Incoming = Imported & { readonly from: string };

/** A dossier that is there already. */
export type Standing = {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly category: string;
  readonly code: string;
  readonly values: Values;
};

/** The credit code that a dossier says, empty where it says none. */
export function codeIn(values: Given, { form }: Category): string {
  for (const section of form.sections)
    for (const { id, fact } of section.items) {
      const inside: Value | undefined = fact?.id === 'uscc' ? values.form?.[section.id] : undefined;
      const code = isValues(inside) ? inside[id] : undefined;
      if (typeof code === 'string') return code.normalize('NFKC').replaceAll(' ', '').toUpperCase();
    }
  return '';
}

/** Rows that are refused: two with one code, or two codes under one name. */
export function refusals(all: readonly Incoming[]): ReadonlyMap<Incoming, Stop> {
  type Row = { readonly one: Incoming; readonly code: string; readonly name: string; readonly place: string };
  const refused = new Map<Incoming, Stop>();
  /** The first row of each code and of each name in a category. */
  const known = new Map<string, Row>();
  for (const one of all) {
    const name = (one.given.enterprise ?? '').trim();
    const place = one.at === undefined ? one.from : `${one.from} ${one.at}`;
    const row: Row = { one, code: codeIn(one.given, one.category), name, place };
    const keys = [row.code && `code ${row.code}`, name && `name ${name}`].map(
      (key) => key && `${one.category.id} ${key}`,
    );
    const [byCode, byName] = keys.map((key) => known.get(key));
    for (const key of keys) if (key !== '' && !known.has(key)) known.set(key, row);
    const before = byCode ?? byName;
    if (before === undefined) continue;
    const places = [before.place, place] as const;
    const stop = intakeStop('sheet-twins', (words) => ({
      message: byCode ? words.twoRows(row.code, places) : words.twoCodes(name, [before.code, row.code], places),
      hint: words.twinsFix,
    }));
    refused.set(one, stop);
    refused.set(before.one, refused.get(before.one) ?? stop);
  }
  return refused;
}

/** What an import says, written into `bytes`; `values` is what these say already, nothing where they say all of it. */
export async function updated(
  { language }: Context,
  { given, category }: Incoming,
  before: { readonly bytes: Uint8Array; readonly values: Values | undefined },
  shown: string,
): Promise<Omit<Answered, 'written'> & { readonly bytes: Uint8Array }> {
  if (before.values === undefined) return { bytes: before.bytes, changes: [], left: [] };
  let { bytes } = before;
  const session: Session = {
    ...{ category, language, words: wizardWords(language), asker: silent, shown, bytes: () => bytes },
    refresh: async () => undefined,
    save: async (after) => {
      bytes = after;
    },
    say: () => undefined,
    readText: async () => ({ there: false }),
    namePaper: async () => ({ there: false }),
    noticed: [],
  };
  const differs = differing(given as Values, before.values, category);
  const { changes, left } = await answerFrom(session, { given: differs as Given, wrong: [] }, true);
  return { bytes, changes, left };
}

/** What is given and not said already. Slots and open sections are taken whole, and so are rows. */
function differing(given: Values, there: Values, { form }: Category): Values {
  const open = new Set(form.sections.flatMap((section) => (section.open ? [section.id] : [])));
  const made: Record<string, Value> = {};
  for (const [part, value] of Object.entries(given)) {
    const before = there[part];
    const inside = isValues(before) ? before : {};
    if (!isValues(value)) {
      const items = Array.isArray(value) && Array.isArray(before) && part !== 'titles' ? before : [];
      const left = Array.isArray(value) ? value.filter((one) => !items.some((other) => isSame(one, other))) : value;
      if (!isSame(value, before)) made[part] = left;
      continue;
    }
    const entries = Object.entries(value).flatMap(([key, one]): [string, Value][] => {
      const old = inside[key];
      if (isBlank(one) || isSame(one, old)) return [];
      if (part === 'attachments') return [[key, one]];
      if (open.has(key) && isValues(one)) return [[key, { ...(isValues(old) ? old : {}), ...one }]];
      return [[key, changed(one, old)]];
    });
    if (entries.length > 0) made[part] = Object.fromEntries(entries);
  }
  return made;
}

/** The members of a map that are not said already; of anything else all. */
function changed(value: Value, before: Value | undefined): Value {
  if (!isValues(value) || !isValues(before)) return value;
  const left = Object.entries(value).filter(([key, one]) => !isBlank(one) && !isSame(one, before[key]));
  return Object.fromEntries(left.map(([key, one]) => [key, changed(one, before[key])]));
}

const isSame = (one: Value, other: Value | undefined): boolean =>
  other !== undefined && (JSON.stringify(plain(one)) === JSON.stringify(plain(other)) || isOneText(one, other));

/** Equal things alike: figures by what they are worth, one and a list of one, whatever the order of keys. */
function plain(value: Value): unknown {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') return isPlainFigure(value) ? new Decimal(value).toFixed() : value;
  if (!isValues(value)) return value.length === 1 && value[0] !== undefined ? plain(value[0]) : value.map(plain);
  const pairs = Object.entries(value).filter(([, one]) => !isBlank(one));
  return Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, plain(one)]));
}
