// The report for a terminal, compared with files that a person can read, in both languages and widths.
import stringWidth from 'fast-string-width';
import { expect, test } from 'vitest';
import type { Outcome } from '../../src/assessment.ts';
import { readDocument } from '../../src/document/read.ts';
import { reportedOf } from '../../src/reporters/reported.ts';
import type { Report } from '../../src/reporters/reporter.ts';
import { text } from '../../src/reporters/text.ts';
import {
  assessment,
  at,
  attached,
  category,
  criterion,
  notMet,
  program,
  slot,
  unreadable,
} from '../support/assessment.ts';
import { sample } from '../support/sample.ts';

const plain = {
  program,
  language: 'zh',
  width: 100,
  colour: false,
  unicode: true,
  verbose: false,
} as const;
const render = (outcomes: readonly Outcome[], more: Partial<Report> = {}): string =>
  text.render({ ...plain, outcomes: outcomes.map(reportedOf), ...more });

const fault = (line: number, column: number) => notMet('uscc-check', '校验位不符', at(line, column, column + 2));
const warned = notMet('audit-name', '没有企业名称', at(1, 1, 2), { severity: 'warning' });
const open = (id: string, needs: readonly string[]) => criterion(id, { decision: { is: 'undecided', needs } });

const broken = '企业：示例\nform:\n  邮编: 1\n';
const batch = [
  assessment({
    folder: '材料/一',
    findings: [fault(1, 1), fault(2, 1), warned],
    slots: [slot('a', '甲', []), slot('b', '乙', [attached('乙.pdf')])],
  }),
  assessment({
    folder: '材料/二',
    enterprise: '南京样本传感科技有限公司',
    category: category({ id: 'jiangsu/2021/product' }),
    slots: [slot('a', '甲', [attached('甲.pdf'), attached('丙.pdf')])],
  }),
  assessment({
    folder: '材料/三',
    enterprise: '一家名称特别特别特别特别长的有限责任公司',
    category: category({ id: 'shenzhen/2023/municipal-srdi-with-a-long-name' }),
    criteria: [open('c', ['titles'])],
  }),
  unreadable('材料/四', broken, readDocument(new TextEncoder().encode(broken), 'dossier.yaml').findings),
];

test('the head of a report is broken between its parts, and none of them inside', () => {
  const path = 'examples/jiangsu-2021-product/faulty-conditions/dossier.yaml';
  const outcome = assessment({
    folder: path.replace('/dossier.yaml', ''),
    category: category({ id: 'jiangsu/2021/product' }),
  });
  const headOf = (width: number): readonly string[] => render([outcome], { width }).split('\n\n')[0]?.split('\n') ?? [];
  for (const width of [40, 80, 120]) {
    const lines = headOf(width);
    const parts = lines.flatMap((line) => line.split('  '));
    expect(parts).toEqual(expect.arrayContaining([path, 'jiangsu/2021/product', '截至 2021-08-16']));
    // A path is never broken; it stands alone where it runs over.
    for (const line of lines) if (line !== path) expect(stringWidth(line)).toBeLessThanOrEqual(width);
  }
  expect(headOf(80).at(-1)).toBe('jiangsu/2021/product  截至 2021-08-16');
});

for (const language of ['zh', 'en'] as const) {
  for (const width of [100, 60]) {
    test(`one dossier, ${language}, ${width} columns`, async () => {
      await expect(render([sample], { language, width })).toMatchFileSnapshot(`one.${language}.${width}.txt`);
    });
    test(`several dossiers, ${language}, ${width} columns`, async () => {
      await expect(render(batch, { language, width })).toMatchFileSnapshot(`several.${language}.${width}.txt`);
    });
  }
}

test('a dossier that cannot be read', async () => {
  await expect(render(batch.slice(3))).toMatchFileSnapshot('unreadable.zh.100.txt');
});

test('colours are escapes around the very same text', async () => {
  const coloured = render([sample], { colour: true });
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(render([sample]));
  expect(new Set(coloured.match(/\u001b\[\d+m/g))).toEqual(
    new Set([1, 2, 22, 31, 33, 36, 39].map((code) => `\u001b[${code}m`)),
  );
  expect(render(batch, { colour: true }).replace(/\u001b\[\d+m/g, '')).toBe(render(batch));
});

test('without UTF-8 the marks are ASCII', () => {
  const marks = render(batch, { unicode: false })
    .split('\n')
    .flatMap((line) => /^([^\s-]) {2}/.exec(line)?.[1] ?? []);
  expect(marks).toEqual(['x', '?', 'v', 'x']);
});

test('a table is never wider than the terminal', () => {
  for (let width = 72; width <= 100; width += 1) {
    for (const line of render(batch, { width }).split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width);
  }
});

test('what to do now follows from the state', () => {
  const last = (outcome: Outcome): string | undefined => render([outcome]).trimEnd().split('\n').at(-1);
  expect(last(assessment())).toBe('就绪，可以生成材料：zjtx build 示例精密/创新类 -o 输出');
  expect(last(assessment({ folder: '.' }))).toBe('就绪，可以生成材料：zjtx build -o 输出');
  expect(last(assessment({ folder: '我的 材料' }))).toBe('就绪，可以生成材料：zjtx build "我的 材料" -o 输出');
  expect(last(assessment({ findings: [warned] }))).toContain('可提交');
  const faulty = render([assessment({ findings: [fault(1, 1)] })]).trimEnd();
  expect(faulty).toContain('改正 1 项错误');
  expect(faulty).toMatch(/逐条说明：\s*zjtx explain uscc-check --category jiangsu\/2021\/giant-innovation$/);
});

test('a code found very often is shown three times and then by its places', () => {
  const findings = Array.from({ length: 40 }, (_, row) => fault(row + 1, 3));
  const report = render([assessment({ findings, text: 'x: 1\n'.repeat(40) })]);
  expect(report.match(/✗ 错误/g)).toHaveLength(3);
  expect(report).toContain('其余 37 处： 4:3 5:3');
  expect(report).toContain(' 40:3');
  expect(render([assessment({ findings: findings.slice(20) })]).match(/✗ 错误/g)).toHaveLength(20);
});

test('more than three undecided become one line, verbose lists them', () => {
  const criteria = ['a', 'b', 'c', 'd'].map((id) => open(id, ['revenue.2018', `fact_${id}`]));
  const many = assessment({ criteria });
  expect(render([many]).match(/\? 待定/g)).toHaveLength(1);
  expect(render([many])).toContain('缺少  revenue.2018、fact_a、fact_b、fact_c、fact_d');
  expect(render([many], { verbose: true }).match(/\? 待定/g)).toHaveLength(4);
  const unknown = assessment({ criteria: criteria.map((each) => ({ ...each, decision: { is: 'unknown' } as const })) });
  expect(render([unknown]).match(/- 未核对/g)).toHaveLength(1);
  expect(render([unknown], { verbose: true }).match(/- 未核对/g)).toHaveLength(4);
});

test('verbose shows several dossiers in full before their table', () => {
  const report = render(batch, { verbose: true });
  expect(report.match(/✗ 错误/g)).toHaveLength(3);
  expect(report.endsWith(render(batch))).toBe(true);
});

test('nothing of a dossier commands the terminal', () => {
  const evil = '\u001b[2J\u0007\u202e\u009b31m';
  const report = render([
    assessment({
      enterprise: `坏${evil}`,
      folder: `夹${evil}`,
      text: `a: ${evil}\n`,
      findings: [notMet('code', `题${evil}`, at(1, 4, 6), { hint: `改${evil}` })],
    }),
  ]);
  expect(report.replace(/\n/g, '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  expect(report).toContain('坏?[2J???31m');
});

test('what is found of a whole file names it without a line', () => {
  const whole = { ...at(1, 1, 1), file: '附件/执照.pdf' };
  const further = { ...at(1, 1, 1), file: '附件/简介.pdf' };
  const told = notMet('code', '题', whole);
  const report = render([assessment({ findings: [{ ...told, also: [further] }, fault(3, 1)] })]);
  const placed = report.split('\n').filter((line) => /执照|简介|yaml:/.test(line));
  expect(placed.join('\n')).toMatch(/附件\/执照\.pdf$/m);
  expect(placed.join('\n')).toMatch(/附件\/简介\.pdf$/m);
  expect(placed.join('\n')).toContain('dossier.yaml:3:1');
});
