// A folder that `zjtx init` began, before an editor's own YAML server: what it offers, shows and marks, with no setting but ours.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCatalog } from '../../src/category/catalog.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';
import { Editor } from './editor.ts';

const ids = (await (await openCatalog()).list()).map(({ id }) => id);
const schemaOf = (id: string): string => `.zjtx/${id.replaceAll('/', '-')}.schema.json`;

let editor: Editor;
beforeAll(async () => {
  // No schema is named: the first line of the dossier has to be enough.
  editor = await Editor.open({});
});
afterAll(() => editor.close());

/** A fresh dossier in a folder whose name needs encoding, as on many desks. */
async function begin(id: string): Promise<{ folder: string; text: string }> {
  const cwd = emptyFolder();
  const ran = await zjtx(['init', '张三 的#申报', '--category', id, '--yes'], { cwd });
  expect(ran.code).toBe(0);
  const folder = join(cwd, '张三 的#申报');
  return { folder, text: readFileSync(join(folder, 'dossier.yaml'), 'utf8') };
}

const nameIn = (folder: string, file = 'dossier.yaml'): string =>
  pathToFileURL(join(folder, file)).pathname.replace(/^\//, '');

/** Where a part of a text begins or, with `after`, ends. */
function placeIn(text: string, part: string, after = false): { line: number; character: number } {
  const offset = text.indexOf(part);
  if (offset < 0) throw new Error(`no ${part}`);
  const before = text.slice(0, offset + (after ? part.length : 0)).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

describe.each(ids)('%s', (id) => {
  it('is begun without a mark, and its schema is alive', async () => {
    const { folder, text } = await begin(id);
    expect(await editor.marks(nameIn(folder), text)).toEqual([]);
    const wrong = `${text}zzz: 1\n`;
    const marks = await editor.marks(nameIn(folder, 'wrong.yaml'), wrong);
    expect(marks.map(({ line }) => line)).toEqual([wrong.split('\n').length - 1]);
  });

  it('shows what every key is, once', async () => {
    const { folder, text } = await begin(id);
    await editor.marks(nameIn(folder), text);
    const keys = text.split('\n').flatMap((each, line) => {
      const [, indent, key] = /^( *)("?\p{L}[^#:]*?):(?: |$)/u.exec(each) ?? [];
      return indent === undefined || key === undefined ? [] : [{ key, line, character: indent.length + 1 }];
    });
    expect(keys.length).toBeGreaterThan(10);
    for (const { key, ...place } of keys) {
      const shown = await editor.shown(nameIn(folder), place);
      expect(shown, key).toMatch(/^#### \S/);
      expect(shown, key).not.toContain('||');
    }
  });

  it('points the editor at what is there', async () => {
    const { folder, text } = await begin(id);
    expect(text.split('\n')[0]).toBe(`# yaml-language-server: $schema=./${schemaOf(id)}`);
    const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, '.vscode', file), 'utf8'));
    expect(read('extensions.json')).toEqual({ recommendations: ['redhat.vscode-yaml'] });
    const schemas = (read('settings.json') as Record<string, unknown>)['yaml.schemas'];
    expect(schemas).toEqual({ [schemaOf(id)]: 'dossier.yaml' });
    expect(existsSync(join(folder, schemaOf(id)))).toBe(true);
  });
});

describe('a dossier that grows line by line', () => {
  const modeline = `# yaml-language-server: $schema=./${schemaOf('jiangsu/2021/product')}\n`;

  /** What is offered where `▮` stands. */
  async function offered(text: string): Promise<readonly string[]> {
    const { folder } = await begin('jiangsu/2021/product');
    const whole = `${modeline}${text}`;
    const name = nameIn(folder, 'grows.yaml');
    await editor.marks(name, whole.replace('▮', ''));
    return editor.offered(name, placeIn(whole, '▮'));
  }

  it.each<[string, string, readonly string[]]>([
    [
      'the top',
      'category: jiangsu/2021/product\n▮\n',
      ['enterprise', 'form', 'facts', 'titles', 'attachments', 'claims'],
    ],
    ['the category', 'category: ▮\n', ['jiangsu/2021/product']],
    ['the form', 'form:\n  ▮\n', ['head', 'basics', 'annex', '1、企业基本情况']],
    ['a section', 'form:\n  basics:\n    ▮\n', ['uscc', '统一社会信用代码', 'assets_total', '上年末资产总额(万元)']],
    ['a section by its title', 'form:\n  1、企业基本情况:\n    ▮\n', ['uscc', '统一社会信用代码']],
    ['a choice', 'form:\n  head:\n    level: ▮\n', ['省级', '市县']],
    ['a choice by its label', 'form:\n  head:\n    认定级别: ▮\n', ['省级', '市县']],
    ['yes or no', 'form:\n  basics:\n    企业是否上市: ▮\n', ['是', '否']],
    ['several choices', 'form:\n  basics:\n    chains:\n      - ▮\n', ['工业机器人', '高档数控机床']],
    ['a person', 'form:\n  basics:\n    legal_rep:\n      ▮\n', ['name', 'phone', 'mobile', '姓名', '电话', '手机']],
    ['a row', 'form:\n  annex:\n    patents:\n      - ▮\n', ['name', 'number', 'file', '专利名称', '专利授权号']],
    ['a choice in a row', 'form:\n  annex:\n    patents:\n      - type: ▮\n', ['发明专利', '实用新型专利']],
    ['facts', 'facts:\n  ▮\n', ['main_revenue', 'product_sales', 'share_rank_national']],
    ['a record', 'facts:\n  pool:\n    ▮\n', ['enrolled', 'county_approved', 'approved_on']],
    ['titles', 'titles:\n  - ▮\n', ['kind', 'level', 'year', '称号', '级别']],
    ['kinds of titles', 'titles:\n  - kind: ▮\n', ['小巨人企业(创新类)', '高新技术企业']],
    [
      'attachments',
      'attachments:\n  ▮\n',
      ['tax_certificate', '完税证明', 'business_license', '企业营业执照原件扫描件'],
    ],
    [
      'evidence',
      'attachments:\n  完税证明:\n    - file: a.pdf\n      ▮\n',
      ['covers', 'kind', 'issued_to', 'issuer', 'valid_until', 'stamped', 'basis', 'figures'],
    ],
    ['the parts', '附▮\n', ['attachments', '附件', 'form', '申请表', 'facts', '其他情况']],
    [
      'evidence by labels',
      '附件:\n  完税证明:\n    - 文件: a.pdf\n      ▮\n',
      ['所属年度', '企业名称', '页码', '待核对'],
    ],
    ['a claim', 'claims:\n  - ▮\n', ['fact', 'table', 'year', 'file', 'pages']],
    ['a claim on a fact', 'claims:\n  - fact: ▮\n', ['main_revenue', 'product_sales']],
    ['a waiver', 'waivers:\n  - ▮\n', ['code', 'at', 'reason', 'by', 'until']],
    ['a person’s word', 'attestations:\n  - item: ▮\n', ['profile-sealed', 'tax-sealed']],
  ])('offers for %s', async (_, text, some) => {
    expect(await offered(text)).toEqual(expect.arrayContaining([...some]));
  });

  it('offers the years that the form prints', async () => {
    const { folder } = await begin('jiangsu/2021/giant-innovation');
    const whole = `# yaml-language-server: $schema=./${schemaOf('jiangsu/2021/giant-innovation')}\nform:\n  operations:\n    revenue:\n      ▮\n`;
    await editor.marks(nameIn(folder, 'years.yaml'), whole.replace('▮', ''));
    const years = await editor.offered(nameIn(folder, 'years.yaml'), placeIn(whole, '▮'));
    expect(years).toEqual(expect.arrayContaining(['2017', '2020', '2023']));
  });

  it.each<[string, string, readonly string[]]>([
    [
      'form:\n  basics:\n    上年末资产总额(万元): 1\n',
      '上年末',
      ['#### 上年末资产总额(万元)', '必填', '单位：万元', '年度：2020'],
    ],
    ['form:\n  basics:\n    profile: 一\n', 'profile', ['#### 企业简介', '不超过 3000 字', '手册 2.1.2']],
    ['form:\n  basics:\n    chains: [工业机器人]\n', 'chains', ['#### 所属重点产业链', '选填', '（来源原文）']],
    ['form:\n  basics:\n    debt_ratio: 1\n', 'debt_ratio', ['#### 资产负债比(%)', '平台计算']],
    [
      'attachments:\n  audit_reports_3y: a.pdf\n',
      'audit',
      ['#### 前三年财务审计报告', '附件第 3 项，必交', '应有年度：2018、2019、2020', '（来源原文）'],
    ],
    ['attachments:\n  完税证明:\n    - {file: a.pdf, covers: 2020}\n', 'covers', ['材料所属年度']],
    ['facts:\n  product_sales: {2020: 1}\n', 'product_sales', ['#### 申报产品销售收入', '单位：万元']],
  ])('shows for %j', async (text, key, some) => {
    const { folder } = await begin('jiangsu/2021/product');
    const name = nameIn(folder, 'shows.yaml');
    await editor.marks(name, modeline + text);
    const { line, character } = placeIn(modeline + text, key);
    const shown = await editor.shown(name, { line, character: character + 1 });
    for (const one of some) expect(shown).toContain(one);
  });
});
