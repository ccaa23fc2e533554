// Names in the text of a PDF: however it writes them, and wherever lines and pages break.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printed } from '../../../src/files/pdf/fold.js';
import { searchFor } from '../../../src/files/pdf/search.js';
import { probed } from './ask.ts';
import { type CMap, chinesePdf, imageOf, pdfOfSheets, textOf } from './build.ts';
import { pdfSample } from './samples.ts';

const name = '江苏示例精密机械（集团）有限公司';
const wanted = { name, code: '91320115MADEM0011B', former: ['南京示例减速器厂'] };

test.each([
  ['widths', 'ＡＢＣ（南京）　有限公司', 'abc(南京)有限公司'],
  ['brackets', '示例[集团]〔南京〕【1】有限公司', '示例(集团)(南京)(1)有限公司'],
  ['spaces and invisible characters', '示 例\u200b公\r\n司\ufeff', '示例公司'],
  ['radicals', '⻓城⻋辆⻔业⼯具', '长城车辆门业工具'],
  ['marks of a broken line', '示例\ufffe公\u0002司', '示例公司'],
])('%s are no difference', (_, one, other) => {
  expect(printed(one)).toBe(printed(other));
});

test('what is found first is the name, then the code, then a former name', () => {
  const found = (text: string) => {
    const search = searchFor(wanted);
    search.read(text);
    return search.found();
  };
  expect(found('南京示例减速器厂')).toBe('former name');
  expect(found('南京示例减速器厂 91320115MADEM0011B')).toBe('code');
  expect(found('9132 0115 madem0011b')).toBe('code');
  expect(found(`91320115MADEM0011B ${name} 南京示例减速器厂`)).toBe('name');
  expect(found('江苏示例精密机械有限公司')).toBeUndefined();
  expect(found('')).toBeUndefined();
});

test('a text may be cut anywhere, and be as long as it likes', () => {
  const before = fc.string({ unit: fc.constantFrom(...'江苏示例精（( \n\u200b⻓a9'), maxLength: 40 });
  const cuts = fc.array(fc.nat(200), { maxLength: 12 });
  fc.assert(
    fc.property(before, before, cuts, (head, tail, at) => {
      const text = `${head}江苏示例 精密机械(集团)有限公司。${tail}`;
      const search = searchFor(wanted);
      let from = 0;
      for (const to of [...at.sort((one, other) => one - other), text.length]) {
        search.read(text.slice(from, to));
        from = Math.max(from, to);
      }
      expect(search.found()).toBe('name');
    }),
    { numRuns: 200 },
  );
});

test('nothing is found of an empty wish, or of blanks', () => {
  for (const wish of [{}, { name: ' ' }, { code: '', former: [] }]) {
    const search = searchFor(wish);
    search.read(name);
    expect(search.found()).toBeUndefined();
  }
});

const cmaps: readonly CMap[] = ['UniGB-UCS2-H', 'UniGB-UTF16-H', 'GBK-EUC-H', 'GB-EUC-H', 'GBKp-EUC-H'];

test.each(cmaps.flatMap((cmap) => ['STSong-Light', 'SimSun'].map((face) => [cmap, face] as const)))(
  'a font that is not embedded: %s, %s',
  async (cmap, face) => {
    const bytes = chinesePdf([['完税证明', `纳税人：${name} 2020年度`]], cmap, face);
    const { codes, traits } = await probed(bytes, { wanted });
    expect(codes).toEqual(['pdf-font-missing']);
    expect(traits).toEqual({
      pages: 1,
      paper: { width: 210, height: 297, varies: false },
      text: true,
      mentions: 'name',
    });
  },
);

test.each([
  ['#CB#CE#CC#E5', '宋体'],
  ['#E5#AE#8B#E4#BD#93', '宋体'],
  ['ABCDEF+#B7#C2#CB#CE_GB2312', '仿宋_GB2312'],
  ['', ''],
  ['S'.repeat(130), ''],
])('the font is named as its program wrote it, and told of without a name: %s', async (face, font) => {
  const { told } = await probed(chinesePdf([['证明']], 'GBK-EUC-H', face));
  expect(told).toEqual([['pdf-font-missing', { font, pages: expect.anything() }]]);
});

const mentionsIn = async (bytes: Buffer) => (await probed(bytes, { wanted })).traits.mentions;

test('a name that is broken over lines or pages is found', async () => {
  expect(await mentionsIn(chinesePdf([['兹证明江苏示例精密', '机械（集团）有限公', '司已纳税']]))).toBe('name');
  expect(await mentionsIn(chinesePdf([['兹证明江苏示例精密'], ['机械（集团）有限公司已纳税']]))).toBe('name');
  expect(await mentionsIn(chinesePdf([['江 苏 示 例 精 密 机 械 [ 集 团 ] 有 限 公 司']]))).toBe('name');
  expect(await mentionsIn(chinesePdf([['统一社会信用代码：9132 0115 MADE', 'M0011B']]))).toBe('code');
  expect(await mentionsIn(chinesePdf([['原名南京示例减速器厂']]))).toBe('former name');
});

test('a name far into a long file is found', async () => {
  const lines = Array.from({ length: 40 }, (_, index) => `第${index}行，没有要找的名称`);
  const pages = Array.from({ length: 60 }, () => lines);
  expect(await mentionsIn(chinesePdf([...pages, [name]]))).toBe('name');
  expect(await mentionsIn(chinesePdf(pages))).toBe('none');
});

test('none is said only of a file that was read as a whole', async () => {
  const others = chinesePdf([['苏州另一家有限公司'], ['第二页']]);
  expect(await mentionsIn(others)).toBe('none');
  expect((await probed(others)).traits.mentions).toBeUndefined();
  const scan = { content: 'q 595 0 0 842 0 0 cm /P Do Q' };
  const more = { xobjects: '/P 4 0 R', others: [imageOf(1000, 1414)] };
  const stamped = pdfOfSheets([{ content: `${scan.content} ${textOf(['Scanned by an app'])}` }], more);
  const mixed = pdfOfSheets([{ content: textOf(['Cover']) }, scan, scan], more);
  expect((await probed(stamped, { wanted })).traits).toMatchObject({ text: true, unread: 1 });
  expect(await mentionsIn(stamped)).toBeUndefined();
  expect((await probed(mixed, { wanted })).traits).toMatchObject({ text: true, unread: 2 });
  expect(await mentionsIn(mixed)).toBeUndefined();
  expect(await mentionsIn(pdfSample('scans/text.pdf'))).toBeUndefined();
});

test('letters that stand for no characters say nothing', async () => {
  const font = '<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+X/Encoding/Identity-H/DescendantFonts[4 0 R]>>';
  const descendant =
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000>>';
  const content = 'BT /F 12 Tf 60 700 Td <012301240125012601270128> Tj ET';
  const { codes, traits } = await probed(pdfOfSheets([{ content }], { font, others: [descendant] }), { wanted });
  expect(codes).toEqual([]);
  expect(traits.unread).toBe(1);
  expect(traits.mentions).toBeUndefined();
});
