// What a starter dossier may begin with: values as texts, by the ids of the category, and how each is written.
import type { SlotRule } from '../../attachments/slot.ts';
import { unspaced } from '../../characters/folds.ts';
import { Figure, keyText, type Writable } from '../../document/edit-text.ts';
import { type Fact, type FactType, numeric, type Vocabulary } from '../../expression/types.ts';
import { cleanLabel, factSteps, keyOf, type Spelling, type Steps, stepsIn } from '../../form/keys.ts';
import type { OpenedColumn, OpenedForm, OpenedSection } from '../../form/opened.ts';
import { quotedScalar, takeValue } from '../../form/take-value.ts';
import { personParts } from '../../form/types/person.ts';
import { isPlainFigure } from '../../values/figure.ts';

export const sectionSteps = ({ sections }: OpenedForm): Steps =>
  stepsIn(sections.map(({ id, called }) => ({ id, labels: [called] })));

export const itemSteps = ({ items }: Pick<OpenedSection, 'items'>): Steps =>
  stepsIn(items.map(({ id, called }) => ({ id, labels: called })));

export const columnSteps = (columns: readonly Pick<OpenedColumn, 'fact' | 'label'>[]): Steps =>
  stepsIn(columns.map(({ fact, label }) => ({ id: fact.id, labels: [label, fact.meaning] })));

export const slotSteps = (slots: readonly Pick<SlotRule, 'id' | 'label'>[]): Steps =>
  stepsIn(slots.map(({ id, label }) => ({ id, labels: [label] })));

export const personSteps = (printed: Readonly<Record<string, string>> = {}): Steps =>
  stepsIn(personParts.map(({ id, label }) => ({ id, labels: [label, printed[id]] })));

/** What stands below a fact. */
const inside = (fact: Fact): Steps => (fact.type === 'person' ? personSteps() : factSteps(fact.fields));

/** Every figure is its text (`12.50`); true and false stand for 是 and 否. */
export type Value = string | boolean | readonly Value[] | { readonly [key: string]: Value };
export type Values = { readonly [key: string]: Value };

/** The parts of a dossier. Keys are ids, or labels as printed; an empty text is no value. */
export type Given = {
  readonly enterprise?: string;
  readonly as_of?: string;
  /** By section; an open section may hold one text for all of it. */
  readonly form?: Readonly<Record<string, Value>>;
  readonly facts?: Readonly<Record<string, Value>>;
  readonly titles?: readonly Value[];
  readonly attachments?: Readonly<Record<string, Value>>;
  readonly claims?: readonly Value[];
  readonly waivers?: readonly Value[];
  readonly attestations?: readonly Value[];
};

export const isValues = (value: Value | undefined): value is Values =>
  typeof value === 'object' && !Array.isArray(value);

/** Nothing stands there; `[]` says that there is none, and is something. */
export const isBlank = (value: Value | undefined): boolean =>
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (isValues(value) && Object.values(value).every(isBlank));

const wholeText = (value: Value | Writable): string | undefined => {
  const parts: readonly (Value | Writable)[] = Array.isArray(value) ? value : [value];
  return parts.every((part) => typeof part === 'string') ? unspaced(parts.join('')) : undefined;
};

/** Whether one is a text and the other its parts: a place may stand whole, or in its levels. */
export const isOneText = (one: Value | Writable, other: Value | Writable): boolean =>
  [one, other].filter(Array.isArray).length === 1 &&
  wholeText(one) !== undefined &&
  wholeText(one) === wholeText(other);

/** What a map holds, without its blank parts. */
const filled = (value: Values): [string, Value][] => Object.entries(value).filter(([, inner]) => !isBlank(inner));

const figureOf = (text: string): Writable => (isPlainFigure(text) ? new Figure(text) : text);

/** A text in its one reading, so that an answer is written as a dossier writes it; as it is where it has none. */
function canonical(value: Value, fact: Fact): Value {
  if (typeof value !== 'string' || value.trim() === '' || longText.has(fact.type)) return value;
  const { taken } = takeValue(quotedScalar(value), { fact });
  return taken === undefined ? value : typeof taken === 'string' ? taken : [...taken];
}

const longText: ReadonlySet<FactType> = new Set(['text', 'long_text', 'file', 'region', 'industry', 'person']);

/** How the keys inside a value are written: as they are given where it is not said. `steps`: the columns of a printed table. */
export type Spelt = { readonly spelling?: Spelling; readonly steps?: Steps };

/** A value as its fact wants it written: figures without quotes, all else as text. */
export function writable(value: Value, fact: Fact | undefined, how: Spelt = {}): Writable {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') {
    const taken = fact === undefined ? value : canonical(value, fact);
    if (typeof taken !== 'string') return writable(taken, undefined);
    return fact !== undefined && numeric.has(fact.type) ? figureOf(taken) : taken;
  }
  if (!isValues(value)) return value.map((item) => writable(item, fact, how));
  const { spelling } = how;
  const made: Record<string, Writable> = {};
  const steps = fact === undefined || fact.yearly ? undefined : (how.steps ?? inside(fact));
  for (const [key, one] of filled(value)) {
    const step = steps?.named(key);
    const written = step === undefined || spelling === undefined ? key : keyOf(step, spelling);
    const below = fact?.yearly ? fact : fact?.fields.get(step?.id ?? key);
    // Of two keys for one thing the second stays as it is given, so that nothing is lost.
    made[written in made ? key : written] = writable(one, below, spelling === undefined ? {} : { spelling });
  }
  return made;
}

/** Keys of what is said of files and figures whose value is a number, or numbers all through. */
const counted: ReadonlySet<string> = new Set(['covers', 'pages', 'row', 'year']);

/** The facts that figures and claims are about, and how a dossier names them. */
type About = { readonly vocabulary: Vocabulary; readonly spelling: Spelling };

/** The name of a fact as a dossier spells it; one that nobody knows stays. */
const factName = (name: string, { vocabulary, spelling }: About): string => {
  const step = factSteps(vocabulary).named(name);
  return step === undefined ? name : keyOf(step, spelling);
};

/** Figures by their facts, those of records by fields, yearly ones by years. */
function writableFigures(value: Value, about: About): Writable {
  if (typeof value === 'string') return figureOf(value);
  if (!isValues(value)) return writableEvidence(value, about);
  const pairs = filled(value).map(([name, one]) => {
    const fact = about.vocabulary.get(factSteps(about.vocabulary).named(name)?.id ?? '');
    return [factName(name, about), writableFigures(one, { ...about, vocabulary: fact?.fields ?? new Map() })];
  });
  return Object.fromEntries(pairs);
}

/** A value of `attachments`, `claims`, `waivers` and `attestations`, whose keys and not whose facts say how it is written. */
export function writableEvidence(value: Value, about: About, key = ''): Writable {
  if (key === 'figures') return writableFigures(value, about);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') {
    if (key === 'fact' || key === 'table') return factName(value, about);
    return counted.has(key) && /^\d+$/.test(value) ? figureOf(value) : value;
  }
  if (!isValues(value)) return value.map((item) => writableEvidence(item, about, key));
  return Object.fromEntries(filled(value).map(([name, one]) => [name, writableEvidence(one, about, name)]));
}

/** `  - {专利名称: …, 专利类型: 发明专利／…}`: what to write is said where it stands. */
export function rowExample(columns: readonly OpenedColumn[], spelling: Spelling): string {
  const steps = columnSteps(columns);
  const cells = columns.map(({ fact, label, options }) => {
    const choices = options.length > 6 ? '' : options.join('／');
    const key = keyOf(steps.of(fact.id), spelling);
    const name = key === cleanLabel(label) ? '' : label;
    return `${keyText(key)}: ${name === '' || choices === '' ? name || choices || '…' : `${name}（${choices}）`}`;
  });
  return `  - {${cells.join(', ')}}`;
}
