// What validate finds is what the drawing of a summary refuses, and nothing else: glyphs in every kind of value, signs, hidden characters.

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess.ts';
import type { Assessment } from '../../src/assessment.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import { summaryFonts } from '../../src/summary/spare.ts';
import { writeSummary } from '../../src/summary/write.ts';
import { wordsOf } from '../../src/words/of-finding.ts';
import { cache } from '../support/looked.ts';
import { lineOf, ready, readyText } from '../support/ready.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';

const folder = resolve(import.meta.dirname, '../../examples/jiangsu-2021-product/ready');
const [fonts, catalog] = await Promise.all([summaryFonts(), openCatalog()]);

async function assessed(text: string, at = folder): Promise<Assessment> {
  const outcome = await assess(
    { folder: at, shown: '.', file: 'dossier.yaml', bytes: Buffer.from(text), root: at },
    { catalog, today: '2021-08-16', cache },
  );
  if (outcome.kind !== 'assessed') throw new Error(JSON.stringify(outcome.findings));
  return outcome;
}
const draw = (assessment: Assessment, draft = false) =>
  writeSummary(assessment, { fonts, stamp: draft ? 'draft' : 'final', version: '1.0.0' });
const of = ({ findings }: Assessment, ...codes: string[]) => findings.filter(({ code }) => codes.includes(code));
const places = (assessment: Assessment, code: string) =>
  of(assessment, code).map(({ at }) => `${at.line}:${at.column}-${at.endColumn} ${at.path}`);

/** One place for each kind of value that the summary prints. */
const kinds = {
  enterprise: ['enterprise: 江苏示例精密机械有限公司', (text: string) => `enterprise: ${text}`],
  'short text': ['南京市江宁区示例路18号3幢', (text: string) => text],
  person: ['name: 周明远', (text: string) => `name: ${text}`],
  identifier: ['"025-50000018"', (text: string) => text],
  choice: ['民营控股', (text: string) => text],
  'long text': ['profile: |', (text: string) => `profile: ${text}\n    公司概况: |`],
  'table cell': ['name: 低回程间隙行星减速器', (text: string) => `name: ${text}`],
  fact: ['product_name: JX系列高精度行星减速器', (text: string) => `product_name: ${text}`],
  issuer: ['issuer: 南京市江宁区示例登记机关', (text: string) => `issuer: ${text}`],
  attestation: [
    'titles: []',
    (text: string) => `attestations:\n  - {item: profile-stamped, by: ${text}, on: 2021-08-15, files: []}\ntitles: []`,
  ],
  claim: [
    'titles: []',
    (text: string) =>
      `claims:\n  - {title: ${text}, file: 附件/完税证明/2020年度完税证明.pdf}\ntitles:\n  - {kind: 小巨人企业(创新类), level: 省级, year: 2020, product: ${text}}`,
  ],
} as const satisfies Record<string, readonly [string, (text: string) => string]>;

const put = (kind: keyof typeof kinds, value: string): string => {
  const [from, to] = kinds[kind];
  if (!readyText.includes(from)) throw new Error(from);
  return readyText.replace(from, () => to(JSON.stringify(value)));
};

describe('a character that no font has', () => {
  it.each(Object.keys(kinds) as (keyof typeof kinds)[])('in %s is an error at the character', async (kind) => {
    const text = put(kind, '示例𠮷林😀');
    const assessment = await assessed(text);
    const found = of(assessment, 'text-undrawable');
    const drawn = await draw(assessment).then(
      () => 'drawn',
      ({ code }: { code: string }) => code,
    );
    expect(found.length > 0 ? 'glyph-missing' : 'drawn').toBe(drawn);
    if (found.length === 0) return;
    expect(found[0]).toMatchObject({ severity: 'error', args: { text: '示例𠮷林😀' } });
    expect(places(assessment, 'text-undrawable')[0]).toContain(`${lineOf(text, '𠮷')}-`);
    await draw(assessment, true);
  });

  it('is told with its field, the character and what to do', async () => {
    const assessment = await assessed(put('short text', '𠮷祥路18号'));
    const [finding] = of(assessment, 'text-undrawable');
    expect(finding && wordsOf(finding, 'zh')).toEqual({
      message: '“注册通讯地址”的“𠮷祥路18号”里有申请表字体没有的字：𠮷（U+20BB7）',
      hint: expect.stringContaining('fonts'),
    });
    expect(finding?.at.path).toBe('form.basics.address');
  });

  it('in a text too long to be quoted is told by its field alone', async () => {
    const assessment = await assessed(readyText.replace('专注精密减速器', '专注𠮷减速器'));
    const [finding] = of(assessment, 'text-undrawable');
    expect(finding && [wordsOf(finding, 'zh').message, wordsOf(finding, 'en').message]).toEqual([
      '“企业简介”里有申请表字体没有的字：𠮷（U+20BB7）',
      '“企业简介” holds characters that the fonts of the summary PDF lack: 𠮷 (U+20BB7)',
    ]);
  });

  it('written as an escape is told at its value', async () => {
    const text = readyText.replace('南京市江宁区示例路18号3幢', '"示例路\\U00020BB7号"');
    const { line, column } = of(await assessed(text), 'text-undrawable')[0]?.at ?? {};
    expect(`${line}:${column}`).toBe(lineOf(text, '"示例路'));
  });

  it('in the name of a file is told where the dossier names the file', async () => {
    const cwd = ready(['附件/营业执照/企业营业执照原件扫描件.jpg', '附件/营业执照/*']);
    renameSync(join(cwd, '附件/营业执照/企业营业执照原件扫描件.jpg'), join(cwd, '附件/营业执照/执照𠮷.jpg'));
    const text = readyText.replace('附件/营业执照/企业营业执照原件扫描件.jpg', '附件/营业执照/*');
    const assessment = await assessed(text, cwd);
    expect(of(assessment, 'text-undrawable')).toMatchObject([{ args: { text: '执照𠮷.jpg' } }]);
    expect(of(assessment, 'text-undrawable')[0]?.at.line).toBe(Number(lineOf(text, '附件/营业执照/*').split(':')[0]));
  });
});

it('sub- and superscripts, fractions and boxes are no reason to refuse, and read back as written', async () => {
  const signs = 'CO₂、H₂O、10⁻⁶、m³、xⁿ、⅓、⅛、☑是☐否✗';
  let text = readyText.replace('概况　公司成立于', `概况　${signs}公司成立于`);
  text = text.replace('name: 低回程间隙行星减速器', `name: ${signs}`).replace('product_name: JX', 'product_name: CO₂');
  const assessment = await assessed(text);
  expect(assessment.counts.errors).toBe(0);
  const { pageTexts } = await import('../../src/files/pdf/library.ts');
  const read = (await pageTexts((await draw(assessment)).bytes)).join('').replace(/\s/g, '');
  // In the profile, in the table of patents, and in the register of rights.
  expect(read.split(signs)).toHaveLength(4);
});

describe('characters that nobody sees', () => {
  it('are errors where they command or mean nothing, in values and in keys', async () => {
    const assessment = await assessed(
      put('short text', '南京市\u001b[31m江宁区\u0007\u202e\uf0d8').replace('founded:', '"\\u202efounded":'),
    );
    const found = of(assessment, 'text-forbidden');
    expect(found.map(({ severity }) => severity)).toEqual(['error', 'error']);
    const messages = found.map((finding) => wordsOf(finding, 'zh').message);
    expect(messages.join()).toMatch(/U\+001B.*U\+0007.*U\+202E.*U\+F0D8/);
    expect(messages.join()).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    expect(of(assessment, 'field-unknown', 'field-missing')).toEqual([]);
  });

  it('are notes where they only take no room, and the value is used without them', async () => {
    const text = readyText
      .replace('江苏示例精密机械有限公司\nas_of', '江苏示例\u200b精密机械有限公司\nas_of')
      .replace('    uscc:', '    uscc\u200b:')
      .replace('企业营业执照原件扫描件.jpg', '企业营业执照原件\u200b扫描件.jpg')
      .replace('概况　公司成立于', '概况　公⽤司成立于');
    const assessment = await assessed(text);
    expect(assessment.state).toBe('ready');
    expect(assessment.enterprise).toBe('江苏示例精密机械有限公司');
    expect(assessment.uscc).toBe('91320115MADEM0011B');
    expect(of(assessment, 'text-invisible', 'text-look-alike').map(({ code }) => code)).toEqual([
      'text-invisible',
      'text-invisible',
      'text-look-alike',
      'text-invisible',
    ]);
    expect(places(assessment, 'text-invisible')[0]).toContain(lineOf(text, '\u200b'));
    await draw(assessment);
  });
});

const character = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code)) },
  { weight: 3, arbitrary: fc.constantFrom(...'aZ09 .,-—·“”（）%₀₉⁰¹⁹⁻ⁿ⅓⅞☑☐✗①㉑℃Ω\u00a0\u2009') },
  { weight: 2, arbitrary: fc.constantFrom(...'\u200b\u200d\ufe0f\u00ad⽤⻓\uf900\u0301\u20dd\u2028') },
  { weight: 2, arbitrary: fc.integer({ min: 0xa0, max: 0x33ff }).map((code) => String.fromCodePoint(code)) },
  { weight: 1, arbitrary: fc.constantFrom(...'😀𠮷㛃𬭎ا한ก\u202e\u0007\ue000\ud800𝐀🄐') },
);

it('random text in any kind of value: an error of validate exactly when the drawing refuses', {
  timeout: 120_000,
}, async () => {
  const value = fc.array(character, { minLength: 1, maxLength: 24 }).map((all) => all.join(''));
  const names = Object.keys(kinds) as (keyof typeof kinds)[];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), value, fc.boolean(), async (kind, text, draft) => {
      const assessment = await assessed(put(kind, text));
      const missing = of(assessment, 'text-undrawable').length > 0;
      const drawn = await draw(assessment, draft).then(
        () => 'drawn',
        (error: { code?: string }) => error.code ?? String(error),
      );
      expect(drawn).toBe(missing && !draft ? 'glyph-missing' : 'drawn');
    }),
    { numRuns: 24 },
  );
});

it('marks that stand twice over one letter, or over none, are drawn and proved', async () => {
  for (const kind of ['enterprise', 'long text', 'table cell'] as const)
    for (const text of ['\u20dd\u20dd ', '☐嘘\u0301\u0301⁹a', 'a\u0301\u20dd\u0301', '\u0301 \u0301'])
      expect(await draw(await assessed(put(kind, text)))).toMatchObject({ pages: expect.any(Number) });
});

it('no report in text holds what commands a terminal or turns the order of reading', async () => {
  const cwd = emptyFolder();
  const hostile = '\\e[31m\\u202e\\u200b\\u2028\\ue000\\x07𠮷';
  const folderOf = ready();
  for (const [index, from] of [
    '江苏示例精密机械有限公司\nas_of',
    '南京市江宁区示例路18号3幢',
    'JX系列高精度行星减速器\n',
  ].entries()) {
    const text = readyText.replace(
      from,
      (old) => `"${old.split('\n')[0]}${hostile}"${old.includes('\n') ? `\n${old.split('\n')[1]}` : ''}`,
    );
    mkdirSync(join(cwd, String(index)));
    writeFileSync(join(cwd, String(index), 'dossier.yaml'), text.replaceAll('附件/', `附件/\u202e`));
  }
  writeFileSync(join(folderOf, '附件/完税证明/\u202efdp.甲\u200b.pdf'), '');
  writeFileSync(
    join(folderOf, 'dossier.yaml'),
    readyText.replace('附件/完税证明/2020年度完税证明.pdf', '附件/完税证明/*'),
  );
  const formats = ['json', 'sarif', 'junit', 'github', 'gitlab', 'html'];
  const asked = ['text', ...formats.map((format) => `${format}=../report.${format}`)].flatMap((one) => ['-f', one]);
  for (const [at, lang] of [
    [cwd, 'zh'],
    [folderOf, 'en'],
  ] as const) {
    const run = join(at, 'run');
    mkdirSync(run);
    const { code, stdout, stderr } = await zjtx(['validate', '-v', '--lang', lang, at, ...asked], { cwd: run });
    expect(code).toBe(1);
    for (const text of [stdout, stderr, ...formats.map((format) => readFileSync(join(at, `report.${format}`), 'utf8'))])
      expect(text).not.toMatch(/(?![\n\t])[\p{Cc}\p{Bidi_Control}\p{Co}\p{Cs}\u200b\u2028]/u);
  }
});
