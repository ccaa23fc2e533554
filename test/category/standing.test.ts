// Whatever blocks rests on a text with standing, in every category that ships: all that can err, with clause and standing.
import { expect, it } from 'vitest';
import { openCatalog } from '../../src/category/catalog.ts';
import type { Category } from '../../src/category/category.ts';
import { type Citation, isWeak } from '../../src/findings/finding.ts';

const catalog = await openCatalog();
const categories = await Promise.all((await catalog.list()).map(({ id }) => catalog.open(id)));

/** A part of a definition that makes errors, and what it stands on. */
type Blocking = { readonly part: string; readonly says: string; readonly cite: readonly Citation[] };

/** What the engine itself makes a warning of while its clauses are weak. */
const unlessWeak = (one: Blocking | undefined): readonly Blocking[] =>
  one === undefined || isWeak(one.cite) ? [] : [one];

const slotsOf = ({ slots }: Category): readonly Blocking[] =>
  slots.flatMap(({ id, label: says, cite, required, requiredWhen, covers, coversMonth, kinds }) => {
    const part = `attachments.${id}`;
    const years = covers ?? coversMonth;
    return [
      ...unlessWeak(required || requiredWhen ? { part, says, cite } : undefined),
      ...unlessWeak(years && { part: `${part}.covers`, says, cite: years.cite }),
      ...unlessWeak(kinds?.severity === 'error' ? { part: `${part}.kinds`, says, cite: kinds.cite } : undefined),
    ];
  });

const formOf = ({ form }: Category): readonly Blocking[] =>
  form.sections.flatMap(({ id: section, items }) =>
    items.flatMap((item) => {
      const part = `form.${section}.${item.id}`;
      if (item.kind === 'table') {
        const wanted = item.columns.some(({ required }) => required);
        return unlessWeak(wanted ? { part, says: item.title, cite: item.rests } : undefined);
      }
      const { label: says, rests: cite, required, max, maxInferred, optionsBy } = item;
      return [
        ...unlessWeak(required ? { part, says, cite } : undefined),
        ...(max === undefined || maxInferred ? [] : [{ part: `${part}.max`, says, cite }]),
        ...(optionsBy === undefined ? [] : [{ part: `${part}.options_by`, says, cite: optionsBy.cite }]),
      ];
    }),
  );

const criteriaOf = ({ criteria, definition }: Category): readonly Blocking[] =>
  criteria.flatMap(({ id, title: says, severity, cite, rule }) => {
    const written = definition.criteria[id]?.rule;
    if (severity !== 'error' || written === 'advise' || written === 'unknown') return [];
    const part = `criteria.${id}`;
    return [
      { part, says, cite },
      ...(rule.rests ?? []).map((rests) => ({ part: `${part} (item)`, says, cite: rests })),
    ];
  });

const blockingIn = (one: Category): readonly Blocking[] => [
  ...(one.files.types.length === 0 ? [] : [{ part: 'files', says: 'types and size', cite: one.files.cite }]),
  ...formOf(one),
  ...slotsOf(one),
  ...criteriaOf(one),
];

const row = (id: string, { part, says, cite }: Blocking): string => {
  const clauses = cite.map(({ short, clause, standing }) => `${short} ${clause} (${standing})`).join('; ');
  return `${id} ${part} | ${says} | ${clauses === '' ? 'no clause' : clauses}`;
};

it.each(categories.map((one) => [one.id, one] as const))('%s blocks on nothing weaker than a copy', (id, one) => {
  const weak = blockingIn(one).filter(({ cite }) => cite.length === 0 || isWeak(cite));
  expect(weak.map((blocking) => row(id, blocking))).toEqual([]);
});

it('looks at every category, and at inherited members too', () => {
  const rows = categories.flatMap((one) => blockingIn(one).map(({ part }) => `${one.id} ${part}`));
  expect(categories.length).toBeGreaterThanOrEqual(15);
  expect(rows).toEqual(
    expect.arrayContaining([
      'jiangsu/2021/review-product criteria.registered-in-province',
      'jiangsu/2021/review-product form.basics.uscc',
      'jiangsu/2021/giant-innovation attachments.audit_reports_3y.kinds',
      'jiangsu/2022/srdi-sme criteria.rd-expense-share',
      'national/2025/little-giant criteria.lg7-champion',
    ]),
  );
  // 2号 is known from restatements; the reviews of 2026 go by 63号, which is known from copies.
  expect(rows.filter((one) => /^national\/2026\/(?!review )/.test(one))).toEqual([]);
});

it('names a source for each clause, and no clause of our own on what blocks alone', () => {
  for (const one of categories)
    for (const { cite, part } of blockingIn(one)) {
      const firm = cite.filter(({ standing }) => standing !== 'secondary' && standing !== 'proposal');
      expect(
        firm.every(({ title, short }) => title !== '' && short !== ''),
        `${one.id} ${part}`,
      ).toBe(true);
    }
});
