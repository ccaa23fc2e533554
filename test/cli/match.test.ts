// zjtx match: one dossier and several, as text, JSON by its schema and a page; --set, --category, --all, --redact; exit codes.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { matchSchema } from '../../src/reporters/json-definition.ts';
import { cellsIn } from '../../src/reporters/table.ts';
import { fits } from '../support/ajv.ts';
import { type Edit, edited, readyText } from '../support/ready.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';

/** The example without its attachments: they are not looked at. */
function dossierIn(parent: string, name: string, edits: readonly Edit[] = []): void {
  mkdirSync(join(parent, name));
  writeFileSync(
    join(parent, name, 'dossier.yaml'),
    edits.reduce((soFar, [from, to]) => edited(soFar, from, to), readyText),
  );
}

function one(...edits: readonly Edit[]): string {
  const cwd = emptyFolder();
  dossierIn(cwd, '甲', edits);
  return cwd;
}

const product = ['--category', 'jiangsu/2021/product'];

async function json(cwd: string, ...argv: string[]) {
  const ran = await zjtx(['match', ...argv, '-f', 'json'], { cwd });
  const document = JSON.parse(ran.stdout);
  const isValid = fits(matchSchema());
  expect([isValid(document), isValid.errors]).toEqual([true, null]);
  return {
    ...ran,
    document,
    categories: document.dossiers[0].categories as readonly { id: string; title: string; year: number }[],
  };
}

describe('one dossier', () => {
  it.each(['zh', 'en'] as const)('is shown in %s within the width', async (lang) => {
    for (const columns of ['60', '80', '100']) {
      const argv = ['match', '甲', '--lang', lang, '--set', '申报产品销售收入.2020=100', ...product];
      const ran = await zjtx(argv, { cwd: one(), env: { COLUMNS: columns } });
      expect([ran.code, ran.stderr]).toEqual([0, '']);
      if (columns !== '80') await expect(ran.stdout).toMatchFileSnapshot(`match.${lang}.${columns}.txt`);
      const wide = ran.stdout.split('\n').filter((line) => cellsIn(line) > Number(columns));
      expect(wide).toEqual([]);
    }
  });

  it('is weighed by the categories of its year, of every year, or those named', async () => {
    const cwd = one();
    const years = async (...argv: string[]) => [
      ...new Set((await json(cwd, '甲', ...argv)).categories.map(({ year }) => year)),
    ];
    expect(await years()).toEqual([2021]);
    expect((await years('--all')).length).toBeGreaterThan(3);
    expect((await json(cwd, '甲', '--category', 'national/2022/srdi-sme')).categories).toMatchObject([
      { id: 'national/2022/srdi-sme', verdict: 'not met' },
    ]);
  });

  it('leaves facts of another year undecided, and shifts none', async () => {
    const cwd = one();
    const { categories } = await json(cwd, '甲', '--category', 'jiangsu/2022/srdi-sme');
    expect(categories[0]).toMatchObject({
      missing: expect.arrayContaining([expect.objectContaining({ id: 'revenue', years: [2021] })]),
    });
    // Below each criterion what it lacks is said only at length.
    const said = async (...more: string[]) =>
      (await zjtx(['match', '甲', '--category', 'jiangsu/2022/srdi-sme', ...more], { cwd })).stdout;
    expect(await said()).not.toMatch(/^ {6}缺少：/m);
    expect(await said('-v')).toMatch(/^ {6}缺少：/m);
  });

  const expected = ['innovative-sme', 'little-giant', 'review', 'srdi-sme'].map((name) => `national/2027/${name}`);
  expected.unshift('jiangsu/2027/srdi-sme');

  it('takes for 2027 the editions that only expect their calls, and says so', async () => {
    const cwd = one();
    const { document, categories } = await json(cwd, '甲', '--as-of', '2027-05-01');
    expect(document.dossiers[0].nearest).toBeUndefined();
    expect(categories.map(({ id }) => id).sort()).toEqual(expected);
    for (const { title } of categories) expect(title).toContain('按 2026 年口径预计');
  });

  it.each([
    // Of a change of name only 2026 is known.
    ['2030', [2026, 2027], ['hubei/2026/name-change', ...expected]],
    [
      '2024',
      [2022, 2023],
      ['jiangsu/2022/srdi-sme', 'national/2022/innovative-sme', 'national/2022/srdi-sme', 'national/2023/little-giant'],
    ],
    ['2019', [2021], expect.arrayContaining(['jiangsu/2021/product', 'guangdong/2021/srdi-sme'])],
  ])('takes the nearest editions for %s, which has none, and says so', async (year, years, ids) => {
    const cwd = one();
    const asOf = ['--as-of', `${year}-05-01`];
    const { code, document, categories } = await json(cwd, '甲', ...asOf);
    expect(code).toBe(0);
    expect(document.dossiers[0].nearest).toEqual({ year: Number(year), years });
    expect(categories.map(({ id }) => id).sort()).toEqual(ids);
    expect(categories.every((category) => 'outside' in category)).toBe(true);
    const said = `没有 ${year} 年度的类别，按 ${years.join('、')} 年口径比对，以正式通知为准`;
    const text = await zjtx(['match', '甲', ...asOf], { cwd, env: { COLUMNS: '200' } });
    expect([text.code, text.stderr]).toEqual([0, '']);
    expect(text.stdout).toContain(said);
    expect((await zjtx(['match', '甲', ...asOf, '-f', 'html'], { cwd })).stdout).toContain(said);
    const wide = { COLUMNS: '400' };
    const english = await zjtx(['match', '甲', ...asOf, '--lang', 'en'], { cwd, env: wide });
    expect(english.stdout).toContain(`There is no category of ${year}: this goes by the rules of ${years.join(', ')}`);
    dossierIn(cwd, '乙');
    expect((await zjtx(['match', '甲', '乙', ...asOf], { cwd, env: { COLUMNS: '200' } })).stdout).toContain(said);
  });

  it('says which editions of the year are not for the day', async () => {
    const cwd = one();
    const { document, categories } = await json(cwd, '甲', '--as-of', '2026-11-28');
    expect(document.dossiers[0].nearest).toBeUndefined();
    const outside = categories.map(({ id, outside: days }: { id: string; outside?: object }) => [id, days]);
    expect(outside).toHaveLength(5);
    expect(outside).toEqual(
      expect.arrayContaining([
        ['hubei/2026/name-change', undefined],
        ['national/2026/innovative-sme', undefined],
        ['national/2026/srdi-sme', undefined],
        ['national/2026/little-giant', { from: '2026-04-25', until: '2026-05-25' }],
        ['national/2026/review', { from: '2026-04-25', until: '2026-05-25' }],
      ]),
    );
    expect((await zjtx(['match', '甲', '--as-of', '2026-11-28'], { cwd })).stdout.replace(/\s/g, '')).toContain(
      'national/2026/little-giant适用于2026-04-25至2026-05-25，不含判断日期',
    );
  });

  it('reads facts and titles where no category is named, but no form', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'dossier.yaml'), 'enterprise: 甲\nas_of: 2021-08-16\nfacts:\n  revenue: {2020: 900}\n');
    expect((await json(cwd)).document.dossiers).toMatchObject([{ enterprise: '甲', asOf: '2021-08-16', unread: 0 }]);
    writeFileSync(join(cwd, 'dossier.yaml'), 'enterprise: 甲\nform:\n  basics: {}\n');
    expect(await zjtx(['match'], { cwd })).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('没有写“申报类别”'),
    });
  });

  it('counts what could not be read, and takes it for missing', async () => {
    const cwd = one(['product_sales: {2020: 6200.00}', 'product_sales: {2020: 约6200}']);
    const { document } = await json(cwd, '甲', ...product);
    expect(document.dossiers).toMatchObject([
      { unread: 1, categories: [{ missing: [expect.objectContaining({ id: 'product_sales', years: [2020] })] }] },
    ]);
    const [{ at, message, hint }] = document.dossiers[0].errors;
    expect(at).toMatchObject({ path: 'facts.product_sales' });
    const { stdout } = await zjtx(['match', '甲', ...product], { cwd });
    expect(stdout.replace(/\n\s*/g, '')).toContain(
      `1 处填写有错误，没有读入，按缺少处理：第 ${at.line} 行：${message.zh}。${hint.zh}`.replace(/\s+$/g, ''),
    );
    const page = (await zjtx(['match', '甲', ...product, '-f', 'html'], { cwd })).stdout;
    expect(page).toContain('按缺少处理：');
    expect(page).toContain('约6200');
  });

  it('says what it could not read also where no category is named, the first few unless asked for all', async () => {
    const cwd = emptyFolder();
    const wrong = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => `  ${name}: 1\n`).join('');
    writeFileSync(join(cwd, 'dossier.yaml'), `enterprise: 甲\nas_of: 2021-08-16\nfacts:\n${wrong}`);
    const lines = async (...args: string[]) => {
      const { stdout } = await zjtx(['match', ...product, '--lang', 'en', ...args], { cwd });
      return stdout.split('\n').filter((line) => /^ {2}(?:line \d|\d+ more)/.test(line));
    };
    expect(await lines()).toEqual(
      [4, 5, 6, 7, 8].map((at) => expect.stringContaining(`line ${at}: `)).concat('  2 more'),
    );
    expect(await lines('--verbose')).toHaveLength(7);
  });

  it('names the dossiers of a batch in which something could not be read', async () => {
    const cwd = one(['product_sales: {2020: 6200.00}', 'product_sales: {2020: 约6200}']);
    cpSync(join(cwd, '甲'), join(cwd, '乙'), { recursive: true });
    const { stdout } = await zjtx(['match', '甲', '乙', ...product], { cwd });
    expect(stdout).toContain('2 份材料有填写错误，错的没有读入，按缺少处理：乙、甲');
  });

  it('tells what to write without titles where the list ends, and nowhere inside it', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'dossier.yaml'), 'enterprise: 甲\nas_of: 2026-05-10\nfacts:\n  revenue: {2025: 9000}\n');
    const { stdout } = await zjtx(['match', '--category', 'national/2026/little-giant'], { cwd });
    const page = (await zjtx(['match', '--category', 'national/2026/little-giant', '-f', 'html'], { cwd })).stdout;
    for (const text of [stdout, page]) {
      expect(text).toContain('没有也请写明');
      expect(text).not.toMatch(/已有称号: \[\]、/);
    }
    expect(stdout).toMatch(/补填 [^。]*所持称号/);
  });
});

describe('--set', () => {
  const set = (cwd: string, ...facts: string[]) =>
    json(cwd, '甲', ...product, ...facts.flatMap((fact) => ['--set', fact]));

  it('takes a fact by id and by printed label, and shows what turns and what would turn it back', async () => {
    const cwd = one();
    const [byId, byLabel] = [await set(cwd, 'product_sales.2020=100'), await set(cwd, '申报产品销售收入.2020=100')];
    expect(byLabel.document).toEqual(byId.document);
    const [category] = byId.document.dossiers[0].categories;
    expect([category.before, category.verdict]).toEqual(['met', 'not met']);
    const turned = category.criteria.filter((criterion: { before?: string }) => criterion.before !== undefined);
    expect(turned).toHaveLength(1);
    expect(turned[0]).toMatchObject({ before: 'met', is: 'not met' });
    const back = turned[0].reached.find(({ id }: { id: string }) => id === 'product_sales.2020');
    const again = await set(cwd, `product_sales.2020=${back.at}`);
    expect(again.document.dossiers[0].categories[0]).toMatchObject({ verdict: 'met' });
    const less = await set(cwd, `product_sales.2020=${(Number(back.at) - 0.01).toFixed(2)}`);
    expect(less.document.dossiers[0].categories[0]).toMatchObject({ verdict: 'not met' });
  });

  it('says that nothing turns', async () => {
    const ran = await zjtx(['match', '甲', ...product, '--set', 'product_sales.2020=6201'], { cwd: one() });
    expect(ran.stdout).toContain('没有一项条件的结论改变');
  });

  it.each([
    ['proprietary_tech=否', '是', '否'],
    ['pool.enrolled=false', '是', '否'],
    ['software_copyrights=3', '0', '3'],
    ['former_names=[旧名甲, 旧名乙]', '', '旧名甲、旧名乙'],
    ['titles=[{kind: 专精特新产品, level: 省级, year: 2020}]', '0 项', '1 项'],
    [
      'legal_rep={name: 周明远, phone: "025-50000018"}',
      expect.stringContaining('13900000018'),
      expect.stringContaining('周明远 '),
    ],
  ])('shows what %s was before', async (written, before, after) => {
    const { document } = await set(one(), written);
    expect(document.dossiers[0].set).toEqual([expect.objectContaining({ before, after })]);
  });

  it.each([
    ['product_sale.2020=1', '是否指 product_sales'],
    ['product_sales=1', '要写明年份'],
    ['software_copyrights.2020=1', '没有这一部分'],
    ['product_sales.2020=约6200', '约6200'],
    ['product_sales.2020', '不是“数据项=值”'],
    ['proprietary_tech=也许', '也许'],
    ['software_copyrights=2.5', '2.5'],
    ['pool.enroled=是', 'enrolled'],
  ])('refuses %s', async (written, said) => {
    const ran = await zjtx(['match', '甲', ...product, '--set', written], { cwd: one() });
    expect(ran).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(said) });
    expect(ran.stderr).toContain(`--set ${written}`);
  });
});

describe('several dossiers', () => {
  function several(): string {
    const cwd = one();
    dossierIn(cwd, '乙');
    mkdirSync(join(cwd, '坏'));
    writeFileSync(join(cwd, '坏', 'dossier.yaml'), '- 1\n');
    return cwd;
  }

  it('is a matrix, and one that cannot be read stops no other', async () => {
    const ran = await zjtx(['match'], { cwd: several(), env: { COLUMNS: '100' } });
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('坏/dossier.yaml 读不出')]);
    expect(ran.stdout).toMatch(/^比对 2 份材料，8 个类别/);
    const lines = ran.stdout.split('\n');
    expect(lines.filter((line) => line.startsWith('甲  ') || line.startsWith('乙  '))).toHaveLength(2);
    expect(lines.filter((line) => /^ \d {2}\S+\/2021\/\S+ {2,}\S/.test(line))).toHaveLength(8);
    const full = await zjtx(['match', '-v'], { cwd: several(), env: { COLUMNS: '80' } });
    expect(full.stdout.length).toBeGreaterThan(ran.stdout.length * 4);
    expect(full.stdout.split('\n').filter((line) => cellsIn(line) > 80)).toEqual([]);
    expect(full.stdout).toContain('未核对：原文未得的条件，不计为符合。');
  });

  it('has a sign a verdict, below each enterprise where the terminal is narrow', async () => {
    const cwd = several();
    const { stdout } = await zjtx(['match'], { cwd, env: { COLUMNS: '60' } });
    const { dossiers } = JSON.parse((await zjtx(['match', '-f', 'json'], { cwd })).stdout);
    const signs: Readonly<Record<string, string>> = { met: '✓', 'not met': '✗', undecided: '?', unknown: '-' };
    const due = dossiers.flatMap(({ categories }: { categories: readonly { id: string; verdict: string }[] }) =>
      categories.map(({ id, verdict }) => `${signs[verdict]} ${id}`),
    );
    expect(new Set(due.map((one: string) => one[0])).size).toBeGreaterThan(2);
    const shown = [...stdout.matchAll(/^ {2}(\S) .*? {2,}(\S+)$/gm)].map(([, sign, id]) => `${sign} ${id}`);
    expect(shown.sort()).toEqual(due.sort());
  });

  it('writes every format asked for', async () => {
    const cwd = one();
    dossierIn(cwd, '乙');
    const ran = await zjtx(['match', '-f', 'html=m.html', '-f', 'json=m.json', '-f', 'text'], { cwd });
    expect([ran.code, ran.stdout]).toEqual([0, expect.stringContaining('比对 2 份材料')]);
    const page = readFileSync(join(cwd, 'm.html'), 'utf8');
    expect(page).toContain('default-src &#39;none&#39;');
    expect(page).not.toMatch(/<script|https?:/);
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id = '']) => id);
    for (const id of targets.filter((target) => target.startsWith('d'))) expect(page).toContain(` id="${id}"`);
    expect(JSON.parse(readFileSync(join(cwd, 'm.json'), 'utf8')).dossiers).toHaveLength(2);
    expect(await zjtx(['match', '-f', 'sarif'], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('text, json, html'),
    });
  });
});

it('masks who applies, paths too', async () => {
  const cwd = emptyFolder();
  dossierIn(cwd, '江苏示例');
  const argv = ['match', '--all', '--redact', '-f', 'json=m.json', '-f', 'html=m.html', '-v', '-f', 'text'];
  const { stdout } = await zjtx(argv, { cwd });
  const texts = [stdout, readFileSync(join(cwd, 'm.json'), 'utf8'), readFileSync(join(cwd, 'm.html'), 'utf8')];
  for (const text of texts) {
    expect(text).toMatch(/企业1/);
    for (const secret of ['示例精密', '江苏示例', '91320115MADEM0011B']) expect(text).not.toContain(secret);
  }
});

describe('what cannot be matched', () => {
  it.each([
    [['甲', '--category', 'jiangsu/2021/produkt'], 'jiangsu/2021/product'],
    [['甲', '--as-of', '2021-13-01'], '--as-of'],
    [['丙'], '丙'],
  ])('%j', async (argv, said) => {
    const ran = await zjtx(['match', ...argv], { cwd: one() });
    expect(ran).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(said) });
  });
});

describe('held titles', () => {
  const text = `enterprise: 江苏示例精密机械有限公司
titles:
  - {kind: 专精特新中小企业, level: 省级, granted_on: 2022-12-20}
  - {kind: 专精特新“小巨人”企业, level: 国家级, granted_on: 2024-09-02}
`;

  it('are told with the year in which they end and the review that they fall under', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'dossier.yaml'), text);
    const run = async (...argv: string[]) =>
      (await zjtx(['match', '.', '--as-of', '2026-05-08', ...argv], { cwd, env: { COLUMNS: '300' } })).stdout.replace(
        /\s+/g,
        '',
      );
    const zh = await run();
    expect(zh).toContain(
      '所持专精特新中小企业，省级，2022年认定，未写有效期，按63号的转述(有效期三年)由认定日期推算至2025-12-19：已于2025年届满。',
    );
    expect(zh).toContain('2027年届满，当年应复核：国家级专精特新“小巨人”企业复核(2027年度，按2026年口径预计)。');
    expect(await run('--lang', 'en')).toMatch(/endsin2027;dueforreviewthatyear:国家级专精特新“小巨人”企业复核/);
    expect(await run('-f', 'html')).toContain('2027年届满，当年应复核：');
  });
});
