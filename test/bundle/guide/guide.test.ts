// The page that helps to fill in the portal: valid, closed, in the portal's order, and nothing of a dossier is markup.
import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { guidePage } from '../../../src/bundle/guide/page.ts';
import { readAssets } from '../../../src/reporters/html/assets.ts';
import * as given from '../../summary/sample.ts';

const assets = await readAssets('guide');
const files = [
  { purpose: { slot: 'slot_1' }, path: 'data/附件/01-企业营业执照原件扫描件/营业执照 100％.pdf' },
  { purpose: { row: { table: 'patents', row: 2 } }, path: 'data/产品附证/1-2/专利证书-02.pdf' },
];
const merged = [{ slot: 'slot_3', path: 'data/合并/03-前三年财务审计报告.pdf' }];
const page = (more = {}) => guidePage(given.sample(more), files, merged, assets);
const judge = new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:a11y'] });

const judged = async (text: string): Promise<string[]> =>
  (await judge.validateString(text)).results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `${line}: ${ruleId} ${message}`),
  );

test('it is valid HTML, filled in and empty', async () => {
  expect(await judged(page())).toEqual([]);
  const bare = { form: { sections: [], required: 0, filled: 0 }, inventory: { slots: [], rows: [] } };
  expect(await judged(guidePage(given.sample(bare), [], [], assets))).toEqual([]);
});

test('it may load nothing, and only its own style and script run', () => {
  const text = page();
  expect(text).toMatch(/default-src 'none'; style-src 'sha256-|default-src &#39;none&#39;/);
  expect(text).not.toMatch(/unsafe|https?:\/\//);
});

test('every value stands by itself in the order of the form', () => {
  const text = page();
  const values = [...text.matchAll(/<span class="value">([^<]*)<\/span>/g)].map(([, value]) => value);
  expect(values.slice(0, 4)).toEqual(['省级', '江苏省', '南京市', '江宁区']);
  // The portal offers names; several choices are ticked one by one.
  expect(text).toContain('第 1 级</th>');
  expect(text).not.toMatch(/第 0 级|undefined/);
  expect(values).toContain('齿轮及齿轮减、变速箱制造');
  expect(text).toContain('<p class="none">代码 3453</p>');
  expect(values).toContain('工业机器人');
  expect(values).toContain('高档数控机床');
  expect(text).toContain('共选 2 项，在平台上逐项勾选。');
  expect(values).toContain('周明远');
  expect(values).toContain('13900000018');
  expect(values).toContain('3731.50');
  const at = values.indexOf('5200');
  expect(values.slice(at, at + 5)).toEqual(['5200', '6100', '7350', '8600', '11500']);
  expect(values.filter((value) => value === given.PROFILE)).toHaveLength(1);
  expect(values).toContain('ZL201810000010.0');
  // What the portal computes is shown to compare, not to copy.
  expect(values).not.toContain('38.08');
  expect(text).toContain('38.08（平台计算，供核对）');
});

test('every file stands at its slot or row with its path in the bundle', () => {
  const text = page();
  expect(text).toContain('>data/附件/01-企业营业执照原件扫描件/营业执照 100％.pdf</a>');
  expect(text).toContain(
    `href="${['附件', '01-企业营业执照原件扫描件', '营业执照 100％.pdf'].map(encodeURIComponent).join('/')}"`,
  );
  expect(text).toContain('传合并件 <a href=');
  expect(text).toContain('<strong>缺</strong>');
  expect(text).toContain('>data/产品附证/1-2/专利证书-02.pdf</a>');
});

test('what is not settled says so', () => {
  const counts = { ...given.sample().counts, errors: 3 };
  expect(page({ counts, state: 'errors' })).toContain('有错误：还有错误 3 项');
  expect(page({ state: 'unsettled' })).toContain('待核实：');
  for (const state of ['submittable', 'ready'] as const) expect(page({ state })).not.toContain('class="draft"');
});

test('text of a dossier is never markup', async () => {
  const hostile = `"><script>alert(1)</script><img src=x onerror=alert(2)>'&`;
  const sections = [given.basics(), given.profile(hostile), { ...given.evidence(1), title: hostile }];
  const text = guidePage(
    given.sample({ enterprise: hostile, form: { sections, required: 1, filled: 1 } }),
    [{ purpose: { slot: 'slot_1' }, path: `data/附件/${hostile}` }],
    [],
    assets,
  );
  expect(text.match(/<script>/g)).toHaveLength(1);
  expect(text).not.toContain('<img');
  expect(await judged(text)).toEqual([]);
});
