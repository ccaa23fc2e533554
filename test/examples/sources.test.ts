// A verdict says no more than its sources: what rests on a restatement, on a later call, or on no text of its clause.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { assess } from '../../src/assess.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import { cache } from '../support/looked.ts';

const root = resolve(import.meta.dirname, '../../examples');
const catalog = await openCatalog();

type Yaml = ReturnType<typeof parseDocument>;

/** The example with a change, and what it is told beside notes: `warning lg8-revenue`. */
async function told(example: string, change: (dossier: Yaml) => void, today = '2026-11-28') {
  const folder = join(root, example, 'ready');
  expect(existsSync(folder)).toBe(true);
  const dossier = parseDocument(readFileSync(join(folder, 'dossier.yaml'), 'utf8'));
  change(dossier);
  const bytes = Buffer.from(dossier.toString());
  const { state, findings } = await assess(
    { folder, shown: example, file: 'dossier.yaml', bytes, root },
    { catalog, today, cache },
  );
  return {
    state,
    findings: findings.flatMap((one) => (one.severity === 'note' ? [] : [`${one.severity} ${one.code}`])),
  };
}

const set =
  (path: readonly (string | number)[], value: unknown) =>
  (dossier: Yaml): void =>
    void dossier.setIn(path, value);

it('63号 governs the reviews of 2026 by restatements only: what it asks leaves them open and refuses none', async () => {
  const review = await told('national-2026-review', set(['form', 'refinement', 'info_systems'], []));
  expect(review).toEqual({ state: 'unsettled', findings: ['warning lg2-systems'] });
  const giant = await told('national-2025-little-giant', set(['form', 'refinement', 'info_systems'], []));
  expect(giant).toEqual({ state: 'errors', findings: ['error lg2-systems'] });
  const { criteria } = await catalog.open('national/2026/review');
  // What a person is advised of, or nobody knows, refuses nothing.
  const refusing = criteria.filter(({ severity, rule }) => severity === 'error' && rule.names.size > 0);
  expect(refusing.map(({ id }) => id)).toEqual([]);
});

it('a pre-application before 190号 is not refused by what 190号 brought', async () => {
  const low = (dossier: Yaml): void => {
    for (const [id, figure] of Object.entries({ revenue: 4999.99, main_revenue: 4900, main_product_sales: 4000 })) {
      const now = dossier.getIn(['form', 'figures', id], true);
      const at = ['form', 'figures', id, ...(now !== null && typeof now === 'object' && 'items' in now ? [2024] : [])];
      dossier.setIn(at, figure);
    }
    dossier.setIn(['form', 'innovation', 'national_award_top3'], '是');
  };
  const example = 'guangdong-2025-little-giant-pre-application';
  expect((await told(example, low)).findings).toContain('warning lg8-revenue');
  expect((await told('national-2025-little-giant', low)).findings).toContain('error lg8-revenue');
  const { criteria } = await catalog.open('guangdong/2025/little-giant-pre-application');
  const refusing = criteria.filter(({ severity, rule, cite }) => {
    return severity === 'error' && rule.names.size > 0 && cite.some(({ source }) => source === 'call2025');
  });
  expect(refusing.map(({ id }) => id)).toEqual([]);
});

it('the fourth batch has no call before June 2022', async () => {
  const on = (day: string) => told('national-2022-little-giant', set(['as_of'], day));
  expect(await on('2022-05-31')).toEqual({ state: 'unsettled', findings: ['warning out-of-season'] });
  expect(await on('2022-06-01')).toEqual({ state: 'ready', findings: [] });
});

it('a pre-application is asked for in February 2025 and has an end when the platform opens', async () => {
  const on = (day: string) => told('guangdong-2025-little-giant-pre-application', set(['as_of'], day));
  for (const day of ['2025-01-31', '2025-05-14']) {
    expect(await on(day), day).toEqual({ state: 'unsettled', findings: ['warning out-of-season'] });
  }
  for (const day of ['2025-02-01', '2025-05-13']) expect(await on(day), day).toEqual({ state: 'ready', findings: [] });
});

const right = ['form', 'innovation', 'class_one_ip', 0];

it.each([
  ['植物新品种', 'CNA20180001.2', false],
  ['国家新药', '国药准字H20200001', false],
  ['集成电路布图设计专有权', 'BS.235000001', true],
  ['发明专利', 'US10123456B2', true],
] as const)('190号 asks for the certificates of %s: %s, %s', async (kind, number, isAsked) => {
  const change = (dossier: Yaml): void => {
    dossier.setIn([...right, 'kind'], kind);
    dossier.setIn([...right, 'number'], number);
  };
  const asked = async (example: string): Promise<boolean> =>
    (await told(example, change)).findings.some((one) => one.includes(' slot-empty'));
  expect(await asked('national-2025-little-giant')).toBe(isAsked);
  // From 2026 on all but domestic patents.
  expect(await asked('national-2026-little-giant')).toBe(true);
  expect(await asked('national-2026-review')).toBe(true);
});

it('the statement of 2025 on the market share is asked for by restatements only', async () => {
  const without = (dossier: Yaml): void => void dossier.deleteIn(['attachments', 'market_share_proof']);
  expect(await told('national-2025-little-giant', without)).toEqual({
    state: 'incomplete',
    findings: ['warning slot-empty-doubtful'],
  });
});

it('no clause of 63号 附件4 is cited as one of a copy: none was seen', async () => {
  for (const { id } of await catalog.list()) {
    const { metrics, criteria, slots } = await catalog.open(id);
    for (const { cite } of [...metrics, ...criteria, ...slots]) {
      const seen = cite.filter(({ source, clause, standing }) => {
        return source === 'rules63' && clause.startsWith('附件4') && standing === 'copy';
      });
      expect(seen, id).toEqual([]);
    }
  }
});

it('control is more than half in the call of 2022 alone', async () => {
  const titles = new Map<string, string | undefined>();
  for (const { id } of await catalog.list()) {
    const { criteria } = await catalog.open(id);
    const control = criteria.find((one) => one.id === 'lg7-control' || one.id === 'not-controlled');
    if (control !== undefined) titles.set(id, control.title);
  }
  expect([...titles].filter(([, title]) => title?.includes('50%')).map(([id]) => id)).toEqual([
    'national/2022/little-giant',
  ]);
});

it('the batches of 2027 are worked out, not read in the call of 2026', async () => {
  const { criteria } = await catalog.open('national/2027/review');
  const reviewed = criteria.find(({ id }) => id === 'reviewed-title');
  expect(reviewed?.cite.map(({ clause }) => clause)).toEqual(['复核；2027 年的批次按有效期三年推算']);
});
