// What papers say of themselves: whose they are, for when, until when; and what is never concluded from them.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { openCatalog } from '../../../src/category/catalog.ts';
import { figuresOf } from '../../../src/intake/add/figures.ts';
import { type PaperText, paperKinds } from '../../../src/intake/add/recognise.ts';
import { noticedIn, readPaper, textOf } from '../../../src/intake/add/says.ts';
import { chinesePdf } from '../../files/pdf/build.ts';
import { emptyFolder } from '../../support/terminal.ts';
import { zipOf } from './archives.ts';

const { form } = await (await openCatalog()).open('national/2023/little-giant');
const kinds = new Map(paperKinds(form.lists).map((kind) => [kind.id, kind]));
const enterprise = '江苏示例精密机械有限公司';
const owner = { enterprise, uscc: '91320115MADEM0011B', former: ['南京示例减速器有限公司'] };
const text = (...lines: readonly string[]): PaperText => ({ pages: [lines.join('\r\n')], ocr: false });
const read = (kind: string, lines: readonly string[], months = false) =>
  readPaper(text(...lines), kinds.get(kind), owner, months);

describe('whose', () => {
  it.each([
    [['纳税人名称：江苏示例精密机械有限公司'], 'own', undefined],
    [['纳税人名称：', '江苏示例精密机械有限公司'], 'own', undefined],
    [['统一社会信用代码 91320115MADEM0011B'], 'own', undefined],
    [['企业名称 南京示例减速器有限公司'], 'own', undefined],
    [['审计报告', '南京别家有限公司全体股东：'], 'foreign', '南京别家有限公司'],
    [['名称：南京别家（集团）有限公司'], 'foreign', '南京别家(集团)有限公司'],
    [['统一社会信用代码 91320100MA1MUKEG1T'], 'nobody', undefined],
    [['没有名称'], 'nobody', undefined],
    [['别家有限公司和江苏示例精密机械有限公司'], 'own', undefined],
  ] as const)('%j: %s', (lines, whose, whom) => {
    expect(read('tax', lines)).toMatchObject({ whose, ...(whom === undefined ? {} : { whom }) });
  });

  test('is not known while the dossier does not say who applies', () => {
    const nobody = { enterprise: '', uscc: '', former: [] };
    expect(readPaper(text('名称：南京别家有限公司'), kinds.get('tax'), nobody, false).whose).toBe('unknown');
  });

  test('whom else a paper names is not taken for its holder', () => {
    expect(read('tax', [enterprise, '名称：南京别家有限公司']).said.issued_to).toBeUndefined();
    expect(read('supply', [`兹证明${enterprise}`]).said.issued_to).toBeUndefined();
  });
});

describe('until when', () => {
  it.each([
    [['有效期至：2023年12月1日'], '2023-12-01'],
    [['有效期限：2020-12-02 至 2023-12-01'], '2023-12-01'],
    [['有效期三年，至 2023 年 12 月 1 日'], '2023-12-01'],
    [['发证日期：2020年12月2日', '有效期：三年'], undefined],
    [['Valid until: 2023.12.01'], '2023-12-01'],
  ] as const)('%j: %s', (lines, until) => {
    expect(read('hi-tech', lines).said.valid_until).toBe(until);
  });

  test('a licence may be without end; a report has none', () => {
    expect(read('licence', ['营业期限 2012年5月8日至长期']).said.valid_until).toBe('长期');
    expect(read('audit', ['有效期至：2023年12月1日']).said.valid_until).toBeUndefined();
  });
});

describe('for when', () => {
  it.each([
    ['audit', ['包括2022年12月31日的资产负债表，2022年度的利润表'], false, ['2022']],
    ['audit', ['2022年12月31日、2021年12月31日', '2022年度财务报表'], false, ['2022']],
    ['audit', ['没有年份'], false, undefined],
    ['tax', ['税款所属期：2022-01-01'], false, ['2022']],
    ['tax', ['填发日期：2023年1月15日'], false, undefined],
    ['social-security', ['费款所属期：2022 年 12 月'], true, ['2022-12']],
    ['social-security', ['费款所属期：2022年12月', '费款所属期：2022年11月'], true, undefined],
  ] as const)('%s %j', (kind, lines, months, covers) => {
    expect(read(kind, lines, months).said.covers).toEqual(covers);
  });

  test('who audited, and whether the statements are consolidated', () => {
    const { said } = read('audit', ['示例会计师事务所（特殊普通合伙）', '2022年12月31日的合并及母公司资产负债表']);
    expect(said).toMatchObject({ kind: 'audit', issuer: '示例会计师事务所(特殊普通合伙)', basis: '合并' });
  });
});

describe('the text of', () => {
  const at = (name: string, content: Buffer): string => {
    const path = join(emptyFolder(), name);
    writeFileSync(path, content);
    return path;
  };

  test('a PDF is read page by page, as far as a bound', async () => {
    const pages = Array.from({ length: 20 }, (_, page) => [`第${page + 1}页`]);
    const found = await textOf(at('a.pdf', chinesePdf(pages)), 'a.pdf');
    expect(found?.pages.map((page) => page.trim()).at(-1)).toBe('第16页');
  });

  test('a Word file is read without its marks; what is none, or lies about its size, has no text', async () => {
    const part = '<w:document><w:p><w:r><w:t>企业</w:t></w:r><w:t>简介 &amp; 说明</w:t></w:p></w:document>';
    const word = zipOf([{ name: 'word/document.xml', content: part, deflated: true }]);
    expect(await textOf(at('a.docx', word), 'a.docx')).toEqual({ pages: ['企业简介 & 说明\n'], ocr: false });
    const liar = zipOf([{ name: 'word/document.xml', content: part, bytes: 3_000_000_000, deflated: true }]);
    expect(await textOf(at('b.docx', liar), 'b.docx')).toBeUndefined();
    expect(await textOf(at('c.docx', Buffer.from('x')), 'c.docx')).toBeUndefined();
    expect(await textOf(at('c.pdf', Buffer.from('x')), 'c.pdf')).toBeUndefined();
  });

  test('a photo is only what a machine has read, where one is asked', async () => {
    const photo = at('a.jpg', Buffer.from('x'));
    const reader = { read: async () => ({ is: 'text', text: '营业执照' }) as const, close: async () => {} };
    expect(await textOf(photo, 'a.jpg')).toBeUndefined();
    expect(await textOf(photo, 'a.jpg', reader)).toEqual({ pages: ['营业执照'], ocr: true });
    expect(await textOf(photo, 'a.jpg', { ...reader, read: async () => ({ is: 'unreadable' }) })).toBeUndefined();
  });
});

describe('figures of a report', () => {
  const names = ['营业收入', '资产总额', '利润总额', '研发费用'];
  const read = (...pages: readonly string[]) => figuresOf({ pages, ocr: false }, names, '2020');
  const head = '利润表　单位：元\n项目 附注 本期金额 上期金额\n';

  it.each([
    ['in 元, with a note', `${head}一、营业收入 五、28 86,000,000.00 73,500,000.00`, { 营业收入: '8600.00' }],
    ['in 万元', '单位：人民币万元\n项目 期末余额 期初余额\n资产总计 9,800.00 8,735.00', { 资产总额: '9800.00' }],
    ['in the last column', '单位：万元\n项目 年初数 期末数\n资产总计 8,735.00 9,800.00', { 资产总额: '9800.00' }],
    [
      'by the years of the head',
      '单位：万元\n项目 2019年度 2020年度\n其中：研发费用 410.00 512.00',
      { 研发费用: '512.00' },
    ],
    [
      'of a year and of a day in one head',
      '金额单位：人民币万元\n项 目 本期（期末） 上期（期初）\n一、营业收入 8,600.00 7,350.00',
      { 营业收入: '8600.00' },
    ],
    ['below nothing', `${head}三、利润总额 -6,900,000.00 5,660,000.00`, { 利润总额: '-690.00' }],
    ['below nothing, in brackets', `${head}三、利润总额 (6,900,000.00) 5,660,000.00`, { 利润总额: '-690.00' }],
    ['in wide brackets', `${head}三、利润总额 5,660,000.00 （6,900,000.00）`, { 利润总额: '566.00' }],
    [
      'in 千元, without decimals',
      '单位：千元\n项目 2020年度 2019年度\n一、营业收入 86,000 73,500',
      { 营业收入: '8600.00' },
    ],
    [
      'of assets beside liabilities',
      '资产负债表\n单位：万元\n资产 期初余额 期末余额 负债和所有者权益 期初余额 期末余额\n流动资产： 流动负债：\n资产总计 8,735.00 9,800.00 负债合计 4,000.00 4,500.00',
      { 资产总额: '9800.00' },
    ],
    [
      'below a head that is broken',
      '2020年12月31日 单位：万元\n项目 2020 年 12 月 31\n日\n2019 年 12 月 31\n日\n资产总计 9,800.00 8,735.00',
      { 资产总额: '9800.00' },
    ],
    [
      'at the end of the last year',
      '单位：万元\n项目 上年年末余额 期末余额\n资产总计 8,735.00 9,800.00',
      { 资产总额: '9800.00' },
    ],
    [
      'at the first day of the year',
      '单位：万元\n项目 2020年1月1日 2020年12月31日\n资产总计 8,735.00 9,800.00',
      { 资产总额: '9800.00' },
    ],
    ['of the whole year', '单位：万元\n项目 本月数 本年累计数\n一、营业收入 700.00 8,600.00', { 营业收入: '8600.00' }],
    ['of the year alone', '利润表\n2020年度 单位：万元\n项目 金额\n一、营业收入 8,600.00', { 营业收入: '8600.00' }],
    [
      'of one whose name is a unit',
      '编制单位：元亨机械有限公司 单位：万元\n项目 本期金额 上期金额\n一、营业收入 8,600.00 7,350.00',
      { 营业收入: '8600.00' },
    ],
  ])('%s', (_, page, figures) => {
    expect(read('审计报告', page)).toEqual({ figures, pages: '2' });
  });

  it.each([
    ['no unit', '项目 本期金额 上期金额\n一、营业收入 8,600.00 7,350.00'],
    ['another line', `${head}营业外收入 80,000.00 50,000.00`],
    ['a part of it', `${head}流动资产合计 6,090.00 5,335.00`],
    ['two that differ', `${head}一、营业收入 8,600.00 7,350.00\n一、营业收入 9,600.00 7,350.00`],
    ['more columns than the head', `${head}一、营业收入 8,600.00 7,350.00 1,250.00`],
    ['a line with an empty cell', `${head}一、营业收入 7,350.00`],
    ['a line with a dash for the year', `${head}一、营业收入 - 7,350.00`],
    ['no head', '单位：元\n一、营业收入 8,600.00 7,350.00'],
    ['columns that name no year', '单位：元\n2020年度\n项目 合并 母公司\n一、营业收入 8,600.00 7,350.00'],
    ['two that are both of the year', '单位：元\n项目 本期金额 本年累计金额\n一、营业收入 860.00 8,600.00'],
    ['three years with one empty', '单位：元\n项目 2018年 2019年 2020年\n一、营业收入 8,600.00 7,350.00'],
    [
      'the group beside its parent',
      '合并及母公司利润表 单位：元\n项目 合并 母公司\n本年数 上年数 本年数 上年数\n三、利润总额 (35.20) 1,110.00 (12.00) 1,010.00',
    ],
    [
      'one that is stated again where it cannot be told',
      `${head}三、利润总额 - 5,660,000.00\n母公司利润表\n项目 本期金额 上期金额\n三、利润总额 5,000,000.00 4,000,000.00`,
    ],
    ['two units on a page', `${head}单位：万元\n一、营业收入 8,600.00 7,350.00`],
  ])('nothing of %s', (_, page) => {
    expect(read(page)).toEqual({});
  });

  it('nothing of what a machine has read from a picture', () => {
    expect(figuresOf({ pages: [`${head}一、营业收入 8,600.00 7,350.00`], ocr: true }, names, '2020')).toEqual({});
  });
});

describe('what a paper says behind a label', () => {
  const owner = { enterprise: '江苏示例精密机械有限公司', uscc: '', former: [] };
  const labels = new Map([
    ['统一社会信用代码', 'uscc'],
    ['成立日期', 'founded'],
    ['住所', 'address'],
  ]);
  const own = '名称 江苏示例精密机械有限公司';
  const read = (page: string) => noticedIn([page], labels, owner).map(({ fact, text }) => [fact, text]);

  it('is read on a page that names the applicant', () => {
    expect(read(`营业执照\n统一社会信用代码：91320115MADEM0011B\n${own}`)).toEqual([['uscc', '91320115MADEM0011B']]);
  });

  it('is read with and without the spaces that a program puts beside digits', () => {
    expect(read(`${own}\n成立日期 2016 年 3 月 18 日\n住所 示例路 18 号`)).toEqual([
      ['founded', '2016'],
      ['founded', '2016年3月18日'],
      ['address', '示例路'],
      ['address', '示例路18号'],
    ]);
  });

  it.each([
    ['that names nobody', '统一社会信用代码：91320115MADEM0011B'],
    [
      'that is another’s',
      `名称：南京别家机械有限公司\n统一社会信用代码：91320115MADEM0011B\n股东：江苏示例精密机械有限公司`,
    ],
    ['of two parties', '甲方：南京别家\n统一社会信用代码：91320115MADEM0011B\n乙方：江苏示例精密机械有限公司'],
  ])('is left on a page %s', (_, page) => {
    expect(read(page)).toEqual([]);
  });
});
