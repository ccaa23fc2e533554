// zjtx explain: codes, members of categories by id and by label, namesakes, facts, and how they stand in a dossier.
import { describe, expect, it } from 'vitest';
import { readyIn } from '../support/ready.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';

const giant = 'national/2026/little-giant';
const said = async (...argv: string[]) => {
  const ran = await zjtx(['explain', ...argv]);
  expect([ran.code, ran.stderr]).toEqual([0, '']);
  return ran.stdout;
};

describe('a code', () => {
  it('has an example of its message, what to do, why, and whether it can be waived', async () => {
    const text = await said('uscc-check');
    expect(text).toContain('的校验位不符：末位为 8，应为 B');
    expect(text).toContain('zjtx record waive --code uscc-check');
    expect(text).toMatch(/^错误 {2}申请表$/m);
    expect(await said('uscc-check', '--lang', 'en')).toMatch(/^error {2}the form$/m);
  });

  it('tells a second line below the first, without its head again', async () => {
    expect(await said('yaml-tab')).toContain('；这一行应为\n          邮编: "210000"\n');
  });

  it('that the portal refuses by itself has no waiver', async () => {
    expect(await said('file-too-large')).not.toContain('zjtx record waive');
  });
});

describe('a member of a category', () => {
  it('has its rule in words, clause with standing, and what meets it and what does not', async () => {
    const text = await said('debt-ratio', '--category', giant);
    expect(text).toContain('资产负债率 ≤ 75%');
    expect(text).toContain('2号 附件2（二）（第三方文本）');
    expect(text).toContain('2025年负债总额 750，2025年资产总额 1000 → 符合');
    expect(text).toContain('2025年负债总额 750.01，2025年资产总额 1000 → 不符合');
  });

  it('is known by its printed label too, without its number and unit', async () => {
    expect(await said('资产负债率', '--category', giant)).toContain('(debt_ratio)');
    expect(await said('完税证明')).toContain('(tax_certificate)');
  });

  it('with namesakes lists them, and says how to see one', async () => {
    const text = await said('debt_ratio');
    expect(text).toContain('zjtx explain debt_ratio --category jiangsu/2027/srdi-sme');
    expect(text).toContain('jiangsu/2021/product');
    expect(text).toContain('2025年负债总额 ÷ 2025年资产总额 × 100');
  });

  it('shows its value in a dossier, with the figures put in', async () => {
    const cwd = emptyFolder();
    readyIn(cwd, '甲');
    const run = (...argv: string[]) => zjtx(['explain', ...argv], { cwd });
    expect((await run('product_sales_share', '甲')).stdout).toContain('6,200.00 ÷ 8,330.00 × 100 = 74.43%');
    expect((await run('product-sales-share', '--dossier', '甲')).stdout).toMatch(/判定 +符合/);
    expect((await run('address', '甲')).stdout).toContain('南京市江宁区示例路18号3幢');
    expect((await run('tax_certificate', '甲')).stdout).toContain('附件/');
  });
});

describe('a word of another category', () => {
  it('is told with where it stands', async () => {
    const asked = ['explain', 'lg1-mean-growth', '--category', 'jiangsu/2021/product'];
    const { code, stderr } = await zjtx(asked);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('另一类别里有：zjtx explain lg1-mean-growth --category national/2026/review'),
    ]);
    expect((await zjtx([...asked, '--lang', 'en'])).stderr).toContain(
      'Another category has it: zjtx explain lg1-mean-growth',
    );
  });
});

describe('a fact', () => {
  it('has its type, unit and where it is printed and read', async () => {
    const text = await said('main_revenue');
    expect(text).toContain('金额 万元');
    expect(text).toContain('national/2022/little-giant');
  });
});

describe('json', () => {
  it('is plain data, without what is only for comparing', async () => {
    const document = JSON.parse(await said('debt-ratio', '--category', giant, '--json'));
    expect(document).toMatchObject({ format: 1, what: 'debt-ratio', language: 'zh', subjects: [{ is: 'member' }] });
    expect(JSON.stringify(document)).not.toContain('"plain"');
    const { subjects } = JSON.parse(await said('titles', '--json'));
    expect(subjects[0].fact.fields.map(({ id }: { id: string }) => id)).toContain('valid_until');
  });
});

describe('what nobody knows', () => {
  it.each([
    ['uscc-chek', 'uscc-check'],
    ['debt-ration', 'debt-ratio'],
    ['完税证眀', '完税证明'],
  ])('%s: the nearest is %s', async (word, near) => {
    const ran = await zjtx(['explain', word]);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(near);
  });

  it('may be known in another category', async () => {
    const ran = await zjtx(['explain', 'tax_certificate', '--category', giant]);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(giant);
  });
});
