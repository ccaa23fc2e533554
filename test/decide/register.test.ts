// The register of rights: every row of every table of rights is counted by each condition, or not, with its reason.
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { rootFinder } from '../../src/batch/config.ts';
import { readDossier } from '../../src/batch/find.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import { decideCategory } from '../../src/category/decided.ts';
import { registerOf } from '../../src/decide/register.ts';
import { openDossier, readForm } from '../../src/dossier/head.ts';
import { countedBy, totalOf } from '../../src/words/register.ts';

const catalog = await openCatalog();
const root = resolve(import.meta.dirname, '../../examples');
const findRoot = rootFinder();

async function registered(id: string, bytes: Uint8Array, asOf: string) {
  const category = await catalog.open(id);
  const { head } = openDossier({ bytes, file: 'dossier.yaml' });
  if (head === undefined) throw new Error('not read');
  const { facts, findings } = readForm(category, head, { asOf });
  const { input, criteria } = decideCategory(category, { facts, asOf });
  const items = category.form.sections.flatMap((section) => section.items);
  const register = registerOf(category, input, (fact) => {
    const table = items.find((item) => item.kind === 'table' && item.fact.id === fact.id);
    if (table?.kind !== 'table') return undefined;
    const head = (column: string) => table.columns.find((one) => one.fact.id === column)?.label;
    return { title: table.title, path: `form.${table.section}.${table.id}`, head };
  });
  return { register, facts, findings, criteria };
}

const rowsOf = (rows: readonly string[], more = ''): Buffer =>
  Buffer.from(`form:\n  innovation:\n${more}    class_one_ip:\n${rows.map((row) => `      - ${row}\n`).join('')}`);

/** Else each row would have to say its rank. */
const among = '    ip_among_first_three: 是\n';

const sound = '{name: 甲, kind: 发明专利, number: ZL201819900016.3, valid_until: 2038-03-11, owned: 是, applied: 是, ';

describe('what a condition of 2026 says of each row', async () => {
  const rows = [
    `${sound}obtained: 自主研发}`,
    '{name: 乙, kind: 发明专利, number: ZL202019900041.9, valid_until: 2040-04-15, owned: 是, applied: 是, obtained: 受让满一年}',
    '{name: 丙, kind: 集成电路布图设计专有权, number: BS.235000001, valid_until: 2026-05-07, owned: 否, applied: 是, obtained: 自主研发}',
    '{name: 丁, kind: 集成电路布图设计专有权, number: BS.245000002, valid_until: 2034-06-20, owned: 是, applied: 是}',
    `${sound}obtained: 自主研发}`,
  ];
  const { register, findings } = await registered('national/2026/little-giant', rowsOf(rows, among), '2026-05-08');
  const [condition] = countedBy(register, findings, 'zh');

  it.each([
    [
      0,
      'counted',
      '发明专利；本企业为权利人：是；与主导产品相关并已应用、有效益：是；取得方式：自主研发；有效期至：2038-03-11',
    ],
    [1, 'not counted', '取得方式：受让满一年，须为“自主研发”'],
    [2, 'not counted', '本企业为权利人：否；有效期至：2026-05-07，早于 2026-05-08'],
    [3, 'undecided', '未填：取得方式'],
    [4, 'not counted', expect.stringContaining('第 1 行')],
  ] as const)('row %i: %s', (at, is, because) =>
    expect(condition?.rights[at]).toMatchObject({ row: at + 1, is, because }),
  );

  it('counts them in its title, in both languages', () => {
    if (condition === undefined) throw new Error('none');
    expect(totalOf(condition, 'zh')).toMatch(/^计入 1 项，不计入 3 项，待定 1 项：与主导产品相关/);
    expect(totalOf(condition, 'en')).toMatch(/^1 right counted, 3 not counted, 1 undecided: /);
  });

  it('gives its reasons in English too, around what the row itself says', () => {
    const told = countedBy(register, findings, 'en')[0]?.rights.map(({ because }) => because);
    expect(told?.slice(1, 4)).toEqual([
      '取得方式: 受让满一年, must be “自主研发”',
      '本企业为权利人: 否; 有效期至: 2026-05-07, before 2026-05-08',
      'not filled in: 取得方式',
    ]);
    expect(told?.[0]).toMatch(/^发明专利; 本企业为权利人: 是; /);
  });
});

test('a rank beyond the third and a day of transfer are told of the row, whatever is answered above it', async () => {
  const layout = (at: number, more: string): string =>
    `{name: 布图${at}, kind: 集成电路布图设计专有权, number: BS.23500000${at}, valid_until: 2034-06-20, owned: 是, applied: 是, obtained: 自主研发${more}}`;
  const rows = [
    layout(1, ', rank: 3'),
    layout(2, ', rank: 4'),
    layout(3, ', rank: 1, transferred_on: 2024-01-01'),
    layout(4, ''),
  ];
  const { register, findings, criteria } = await registered(
    'national/2026/little-giant',
    rowsOf(rows, among),
    '2026-05-08',
  );
  const [condition] = countedBy(register, findings, 'zh');
  expect(condition?.rights.map(({ row, is }) => `${row} ${is}`)).toEqual([
    '1 counted',
    '2 not counted',
    '3 not counted',
    '4 undecided',
  ]);
  expect(condition?.rights[1]?.because).toBe('本企业在权利人中的排名：4，须 ≤ 3');
  expect(condition?.rights[2]?.because).toMatch(/^不符合：写了受让日期的，取得方式与它一致/);
  expect(condition?.rights[3]?.because).toBe('未填：本企业在权利人中的排名');
  const is = (id: string) => criteria.find((one) => one.id === id)?.decision.is;
  expect([is('first-three-as-listed'), is('transfer-as-stated'), is('class-one-ip')]).toEqual([
    'not met',
    'not met',
    'undecided',
  ]);
});

test('a day on the border counts: valid until the day itself', async () => {
  const rows = ['2026-05-08', '2026-05-07', '长期'].map(
    (until, at) =>
      `{name: 布图${at}, kind: 集成电路布图设计专有权, number: BS.23500000${at}, valid_until: ${until}, owned: 是, applied: 是, obtained: 自主研发}`,
  );
  const { register } = await registered('national/2026/little-giant', rowsOf(rows, among), '2026-05-08');
  expect(register.map(({ counted }) => counted.map(({ is }) => is))).toEqual([
    ['counted'],
    ['not counted'],
    ['counted'],
  ]);
});

test('conditions of 2023 that count the same rows otherwise say so one by one', async () => {
  const rows = [`${sound}obtained: 受让不足一年}`];
  const { register, findings } = await registered('national/2023/little-giant', rowsOf(rows), '2023-04-01');
  const shown = countedBy(register, findings, 'zh').map(({ criteria, rights }) => [criteria, rights[0]?.is]);
  expect(shown).toEqual([
    [['lg4c-class-one-ip'], 'not counted'],
    [['invention-and-certificate'], 'counted'],
  ]);
});

const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const examples = folders.flatMap(({ name }) =>
  readdirSync(join(root, name))
    .map((inner) => `${name}/${inner}`)
    .filter((shown) => existsSync(join(root, shown, 'dossier.yaml'))),
);

it.each(examples)(
  '%s: each row is counted or not by every condition, and the counts are those of the condition',
  async (shown) => {
    const dossier = await readDossier({ folder: join(root, shown), shown, file: 'dossier.yaml' }, findRoot);
    const { head } = openDossier({ bytes: dossier.bytes, file: 'dossier.yaml' });
    if (head?.category === undefined) return;
    const { register, facts } = await registered(head.category, dossier.bytes, head.asOf ?? '2026-11-29');
    const listed = [...facts.values()].flatMap((value) =>
      typeof value === 'object' && 'kind' in value && value.kind === 'table'
        ? [...value.rows, ...(value.left ?? [])]
        : [],
    );
    expect(register.length).toBeLessThanOrEqual(listed.length);
    for (const { counted, left } of register) {
      for (const { because } of counted) {
        expect(because.zh).not.toBe('');
        expect(because.en).not.toBe('');
      }
      if (left) expect(counted).toEqual([]);
    }
    for (const table of new Set(register.map((right) => right.table))) {
      const value = facts.get(table);
      const rows =
        typeof value === 'object' && 'kind' in value && value.kind === 'table' ? value : { rows: [], left: [] };
      expect(register.filter((right) => right.table === table)).toHaveLength(
        rows.rows.length + (rows.left ?? []).length,
      );
    }
  },
);
