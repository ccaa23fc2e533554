// zjtx preview: only the PDF of the form, for any state of the dossier, never over a file that is no preview.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { previewName } from '../../src/bundle/preview.ts';
import { pageTexts } from '../../src/files/pdf/library.ts';
import { isPreview } from '../../src/summary/properties.ts';
import { ready, readyIn } from '../support/ready.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';

const fault = ['mobile: "13900000018"', 'mobile:'] as const;
const wordsIn = async (file: string): Promise<string> => (await pageTexts(readFileSync(file))).join('');

it('writes the form beside the dossier, and replaces its own earlier one', async () => {
  const cwd = ready();
  const file = join(cwd, previewName);
  const first = await zjtx(['preview'], { cwd });
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toMatch(/^已写入 .*申请表-预览\.pdf（\d+ 页）\n$/);
  const before = readFileSync(file);
  expect(await isPreview(before)).toBe(true);
  expect(await wordsIn(file)).toContain('正　式');
  expect(await zjtx(['preview'], { cwd })).toMatchObject({ code: 0 });
  expect(Buffer.compare(before, readFileSync(file))).toBe(0);
  expect(readdirSync(cwd).filter((name) => name.endsWith('.tmp') || name === 'out')).toEqual([]);
});

it('draws a dossier with errors as a draft, and exits as validate does', async () => {
  const cwd = ready(fault);
  const ran = await zjtx(['preview', '-o', '看看.pdf'], { cwd });
  expect(ran.code).toBe(1);
  expect(ran.stdout).toContain('已写入 看看.pdf');
  expect(ran.stderr).toBe('材料有错误：错误 1 项，警告 0 项；逐条说明用 zjtx validate 查看\n');
  const words = await wordsIn(join(cwd, '看看.pdf'));
  expect(words).toContain('草　稿');
  expect(words).toContain('错误 1 项，改正前不能生成正式材料');
  expect(existsSync(join(cwd, previewName))).toBe(false);
});

it('leaves every other file alone unless it is told to', async () => {
  const cwd = ready();
  const file = join(cwd, previewName);
  writeFileSync(file, '别的内容');
  expect(await zjtx(['preview'], { cwd })).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('申请表-预览.pdf 已存在，不是以前的预览，没有覆盖'),
  });
  expect(readFileSync(file, 'utf8')).toBe('别的内容');
  expect(await zjtx(['preview', '--force'], { cwd })).toMatchObject({ code: 0 });
  expect(await isPreview(readFileSync(file))).toBe(true);
});

it('writes one for each dossier, but not several into one file', async () => {
  const cwd = emptyFolder();
  for (const name of ['甲', '乙']) readyIn(cwd, name);
  expect(await zjtx(['preview', '-o', 'a.pdf'], { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('这里要写一份材料，所写的路径下有 2 份'),
  });
  expect(await zjtx(['preview', '-q'], { cwd })).toMatchObject({ code: 0 });
  for (const name of ['甲', '乙']) expect(existsSync(join(cwd, name, previewName))).toBe(true);
});

it('refuses to hide what the form shows, and to watch standard input', async () => {
  const cwd = ready();
  expect(await zjtx(['preview', '--redact'], { cwd })).toMatchObject({ code: 2, stdout: '' });
  expect(await zjtx(['preview', '-', '--watch'], { cwd })).toMatchObject({ code: 2 });
});

it('says that a dossier cannot be read', async () => {
  const cwd = ready();
  writeFileSync(join(cwd, 'dossier.yaml'), 'form: [\n');
  const ran = await zjtx(['preview'], { cwd });
  expect(ran).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('没有生成申请表') });
  expect(existsSync(join(cwd, previewName))).toBe(false);
});

it('takes rare characters from a font of the configuration, and says when there is none', async () => {
  const rare = ['address: ', 'address: 𠮷祥路 8 号 # '] as const;
  const cwd = ready(rare);
  expect(await zjtx(['preview'], { cwd })).toMatchObject({
    code: 1,
  });
  // A draft: a box stands for it, and is copied as what it stands for.
  expect(await wordsIn(join(cwd, previewName))).toContain('𠮷祥路 8 号');
  for (const command of ['validate', 'build'])
    expect(await zjtx([command], { cwd })).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(
        /注册通讯地址[\s\S]*申请表字体没有的字：𠮷（U\+20BB7）[\s\S]*zjtx\.config\.yaml[\s\S]*fonts/,
      ),
    });
  writeFileSync(join(cwd, 'rare.ttf'), readFileSync(new URL('../summary/rare.ttf', import.meta.url)));
  writeFileSync(join(cwd, 'zjtx.config.yaml'), 'fonts: [rare.ttf]\n');
  expect(await zjtx(['preview'], { cwd })).toMatchObject({ code: 0 });
  expect(await wordsIn(join(cwd, previewName))).toContain('𠮷祥路 8 号');
  // Who receives the bundle can prove it with a font that has the character, and is told so without one.
  expect(await zjtx(['build'], { cwd })).toMatchObject({ code: 0 });
  const [bundle = ''] = readdirSync(join(cwd, 'out'));
  const out = join(cwd, 'out');
  expect(await zjtx(['verify', bundle, '--fonts', '../rare.ttf'], { cwd: out })).toMatchObject({ code: 0, stderr: '' });
  expect(await zjtx(['verify', bundle], { cwd: out })).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/𠮷[\s\S]*--fonts/),
  });
  writeFileSync(join(cwd, 'broken.ttf'), 'no font');
  writeFileSync(join(cwd, 'zjtx.config.yaml'), 'fonts: [broken.ttf]\n');
  expect(await zjtx(['build'], { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('不是单个 TrueType 字体（.ttf）'),
  });
  writeFileSync(join(cwd, 'zjtx.config.yaml'), 'fonts: [gone.ttf]\n');
  expect(await zjtx(['build'], { cwd })).toMatchObject({ code: 2, stderr: expect.stringContaining('文件读不出') });
});

it('draws again when the dossier is saved', async () => {
  const cwd = ready();
  const dossier = join(cwd, 'dossier.yaml');
  const text = readFileSync(dossier, 'utf8');
  const controller = new AbortController();
  const steps = [() => writeFileSync(dossier, text.replace(...fault)), () => controller.abort()];
  let done = 0;
  const ran = await zjtx(['preview', '--watch'], {
    cwd,
    signal: controller.signal,
    onWrite: (said, to) => {
      if (to !== 'stderr' || !said.startsWith('等待改动')) return;
      steps[done]?.();
      done += 1;
    },
  });
  expect(ran.code).toBe(130);
  // The PDF that the run writes itself starts no further run.
  expect(done).toBe(2);
  expect(ran.stdout.match(/已写入/g)).toHaveLength(2);
  expect(await wordsIn(join(cwd, previewName))).toContain('草　稿');
});

/** A dossier of 2027 that says what its market share rests on, and what it was filed with before. */
const shared = `category: national/2027/little-giant
enterprise: 江苏示例精密机械有限公司
as_of: 2027-05-10
form:
  basics: {uscc: "91320115MADEM0011B", main_product: 精密行星减速器, main_product_code: "3453010101"}
  figures: {revenue: {2025: 18250.00, 2026: 20000.00}}
  market:
    market_segment: 机器人关节减速器
    market_basis:
      - {scope: 国内, year: 2026, size: 100000, source: 行业协会年度报告, sales: 14500, rank: 3, rank_source: 同上}
    market_sales:
      - {year: 2026, area: 境内, region: 江苏省, sales: 14500}
`;
const squeezed = (words: string): string => words.replace(/\s/g, '');

it('works the market share out from what it rests on, and states it for the enterprise to check', async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'dossier.yaml'), shared);
  expect(await zjtx(['preview'], { cwd })).toMatchObject({ stdout: expect.stringContaining('已写入') });
  const words = squeezed(await wordsIn(join(cwd, previewName)));
  expect(words).toContain('附二之三市场占有率测算和说明');
  expect(words).toContain('由本程序生成，待企业核对');
  expect(words).toContain('占有率14,500.00÷100,000.00×100=14.50%，排名第3（依据：同上）');
  expect(words).toContain('精密行星减速器（产品类别代码3453010101），所属细分市场为机器人关节减速器');
  expect(words).toContain('2026境内江苏省14,500.00100.00');
  expect(words).toContain('本企业销售额分地区：2026年境内江苏省14,500.00万元（100.00%）');
  // It is signed and sealed as the declaration of the paper set is.
  expect(words).toMatch(/待企业核对[\s\S]*法定代表人（签字）：申报单位（盖章）：年月日附三/);
  // What is missing has its name, whether a form prints it or not.
  expect(words).toContain('缺：所持称号');
  expect(words).toMatch(/近三年没有重大事故117号推荐要求第三方缺：[^a-z]*\d\d/);
  writeFileSync(join(cwd, 'dossier.yaml'), shared.replace(/ {4}market_basis[\s\S]*/, ''));
  await zjtx(['preview'], { cwd });
  expect(squeezed(await wordsIn(join(cwd, previewName)))).not.toContain('附二之三市场占有率');
});

it('holds the form against what was filed before, on a page of its own, by its new name too', async () => {
  const cwd = emptyFolder();
  for (const [name, text] of [
    ['before', shared],
    ['now', shared.replace('2025: 18250.00', '2025: 18520.00')],
  ] as const) {
    mkdirSync(join(cwd, name));
    writeFileSync(join(cwd, name, 'dossier.yaml'), text);
  }
  for (const command of [['preview'], ['build', '--preview']]) {
    await zjtx([...command, 'now', '--against', 'before', '-o', '对照.pdf', '--force'], { cwd });
    const words = squeezed(await wordsIn(join(cwd, '对照.pdf')));
    expect(words).toContain('附六与以前申报对照');
    expect(words).toContain('营业收入2025年18,25018,520未写');
  }
  const merged = await zjtx(['build', 'now', '--preview', '--merge-slots'], { cwd });
  expect(merged).toMatchObject({ code: 2, stderr: expect.stringContaining('--preview 不能与 --merge-slots 同用') });
  const refused = await zjtx(['build', 'now', '--against', 'before'], { cwd });
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('--against 与 --preview 同用') });
});
