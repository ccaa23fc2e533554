// A client's messy files: what is placed, what is asked about, what is never placed, and that doing it twice changes nothing.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { resultSchemas } from '../../src/reporters/results.ts';
import { sample } from '../attachments/dossier.ts';
import { rawZip } from '../bundle/raw-zip.ts';
import { chinesePdf } from '../files/pdf/build.ts';
import { zipOf } from '../intake/add/archives.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';
import { person } from './asker.ts';

const enterprise = '江苏示例精密机械有限公司';
const uscc = '91320115MADEM0011B';
const stranger = '南京别家机电有限公司';

const pdf = (...lines: readonly string[]): Buffer => chinesePdf([lines]);
const audit = (year: number, name = enterprise, remark = ''): Buffer =>
  pdf(
    name,
    '审 计 报 告',
    `示例会审字（${year + 1}）第 1 号${remark}`,
    `${name}全体股东：`,
    `包括 ${year} 年 12 月 31 日的资产负债表`,
  );

/** A zip that says it is the last of two parts. */
function asLastPart(zip: Buffer): Buffer {
  const end = Buffer.from(zip);
  end.writeUInt16LE(1, end.length - 18);
  return end;
}

/** Writes files into a folder, by their paths. */
function fill(folder: string, files: Readonly<Record<string, Buffer | string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** A dossier that says who applies, in a folder of its own. */
function dossierIn(cwd: string, category = 'jiangsu/2021/giant-innovation', attachments = ''): string {
  const text = `format: 1\ncategory: ${category}\nenterprise: ${enterprise} # 全称\nas_of: 2021-08-16\nform:\n  basics:\n    uscc: "${uscc}"\n${attachments}`;
  fill(cwd, { '材料/dossier.yaml': text });
  return join(cwd, '材料');
}

const read = (folder: string, name = 'dossier.yaml'): string => readFileSync(join(folder, name), 'utf8');
const everything = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${join(entry.parentPath, entry.name)} ${readFileSync(join(entry.parentPath, entry.name)).length}`)
    .sort();

type Planned = {
  file: string;
  status: string;
  slot?: { id: string };
  evidence: object;
  reasons: { zh: string }[];
  path?: string;
};
const planOf = (stdout: string) =>
  JSON.parse(stdout) as { files: Planned[]; leftOut: { file: string; why: string }[]; system: number };

/** Twenty-five papers of one client: three of them twice, two of somebody else, photos, and what systems leave. */
const messy: Readonly<Record<string, Buffer | string>> = {
  '执照/营业执照 (1).pdf': pdf('营业执照', `名称 ${enterprise}`, `统一社会信用代码 ${uscc}`),
  '审计/２０１８年审计报告.pdf': audit(2018),
  '审计/19年审计报告（盖章）.pdf': audit(2019),
  '审计/扫描0003.pdf': audit(2020),
  '审计/扫描0003 - 副本.pdf': audit(2020),
  '审计/2016年审计报告.pdf': audit(2016),
  '南京别家审计报告2019.pdf': audit(2019, stranger),
  '完税证明2020年度.jpg': 'tax 2020',
  '简介盖章.pdf': pdf('企业简介', enterprise, '成立于二〇一二年。'),
  '企业简介终稿.pdf': pdf('企业简介', enterprise, '成立于二〇一二年。'),
  '发明专利证书ZL201810123456.7.pdf': 'patent 1',
  '实用新型2.pdf': 'patent 2',
  '软著登记证书.png': 'software',
  '高企证书.jpg': 'hi-tech',
  'ISO9001-2015证书.pdf': pdf('质量管理体系认证证书', `组织名称：${enterprise}`, '有效期至：2023年12月1日'),
  'ISO14001.pdf': pdf('环境管理体系认证证书', `组织名称：${stranger}`, '有效期至：2023年12月1日'),
  '江苏省工程技术研究中心认定.pdf': 'centre',
  '核心团队/张工简历.docx': 'cv',
  '企业管理及信息化建设情况说明.docx': 'management',
  '其他/无其他材料说明.pdf': 'none',
  'IMG_2034.JPG': 'photo 1',
  'IMG_2035.JPG': 'photo 2',
  '备份/IMG_2034.JPG': 'photo 1',
  '检测报告.pdf': 'test',
  '新建文本文档.txt': 'notes',
  'Thumbs.db': 'x',
  '.DS_Store': 'x',
  '~$简介.docx': 'x',
};

const right: Readonly<Record<string, string>> = {
  '执照/营业执照 (1).pdf': 'business_license',
  '审计/２０１８年审计报告.pdf': 'audit_reports_3y',
  '审计/19年审计报告（盖章）.pdf': 'audit_reports_3y',
  '审计/扫描0003.pdf': 'audit_reports_3y',
  '完税证明2020年度.jpg': 'tax_certificate',
  '企业简介终稿.pdf': 'profile_stamped',
  '发明专利证书ZL201810123456.7.pdf': 'ip_quality_brand_3y',
  '实用新型2.pdf': 'ip_quality_brand_3y',
  '软著登记证书.png': 'ip_quality_brand_3y',
  '高企证书.jpg': 'rd_hitech_proof',
  'ISO9001-2015证书.pdf': 'ip_quality_brand_3y',
  '江苏省工程技术研究中心认定.pdf': 'rd_hitech_proof',
  '核心团队/张工简历.docx': 'core_team_proof',
  '企业管理及信息化建设情况说明.docx': 'mgmt_it_statement',
  '其他/无其他材料说明.pdf': 'other',
};

describe('a messy client', () => {
  it('has what is certain placed rightly, nothing wrongly, and the rest told; twice changes nothing', async () => {
    const cwd = emptyFolder();
    const folder = dossierIn(cwd);
    fill(join(cwd, '收到'), messy);
    const before = everything(join(cwd, '收到'));
    const dry = await zjtx(['add', '收到', '--to', '材料', '--dry-run'], { cwd });
    expect([dry.code, readdirSync(folder)]).toEqual([1, ['dossier.yaml']]);

    const { code, stdout } = await zjtx(['add', '收到', '--to', '材料', '--yes', '-f', 'json'], { cwd });
    const plan = planOf(stdout);
    expect(new Ajv({ strict: false }).compile(resultSchemas().add ?? {})(JSON.parse(stdout))).toBe(true);
    expect(code).toBe(1);
    expect(plan.system).toBe(3);
    const placed = Object.fromEntries(
      plan.files
        .filter(({ path }) => path !== undefined)
        .map(({ file, slot }) => [file.replace('收到/', ''), slot?.id]),
    );
    expect(placed).toEqual(right);
    const statuses = Object.fromEntries(plan.files.map(({ file, status }) => [file.replace('收到/', ''), status]));
    expect(statuses).toMatchObject({
      '审计/扫描0003 - 副本.pdf': 'twin',
      '审计/2016年审计报告.pdf': 'refused',
      '南京别家审计报告2019.pdf': 'foreign',
      'ISO14001.pdf': 'foreign',
      'IMG_2034.JPG': 'unknown',
      '备份/IMG_2034.JPG': 'twin',
      '检测报告.pdf': 'unknown',
      '新建文本文档.txt': 'unknown',
      '简介盖章.pdf': 'twin',
    });
    expect(everything(join(cwd, '收到'))).toEqual(before);
    const { attachments, enterprise: name } = parse(read(folder));
    expect(name).toBe(enterprise);
    expect(read(folder)).toContain('# 全称');
    expect(attachments.audit_reports_3y).toEqual([
      {
        file: '附件/前三年财务审计报告/19年审计报告（盖章）.pdf',
        covers: 2019,
        kind: 'audit',
        issued_to: enterprise,
        proposed: ['kind', 'issued_to'],
      },
      {
        file: '附件/前三年财务审计报告/扫描0003.pdf',
        covers: 2020,
        kind: 'audit',
        issued_to: enterprise,
        proposed: ['covers', 'kind', 'issued_to'],
      },
      {
        file: '附件/前三年财务审计报告/２０１８年审计报告.pdf',
        covers: 2018,
        kind: 'audit',
        issued_to: enterprise,
        proposed: ['kind', 'issued_to'],
      },
    ]);
    expect(attachments.ip_quality_brand_3y).toContainEqual({
      file: '附件/近三年获得的知识产权、质量认证、质量荣誉、品牌荣誉等相关证明材料/ISO9001-2015证书.pdf',
      issued_to: enterprise,
      valid_until: '2023-12-01',
      proposed: ['issued_to', 'valid_until'],
    });

    const after = everything(folder);
    const again = await zjtx(['add', '收到', '--to', '材料', '--yes'], { cwd });
    expect(again.stdout).toContain('已在材料里：');
    expect(everything(folder)).toEqual(after);
    const taken = await zjtx(['fill', '材料', '--yes', '--take', '收到'], { cwd });
    expect([taken.code, everything(folder)]).toEqual([0, after]);

    const checked = await zjtx(['validate', '材料', '--fail-on', 'never', '-f', 'json'], { cwd });
    expect(checked.stdout).toContain('"evidence-proposed"');
    const silent = await zjtx(['add', '--confirm', '材料'], { cwd });
    expect([silent.code, silent.stderr.includes('--yes（全部去掉“待核对”）')]).toEqual([2, true]);
    expect((await zjtx(['add', '--confirm', '材料', '别的', '--yes'], { cwd })).code).toBe(2);
    // What is confirmed stands in a dossier, and is named as one.
    expect((await zjtx(['add', '--confirm', '材料', '--yes'], { cwd })).code).toBe(0);
    const confirmed = await zjtx(['validate', '材料', '--fail-on', 'never', '-f', 'json'], { cwd });
    expect(confirmed.stdout).not.toContain('"evidence-proposed"');
    expect((await zjtx(['add', '--confirm', '--to', '材料', '--yes'], { cwd })).stdout).toContain('没有待核对');
  });

  it('asks about what is doubtful, and marks only what was not compared', async () => {
    const cwd = emptyFolder();
    const folder = dossierIn(cwd);
    fill(join(cwd, '收到'), { 'IMG_1.JPG': 'a', '2018审计报告.pdf': audit(2018), '2016审计报告.pdf': audit(2016) });
    const { asker, asked } = person([
      ['放哪些', ['收到/IMG_1.JPG　认不出是什么材料', '收到/2018审计报告.pdf → 前三年财务审计报告']],
      ['收到/IMG_1.JPG 放到哪一类', '完税证明'],
      ['下面是从文件里读出的', ['收到/2018审计报告.pdf：材料种类 审计报告，企业名称 江苏示例精密机械有限公司']],
    ]);
    const { code, stdout } = await zjtx(['add', '收到', '--to', '材料'], { cwd, asker });
    expect(code).toBe(1);
    expect(asked).toHaveLength(3);
    const plain = stdout.replace(/\n +/g, '');
    expect(plain).toContain('是 2016 的，“前三年财务审计报告”要的是 2018、2019、2020');
    // What is asked next needs no command.
    expect(stdout).not.toContain('手工放');
    expect(stdout).toContain('要撤销');
    expect(parse(read(folder)).attachments.audit_reports_3y).toEqual([
      { file: '附件/前三年财务审计报告/2018审计报告.pdf', covers: 2018, kind: 'audit', issued_to: enterprise },
    ]);
    expect(existsSync(join(folder, '附件/完税证明/IMG_1.JPG'))).toBe(true);
    expect(existsSync(join(folder, 'dossier.yaml.bak'))).toBe(true);
  });
});

test('for a category of other years a report of 2018 is not taken', async () => {
  const cwd = emptyFolder();
  dossierIn(cwd, 'national/2026/little-giant');
  fill(join(cwd, '收到'), { '2018审计报告.pdf': 'x', '简介盖章.pdf': 'y' });
  const { stdout } = await zjtx(['add', '收到', '--to', '材料', '-f', 'json'], { cwd });
  expect(planOf(stdout).files.map(({ status, path }) => [status, path])).toEqual([
    ['refused', undefined],
    ['unknown', undefined],
  ]);
});

test('a plan that leaves nothing open ends with 0, and so does carrying it out, in English too', async () => {
  const cwd = emptyFolder();
  dossierIn(cwd);
  fill(cwd, { '收到/营业执照.jpg': 'x' });
  expect((await zjtx(['add', '收到', '--to', '材料', '-f', 'json'], { cwd })).code).toBe(0);
  expect((await zjtx(['add', '收到', '--to', '材料', '--dry-run'], { cwd })).code).toBe(0);
  const { code, stdout } = await zjtx(['add', '收到', '--to', '材料', '--yes', '--lang', 'en'], { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain('1 file found: 1 can be placed');
  expect(stdout).toContain('its name contains “营业执照”');
  expect(stdout).toContain('dossier.yaml was not changed');
});

test('by hand a file goes where a person says, under a name that every system takes', async () => {
  const cwd = emptyFolder();
  const folder = dossierIn(cwd);
  fill(cwd, { 'IMG_2034.JPG': 'a', '税.jpg': 'b' });
  const { code } = await zjtx(['add', 'IMG_2034.JPG', '--slot', '完税', '--to', '材料', '--yes'], { cwd });
  expect([code, read(folder, '附件/完税证明/IMG_2034.JPG')]).toEqual([0, 'a']);
  const wrong = await zjtx(['add', '税.jpg', '--slot', '没有的', '--to', '材料', '--yes'], { cwd });
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('完税证明')]);
});

test('beside another file of its name a paper gets a name of its own, and the same paper is there once', async () => {
  const cwd = emptyFolder();
  const folder = dossierIn(cwd);
  fill(folder, { '附件/完税证明/img_2034.jpg': 'another' });
  fill(cwd, { 'IMG_2034.JPG': 'a' });
  const add = () => zjtx(['add', 'IMG_2034.JPG', '--slot', '完税', '--to', '材料', '--yes'], { cwd });
  expect((await add()).code).toBe(0);
  const taxes = join(folder, '附件/完税证明');
  expect(readdirSync(taxes).sort()).toEqual(['IMG_2034-2.JPG', 'img_2034.jpg']);
  expect([read(taxes, 'img_2034.jpg'), read(taxes, 'IMG_2034-2.JPG')]).toEqual(['another', 'a']);
  await add();
  expect(readdirSync(taxes)).toHaveLength(2);
});

describe('entries that are there', () => {
  it.each([
    [
      'a path',
      'attachments:\n  完税证明: 附件/旧.jpg # 旧的\n',
      [{ file: '附件/完税证明/2020完税证明.jpg', covers: 2020 }],
    ],
    [
      'a list',
      'attachments:\n  tax_certificate:\n    - 附件/旧.jpg # 旧的\n',
      [{ file: '附件/完税证明/2020完税证明.jpg', covers: 2020 }],
    ],
    [
      'a list in brackets',
      'attachments:\n  tax_certificate: [{file: 附件/旧.jpg}]\n',
      [{ file: '附件/完税证明/2020完税证明.jpg', covers: 2020 }],
    ],
    ['a pattern that takes it', 'attachments:\n  tax_certificate: 附件/完税证明/*\n', undefined],
    ['nothing', 'attachments:\n  tax_certificate: []\n', [{ file: '附件/完税证明/2020完税证明.jpg', covers: 2020 }]],
  ] as const)('%s', async (_, attachments, last) => {
    const cwd = emptyFolder();
    const folder = dossierIn(cwd, undefined, attachments);
    fill(folder, { '附件/旧.jpg': 'old' });
    fill(cwd, { '收到/2020完税证明.jpg': 'new' });
    const before = everything(folder);
    const { code, stderr } = await zjtx(['add', '收到', '--to', '材料', '--yes'], { cwd });
    if (code !== 0) {
      // A comment would be lost: told with the lines to write, and nothing is half-done.
      expect([stderr, everything(folder)]).toEqual([expect.stringContaining('用编辑器打开'), before]);
      return;
    }
    const { tax_certificate: own, 完税证明: printed } = parse(read(folder)).attachments;
    const entries = own ?? printed;
    if (last !== undefined) expect(entries.slice(-1)).toEqual(last);
    else expect(entries).toBe('附件/完税证明/*');
    expect(read(folder, '附件/完税证明/2020完税证明.jpg')).toBe('new');
    expect(read(folder).includes('# 旧的')).toBe(attachments.includes('# 旧的'));
  });
});

describe('archives', () => {
  const gbk = (text: string): Buffer =>
    // 营业执照 and 审计报告2019 in the encoding of a Chinese Windows.
    Buffer.from(
      {
        '营业执照.jpg': 'd3aad2b5d6b4d5d52e6a7067',
        '审计/2019审计报告.pdf': 'c9f3bcc62f32303139c9f3bcc6b1a8b8e62e706466',
      }[text] ?? '',
      'hex',
    );

  it('are unpacked with names in GBK, and hostile or locked members are named, not taken', async () => {
    const cwd = emptyFolder();
    const folder = dossierIn(cwd);
    fill(cwd, {
      '资料.zip': zipOf([
        { name: gbk('营业执照.jpg'), utf8: false, content: 'licence' },
        { name: gbk('审计/2019审计报告.pdf'), utf8: false, content: audit(2019), deflated: true },
        { name: '../../../etc/完税证明2020.jpg', content: 'up' },
        { name: 'C:\\x\\高企证书.jpg', content: 'hi-tech' },
        { name: '密.pdf', content: 'x', encrypted: true },
        { name: '内层.zip', content: zipOf([{ name: 'a.pdf' }]) },
        { name: '链接.pdf', content: '/etc/passwd', link: true },
        { name: '炸弹.pdf', content: Buffer.alloc(100), bytes: 4_000_000_000, deflated: true },
        { name: '__MACOSX/._营业执照.jpg', content: 'x' },
      ]),
    });
    const { stdout } = await zjtx(['add', '资料.zip', '--to', '材料', '--yes', '-f', 'json'], { cwd });
    const plan = planOf(stdout);
    expect(plan.files.map(({ file, status, path }) => [file, status, path])).toEqual([
      ['资料.zip/营业执照.jpg', 'certain', '附件/企业营业执照原件扫描件/营业执照.jpg'],
      ['资料.zip/审计/2019审计报告.pdf', 'certain', '附件/前三年财务审计报告/2019审计报告.pdf'],
      ['资料.zip/etc/完税证明2020.jpg', 'certain', '附件/完税证明/完税证明2020.jpg'],
      ['资料.zip/C:/x/高企证书.jpg', 'certain', '附件/研发机构、高新技术企业或科技型中小企业证明材料/高企证书.jpg'],
    ]);
    expect(plan.leftOut.map(({ file, why }) => [file, why])).toEqual([
      ['资料.zip/密.pdf', 'encrypted'],
      ['资料.zip/内层.zip', 'nested'],
      ['资料.zip/链接.pdf', 'link'],
      ['资料.zip/炸弹.pdf', 'broken'],
    ]);
    expect(plan.system).toBe(1);
    expect(readdirSync(cwd).sort()).toEqual(['材料', '资料.zip']);
    expect(read(folder, '附件/企业营业执照原件扫描件/营业执照.jpg')).toBe('licence');
  });

  // 71 bytes with one file, a.pdf.
  const dictionaryOf1GiB =
    '526172211a070100c51a3332030100002d8fab441602021404e807a4830200000000806b0105612e70646600000000000000000000000000000000' +
    '0000000019b23a3503050000';
  it.each([
    ['a.zip', zipOf([{ name: 'a.pdf', content: 'x', encrypted: true }]), 'encrypted'],
    ['b.zip', Buffer.from('no zip at all'), 'broken'],
    ['c.rar', sample('corpus/password-5.rar'), 'encrypted'],
    ['d.rar', sample('corpus/headers-5.rar'), 'encrypted'],
    ['e.rar', Buffer.from('Rar!'), 'broken'],
    ['e2.rar', Buffer.from(dictionaryOf1GiB, 'hex'), 'large'],
    ['f.7z', Buffer.from('7z'), 'format'],
    ['g.zip', rawZip([{ name: 'a.pdf', data: 'x', method: 14 }]), 'format'],
    ['h.zip', asLastPart(zipOf([{ name: 'a.pdf', content: 'x' }])), 'volume'],
    ['i.z01', Buffer.from('PK'), 'volume'],
    ['j.zip.001', Buffer.from('PK'), 'volume'],
  ] as const)('%s cannot be opened: %s', async (name, content, why) => {
    const cwd = emptyFolder();
    dossierIn(cwd);
    fill(cwd, { [name]: content });
    const { code, stdout } = await zjtx(['add', name, '--to', '材料', '--yes', '-f', 'json'], { cwd });
    expect([code, planOf(stdout).leftOut]).toEqual([1, [expect.objectContaining({ file: name, why })]]);
  });

  it('of the kind rar are unpacked too, and a path may lead into one', async () => {
    const cwd = emptyFolder();
    const folder = dossierIn(cwd);
    fill(cwd, { '收到.rar': sample('corpus/good-5.rar'), '名.rar': sample('cases/gbk-name.rar') });
    const { stdout } = await zjtx(['add', '收到.rar', '--to', '材料', '-f', 'json'], { cwd });
    expect(planOf(stdout).files.map(({ file, slot }) => [file, slot?.id])).toEqual([
      ['收到.rar/附件/完税证明.pdf', 'tax_certificate'],
      ['收到.rar/附件/营业执照.JPG', 'business_license'],
      ['收到.rar/long.doc', undefined],
    ]);
    const one = await zjtx(['add', '收到.rar/附件/完税证明.pdf', '--slot', '完税证明', '--to', '材料', '--yes'], {
      cwd,
    });
    expect([one.code, readdirSync(join(folder, '附件'))]).toEqual([0, ['完税证明']]);
    const named = await zjtx(['add', '名.rar', '--to', '材料', '-f', 'json'], { cwd });
    expect(planOf(named.stdout).leftOut).toMatchObject([{ file: '名.rar/合同.pdf', why: 'empty' }]);
  });
});

describe('refuses', () => {
  it.each([
    ['no sources', ['add'], '没有写要放的文件'],
    ['nobody to ask', ['add', '收到'], '这里不是终端'],
    ['a source that is not there', ['add', '没有', '--to', '材料', '--yes'], '不能读'],
    ['no dossier', ['add', '收到', '--to', '收到', '--yes'], ''],
  ] as const)('%s', async (_, argv, says) => {
    const cwd = emptyFolder();
    dossierIn(cwd);
    fill(cwd, { '收到/营业执照.jpg': 'x' });
    const { code, stderr } = await zjtx(argv, { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining(says)]);
  });
});
