// What the pages of a PDF show: nothing, paper that no printer has, text on its side, scans that are coarse or blank.
import { expect, test } from 'vitest';
import { probed } from './ask.ts';
import { imageOf, type More, pdfOfSheets, pdfWith, type Sheet, stream, textOf } from './build.ts';
import { pdfSample } from './samples.ts';

const lines = Array.from({ length: 30 }, (_, index) => `Line ${index} of a page`);
const shown: Sheet = { content: textOf(['A line']) };
const only = (page: number) => ({ count: 1, ranges: [[page, page]] });
const codesOf = async (sheets: readonly Sheet[], more?: More): Promise<string[]> =>
  (await probed(pdfOfSheets(sheets, more))).codes;
const drawing = (form: string, keys = ''): More => ({
  xobjects: '/P 4 0 R',
  others: [stream(form, `/Type/XObject/Subtype/Form/BBox[0 0 595 842]${keys}`)],
});

const marked = (keys: string): Sheet => ({ content: '', keys: `/Annots[<</Type/Annot${keys}/Rect[9 9 99 29]>>]` });
const field = marked('/Subtype/Widget/FT/Tx/T(a)/AP<</N 4 0 R>>');
const stamp = marked('/Subtype/Stamp/AP<</N 4 0 R>>');
const looks = (content: string) => stream(content, '/Type/XObject/Subtype/Form/BBox[0 0 90 20]');

const shading =
  '/Resources<</Shading<</S<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 595 842]/Function<</FunctionType 2/N 1/Domain[0 1]/C0[0]/C1[1]>>>>>>>>';

test.each<[string, Sheet, More?]>([
  ['nothing', { content: '' }],
  ['blanks', { content: textOf(['   ', ' ']) }],
  ['white paper drawn white', { content: '1 g 0 0 595 842 re f' }],
  ['a clip', { content: '0 0 595 842 re W n' }],
  ['an empty form', { content: '/P Do' }, drawing('')],
  ['forms that hold nothing but white', { content: '/P Do' }, drawing('1 1 1 rg 0 0 99 99 re f')],
  ['text that is not shown', { content: `3 Tr ${textOf(['hidden'])}` }],
  ['a link', { content: '', keys: '/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 99 99]>>]' }],
  ['a field of a form that is left empty', field, { others: [looks('/Tx BMC q BT /F 9 Tf ET Q EMC')] }],
  ['a stamp of nothing', stamp, { others: [looks('')] }],
])('%s is an empty page', async (_, sheet, more) => {
  expect(await codesOf([sheet, sheet], more)).toEqual(['pdf-empty']);
  const { told } = await probed(pdfOfSheets([shown, sheet, sheet, shown], more));
  expect(told).toEqual([['pdf-empty-pages', { pages: { count: 2, ranges: [[2, 3]] } }]]);
});

test.each<[string, Sheet, More?]>([
  ['a line', { content: '0 0 m 99 99 l S' }],
  ['a white line around grey', { content: '1 G 0.9 g 0 0 99 99 re B' }],
  ['a shading', { content: '/S sh', keys: shading }],
  ['a picture', { content: 'q 9 0 0 9 0 0 cm /P Do Q' }, { xobjects: '/P 4 0 R', others: [imageOf(10, 10)] }],
  ['a form that draws', { content: '/P Do' }, drawing('0 0 99 99 re f')],
  ['a field of a form that is filled in', field, { others: [looks('/Tx BMC q BT /F 9 Tf (a)Tj ET Q EMC')] }],
  ['a field whose looks each reader makes', marked('/Subtype/Widget/FT/Tx/T(a)/V(a)')],
  ['a stamp that brings its looks', stamp, { others: [looks('0 0 50 9 re f')] }],
  ['a stamp', { content: '', keys: '/Annots[<</Type/Annot/Subtype/Stamp/Rect[0 0 99 99]>>]' }],
  ['a dot', { content: textOf(['.']) }],
])('%s is something', async (_, sheet, more) => {
  expect(await codesOf([sheet], more)).toEqual([]);
});

test('paper is told in mm, as the page is shown', async () => {
  const { traits } = await probed(pdfOfSheets([{ ...shown, rotate: 90 }, shown]));
  expect(traits).toMatchObject({ paper: { width: 297, height: 210, varies: true }, rotation: 90 });
  const same = await probed(pdfOfSheets([shown, { ...shown, size: [596, 843] }]));
  expect(same.traits.paper).toEqual({ width: 210, height: 297, varies: false });
  expect(same.traits.rotation).toBeUndefined();
});

const mm = (width: number, height: number): readonly [number, number] => [(width / 25.4) * 72, (height / 25.4) * 72];

test.each([
  ['A3', mm(297, 420), []],
  ['A3 across, cut a little wide', mm(430, 302), []],
  ['A6', mm(105, 148), []],
  ['a receipt of a till', mm(80, 200), []],
  ['an invoice', mm(210, 140), []],
  ['A2', mm(420, 594), ['pdf-paper']],
  ['A1 across', mm(841, 594), ['pdf-paper']],
  ['a banner', mm(297, 1200), ['pdf-paper']],
  ['an identity card', mm(86, 54), ['pdf-paper']],
])('%s', async (_, size, codes) => {
  expect(await codesOf([{ content: '1 1 m 99 99 l S', size }])).toEqual(codes);
});

test('odd paper is named by its pages and the size of the first', async () => {
  const line = { content: '1 1 m 99 99 l S' };
  const sheets: Sheet[] = [shown, { ...line, size: mm(841, 1189) }, shown, { ...line, size: mm(86, 54) }];
  expect((await probed(pdfOfSheets(sheets))).told).toEqual([
    [
      'pdf-paper',
      {
        pages: {
          count: 2,
          ranges: [
            [2, 2],
            [4, 4],
          ],
        },
        width: 841,
        height: 1189,
      },
    ],
  ]);
});

test.each([0, 1, 2, 3] as const)('text turned by %i quarters, on pages turned by each quarter', async (way) => {
  for (const rotate of [0, 90, 180, 270]) {
    const { told } = await probed(pdfOfSheets([{ content: textOf(lines, way), rotate }]));
    const turned = (rotate - way * 90 + 360) % 360;
    expect(told, `${rotate}`).toEqual(turned === 0 ? [] : [['pdf-sideways', { pages: only(1), turned }]]);
  }
});

test.each<[string, string]>([
  ['a remark in the margin', `${textOf(lines)} ${textOf(['Along the margin of the page, quite long'], 1)}`],
  ['heads of a table', `${textOf(lines.slice(0, 12))} ${textOf(['Turnover', 'Employees', 'Assets'], 1)}`],
  ['half and half', `${textOf(lines)} ${textOf(lines, 1)}`],
  ['too few to tell', textOf(['Turned'], 1)],
  ['slanted, as a watermark', `BT /F 30 Tf 0.7 0.7 -0.7 0.7 60 60 Tm (${'Confidential '.repeat(3)}) Tj ET`],
])('%s does not make a page lie on its side', async (_, content) => {
  expect(await codesOf([{ content }])).toEqual([]);
});

test('a turned page of a scan is not spoken of', async () => {
  const scan = { content: 'q 595 0 0 842 0 0 cm /P Do Q', rotate: 90 };
  expect(await codesOf([scan], { xobjects: '/P 4 0 R', others: [imageOf(1000, 1414)] })).toEqual([]);
});

const picture = (width: number, height: number): More => ({ xobjects: '/P 4 0 R', others: [imageOf(width, height)] });
const full = 'q 595 0 0 842 0 0 cm /P Do Q';

test.each<[string, string, More, readonly string[]]>([
  ['999 pixels across', full, picture(999, 1414), ['pdf-coarse']],
  ['1000 pixels across', full, picture(1000, 1414), []],
  ['1000 pixels across, stretched a little', full, picture(1000, 1400), []],
  ['put in sideways', 'q 0 842 -595 0 595 0 cm /P Do Q', picture(1414, 1000), []],
  ['put in sideways, coarse', 'q 0 842 -595 0 595 0 cm /P Do Q', picture(1400, 990), ['pdf-coarse']],
  ['within a form', '/Q Do', withForm(), ['pdf-coarse']],
  ['beyond the edges', 'q 1190 0 0 1684 -300 -400 cm /P Do Q', picture(1500, 2123), ['pdf-coarse']],
  ['a small picture', 'q 100 0 0 100 60 60 cm /P Do Q', picture(80, 80), []],
  ['strips of one scan', 'q 595 0 0 421 0 0 cm /P Do Q q 595 0 0 421 0 421 cm /P Do Q', picture(800, 566), []],
  ['behind text', `${full} ${textOf(lines)}`, picture(300, 424), []],
  ['behind text that is not shown', `${full} 3 Tr ${textOf(lines)}`, picture(300, 424), ['pdf-coarse']],
])('a picture: %s', async (_, content, more, codes) => {
  expect(await codesOf([{ content }], more)).toEqual(codes);
});

function withForm(): More {
  const form = stream(
    'q 1 0 0 1 0 0 cm /P Do Q',
    '/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Matrix[595 0 0 842 0 0]/Resources<</XObject<</P 4 0 R>>>>',
  );
  return { xobjects: '/Q 5 0 R', others: [imageOf(800, 1131), form] };
}

test('the coarsest of several scans is told', async () => {
  const { told } = await probed(pdfSample('scans/mixed.pdf'));
  expect(told).toEqual([['pdf-coarse', { pages: only(3), dpi: 73, side: 600, least: 1000 }]]);
});

test('blank scans are found in depth only', async () => {
  for (const name of ['scans/blank.pdf', 'scans/specked.pdf']) {
    expect((await probed(pdfSample(name))).codes).toEqual([]);
    expect((await probed(pdfSample(name), { deep: true })).told).toEqual([['pdf-blank', { pages: only(1) }]]);
  }
  const { told } = await probed(pdfSample('scans/mixed.pdf'), { deep: true });
  expect(told.map(([code, { pages }]) => [code, pages])).toEqual([
    ['pdf-coarse', only(3)],
    ['pdf-blank', only(2)],
  ]);
});

test('a line, a few words, or hidden text make a scan not blank', async () => {
  const blank = picture(1000, 1414);
  const white = (more: string): Sheet[] => [{ content: `${full} ${more}` }];
  expect((await probed(pdfOfSheets(white(''), blank), { deep: true })).codes).toEqual(['pdf-blank']);
  expect((await probed(pdfOfSheets(white('99 500 m 400 500 l S'), blank), { deep: true })).codes).toEqual([]);
  expect((await probed(pdfOfSheets(white(`3 Tr ${textOf(['a'])}`), blank), { deep: true })).codes).toEqual([]);
  expect((await probed(pdfSample('scans/words.pdf'), { deep: true })).codes).toEqual([]);
});

/** A page on which one thing stands, in a layer; `off` says which layers are. */
function layered(off: string, page: 'text' | 'line' | 'picture' | 'form'): Buffer {
  const keys = '/Type/XObject/Subtype/Form/BBox[0 0 595 842]/OC 5 0 R';
  const draws = {
    text: '/OC /L BDC BT /F 24 Tf 50 700 Td (Hello) Tj ET EMC',
    line: '/OC /L BDC 60 400 400 200 re f EMC',
    picture: '/OC /L BDC q 500 0 0 700 40 40 cm /P Do Q EMC',
    form: '/X Do',
  };
  return pdfWith([
    `<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[5 0 R]/D<<${off}>>>>>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>/XObject<</P 6 0 R/X 7 0 R>>/Properties<</L 5 0 R>>>>>>`,
    stream(draws[page]),
    '<</Type/OCG/Name(L)>>',
    imageOf(1200, 1600),
    stream('60 400 400 200 re f', keys),
  ]);
}

test.each(['text', 'line', 'picture', 'form'] as const)(
  'nothing shows of a page whose %s is in a layer that is off',
  async (page) => {
    const codes = async (bytes: Buffer) => (await probed(bytes)).codes;
    expect(await codes(layered('/OFF[5 0 R]', page))).toEqual(['pdf-empty']);
    expect(await codes(layered('/BaseState/OFF', page))).toEqual(['pdf-empty']);
    expect(await codes(layered('/OFF [ ]', page))).toEqual([]);
    expect(await codes(layered('/BaseState/OFF/ON[5 0 R]', page))).toEqual([]);
  },
);

test('a page that does not say that it is one shows what is on it', async () => {
  const page = pdfOfSheets([{ content: '60 400 400 200 re f' }]);
  for (const type of ['/Kind/Page', '/Type/Pagf']) {
    const bytes = Buffer.from(page.toString('latin1').replace('/Type/Page/Parent', `${type}/Parent`), 'latin1');
    expect(bytes.includes(type)).toBe(true);
    expect((await probed(bytes)).codes.filter((code) => code !== 'pdf-damaged')).toEqual([]);
  }
});
