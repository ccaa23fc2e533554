// The claims of a dossier: what is proved, in which file and on which pages; and figures that the category wants proved.
import { aimOf } from '../attachments/evidence/aim.ts';
import { fileNamed } from '../attachments/evidence/claims.ts';
import type { AttachedFile, Inventory } from '../attachments/inventory-types.ts';
import type { Category } from '../category/category.ts';
import { unspaced } from '../characters/folds.ts';
import { Decimal, thousands } from '../expression/decimal.ts';
import type { Scope } from '../expression/scope.ts';
import type { Facts, FactValue, RecordValue } from '../expression/values.ts';
import type { Finding, Place } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import { type At, placeOf } from './beside.ts';
import type { Claim, ClaimShown } from './definition.ts';

type Known = { readonly facts: Facts; readonly scope: Scope; readonly inventory: Inventory };
type About = { readonly what: string; readonly value?: string };

/** The claims in their order; those that name no fact, row or title of the dossier are told of and left out. */
export function showClaims(
  claims: readonly At<Claim>[],
  known: Known,
): { readonly claims: readonly ClaimShown[]; readonly findings: readonly Finding[] } {
  const shown: ClaimShown[] = [];
  const findings: Finding[] = [];
  for (const claim of claims) {
    const about = aboutOf(claim, known);
    if (about === undefined) continue;
    if ('code' in about) {
      findings.push(about);
      continue;
    }
    const { year, pages } = claim;
    const file: AttachedFile | undefined = fileNamed(claim.file, known.inventory);
    const covers = file?.evidence.covers ?? [];
    if (file && claim.fact !== undefined && year !== undefined && isEarlier(covers, year))
      findings.push(
        report('claim-year-later', { what: about.what, year, file: file.name, covers }, placeOf(claim, 'year')),
      );
    shown.push({
      ...about,
      ...(year === undefined ? {} : { year }),
      file: file?.source ?? claim.file,
      ...(pages === undefined ? {} : { pages: String(pages) }),
    });
  }
  return { claims: shown, findings };
}

/** Whether all that a file covers is before a year; one that says nothing of it may show any. */
const isEarlier = (covers: readonly string[], year: number): boolean =>
  covers.length > 0 && covers.every((one) => Number(one.slice(0, 4)) < year);

function aboutOf(claim: At<Claim>, { facts, scope }: Known): About | Finding | undefined {
  const { fact, table, title, year } = claim;
  if ([fact, table, title].filter((one) => one !== undefined).length !== 1) return undefined;
  if (fact !== undefined) {
    const known = scope.vocabulary.get(fact);
    const given = facts.get(fact);
    if (known !== undefined && isLacking(given, year)) {
      const args = { what: scope.label(fact), ...(year === undefined ? {} : { year }) };
      return report('claim-value-missing', args, placeOf(claim, year === undefined ? 'fact' : 'year'));
    }
    const value = known && valueText(given, year, known.unit);
    return known && { what: scope.label(fact), ...(value === undefined ? {} : { value }) };
  }
  if (table !== undefined)
    return scope.vocabulary.get(table)?.type === 'table' ? rowOf(claim, table, facts, scope) : undefined;
  const held = rowsOf(facts, 'titles').find(
    ({ fields }) => same(fields.get('kind'), title) && (year === undefined || same(fields.get('year'), year)),
  );
  if (held === undefined) {
    const ofKind = rowsOf(facts, 'titles').some(({ fields }) => same(fields.get('kind'), title));
    const args = { title: title ?? '', ...(year === undefined ? {} : { year }) };
    return report('claim-title-missing', args, placeOf(claim, ofKind ? 'year' : 'title'));
  }
  const name = held.fields.get('product') ?? held.fields.get('number');
  return { what: title ?? '', ...(typeof name === 'string' ? { value: name } : {}) };
}

function rowOf(claim: At<Claim>, table: string, facts: Facts, scope: Scope): About | Finding {
  const { row } = claim;
  const what = scope.label(table);
  const rows = rowsOf(facts, table);
  if (row === undefined) return { what };
  const found =
    typeof row === 'number'
      ? rows.find((one, index) => (one.row ?? index + 1) === row)
      : rows.find(({ fields }) => [...fields.values()].some((one) => same(one, row)));
  if (found === undefined)
    return report('claim-row-missing', { table: what, row: String(row), rows: rows.length }, placeOf(claim, 'row'));
  const name = [...found.fields.values()].find((one) => typeof one === 'string');
  return { what, ...(typeof name === 'string' ? { value: name } : {}) };
}

function rowsOf(facts: Facts, table: string): readonly RecordValue[] {
  const value = facts.get(table);
  return typeof value === 'object' && 'kind' in value && value.kind === 'table' ? inPlaces(value) : [];
}

/** Rows that count for nothing are told where they stand; a claim about one is no second fault. */
const inPlaces = ({ rows, left = [] }: { rows: readonly RecordValue[]; left?: readonly RecordValue[] }) =>
  [...rows.map((row, index) => ({ row: index + 1, ...row })), ...left].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));

function same(value: FactValue | undefined, written: string | number | undefined): boolean {
  if (value instanceof Decimal) return value.toFixed() === String(written);
  return typeof value === 'string' && unspaced(value) === unspaced(String(written));
}

/** Whether the dossier gives no such value, or not of that year. */
const isLacking = (value: FactValue | undefined, year: number | undefined): boolean =>
  value === undefined ||
  (typeof value === 'object' &&
    'kind' in value &&
    value.kind === 'yearly' &&
    year !== undefined &&
    !value.years.has(year));

/** A figure with its unit, a short text as it is; a series, a record or a table has no one value. */
function valueText(value: FactValue | undefined, year: number | undefined, unit = ''): string | undefined {
  if (value instanceof Decimal) {
    const spaced = unit === '' || unit === '%' ? unit : ` ${unit}`;
    return `${thousands(value.toFixed())}${spaced}`;
  }
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') return [...value].length > 24 ? undefined : value;
  if (value === undefined || !('kind' in value) || value.kind !== 'yearly' || year === undefined) return undefined;
  return valueText(value.years.get(year), undefined, unit);
}

type Given = {
  readonly facts: Facts;
  readonly claims: readonly At<Claim>[];
  readonly inventory: Inventory;
  /** Where claims stand, or would stand. */
  readonly at: Place;
};

/** What a figure is called, of whatever year. */
export const provedLabel = (scope: Scope, fact: string): string => scope.label(fact).replace(/^上年末?/u, '');

/** One warning for all figures that nothing proves (E-05). */
export function checkProved(
  { proved, scope, vocabulary }: Category,
  { facts, claims, inventory, at }: Given,
): Finding[] {
  if (proved === undefined) return [];
  const shown = provedBy(claims, inventory, facts, vocabulary);
  const isProved = (fact: string, year?: number) =>
    shown.has(fact) || (year !== undefined && shown.has(`${fact}.${year}`));
  const missing = proved.facts.flatMap((fact) => {
    const value = facts.get(fact);
    if (value === undefined) return [];
    const label = provedLabel(scope, fact);
    if (typeof value !== 'object' || !('kind' in value) || value.kind !== 'yearly') {
      return isProved(fact) ? [] : [{ label, years: [] }];
    }
    const given = [...value.years.keys()].filter((year) => proved.years?.includes(year) ?? true).sort();
    const years = given.filter((year) => !isProved(fact, year));
    return years.length === 0 ? [] : [{ label, years }];
  });
  if (missing.length === 0) return [];
  const { hint, cite } = proved;
  return [report('claims-missing', { missing, ...(hint === undefined ? {} : { hint }) }, at, { cite })];
}

/** Facts, or facts with a year, that a claim points to or a file states. */
function provedBy(
  claims: readonly At<Claim>[],
  inventory: Inventory,
  facts: Facts,
  vocabulary: Category['vocabulary'],
): ReadonlySet<string> {
  const named = (fact: string, year?: number): string => (year === undefined ? fact : `${fact}.${year}`);
  const claimed = claims.flatMap(({ fact, year }) => (fact === undefined ? [] : [named(fact, year)]));
  const stated = inventory.slots
    .flatMap(({ files }) => files)
    .flatMap(({ evidence: { figures = {}, covers = [] } }) =>
      Object.keys(figures).flatMap((key) => {
        const aim = aimOf(key, covers, facts, vocabulary);
        return 'unknown' in aim || 'misplaced' in aim ? [] : [named(aim.id, aim.year)];
      }),
    );
  return new Set([...claimed, ...stated]);
}
