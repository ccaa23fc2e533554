// Answers as people give them at the terminal: rows pasted from a table, short words for options, the same as above, not known.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { emptyFolder, zjtx } from '../support/terminal.ts';
import { person } from './asker.ts';

const id = 'national/2026/little-giant';
const rights = 'Ⅰ类知识产权：现有';

/** What the wizard made of answers to a new dossier. */
async function answered(says: readonly (readonly [string, string])[], category = id) {
  const cwd = emptyFolder();
  await zjtx(['init', '--category', category, '--yes', '--ids'], { cwd });
  const { asker, refused, asked } = person(says);
  const { stdout } = await zjtx(['init'], { cwd, asker });
  const { form, facts } = parse(readFileSync(join(cwd, 'dossier.yaml'), 'utf8'), { schema: 'failsafe' });
  return { form, facts, refused, asked, stdout };
}
const gear = { name: '磨削方法', kind: '发明专利', number: 'ZL201819900016.3', valid_until: '2038-03-11' };
const tooth = { name: '修形方法', kind: '发明专利', number: 'ZL202019900041.9', valid_until: '2040-04-15' };
const ours = { owned: '是', obtained: '自主研发', applied: '是' };

describe('a table that is pasted', () => {
  const rows = (form: { innovation: { class_one_ip: unknown } }): unknown => form.innovation.class_one_ip;
  const table = [
    '磨削方法\t发明专利\tZL201819900016.3\t2038-03-11\t是\t自主研发\t是',
    '修形方法\t发明专利\tZL202019900041.9\t2040年4月15日\t有\t自主研发\t√',
  ];
  it('gives as many rows as it has, once a person has seen them', async () => {
    const { form, stdout, refused } = await answered([
      [`${rights} 0 项`, `${table.join('\r\n')}\r\n`],
      ['这 2 项，这样写入吗', '写入'],
    ]);
    expect([rows(form), refused]).toEqual([
      [
        { ...gear, ...ours },
        { ...tooth, ...ours },
      ],
      [],
    ]);
    expect(stdout).toContain('Ⅰ类知识产权 第 2 项：名称 修形方法，类别 发明专利');
  });
  it('is written only when that is said to be right', async () => {
    const { form } = await answered([
      [`${rights} 0 项`, table.join('\n')],
      ['这 2 项，这样写入吗', '重填'],
    ]);
    expect(rows(form)).toBe('');
  });
  it('may have heads in any order, and columns of its own, which are named', async () => {
    const text = '序号\t授权号或登记号\t名称\t备注\t有效期至\n1\tZL201819900016.3\t磨削方法\t甲\t2038-03-11';
    const { form, stdout } = await answered([
      [`${rights} 0 项`, text],
      ['这样写入吗', '写入'],
    ]);
    expect(rows(form)).toEqual([{ name: gear.name, number: gear.number, valid_until: gear.valid_until }]);
    expect(stdout).toContain('没有取的列：序号、备注');
  });
  it('may count its rows, and have line ends and empty cells', async () => {
    const counted = table.map((row, at) => `${at + 1}\t${row}`).join('\n');
    const text = counted.replace('磨削方法', '"磨削\n方法"').replace('ZL202019900041.9', '');
    const { form } = await answered([
      [`${rights} 0 项`, text],
      ['这 2 项', '写入'],
    ]);
    const { number: _, ...unnumbered } = tooth;
    expect(rows(form)).toEqual([
      { ...gear, name: '磨削 方法', ...ours },
      { ...unnumbered, ...ours },
    ]);
  });
  it('takes an option for its number or beginning, and a dash for what stays open', async () => {
    const { form, refused } = await answered([
      [`${rights} 0 项`, `${table[0]}\n修形方法\t1\tZL202019900041.9\t2040-04-15\t是\t自\t-`],
      ['这 2 项', '写入'],
    ]);
    expect([rows(form), refused]).toEqual([
      [
        { ...gear, ...ours },
        { ...tooth, owned: '是', obtained: '自主研发' },
      ],
      [],
    ]);
  });
  it('says in which row a cell is wrong, and writes none then', async () => {
    const { form, refused } = await answered([[`${rights} 0 项`, table.join('\n').replace('√', '大概')]]);
    expect(refused).toEqual([expect.stringMatching(/^第 2 行：与主导产品相关.*大概/)]);
    expect(rows(form)).toBe('');
  });
});

describe('a row', () => {
  it('takes an option for its number or beginning, and goes on as the row above', async () => {
    const { form, refused } = await answered([
      [`${rights} 0 项`, '磨削方法 1 ZL201819900016.3 20380311 1 自 是'],
      [`${rights} 1 项`, '修形方法 " ZL202019900041.9 2040-04-15'],
      ['这样写入吗', '写入'],
      [`${rights} 2 项`, '第三项 "'],
    ]);
    expect(form.innovation.class_one_ip).toEqual([
      { ...gear, ...ours },
      { ...tooth, ...ours },
    ]);
    // A name or a number is never the same again.
    expect(refused).toEqual([expect.stringContaining('现在是 2 个')]);
  });
  it.each(['无', '没有', '暂无'])('%s: there is none', async (none) => {
    const { form } = await answered([[`${rights} 0 项`, none]]);
    expect(form.innovation.class_one_ip).toEqual([]);
  });
});

describe('a place', () => {
  it.each(['江苏省南京市江宁区示例路18号', '南京市江宁区', '南京江宁', '江苏南京江宁'])(
    'is found in %s',
    async (text) => {
      expect((await answered([['注册地', text]])).form.basics.region).toEqual(['江苏省', '南京市', '江宁区']);
    },
  );
});

describe('parts of one thing', () => {
  it('may be parted by commas, and a single number of a person is what it looks like', async () => {
    const name = '林晓雯';
    const whole = { name, phone: '025-50000026', mobile: '13900000026' };
    const said = async (text: string) => (await answered([['联系人', text]])).form.basics.contact;
    expect(await said(`${name}，025-50000026，13900000026`)).toEqual(whole);
    expect(await said(`${name} 13900000026`)).toEqual({ ...whole, phone: '' });
    expect(await said(`${name} 025-50000026`)).toEqual({ ...whole, mobile: '' });
  });
  it('may be answered all at once where they have the same options', async () => {
    const { facts } = await answered([['承诺与声明', '都是']]);
    expect(Object.values(facts.declarations)).toEqual(Array(8).fill('是'));
  });
  it('are not filled from one figure where there are several years', async () => {
    const { refused } = await answered([['营业收入(万元)', '18250']]);
    expect(refused).toEqual([expect.stringContaining('现在是 1 个')]);
  });
  it('name their years, and have none only where that may be', async () => {
    const said = async (text: string) => {
      const { form, refused } = await answered([['营业收入(万元)', text]]);
      return { years: form.figures.revenue, refused: refused.length };
    };
    const years = { 2023: '0', 2024: '12000', 2025: '9000.50' };
    expect(await said('2023年0，2024年12,000；2025年度：9000.50')).toEqual({ years, refused: 0 });
    expect((await said('2023年无，2024年1，2025年1')).refused).toBe(1);
    expect((await said('2024年 12000')).years).toMatchObject({ 2023: '', 2024: '12000' });
    expect((await said('无')).refused).toBe(1);
    const { form } = await answered([['新增股权融资', '无']], 'national/2026/srdi-sme');
    expect(form.figures.equity_financing).toEqual({ 2024: '0', 2025: '0' });
  });
  it('takes a digit in a name', async () => {
    const { form } = await answered([['联系人', '王工2 13900000026']]);
    expect(form.basics.contact).toMatchObject({ name: '王工2', mobile: '13900000026' });
  });
});

describe('a choice and what is not known', () => {
  it.each([
    ['不是', '否'],
    ['没有', '否'],
    ['有', '是'],
    ['2', '否'],
  ])('%s is %s', async (text, meant) => {
    const { form } = await answered([['是／否　依次写 1. 申报企业是所列各项', `- ${text}`]]);
    expect(form.innovation.national_award_top3).toBe(meant);
  });
  it('leaves open what a person does not know, and says how a figure is written', async () => {
    const { form, refused } = await answered([
      ['通讯地址', '不清楚'],
      ['全职员工数量', '约120'],
      ['从事特定细分市场时间', '无'],
    ]);
    expect(form.basics.address).toBe('');
    expect(refused).toEqual([expect.stringContaining('没有的写 0'), expect.stringContaining('写确切的数')]);
  });
});

describe('a provincial category at the terminal', () => {
  const product = 'jiangsu/2021/product';
  const patents = '产品采用相关授权专利技术情况(发明专利或实用新型专利)：现有';

  it('goes back from its first question to the one that was answered before, and from the day and the papers', async () => {
    const { asked } = await answered(
      [
        ['企业名称', '江苏示例精密机械有限公司'],
        ['收到的材料在哪个文件夹', '<'],
        ['认定级别', '— 上一项'],
      ],
      product,
    );
    const heads = asked.map((one) => one.split('　')[0]?.replace('（必填）', ''));
    expect(heads.slice(0, 6)).toEqual([
      '企业名称',
      '收到的材料在哪个文件夹、zip 或 rar 里？先放好，能读出的就不用填（直接回车：以后再说）',
      '企业名称',
      '收到的材料在哪个文件夹、zip 或 rar 里？先放好，能读出的就不用填（直接回车：以后再说）',
      '认定级别',
      '企业名称',
    ]);
  });

  it('takes a number with blanks for one, and a class with its name for its code', async () => {
    const { form, refused } = await answered(
      [
        ['法定代表人', '示例甲，0510-8888 0001，139 0000 0099'],
        ['联系人', '示例乙 025 50000026 13900000026'],
        ['所属国民经济行业', 'C3443 阀门和旋塞制造'],
      ],
      product,
    );
    expect(refused).toEqual([]);
    expect(form.basics).toMatchObject({
      legal_rep: { name: '示例甲', phone: '0510-88880001', mobile: '13900000099' },
      contact: { name: '示例乙', phone: '025-50000026', mobile: '13900000026' },
      industry: '3443',
    });
  });

  it('does not write a patent number whose check sign is another one', async () => {
    const { form, refused } = await answered(
      [[`${patents} 0 项`, '一种阀座 ZL201910990012.5 发明 2020-09-11']],
      product,
    );
    expect([form.annex.patents, refused]).toEqual([
      '',
      ['专利授权号 ZL201910990012.5 的校验位不符，应为 6。与专利证书核对各位数字。'],
    ]);
  });

  it('calls no condition missed for a table that it has not asked for yet', async () => {
    const { stdout } = await answered([['认定级别', '省级']], product);
    const [early = '', late = ''] = stdout.split('【产品附证】');
    expect(early).not.toContain('不符合：产品附证至少填写一项');
    expect(late).toContain('不符合：产品附证至少填写一项');
  });

  it('reads a file behind the sign of a Chinese keyboard, too', async () => {
    const { refused, asked } = await answered([['企业简介', '＠没有.docx']], product);
    expect([refused, asked.some((one) => one.includes('没有找到 没有.docx'))]).toEqual([[], true]);
  });
});

it('clears several options where none is left, and takes all of them with the key that selects the way back, too', async () => {
  const cwd = emptyFolder();
  await zjtx(['init', '--category', 'jiangsu/2021/product', '--yes', '--ids'], { cwd });
  const chains = async (pick: (names: readonly string[]) => readonly string[]): Promise<unknown> => {
    const { asker } = person([
      ['所属重点产业集群', '核心软件'],
      ['认定级别', '— 换一个部分'],
      ['到哪一部分', '1、企业基本情况'],
      ['是／否', '>'],
      ['到哪一部分', '存盘退出'],
    ]);
    const some: typeof asker.some = async (_, choices) =>
      choices.filter(({ name }) => pick(choices.map((one) => one.name)).includes(name)).map(({ value }) => value);
    await zjtx(['init'], { cwd, asker: { ...asker, some } });
    return parse(readFileSync(join(cwd, 'dossier.yaml'), 'utf8')).form.basics.chains;
  };
  expect(await chains((names) => names)).toEqual(['信息技术应用创新', '工业软件']);
  expect(await chains((names) => names.slice(0, 1))).toEqual(['信息技术应用创新']);
  expect(await chains(() => [])).toBe(null);
});
