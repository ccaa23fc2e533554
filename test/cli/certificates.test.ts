// The wizard proposes the rows that certificates state: what a person takes, what is missing in them, and what is never proposed.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it, test } from 'vitest';
import { chinesePdf } from '../files/pdf/build.ts';
import { zipOf } from '../intake/add/archives.ts';
import { parsed as parse } from '../support/dossier.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';
import { person, type Said } from './asker.ts';

const enterprise = '江苏示例精密机械有限公司';
const invention = (number: string, name: string, owner = enterprise): readonly string[] => [
  '发明专利证书',
  `发明名称：${name}`,
  `专利号：${number}`,
  '专利申请日：2018年03月12日',
  `专利权人：${owner}`,
  '授权公告日：2020年05月05日',
];
const layout = (number: string, name: string): readonly string[] => [
  '集成电路布图设计登记证书',
  `布图设计名称：${name}`,
  `布图设计登记号：${number}`,
  `布图设计权利人：${enterprise}`,
];

const papers: Readonly<Record<string, readonly string[]>> = {
  '收到/1.pdf': invention('ZL 2018 1 9900016.3', '一种行星减速器齿轮磨削方法'),
  '收到/1 再扫.pdf': [...invention('ZL 2018 1 9900016.3', '一种行星减速器齿轮磨削方法'), '第 1 页'],
  '收到/2.pdf': layout('BS.235000001', '精密传动芯片布图'),
  '收到/假.pdf': invention('ZL201919900016.4', '假的'),
  '收到/0 又假.pdf': invention('ZL201819900016.4', '又假'),
  '收到/别家.pdf': invention('ZL202019900041.9', '别家的方法', '南京别家机电有限公司'),
  '收到/实用.pdf': ['实用新型专利证书', '实用新型名称：减速器', '专利号：ZL202021990002.8', `专利权人：${enterprise}`],
};

const read = (cwd: string): string => readFileSync(join(cwd, 'dossier.yaml'), 'utf8');

/** A dossier whose papers lie beside it; `rows` are what it has already. */
function begun(category: string, form = 'form: {}'): string {
  const cwd = emptyFolder();
  for (const [name, lines] of Object.entries(papers)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), chinesePdf([lines]));
  }
  writeFileSync(
    join(cwd, 'dossier.yaml'),
    `format: 1\ncategory: ${category}\n# 留着\nenterprise: ${enterprise}\nas_of: 2026-05-08\n${form}\n`,
  );
  return cwd;
}

const started = 'national/2026/little-giant';

async function walked(cwd: string, says: readonly (readonly [string, Said])[], argv: readonly string[] = []) {
  const { asker, asked, refused } = person(says);
  const { code, stdout } = await zjtx(['fill', '--take', '收到', ...argv], { cwd, asker });
  const dossier = parse(read(cwd));
  const sections = Object.values(dossier.form ?? {}) as Record<string, unknown>[];
  const rows = sections.map((one) => one.Ⅰ类知识产权 ?? one.class_one_ip).find((one) => one !== undefined);
  return { code, stdout, asked, refused, rows: (rows ?? []) as Record<string, unknown>[] };
}

it('writes what is taken with what is common to all, and leaves out what is doubtful, foreign, or there twice', async () => {
  const cwd = begun(started);
  const { code, stdout, asked, rows } = await walked(cwd, [['以上 2 项都是', '自 是']]);
  expect(code).toBe(0);
  expect(stdout).toContain('从材料里读出Ⅰ类知识产权 3 项，请对照原件');
  expect(stdout).toContain('专利号的校验码不对');
  expect(stdout.replace(/\s/g, '')).toContain('没有列出收到/0又假.pdf第1页：与“一种行星减速器齿轮磨削方法');
  expect(stdout.replace(/\s/g, '')).toContain('没有列出收到/别家.pdf第1页：写的是南京别家机电有限公司，不是本企业');
  expect(rows.map((row) => [row.授权号或登记号 ?? row.number, row.有效期至 ?? row.valid_until])).toEqual([
    ['ZL201819900016.3', '2038-03-11'],
    ['BS.235000001', undefined],
  ]);
  for (const row of rows) expect(Object.values(row)).toEqual(expect.arrayContaining(['自主研发', '是']));
  // How long a layout design lasts its paper does not say.
  expect(asked.some((one) => one.startsWith('Ⅰ类知识产权 第 2 项 精密传动芯片布图'))).toBe(true);
  expect(asked.some((one) => one.startsWith('Ⅰ类知识产权：现有'))).toBe(false);
  expect(read(cwd)).toContain('# 留着\n');
});

it('asks row by row where they differ, and goes back to the choice', async () => {
  const { rows, asked } = await walked(begun(started), [
    ['以上 2 项都是', '<'],
    ['读出的Ⅰ类知识产权', ['一种行星减速器齿轮磨削方法　ZL201819900016.3', '精密传动芯片布图　BS.235000001']],
    ['以上 2 项都是', '+'],
    ['Ⅰ类知识产权 第 1 项', '1 是'],
    ['Ⅰ类知识产权 第 2 项', '20330208 2 否'],
  ]);
  expect(asked.filter((one) => one.startsWith('读出的Ⅰ类知识产权'))).toHaveLength(2);
  expect(rows.map((row) => [row.取得方式 ?? row.obtained, row.有效期至 ?? row.valid_until])).toEqual([
    ['自主研发', '2038-03-11'],
    ['受让满一年', '2033-02-08'],
  ]);
});

test('those that are written are not proposed again, and others are not taken by Enter', async () => {
  const form =
    'form:\n  innovation:\n    class_one_ip:\n      # 手写的\n      - {name: 磨削方法, kind: 发明专利, number: "2018199000163"}';
  const cwd = begun(started, form);
  const { stdout, rows } = await walked(cwd, [
    ['1、', '>'],
    ['是否', '>'],
    ['到哪一部分', '创新能力'],
  ]);
  expect(rows).toHaveLength(1);
  expect(stdout).not.toContain('一种行星减速器齿轮磨削方法，类别');
  expect(read(cwd)).toContain('# 手写的');
});

it('takes more rows after those that were read, and none of these where nobody wants them', async () => {
  const { rows } = await walked(begun(started), [
    ['读出的Ⅰ类知识产权', ['— 还有别的，接着填', '精密传动芯片布图　BS.235000001']],
    ['精密传动芯片布图', '自 是'],
    ['Ⅰ类知识产权 第 1 项', '20330208'],
    ['Ⅰ类知识产权：现有 1 项', '另一个 6 BS.245000002 20340620 是 自 是'],
  ]);
  expect(rows.map((row) => row.授权号或登记号 ?? row.number)).toEqual(['BS.235000001', 'BS.245000002']);
  const none = await walked(begun(started), [['读出的Ⅰ类知识产权', []]]);
  expect(none.rows).toEqual([]);
});

test('in each category the table takes its own kinds, and the file where it must be named', async () => {
  const second = begun('national/2027/innovative-sme');
  const { stdout } = await walked(second, []);
  expect(stdout).toContain('从材料里读出Ⅱ类知识产权 1 项');
  const product = begun('jiangsu/2021/product');
  const { code } = await walked(product, []);
  expect(code).toBe(0);
  const [patents] = (Object.values(parse(read(product)).form) as Record<string, unknown>[])
    .flatMap(
      (section) =>
        ((section.patents ?? section['产品采用相关授权专利技术情况(发明专利或实用新型专利)']) as
          | Record<string, unknown>[]
          | undefined) ?? [],
    )
    .map((row) => Object.values(row));
  expect(patents).toEqual(expect.arrayContaining(['ZL201819900016.3', '收到/1 再扫.pdf']));
});

test('speaks English, and reads what lies in a slot already', async () => {
  const cwd = begun(started, 'attachments:\n  ip_certificates: 收到/2.pdf');
  const { asker, asked } = person([]);
  const { stdout } = await zjtx(['fill', '--lang', 'en'], { cwd, asker });
  expect(stdout).toContain('Ⅰ类知识产权: 1 read from the papers; compare them:');
  expect(asked.some((one) => one.startsWith('Ⅰ类知识产权 read from the papers: which are written?'))).toBe(true);
});

const rowsOf = (cwd: string) => {
  const [section] = Object.values(parse(read(cwd)).form ?? {}) as Record<string, unknown>[];
  return ((section?.Ⅰ类知识产权 ?? section?.class_one_ip ?? []) as Record<string, string>[]).map(
    (row) => row.授权号或登记号 ?? row.number,
  );
};

it('has zjtx add offer the same rows once the files are placed, and only those that are not there', async () => {
  const cwd = begun(started);
  const first = person([
    ['放哪些', []],
    ['读出的Ⅰ类知识产权，写入哪些', ['精密传动芯片布图　BS.235000001']],
    ['精密传动芯片布图', '自 是'],
  ]);
  const { stdout } = await zjtx(['add', '收到', '--to', '.'], { cwd, asker: first.asker });
  expect(rowsOf(cwd)).toEqual(['BS.235000001']);
  expect(stdout).toContain('要撤销：用 ');
  expect(read(cwd)).toContain('# 留着\n');
  const second = person([
    ['放哪些', []],
    ['读出的Ⅰ类知识产权，写入哪些', ['一种行星减速器齿轮磨削方法　ZL201819900016.3']],
    ['一种行星减速器齿轮磨削方法', '自 是'],
  ]);
  const again = await zjtx(['add', '收到', '--to', '.'], { cwd, asker: second.asker });
  expect(again.stdout).not.toContain('BS.235000001');
  expect(rowsOf(cwd)).toEqual(['BS.235000001', 'ZL201819900016.3']);
});

it('names the rows where nobody is asked, in JSON too, and writes none of them', async () => {
  const cwd = begun(started);
  const before = read(cwd);
  const { stdout } = await zjtx(['add', '收到', '--to', '.', '--dry-run'], { cwd });
  const plain = stdout.replace(/\n {4,}/g, '');
  expect(plain).toContain('第 1 页可作“Ⅰ类知识产权”的一行：一种行星减速器齿轮磨削方法、发明专利、ZL201819900016.3');
  expect(plain).not.toContain('别家的方法');
  expect(stdout).toContain('证书里写的可以填成表格的一行');
  // It fills in a row, and belongs to no slot.
  expect(stdout).not.toContain('zjtx add 收到/1.pdf --slot');
  const { files } = JSON.parse((await zjtx(['add', '收到', '--to', '.', '-f', 'json'], { cwd })).stdout);
  const stated = Object.fromEntries(
    files.map(({ file, rows }: { file: string; rows: unknown }) => [file.replace('收到/', ''), rows]),
  );
  expect(stated['2.pdf']).toEqual([
    {
      table: { id: 'class_one_ip', label: 'Ⅰ类知识产权' },
      page: 1,
      cells: { name: '精密传动芯片布图', number: 'BS.235000001', kind: '集成电路布图设计专有权' },
    },
  ]);
  expect([stated['别家.pdf'], stated['实用.pdf']]).toEqual([[], []]);
  expect(read(cwd)).toBe(before);
});

it('tells which papers a row does not bring along: they lie in a zip, and the table asks for them', async () => {
  const cwd = begun('jiangsu/2021/product');
  const content = readFileSync(join(cwd, '收到/1.pdf'));
  writeFileSync(join(cwd, '客户.zip'), zipOf([{ name: '1.pdf', content }]));
  const added = (from: string) => {
    const { asker } = person([
      ['放哪些', []],
      ['写入哪些', []],
    ]);
    return zjtx(['add', from, '--to', '.'], { cwd, asker });
  };
  expect((await added('客户.zip')).stdout.replace(/\s+/g, '')).toContain('不复制客户.zip/1.pdf：不在材料的文件夹里');
  // Beside the dossier it is named in the row where it lies.
  expect((await added('收到')).stdout).not.toContain('不复制');
});
