// Pictures inside PDFs, in each kind of packing: whole, cut off, and what no decoder takes.
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { sample } from '../../attachments/dossier.ts';
import { probed } from './ask.ts';
import { pdfOfSheets, stream } from './build.ts';

const [width, height] = [1200, 1600];

const imageOf = (data: Buffer, filter: string, bits = 8, colours = '/DeviceGray', across = width): Buffer =>
  stream(
    data,
    `/Type/XObject/Subtype/Image/Width ${across}/Height ${height}/ColorSpace${colours}/BitsPerComponent ${bits}${filter}`,
  );

const pdfOfImage = (image: Buffer): Buffer =>
  pdfOfSheets([{ content: 'q 595 0 0 842 0 0 cm /P Do Q' }], { xobjects: '/P 4 0 R', others: [image] });

const pdfOfPicture = (...[data, filter, bits, colours, across]: Parameters<typeof imageOf>): Buffer =>
  pdfOfImage(imageOf(data, filter, bits, colours, across));

const codesOf = async (bytes: Buffer): Promise<readonly string[]> => (await probed(bytes)).codes;
const half = (data: Buffer): Buffer => data.subarray(0, data.length >> 1);
const broken = ['pdf-picture-broken'];

/** Noise that packs badly, so that half of the packed data holds half of the picture. */
const grey = Buffer.alloc(width * height);
for (let at = 0, seed = 1; at < grey.length; at += 1) {
  seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
  grey[at] = seed >> 23;
}

test('a JPEG', async () => {
  const jpeg = sample('scan.jpg');
  expect(await codesOf(pdfOfPicture(jpeg, '/Filter/DCTDecode'))).toEqual([]);
  expect(await codesOf(pdfOfPicture(jpeg.subarray(0, -2), '/Filter/DCTDecode'))).toEqual([]);
  expect(await codesOf(pdfOfPicture(half(jpeg), '/Filter/DCTDecode'))).toEqual(broken);
  const hex = Buffer.from(`${jpeg.toString('hex')}>`);
  expect(await codesOf(pdfOfPicture(hex, '/Filter[/ASCIIHexDecode/DCTDecode]'))).toEqual([]);
  expect(await codesOf(pdfOfPicture(half(hex), '/Filter[/ASCIIHexDecode/DCTDecode]'))).toEqual(broken);
});

test('packed and bare pixels', async () => {
  const flate = deflateSync(grey);
  expect(await codesOf(pdfOfPicture(flate, '/Filter/FlateDecode'))).toEqual([]);
  // Only the check sum is missing.
  expect(await codesOf(pdfOfPicture(flate.subarray(0, -4), '/Filter/FlateDecode'))).toEqual([]);
  expect(await codesOf(pdfOfPicture(half(flate), '/Filter/FlateDecode'))).toEqual(broken);
  expect(await codesOf(pdfOfPicture(grey, ''))).toEqual([]);
  expect(await codesOf(pdfOfPicture(half(grey), ''))).toEqual(broken);
  expect(await codesOf(pdfOfPicture(grey.subarray(0, 1000), ''))).toEqual(broken);
  expect(await codesOf(pdfOfPicture(Buffer.from('no zlib at all'), '/Filter/FlateDecode'))).toEqual(broken);
});

/** Noise of so many bytes. */
const noise = (bytes: number): Buffer => Buffer.alloc(bytes, grey);

/** A table of so many colours. */
const palette = (count: number): string =>
  `[/Indexed/DeviceRGB ${count - 1}<${Array.from({ length: count }, (_, at) => (at * 65_793).toString(16).padStart(6, '0')).join('')}>]`;

test.each([
  [1, 1, '/DeviceGray'],
  [2, 2, '/DeviceGray'],
  [4, 4, '/DeviceGray'],
  [16, 16, '/DeviceGray'],
  [8, 24, '/DeviceRGB'],
  [8, 32, '/DeviceCMYK'],
  [8, 8, palette(256)],
  [4, 4, palette(16)],
])('pixels of %i bits a colour, %i in all', async (bits, all, colours) => {
  const data = noise((width * height * all) / 8);
  for (const part of [data, data.subarray(0, -100)]) {
    expect(await codesOf(pdfOfPicture(part, '', bits, colours))).toEqual([]);
    expect(await codesOf(pdfOfPicture(deflateSync(part), '/Filter/FlateDecode', bits, colours))).toEqual([]);
  }
  // Bytes behind the picture are none of it.
  expect(await codesOf(pdfOfPicture(Buffer.concat([data, noise(40)]), '', bits, colours))).toEqual([]);
  for (const share of [0.25, 0.5, 0.75, 0.9]) {
    const part = data.subarray(0, data.length * share);
    expect([share, await codesOf(pdfOfPicture(part, '', bits, colours))]).toEqual([share, broken]);
    expect([share, await codesOf(pdfOfPicture(deflateSync(part), '/Filter/FlateDecode', bits, colours))]).toEqual([
      share,
      broken,
    ]);
  }
});

test('a picture whose rows are packed by their differences, and one with a foot of one colour', async () => {
  const rows = Array.from({ length: height }, (_, row) => [
    Buffer.from([0]),
    grey.subarray(row * width, (row + 1) * width),
  ]);
  const predicted = deflateSync(Buffer.concat(rows.flat()));
  const filter = `/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns ${width}>>`;
  expect(await codesOf(pdfOfPicture(predicted, filter))).toEqual([]);
  expect(await codesOf(pdfOfPicture(half(predicted), filter))).toEqual(broken);
  for (const shade of [0, 255]) {
    const footed = Buffer.concat([half(grey), Buffer.alloc(grey.length / 2, shade)]);
    expect(await codesOf(pdfOfPicture(footed, ''))).toEqual([]);
    const packed = noise(half(footed).length).map((value) => (value & 0xf0) | (value >> 4));
    expect(
      await codesOf(
        pdfOfPicture(
          Buffer.concat([Buffer.from(packed.subarray(0, packed.length >> 1)), Buffer.alloc(480_000, shade)]),
          '',
          4,
        ),
      ),
    ).toEqual([]);
  }
});

test('of two pictures of one size and length each is judged by itself', async () => {
  const whole = deflateSync(grey);
  const spoilt = Buffer.concat([half(whole), Buffer.alloc(whole.length - half(whole).length, 0xff)]);
  const filter = '/Filter/FlateDecode';
  for (const [first, second] of [
    [whole, spoilt],
    [spoilt, whole],
  ] as const) {
    const bytes = pdfOfSheets(
      ['/P', '/Q', '/P', '/Q'].map((name) => ({ content: `q 595 0 0 842 0 0 cm ${name} Do Q` })),
      { xobjects: '/P 4 0 R/Q 5 0 R', others: [imageOf(first, filter), imageOf(second, filter)] },
    );
    const ranges = first === spoilt ? '[[1,1],[3,3]]' : '[[2,2],[4,4]]';
    expect(JSON.stringify((await probed(bytes)).told)).toContain(ranges);
  }
});

/** Codes of runs (ITU-T T.4, tables 2 and 3) of two to seven pixels, and of what fills up a row of 1728. */
const white = ['', '', '0111', '1000', '1011', '1100', '1110', '1111'];
const black = ['', '', '11', '10', '011', '0011', '0010', '00011'];
const [rest, blankRow, noBlack] = ['01100000110101', '01001101100110101', '0000110111'];
const wide = 1728;

/** Runs of 64 pixels, white and black in turn, other ones in each row. */
function runsOf(row: number): readonly [white: number, black: number][] {
  const runs: [number, number][] = [];
  for (let left = 64, at = row; left > 0; at += 3) {
    const pair: [number, number] = left <= 12 ? [left >> 1, left - (left >> 1)] : [2 + (at % 3), 2 + ((at * 5) % 4)];
    runs.push(pair);
    left -= pair[0] + pair[1];
  }
  return runs;
}

type Fax = {
  readonly mark?: string;
  readonly aligned?: boolean;
  readonly isG4?: boolean;
  readonly blank?: number;
  readonly end?: string;
};

/** A fax, row by row, with a foot of so many empty rows. */
function faxOf({ mark = '', aligned = false, isG4 = false, blank = 0, end = '' }: Fax): Buffer {
  let bits = '';
  for (let row = 0; row < height; row += 1) {
    const empty = row >= height - blank;
    const codes = runsOf(row).map(([w, b]) => `${isG4 ? '001' : ''}${white[w]}${black[b]}`);
    // The first empty row of a fax of rows that are compared with those above ends what stands there.
    const first = `001${blankRow}${noBlack}`;
    const foot = isG4 ? (row === height - blank ? first : '1') : blankRow;
    bits += mark + (empty ? foot : `${codes.join('')}${isG4 ? `001${rest}${noBlack}` : rest}`);
    if (aligned) bits = bits.padEnd(Math.ceil(bits.length / 8) * 8, '0');
  }
  return Buffer.from((`${bits}${end}`.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2)));
}

const faxes: readonly (readonly [name: string, keys: string, fax: Fax])[] = [
  ['group 3', '/K 0', {}],
  ['group 3, rows on whole bytes', '/K 0/EncodedByteAlign true', { aligned: true }],
  ['group 3 with a mark a row', '/K 0/EndOfLine true', { mark: '000000000001' }],
  ['group 3 in two dimensions', '/K 4/EndOfLine true', { mark: '0000000000011' }],
  ['group 4', '/K -1', { isG4: true }],
  ['group 4, rows on whole bytes', '/K -1/EncodedByteAlign true', { isG4: true, aligned: true }],
];

test.each(faxes)('a fax of %s', async (_, keys, fax) => {
  const pdf = (data: Buffer): Buffer =>
    pdfOfPicture(
      data,
      `/Filter/CCITTFaxDecode/DecodeParms<<${keys}/EndOfBlock false/Columns ${wide}/Rows ${height}>>`,
      1,
      '/DeviceGray',
      wide,
    );
  const whole = faxOf(fax);
  expect(await codesOf(pdf(whole))).toEqual([]);
  expect(await codesOf(pdf(faxOf({ ...fax, blank: 700 })))).toEqual([]);
  // Scanners leave the directory of the TIFF behind that they took the fax out of.
  const ended = faxOf({ ...fax, blank: 700, end: '000000000001000000000001' });
  const directory = Buffer.from('0e00fe0004000100000000000000', 'hex');
  expect(await codesOf(pdf(Buffer.concat([ended, Buffer.alloc(200, directory)])))).toEqual([]);
  for (const share of [0.1, 0.5, 0.9])
    expect([share, await codesOf(pdf(whole.subarray(0, whole.length * share)))]).toEqual([share, broken]);
});

/** A page of JBIG2, of one region in the code of a fax of group 4 (ISO/IEC 14492, 7.4). */
function jbig2Of(fax: Buffer): Buffer {
  const words = (...values: readonly number[]): Buffer => {
    const bytes = Buffer.alloc(values.length * 4);
    for (const [at, value] of values.entries()) bytes.writeUInt32BE(value, at * 4);
    return bytes;
  };
  const segment = (number: number, type: number, data: Buffer): Buffer =>
    Buffer.concat([words(number), Buffer.from([type, 0, 1]), words(data.length), data]);
  const page = Buffer.concat([words(wide, height, 0, 0), Buffer.from([0, 0, 0])]);
  const region = Buffer.concat([words(wide, height, 0, 0), Buffer.from([0, 1]), fax]);
  return Buffer.concat([segment(0, 48, page), segment(1, 38, region), segment(2, 49, Buffer.alloc(0))]);
}

test('JBIG2', async () => {
  const pdf = (data: Buffer): Buffer => pdfOfPicture(data, '/Filter/JBIG2Decode', 1, '/DeviceGray', wide);
  const whole = jbig2Of(faxOf({ isG4: true }));
  expect(await codesOf(pdf(whole))).toEqual([]);
  // The segment that ends the page may be missing.
  expect(await codesOf(pdf(whole.subarray(0, -11)))).toEqual([]);
  expect(await codesOf(pdf(half(whole)))).toEqual(broken);
});

test('JPEG 2000', async () => {
  const pdf = (data: Buffer): Buffer => pdfOfPicture(data, '/Filter/JPXDecode', 8, '/DeviceGray', 1216);
  const whole = sample('scan.jp2');
  expect(await codesOf(pdf(whole))).toEqual([]);
  expect(await codesOf(pdf(whole.subarray(0, -2)))).toEqual([]);
  for (const share of [0.3, 0.5, 0.9])
    expect([share, await codesOf(pdf(whole.subarray(0, whole.length * share)))]).toEqual([share, broken]);
});

test('a filter that no reader knows', async () => {
  expect(await codesOf(pdfOfPicture(grey, '/Filter/FancyDecode'))).toEqual(broken);
});
