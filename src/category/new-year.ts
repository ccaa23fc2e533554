// Writes the edition of another year from the one before it: what is expected, its tests with the years moved, and the clauses to compare.
import { flowText, type Writable } from '../document/edit-text.ts';
import type { Citation } from '../findings/finding.ts';
import type { Category } from './category.ts';

/** A clause, and what an edition takes from it: titles of conditions, labels of metrics and slots. */
export type Compared = { readonly clause: string; readonly members: readonly string[] };

export type NewEdition = {
  readonly id: string;
  /** The whole file, YAML. */
  readonly text: string;
};

/** The year after `national/2026/…` in the same line: `national/2027/…`. */
export const idOf = (id: string, year: number): string => id.replace(/\/\d{4}\//, `/${year}/`);

/** A title without what it says of its own year: `(第八批)`, `(2027 年度，按 2026 年口径预计)`. */
const ofAnyYear = (title: string): string =>
  title.replace(/\([^()]*\)$/u, (end) => (/^\(第|\d{4}/u.test(end) ? '' : end));

/**
 * The definition of `year`, which says what `from` says. `basis` is the year whose call is the last that is out; `tests`
 * are the numbers, from 1, of the tests of `from` that it keeps, all by default.
 */
export function newEdition(
  from: Category,
  { year, basis, tests }: { readonly year: number; readonly basis: number; readonly tests?: ReadonlySet<number> },
): NewEdition {
  const { definition } = from;
  const moved = year - definition.year;
  const expected = { text: `按 ${basis} 年口径预计，以正式通知为准`, compare: comparisons(from), cite: citedBy(from) };
  const kept = definition.tests.filter((_, index) => tests === undefined || tests.has(index + 1));
  const lines = [
    `# ${year} 年版：照 ${from.id} 预计，${year} 年的通知还没有发布。`,
    '# 通知发布后，把 expected 换成通知和申报时间，改动了的条件写在 criteria 下，没有改动的不用写：',
    '# sources:',
    `#   call${year}: {title: 通知的标题（文号）, short: 通知, standing: official}`,
    `# season: {from: ${year}-04-25, until: ${year}-05-25, cite: call${year} 申报时间}`,
    'format: 1',
    `extends: ${from.id}`,
    `title: ${flowText(`${ofAnyYear(definition.title)}(${year} 年度，按 ${basis} 年口径预计)`)}`,
    `year: ${year}`,
    `expected: ${flowText(expected)}`,
    ...(kept.length === 0 ? [] : ['', 'tests:', ...kept.map((test) => `  - ${flowText(shifted(test, moved))}`)]),
  ];
  return { id: idOf(from.id, year), text: `${lines.join('\n')}\n` };
}

/** What to look at when the call comes: as the edition before says, else what calls are known to change. */
const comparisons = ({ expected }: Category): readonly string[] =>
  expected?.compare ?? ['各项条件的数值和所取年度', '不予推荐的情形', '附件清单和要求', '申请书的栏目', '申报时间'];

/** The text that most conditions rest on, as a whole. */
function citedBy({ definition, criteria }: Category): string {
  const counts = new Map<string, number>();
  for (const { source } of criteria.flatMap(({ cite }) => cite)) counts.set(source, (counts.get(source) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? Object.keys(definition.sources);
  return `${most} 全文`;
}

/** A value of a test with its years moved: keys of yearly facts, dates and months, the year of a title. */
function shifted(value: unknown, years: number, key = ''): Writable {
  if (typeof value === 'number') return key === 'year' ? value + years : value;
  if (typeof value === 'string') return dateMoved(value, years);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.map((item) => shifted(item, years));
  return Object.fromEntries(
    Object.entries(value ?? {}).map(([name, inner]) => {
      const moved = /^\d{4}$/.test(name) ? String(Number(name) + years) : name;
      return [moved, shifted(inner, years, name)];
    }),
  );
}

/** `2026-02-28` from `2024-02-29`: a day that the other year does not have is the one before. */
function dateMoved(text: string, years: number): string {
  const [, year, rest] = /^(\d{4})(-\d{2}(?:-\d{2})?)$/.exec(text) ?? [];
  if (year === undefined) return text;
  const moved = `${Number(year) + years}${rest}`;
  return rest === '-02-29' && new Date(`${moved}T00:00:00Z`).getUTCDate() !== 29 ? `${moved.slice(0, 8)}28` : moved;
}

/** Every clause that an edition rests on, in the order of its conditions, metrics and slots. */
export function comparedIn({ criteria, metrics, slots }: Category): readonly Compared[] {
  const members = new Map<string, Set<string>>();
  const add = (cite: readonly Citation[], name: string): void => {
    for (const { short, clause } of cite) {
      const at = `${short} ${clause}`.trim();
      members.set(at, (members.get(at) ?? new Set()).add(name));
    }
  };
  for (const { cite, title } of criteria) add(cite, title);
  for (const { cite, label } of [...metrics, ...slots]) add(cite, label);
  return [...members].map(([clause, names]) => ({ clause, members: [...names] }));
}
