// The lines of a sheet: what a section of the form, or the facts beside it, ask for, in printed order.
import { describedText, describeField } from '../../category/schema/describe.ts';
import type { OpenedMetric } from '../../decide/metrics/definition.ts';
import type { Fact } from '../../expression/types.ts';
import { cleanLabel } from '../../form/keys.ts';
import type { OpenedField, OpenedForm, OpenedSection } from '../../form/opened.ts';
import { personParts } from '../../form/types/person.ts';
import { schemaWords } from '../../words/schema.ts';
import { workbookWords as words } from '../../words/workbook.ts';
import type { NeededFact } from '../starter/carry.ts';
import { askedOf, type Line, type Told } from './asked.ts';

/** The lines of one value by its type: a person has three, a chain one a level. */
function linesOf(fact: Fact, path: readonly string[], options: readonly string[], told: Told, parts = {}): Line[] {
  const labels: Readonly<Record<string, string>> = parts;
  const { also = [], ...of } = told;
  const part = (id: string, label: string) => ({
    ...of,
    label: `${told.label}　${label}`,
    also: also.map((name) => `${name}　${label}`),
    path: [...path, id],
  });
  switch (fact.type) {
    case 'person':
      return personParts.map(({ id, label, asked: type }) => {
        const one = part(id, labels[id] ?? label);
        const asked = askedOf({ type, negative: false }, one.path, []);
        return { kind: 'value', ...one, hint: words.hints[type] ?? '', asked };
      });
    case 'region':
      return words.regionLevels.map((label, level) => {
        const one = part(`#${level}`, label);
        return {
          kind: 'value',
          ...one,
          asked: { ...askedOf({ type: 'text', negative: false }, one.path, []), cascade: { list: 'regions', level } },
        };
      });
    case 'industry':
      return [
        { kind: 'value', ...told, label: `${told.label}　${words.industryCode}`, asked: askedOf(fact, path, []) },
        ...words.industryLevels.map((label, level): Line => {
          const one = part(`#${level}`, label);
          const asked = askedOf({ type: 'text', negative: false }, one.path, []);
          const chained = level > 1 ? asked : { ...asked, cascade: { list: 'industries' as const, level } };
          return { kind: 'value', ...one, required: false, hint: words.industryChain, note: '', asked: chained };
        }),
      ];
    case 'record':
      return [
        { kind: 'band', label: told.label },
        ...[...fact.fields.values()].flatMap((inner) =>
          linesOf(inner, [...path, inner.id], inner.options ?? [], {
            label: inner.meaning,
            hint: words.hints[inner.type] ?? '',
            note: '',
            required: false,
          }),
        ),
      ];
    case 'table':
      return [];
    default:
      return [{ kind: 'value', ...told, asked: askedOf(fact, path, options) }];
  }
}

/** What is printed as of the end of last year, by that year: 上年末资产总额 → 2020年末资产总额. */
function datedNames({ label, years: [only, another] }: OpenedField): readonly string[] {
  const name = cleanLabel(label);
  const last = ['上年末', '上年'].find((one) => name.startsWith(one));
  if (last === undefined || only === undefined || another !== undefined) return [];
  return [`${only.year}年末${name.slice(last.length)}`];
}

function fieldLines(field: OpenedField, form: OpenedForm, metrics: readonly OpenedMetric[]): Line[] {
  const path = ['form', field.section, field.id];
  const label = cleanLabel(field.label);
  const hint = field.fact === undefined ? '' : (words.hints[field.fact.type] ?? '');
  const limit = field.max === undefined ? '' : words.limit(field.max);
  const told: Told = {
    label,
    also: [...field.called.slice(1), ...datedNames(field)],
    hint: [hint, limit].filter((text) => text !== '').join('；'),
    note: describedText(describeField(field, schemaWords)),
    required: field.required,
  };
  if (field.shows !== undefined) return [];
  if (field.computed !== undefined) {
    const metric = metrics.find(({ id }) => id === field.computed);
    const { unit = '%', decimals = 2 } = metric ?? {};
    return [{ kind: 'computed', ...told, hint: words.computed, metric: field.computed, unit, decimals }];
  }
  const { fact, years } = field;
  if (fact === undefined) return [];
  const options = field.options.length > 0 ? field.options : offered(field, form);
  if (fact.yearly && years.length !== 1) return [{ kind: 'series', ...told, asked: askedOf(fact, path, []), years }];
  const [only] = fact.yearly ? years : [];
  const lines = linesOf(fact, path, options, told, field.parts).map(
    (line): Line => (only === undefined || line.kind !== 'value' ? line : { ...line, year: only.year }),
  );
  return field.options.length > 0 ? lines : lines.map(opened);
}

/** Options that no source of this form fixes are offered, never asked for. */
const opened = (line: Line): Line =>
  line.kind === 'value' && line.asked.type === 'choice' ? { ...line, asked: { ...line.asked, closed: false } } : line;

/** Options that another field's vocabulary names for an open choice. */
function offered(field: OpenedField, form: OpenedForm): readonly string[] {
  const asking = form.sections
    .flatMap((section) => section.items)
    .find((item): item is OpenedField => item.kind === 'field' && item.optionsBy?.field === field.id);
  return asking?.optionsBy?.list.options.map(({ name }) => name) ?? [];
}

/** Rows that an open section leaves for what the portal may ask: below known lines, alone, and below what is given. */
const freeRows = { below: 4, alone: 8, spare: 2 };

/** `given` are the keys that a dossier has there. */
export function sectionLines(
  section: OpenedSection,
  form: OpenedForm,
  metrics: readonly OpenedMetric[],
  given: readonly string[],
): Line[] {
  const lines = section.items.flatMap((item) => (item.kind === 'field' ? fieldLines(item, form, metrics) : []));
  const known = new Set(section.items.map(({ id }) => id));
  const own = given.filter((key) => !known.has(key)).length;
  const count = Math.max(lines.length === 0 ? freeRows.alone : freeRows.below, own === 0 ? 0 : own + freeRows.spare);
  const free = section.open
    ? Array.from({ length: count }, (): Line => ({ kind: 'free', path: ['form', section.id] }))
    : [];
  return [...lines, ...free];
}

/** What the portal shows for figures that are computed: we ask it of nobody who fills in a form, and compare it. */
export const statedLines = ({ items }: OpenedSection): Line[] =>
  items.flatMap((item): Line[] => {
    if (item.kind !== 'field' || item.computed === undefined || item.shows !== undefined) return [];
    const label = words.stated(cleanLabel(item.label));
    const asked = askedOf({ type: 'percent', unit: '%', negative: true }, ['form', item.section, item.id], []);
    return [{ kind: 'value', label, hint: words.statedHint, note: '', required: false, asked }];
  });

/** Facts that no form prints; the years that are read of each stand side by side. */
export function factLines(
  needed: readonly NeededFact[],
  given: ReadonlyMap<string, readonly number[]>,
  year: number,
): Line[] {
  const all = new Set(
    needed.flatMap(({ fact, years }) => (fact.yearly ? [...years, ...(given.get(fact.id) ?? [])] : [])),
  );
  // Accounts are kept for three years at least: a client has the figures at hand.
  if (all.size > 0) for (const back of [3, 2, 1]) all.add(year - back);
  const years = [...all].sort((a, b) => a - b).map((year) => ({ year, forecast: false }));
  const asks = ({ fact }: NeededFact): Line[] => {
    const path = ['facts', fact.id];
    const told: Told = { label: fact.meaning, hint: words.hints[fact.type] ?? '', note: '', required: false };
    if (fact.yearly) return [{ kind: 'series', ...told, asked: askedOf(fact, path, []), years }];
    return linesOf(fact, path, fact.options ?? [], told);
  };
  // Figures over years first, below their heads. Records last: each has a heading of its own.
  const rank = ({ fact }: NeededFact): number => (fact.yearly ? 0 : fact.type === 'record' ? 2 : 1);
  const ordered = [...needed].sort((a, b) => rank(a) - rank(b));
  return ordered.flatMap(asks);
}
