// Bad input of every kind: one clear message for one cause, at the exact place, and never a half-written file.
import { existsSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Edit, edited, lineOf, ready, readyText } from '../support/ready.ts';
import { said } from '../support/said.ts';
import { zjtx } from '../support/terminal.ts';

const tax = '附件/完税证明/2020年度完税证明.pdf';
const licence = '附件/营业执照/企业营业执照原件扫描件.jpg';

type Bad = {
  readonly what: string;
  readonly edits: readonly Edit[];
  readonly code: string;
  /** The text that the finding points to. */
  readonly at: string;
  /** What the message and what the hint must say. */
  readonly says: readonly [message: string, hint: string];
  readonly files?: (cwd: string) => void;
};

const postcode = '    postcode: "211100" ';
const bad: readonly Bad[] = [
  {
    what: 'a missing file',
    edits: [[`file: ${tax}`, 'file: 附件/完税证明/2020年完税证明.pdf']],
    code: 'file-missing',
    at: '附件/完税证明/2020年完税证明.pdf',
    says: ['附件/完税证明/2020年完税证明.pdf', tax],
  },
  {
    what: 'a wrong extension',
    edits: [[`file: ${tax}`, 'file: 附件/完税证明.exe']],
    files: (cwd) => renameSync(join(cwd, tax), join(cwd, '附件/完税证明.exe')),
    code: 'file-type-refused',
    at: '附件/完税证明.exe',
    says: ['exe', 'PDF'],
  },
  {
    what: 'a renamed type',
    edits: [],
    files: (cwd) => writeFileSync(join(cwd, tax), readFileSync(join(cwd, licence))),
    code: 'file-content-differs',
    at: tax,
    says: ['JPG', '扩展名'],
  },
  {
    what: 'a file of 52,428,801 bytes',
    edits: [],
    files: (cwd) => truncateSync(join(cwd, licence), 52_428_801),
    code: 'file-too-large',
    at: licence,
    says: ['52,428,801', 'JPG'],
  },
  {
    what: 'a duplicate key',
    edits: [[postcode, `${postcode}\n    postcode: "211101"`]],
    code: 'yaml-duplicate-key',
    at: 'postcode: "211101"',
    says: ['postcode 写了两次，前一次在第 15 行', '删去另一行'],
  },
  {
    what: 'a tab',
    edits: [[postcode, '\tpostcode: "211100" ']],
    code: 'yaml-tab',
    at: '\tpostcode',
    says: ['制表符', 'postcode: "211100"'],
  },
  {
    what: 'a full-width colon',
    edits: [[postcode, '    邮编：210001 ']],
    code: 'yaml-wide-colon',
    at: '：210001',
    says: ['全角冒号', '邮编: 210001'],
  },
  {
    what: 'a full-width colon in the only line of a section',
    edits: [['    level: 省级 ', '    认定级别：省级 ']],
    code: 'yaml-wide-colon',
    at: '：省级',
    says: ['全角冒号', '认定级别: 省级'],
  },
  {
    what: 'a full-width colon in the only line of a person',
    edits: [
      ['      name: 周明远\n', '      姓名：周明远\n'],
      ['      phone: "025-50000018"            # 电话\n', ''],
      ['      mobile: "13900000018"            # 手机\n', ''],
    ],
    code: 'yaml-wide-colon',
    at: '：周明远',
    says: ['全角冒号', '姓名: 周明远'],
  },
  {
    what: 'an ideographic space before a key',
    edits: [[postcode, '\u3000\u3000postcode: "211100" ']],
    code: 'yaml-wide-indent',
    at: '\u3000\u3000postcode',
    says: ['全角空格', 'postcode: "211100"'],
  },
  {
    what: 'an unquoted 0512',
    edits: [[postcode, '    postcode: 0512 ']],
    code: 'identifier-unquoted',
    at: '0512 ',
    says: ['0512 没有加引号', '"0512"'],
  },
  {
    what: '8.37人',
    edits: [['debt_ratio: 38.08', 'debt_ratio: 8.37人']],
    code: 'figure-with-sign',
    at: '8.37人',
    says: ['“8.37人”', '按 % 填写'],
  },
  {
    what: '12,34,567',
    edits: [['assets_total: 9800.00 ', 'assets_total: 12,34,567 ']],
    code: 'figure-separated',
    at: '12,34,567 ',
    says: ['“12,34,567”', '1234567'],
  },
  {
    what: 'a decimal comma in a row of years',
    edits: [['{2017: 5010.00, 2018', '{2017: "5010,00", 2018']],
    code: 'value-ambiguous',
    at: '"5010,00"',
    says: ['“5010,00”', '5010.00，或改为 501000'],
  },
  {
    what: 'an unknown field',
    edits: [[postcode, `    adress: 示例路\n${postcode}`]],
    code: 'field-unknown',
    at: 'adress',
    says: ['adress', '“address”'],
  },
  {
    what: 'an unknown field in Chinese',
    edits: [[postcode, `    注册通迅地址: 示例路\n${postcode}`]],
    code: 'field-unknown',
    at: '注册通迅地址',
    says: ['注册通迅地址', '“注册通讯地址”'],
  },
  {
    what: 'a wrong check character',
    edits: [['"91320115MADEM0011B"', '"91320115MADEM00118"']],
    code: 'uscc-check',
    at: '"91320115MADEM00118"',
    says: ['末位为 8，应为 B', '91320115MADEM0011B'],
  },
  {
    what: 'a chain outside its cluster',
    edits: [
      ['cluster: 高端装备', 'cluster: 核心软件'],
      ['[工业机器人, 高档数控机床]', '[工业软件, 工业机器人]'],
    ],
    code: 'choice-outside-group',
    at: '[工业软件, 工业机器人]',
    says: ['“工业机器人”', '工业软件'],
  },
  {
    what: 'a design patent',
    edits: [['type: 发明专利 ', 'type: 外观设计专利 ']],
    code: 'choice-unknown',
    at: '外观设计专利 ',
    says: ['外观设计专利', '实用新型专利'],
  },
  {
    what: 'the number of a design patent',
    edits: [['ZL201819900016.3', 'ZL201830000003.4']],
    code: 'patent-type',
    at: 'ZL201830000003.4',
    says: ['外观设计专利', '本表不收外观设计专利'],
  },
];

describe('bad input', () => {
  it.each(bad)('$what', async ({ edits, code, at, says, files }) => {
    const cwd = ready(...edits);
    files?.(cwd);
    const text = edits.reduce((soFar, [from, to]) => edited(soFar, from, to), readyText);
    const { findings, ...run } = await said(cwd);
    expect(run).toEqual({ code: 1, stderr: '' });
    expect(
      findings.map((finding) => `${finding.code} ${finding.at.file}:${finding.at.line}:${finding.at.column}`),
    ).toEqual([`${code} dossier.yaml:${lineOf(text, at)}`]);
    expect(findings[0]?.message.zh).toContain(says[0]);
    expect(findings[0]?.hint.zh).toContain(says[1]);
    const built = await zjtx(['build'], { cwd });
    expect(built).toMatchObject({ code: 1, stderr: '' });
    expect(built.stdout).toContain(`(${code})`);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  it('a file of 50,000,001 bytes is a warning only', async () => {
    const cwd = ready();
    truncateSync(join(cwd, licence), 50_000_001);
    const { code, findings } = await said(cwd);
    expect(code).toBe(0);
    expect(findings).toMatchObject([{ code: 'file-size-doubtful', severity: 'warning' }]);
    truncateSync(join(cwd, licence), 50_000_000);
    expect((await said(cwd)).findings).toEqual([]);
  });
});

describe('several names that nobody knows', () => {
  it('of a dossier are one finding, which says what each might have been', async () => {
    const cwd = ready([postcode, '    postcod: "211100" '], ['    address: ', '    adress: ']);
    const { stdout } = await zjtx(['validate'], { cwd, env: { COLUMNS: '100' } });
    expect(stdout).toContain('没有“adress”、“postcod”这几项');
    expect(stdout).toContain('是否指：adress → address；postcod → postcode');
    const english = await zjtx(['validate', '--lang', 'en', '-f', 'github'], { cwd });
    expect(english.stdout).toContain('Perhaps: adress → address; postcod → postcode');
    const page = await zjtx(['validate', '-f', 'html'], { cwd });
    expect(page.stdout).toContain('adress → address');
  });

  it('of a configuration are told each by itself, where one known name is near', async () => {
    const cwd = ready();
    writeFileSync(join(cwd, 'zjtx.config.yaml'), 'rooot: true\nredakt: true\nx1: 1\ny2: 1\n');
    const { code, stderr } = await zjtx(['validate'], { cwd });
    expect(code).toBe(2);
    for (const known of ['“root”', '“redact”']) expect(stderr).toContain(`是否指${known}`);
    expect(stderr).toContain('没有“x1”、“y2”这几项');
  });
});
