// zjtx validate --against and --returned: what was filed before, and what the office sent back.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Edit, edited, readyIn } from '../support/ready.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';

const examples = resolve(import.meta.dirname, '../../examples');

type Told = {
  code: string;
  severity: string;
  message: { zh: string };
  at: { path: string };
  args: Record<string, unknown>;
};

/** What `--against` and `--returned` said of the dossier. */
async function told(cwd: string, ...argv: string[]) {
  const { stdout, stderr, code } = await zjtx(['validate', ...argv, '-f', 'json'], { cwd });
  if (stdout === '') throw new Error(stderr);
  const findings: Told[] = JSON.parse(stdout).dossiers.flatMap((one: { findings: Told[] }) => one.findings);
  return { code, findings: findings.filter((one) => /^(earlier|returned)-/.test(one.code)) };
}

const codesOf = (findings: readonly Told[]): readonly string[] => findings.map(({ code }) => code);

/** A dossier of national/2026/little-giant, as it was filed and as it is now. */
const filed = `category: national/2026/little-giant
enterprise: 江苏示例精密机械有限公司
form:
  basics: {uscc: "91320115MADEM0011B", founded: 2016-03-18, main_product: 减速器}
  figures: {revenue: {2023: 14320.00, 2024: 16180.00, 2025: 18250.00}, rd_expense: {2024: 1050, 2025: 1190}}
  innovation:
    class_one_ip:
      - {name: 磨削方法, kind: 发明专利, number: ZL201819900016.3, valid_until: 2038-03-11}
      - {name: 修形方法, kind: 发明专利, number: ZL 2020 1 9900041.9, valid_until: 2040-04-15}
      - {name: 旧芯片, kind: 集成电路布图设计专有权, number: BS.155000001, valid_until: 2025-12-31}
titles:
  - {kind: 专精特新中小企业, level: 省级, year: 2025, valid_until: 2028-12-19}
  - {kind: 高新技术企业, level: 国家级, year: 2022, valid_until: 2025-11-30}
`;

function pair(...edits: readonly Edit[]): string {
  const cwd = emptyFolder();
  for (const name of ['before', 'now']) mkdirSync(join(cwd, name));
  writeFileSync(join(cwd, 'before/dossier.yaml'), filed);
  writeFileSync(
    join(cwd, 'now/dossier.yaml'),
    edits.reduce((text, [from, to]) => edited(text, from, to), filed),
  );
  return cwd;
}

const against = (cwd: string): ReturnType<typeof told> =>
  told(cwd, 'now', '--against', 'before', '--as-of', '2026-05-08');

describe('validate --against', () => {
  it('says what it compared where nothing differs', async () => {
    const { findings } = await against(pair());
    expect(codesOf(findings)).toEqual(['earlier-compared']);
    expect(findings[0]?.message.zh).toBe(
      '已与 2026 年度国家级专精特新“小巨人”企业(第八批)的申报（before/dossier.yaml）对照：同年数字 5 个，其中不同 0 个；称号 2 项，知识产权 3 项，长文字 0 段',
    );
  });

  it.each<[string, readonly Edit[], readonly [string, string, string, string][]]>([
    [
      'a figure of a year that was over',
      [['2024: 16180.00', '2024: 16810.00']],
      [['earlier-figure', 'error', 'form.figures.revenue.2024', '16180']],
    ],
    ['a figure written otherwise', [['2024: 16180.00', '2024: "16,180"']], []],
    [
      'a figure rounded',
      [['2024: 16180.00', '2024: 16180.4']],
      [['earlier-figure', 'warning', 'form.figures.revenue.2024', '16180']],
    ],
    [
      'the day of foundation',
      [['2016-03-18', '2015-03-18']],
      [['earlier-value', 'warning', 'form.basics.founded', '2016-03-18']],
    ],
    [
      'a right that is gone',
      [['      - {name: 磨削方法, kind: 发明专利, number: ZL201819900016.3, valid_until: 2038-03-11}\n', '']],
      [['earlier-right', 'warning', 'form.innovation.class_one_ip', 'ZL201819900016.3']],
    ],
    ['the number of a right written otherwise', [['ZL201819900016.3', '"201819900016.3"']], []],
    [
      'a right that had ended',
      [['      - {name: 旧芯片, kind: 集成电路布图设计专有权, number: BS.155000001, valid_until: 2025-12-31}\n', '']],
      [],
    ],
    [
      'a title that holds',
      [['  - {kind: 专精特新中小企业, level: 省级, year: 2025, valid_until: 2028-12-19}\n', '']],
      [['earlier-title', 'warning', 'titles', '省级 专精特新中小企业 2025']],
    ],
    [
      'a title that has ended',
      [['  - {kind: 高新技术企业, level: 国家级, year: 2022, valid_until: 2025-11-30}\n', '']],
      [],
    ],
    [
      'the name',
      [['enterprise: 江苏示例精密机械有限公司', 'enterprise: 江苏示例智能装备有限公司']],
      [['earlier-name', 'warning', 'enterprise', '江苏示例精密机械有限公司']],
    ],
    [
      'the name with the former one stated',
      [
        [
          'enterprise: 江苏示例精密机械有限公司',
          'enterprise: 江苏示例智能装备有限公司\nfacts: {former_names: [江苏示例精密机械有限公司]}',
        ],
      ],
      [],
    ],
  ])('%s', async (_, edits, expected) => {
    const { findings } = await against(pair(...edits));
    const [compared, ...others] = findings.sort((a) => (a.code === 'earlier-compared' ? -1 : 1));
    expect(compared?.code).toBe('earlier-compared');
    expect(others.map(({ code, severity, at }) => [code, severity, at.path])).toEqual(
      expected.map(([code, severity, path]) => [code, severity, path]),
    );
    for (const [index, [, , , shown]] of expected.entries())
      expect(JSON.stringify(others[index]?.args)).toContain(shown);
  });

  it('takes a restatement that is waived with its reason', async () => {
    const cwd = pair(
      ['2024: 16180.00', '2024: 16810.00'],
      [
        'titles:\n',
        'waivers:\n  - {code: earlier-figure, at: form.figures.revenue.2024, reason: 会计差错更正, by: 林晓雯, until: 2026-12-31}\ntitles:\n',
      ],
    );
    const { findings } = await against(cwd);
    expect(findings.find(({ code }) => code === 'earlier-figure')).toMatchObject({
      waived: { reason: '会计差错更正' },
    });
  });

  it('says that nothing is of this enterprise', async () => {
    const cwd = pair(['91320115MADEM0011B', '91320115MADEM0046C']);
    expect(codesOf((await against(cwd)).findings)).toEqual(['earlier-none']);
  });

  it('knows it by its name where one of the two has no credit code', async () => {
    const uncoded = 'uscc: "91320115MADEM0011B", ';
    expect(codesOf((await against(pair([uncoded, '']))).findings)).not.toContain('earlier-none');
    const cwd = pair([uncoded, ''], ['enterprise: 江苏示例精密', 'enterprise: 江苏样本传感']);
    expect(codesOf((await against(cwd)).findings)).toEqual(['earlier-none']);
  });

  it('tells of texts that were copied, in another year only', async () => {
    const cwd = emptyFolder();
    const text =
      '公司长期从事精密减速器的研发、生产和销售，产品用于工业机器人和数控机床，近年来在关键工艺上取得突破，市场占有率稳步上升。';
    const filings = { a: ['2023', `form: {other: {overview: ${text}}}`], b: ['2025', `facts: {overview: ${text}}`] };
    for (const [name, [year, said]] of Object.entries(filings)) {
      mkdirSync(join(cwd, name));
      const head = `category: national/${year}/little-giant\nenterprise: 江苏示例精密机械有限公司\n`;
      writeFileSync(join(cwd, name, 'dossier.yaml'), `${head}${said}\n`);
    }
    const { findings } = await told(cwd, 'b', '--against', 'a');
    expect(codesOf(findings)).toContain('earlier-text');
    expect(codesOf((await told(cwd, 'b', '--against', 'b')).findings)).not.toContain('earlier-text');
  });

  it('masks what only the earlier filing names', async () => {
    const cwd = pair(
      ['enterprise: 江苏示例精密机械有限公司', 'enterprise: 江苏示例智能装备有限公司'],
      ['ZL201819900016.3', 'ZL201819900017.1'],
    );
    writeFileSync(join(cwd, '意见.txt'), '张三的注册时间不符\n');
    for (const argv of [[], ['-f', 'json'], ['--returned', '意见.txt'], ['--lang', 'en']]) {
      const { stdout, stderr } = await zjtx(['validate', 'now', '--against', 'before', '--redact', ...argv], { cwd });
      expect(stdout).toContain(argv[0] === '--returned' ? 'returned-compared' : 'earlier-name');
      // What the law says stays.
      expect(stdout).toContain('国家级专精特新“小巨人”企业(第八批)');
      expect(stdout + stderr).not.toMatch(/精密机械|智能装备|201819900016|before\/|张三/);
    }
  });

  it('refuses what it cannot read', async () => {
    const cwd = pair();
    writeFileSync(join(cwd, 'no.zip'), 'no zip');
    const zip = await zjtx(['validate', 'now', '--against', 'no.zip'], { cwd });
    expect([zip.code, zip.stderr]).toEqual([2, expect.stringContaining('no.zip 不予接受，没有比较')]);
    const nothing = await zjtx(['validate', 'now', '--against', 'nowhere'], { cwd });
    expect([nothing.code, nothing.stdout]).toEqual([2, '']);
    writeFileSync(join(cwd, 'before/dossier.yaml'), '- 1\n');
    const list = await zjtx(['validate', 'now', '--against', 'before'], { cwd });
    expect([list.code, list.stderr]).toEqual([2, expect.stringContaining('读不出是哪个类别的什么材料')]);
  });
});

describe('validate --returned', () => {
  const mail = `退回意见：
1、注册通讯地址与营业执照不一致
（2）完税证明不清晰，请重新上传
3. 请补充说明
`.replace('退回意见：\n', '');

  /** What was sent, and what it has become. */
  async function returned(name: string, content: string, ...edits: readonly Edit[]) {
    const cwd = emptyFolder();
    readyIn(cwd, '送出');
    const { code, stderr } = await zjtx(['build', '送出', '-o', '.'], { cwd });
    if (code !== 0) throw new Error(stderr);
    readyIn(cwd, '现在', edits);
    writeFileSync(join(cwd, name), content);
    const zip = (await import('node:fs')).readdirSync(cwd).find((one) => one.endsWith('.zip')) ?? '';
    return told(cwd, '现在', '--against', zip, '--returned', name);
  }

  it('goes through the points one by one', async () => {
    const { findings } = await returned('意见.txt', mail, ['示例路18号3幢', '示例路19号3幢']);
    const points = findings.filter(({ args }) => args.number !== undefined);
    expect(points.map(({ code, args }) => [args.number, code]).sort()).toEqual([
      [1, 'returned-changed'],
      [2, 'returned-unchanged'],
      [3, 'returned-unplaced'],
    ]);
    // What was sent may be mended, and is not held against the dossier.
    expect(codesOf(findings).filter((code) => code.startsWith('earlier'))).toEqual([]);
    const [compared] = findings.filter(({ code }) => code === 'returned-compared');
    expect(compared?.message.zh).toMatch(/^申请表和附件与送出的（.*\.zip）相比，改动 1 项：注册通讯地址$/);
    expect(points.find(({ code }) => code === 'returned-unchanged')?.message.zh).toBe(
      '退回意见第 2 条“完税证明不清晰，请重新上传”：所指的完税证明与送出的一样，没有改',
    );
  });

  it.each([
    'points:\n  - {text: 请重传, at: 完税证明}\n  - {text: 邮编不对, at: form.basics.postcode}\n',
    '意见:\n  - {意见: 请重传, 所指: 完税证明}\n  - {意见: 邮编不对, 所指: 邮编}\n',
  ])('takes where a person says what is meant, and what is wrong there still: %j', async (yaml) => {
    const { findings } = await returned('意见.yaml', yaml, ['"211100"', '"21110"']);
    const points = findings.filter(({ args }) => args.number !== undefined);
    expect(points.map(({ code, args }) => [args.number, code]).sort()).toEqual([
      [1, 'returned-unchanged'],
      [2, 'returned-open'],
    ]);
  });

  it('needs the one filing that was sent, of the same category, and points that can be read', async () => {
    const cwd = pair();
    writeFileSync(join(cwd, '意见.txt'), '完税证明不清晰');
    writeFileSync(join(cwd, '意见.yaml'), '- {text: 完税证明, wo: 1}\n');
    writeFileSync(join(cwd, '空.txt'), '\n');
    const run = async (...argv: string[]) => (await zjtx(['validate', 'now', ...argv], { cwd })).stderr;
    expect(await run('--returned', '意见.txt')).toContain('--returned 要同时用 --against');
    expect(await run('--returned', '意见.yaml', '--against', 'before')).toContain('意见.yaml 读不出退回意见');
    expect(await run('--returned', '空.txt', '--against', 'before')).toContain('空.txt 读不出退回意见');
    expect(await run('--returned', '没有.txt', '--against', 'before')).toContain('不能读取退回意见 没有.txt');
    const other = join(examples, 'jiangsu-2021-product/ready');
    expect(await run('--returned', '意见.txt', '--against', other)).toContain('不能逐条核对退回意见');
  });
});
