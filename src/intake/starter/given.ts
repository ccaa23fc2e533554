// What a starter dossier may begin with: values as texts, by the ids of the category, and how each is written.
import { Figure, type Writable } from '../../document/edit-text.ts';
import { type Fact, type FactType, numeric } from '../../expression/types.ts';
import { quotedScalar, takeValue } from '../../form/take-value.ts';
import { isPlainFigure } from '../../values/figure.ts';

/** A step from the top of a dossier: the id, and the spellings by which a file may name it. */
export type Step = { readonly id: string; readonly labels: readonly (string | undefined)[] };

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

/** A value as its fact wants it written: figures without quotes, all else as text. */
export function writable(value: Value, fact: Fact | undefined): Writable {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') {
    const taken = fact === undefined ? value : canonical(value, fact);
    if (typeof taken !== 'string') return writable(taken, undefined);
    return fact !== undefined && numeric.has(fact.type) ? figureOf(taken) : taken;
  }
  if (!isValues(value)) return value.map((item) => writable(item, fact));
  const inner = (key: string): Fact | undefined => {
    if (fact?.yearly) return fact;
    return fact?.fields.get(key) ?? [...(fact?.fields.values() ?? [])].find(({ meaning }) => meaning === key);
  };
  return Object.fromEntries(filled(value).map(([key, one]) => [key, writable(one, inner(key))]));
}

/** Keys of what is said of files and figures whose value is a number, or numbers all through. */
const counted: ReadonlySet<string> = new Set(['covers', 'pages', 'row', 'year']);

/** A value of `attachments`, `claims`, `waivers` and `attestations`, whose keys and not whose facts say how it is written. */
export function writableEvidence(value: Value, key = ''): Writable {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string')
    return (counted.has(key) && /^\d+$/.test(value)) || key === 'figures' ? figureOf(value) : value;
  if (!isValues(value)) return value.map((item) => writableEvidence(item, key));
  const pairs = filled(value).map(([name, one]) => [name, writableEvidence(one, key === 'figures' ? key : name)]);
  return Object.fromEntries(pairs);
}
