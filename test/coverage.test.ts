// Every rule of the sources is checked where docs/coverage.yaml says, or the table says why it is not.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { categoriesOf, opened, parts, type Row, resolved, rows } from '../scripts/generate/coverage.ts';
import type { Category } from '../src/category/category.ts';
import type { Citation } from '../src/findings/finding.ts';
import { rowIds } from './coverage-rows.ts';

const root = resolve(import.meta.dirname, '..');

describe('the table', () => {
  it('has every row of the sources, in their order, and no other', () => {
    const written = Object.fromEntries(Object.entries(parts).map(([name, one]) => [name, Object.keys(one.rows)]));
    expect(written).toEqual(rowIds);
    expect(rows.length).toBe(206);
  });

  it.each(rows)('%s names what there is', (id, { by: asked = [] }) => {
    for (const ask of asked) expect(resolved(id, ask).length).toBeGreaterThan(0);
  });

  it.each(rows.filter(([id, { by: asked }]) => asked !== undefined && !id.startsWith('E-')))(
    '%s stands on its own clause',
    (id, { by: asked = [] }) => {
      const cited = asked.flatMap((ask) => resolved(id, ask).flatMap(({ cite }) => cite));
      const found = cited.map(({ source, clause }) => `${source} ${clause}`);
      // Of codes alone, which carry the clause of what they are about, nothing can be asked.
      if (asked.some((ask) => 'category' in ask)) expect(found).toContainEqual(expect.stringMatching(clauseOf(id)));
      else expect(id).toBe('JS-FLOW-02');
    },
  );

  it('names no code that the program never reports', () => {
    const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !/^(messages|findings.codes)/.test(path))
      .map((path) => readFileSync(join(root, 'src', path), 'utf8'));
    const named = new Set(
      rows.flatMap(([, { by: asked = [] }]) => asked.flatMap((ask) => ('code' in ask ? ask.code : []))),
    );
    const silent = [...named].filter((code) => !sources.some((text) => text.includes(`'${code}'`)));
    expect(named.size).toBeGreaterThan(30);
    expect(silent).toEqual([]);
  });

  it('has in its rows every criterion and checklist point that cites the FAQ or a reason of E', () => {
    const missing = opened.flatMap((one) =>
      [
        ...one.criteria.map((own) => ({ own, kind: 'criterion' })),
        ...one.checklist.map((own) => ({ own, kind: 'checklist' })),
      ]
        .flatMap(({ own, kind }) =>
          own.cite.flatMap((cite) => rowsOf(cite).map((wanted) => ({ id: own.id, kind, wanted }))),
        )
        .filter(
          ({ id, kind, wanted }) => !rows.some(([name, found]) => wanted.test(name) && holds(found, one, kind, id)),
        )
        .map(({ id, kind, wanted }) => `${one.id} ${kind} ${id} in ${wanted.source}`),
    );
    expect(missing).toEqual([]);
  });
});

/** Rows of C and I by the text they come from. */
const clausesOfTexts: readonly (readonly [string, RegExp])[] = [
  ['C1-PREMISE', /^rules63 申报前提$/],
  ['C1-', /^rules63 附件1 /],
  ['C2-PREMISE', /^local 申报条件$/],
  ['C2-COND', /^rules63 附件2 /],
  ['C2-', /^(rules63 附件2|scoring) /],
  ['C3-LG-BARRED', /^call2026 /],
  ['C3-', /^rules2026 /],
  ['C4-LG-7', /^call(2023|2025)? /],
  ['C4-MAIN', /^(definitions|rules2026 附件3) 主导产品$/],
  ['C4-LG-8', /^call2025 /],
  ['C4-LG-', /^rules63 附件3 /],
  ['C4-2024', /^call2024 /],
  ['C4-2025', /^call2025 /],
  ['C4-2026', /^(materials|rules2026) /],
  ['C5-RENAME', /^call_hubei /],
  ['C5-FORMS', /^(layout|manual 2\.[23]\.2-1)/],
  ['C5-JS21', /^notice /],
  ['C5-GD21', /^conditions /],
  ['C5-SZ21', /^conditions /],
  ['C5-', /^notice2022 /],
  ['I-01', /^rules2026 附件2（[一二三四五六七]）$/],
  ['I-04', /^(definitions|rules2026 附件3) 主导产品$/],
  ['I-05', /^rules2026 附件3 说明$/],
  ['I-11', /^form2026 /],
  ['I-14', /^rules2026 第三十条/],
  ['I-PRE', /^call_pre /],
  ['I-', /^(rules2026|call2026|materials) /],
];

/** The clause on which a row stands: `faq 5` for JS-FAQ-05, 3 of the manual for JS-REV, the answers for those of 2023. */
function clauseOf(id: string): RegExp {
  const faq = /^JS-FAQ-0?(\d+)/.exec(id)?.[1];
  if (faq !== undefined) return new RegExp(`^faq ${faq}$`);
  const ofText = clausesOfTexts.find(([prefix]) => id.startsWith(prefix));
  if (ofText !== undefined) return ofText[1];
  if (id.startsWith('JS-')) return id.startsWith('JS-REV') ? /^manual 3$/ : /^manual /;
  return /^qa /;
}

/** The rows in which a clause must be found: `faq 3` in JS-FAQ-03a to d, `practice E-18` in E-18. */
function rowsOf({ source, clause }: Citation): RegExp[] {
  if (source === 'faq') return [new RegExp(`^JS-FAQ-${clause.padStart(2, '0')}[a-e]?$`)];
  return /^E-\d\d$/.test(clause) ? [new RegExp(`^${clause}$`)] : [];
}

const holds = ({ by: asked = [] }: Row, one: Category, kind: string, id: string): boolean =>
  asked.some(
    (ask) =>
      'category' in ask &&
      categoriesOf(ask.category, id).includes(one) &&
      Object.entries(ask).some(([key, value]) => key === kind && value === id),
  );
