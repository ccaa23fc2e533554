// Pictures that are turned, of odd kinds, or whose headers promise more than there is.
import { crc32, deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { orientationOf } from '../../src/attachments/probes/image.ts';
import { jpeg } from '../../src/attachments/probes/jpeg.ts';
import { pictureBytes } from '../../src/attachments/probes/png.ts';
import { leastScanBytes, restartsDue } from '../../src/files/jpeg.js';
import { codesOf, folderOf, openedOf, sample, take } from './dossier.ts';

const jpg = sample('corpus/baseline.jpg');
const png = sample('corpus/colours.png');

async function look(name: string, content: Buffer) {
  const taken = await take(folderOf({ [name]: content }), { entries: { other: [name] } });
  return { codes: codesOf(taken), traits: taken.inventory.slots[0]?.files[0]?.traits };
}

/** EXIF data with an entry before that of the orientation. */
function exif(orientation: number, little: boolean, type = 3): Buffer {
  const data = Buffer.alloc(38);
  data.write(little ? 'II' : 'MM', 'latin1');
  const short = (value: number, at: number) => (little ? data.writeUInt16LE(value, at) : data.writeUInt16BE(value, at));
  const long = (value: number, at: number) => (little ? data.writeUInt32LE(value, at) : data.writeUInt32BE(value, at));
  short(42, 2);
  long(8, 4);
  short(2, 8);
  short(0x0110, 10);
  short(0x0112, 22);
  short(type, 24);
  long(1, 26);
  short(orientation, 30);
  return data;
}

/** The JPEG with a segment after its beginning. */
function withSegment(marker: number, data: Buffer, content = jpg): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([content.subarray(0, 2), head, data, content.subarray(2)]);
}

const withExif = (data: Buffer): Buffer => withSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), data]));

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

function pngOf(header: readonly [width: number, height: number, ...rest: number[]], data: Buffer): Buffer {
  const [width, height, ...rest] = header;
  const ihdr = Buffer.alloc(8);
  ihdr.writeUInt32BE(width);
  ihdr.writeUInt32BE(height, 4);
  return Buffer.concat([
    png.subarray(0, 8),
    chunk('IHDR', Buffer.concat([ihdr, Buffer.from(rest)])),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

test.each([2, 3, 4, 5, 6, 7, 8])('orientation %i is told, in a JPEG and in a PNG', async (orientation) => {
  const inPng = Buffer.concat([png.subarray(0, 33), chunk('eXIf', exif(orientation, false)), png.subarray(33)]);
  for (const [name, content] of [
    ['a.jpg', withExif(exif(orientation, true))],
    ['b.jpg', withExif(exif(orientation, false))],
    ['c.png', inPng],
  ] as const) {
    const { codes, traits } = await look(name, content);
    expect(codes).toEqual(['image-turned']);
    expect(traits).toEqual({ width: 1000, height: 1400, orientation });
  }
});

test('an upright picture says nothing, nor do EXIF data that state nothing', async () => {
  expect(await look('a.jpg', withExif(exif(1, true)))).toEqual({
    codes: [],
    traits: { width: 1000, height: 1400, orientation: 1 },
  });
  const silent = [exif(9, true), exif(0, true), exif(6, true, 4), exif(6, true).subarray(0, 30), Buffer.from('II')];
  for (const data of silent) {
    expect(orientationOf(data)).toBeUndefined();
    expect((await look('a.jpg', withExif(data))).codes).toEqual([]);
  }
  // Cut off anywhere they state none, and nothing fails; the entry stands first or later.
  const whole = exif(6, true);
  for (let length = 0; length <= whole.length; length += 1)
    expect(orientationOf(whole.subarray(0, length)), `${length}`).toBe(length < 34 ? undefined : 6);
  const first = Buffer.concat([whole.subarray(0, 10), whole.subarray(22, 34)]);
  expect(orientationOf(first)).toBe(6);
  // The first EXIF data count; a segment of another kind is passed over.
  const twice = withExif(exif(1, true));
  expect((await look('a.jpg', withSegment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0'), twice))).codes).toEqual(
    [],
  );
});

test('CMYK is a trait', async () => {
  expect(await look('a.jpg', sample('corpus/cmyk.jpg'))).toEqual({
    codes: ['image-cmyk'],
    traits: { width: 1000, height: 1400, cmyk: true },
  });
});

test.each([-3, -2, -1, 0, 1, 2, 3])('a JPEG is read alike wherever its end falls (%i)', async (shift) => {
  // Picture data are read in pieces of 256 KiB, the first of them from the beginning of the data on.
  const start = jpg.indexOf(Buffer.from([0xff, 0xda])) + 14;
  const filler = Buffer.alloc(256 * 1024 - (jpg.length - 2 - start) + shift, 0x55);
  const long = Buffer.concat([jpg.subarray(0, -2), filler]);
  expect((await look('a.jpg', Buffer.concat([long, jpg.subarray(-2)]))).codes).toEqual([]);
  expect((await look('a.jpg', long)).codes).toEqual(['image-broken']);
});

test('a JPEG that was cut off and closed has fewer data than its size asks for', async () => {
  const end = Buffer.from([0xff, 0xd9]);
  const start = jpg.indexOf(Buffer.from([0xff, 0xda])) + 14;
  const frame = jpg.subarray(jpg.indexOf(Buffer.from([0xff, 0xc0])) + 4);
  const least = leastScanBytes(frame);
  expect(least).toBe(Math.floor((2 * (125 * 175 + 2 * 63 * 88)) / 8));
  const closed = (bytes: number) => Buffer.concat([jpg.subarray(0, start), Buffer.alloc(bytes, 0x55), end]);
  expect((await look('a.jpg', closed(least))).codes).toEqual([]);
  expect((await look('a.jpg', closed(least - 1))).codes).toEqual(['image-broken']);
});

test('restart markers that are missing tell that data are missing', async () => {
  const start = jpg.indexOf(Buffer.from([0xff, 0xda])) + 14;
  const frame = jpg.subarray(jpg.indexOf(Buffer.from([0xff, 0xc0])) + 4);
  const interval = Buffer.from([0, 63]);
  const due = restartsDue(frame, 63);
  expect(due).toBe(87);
  expect(restartsDue(frame, 0)).toBe(0);
  const rows = (count: number) => {
    const data = Array.from({ length: count }, (_, index) =>
      Buffer.concat([Buffer.alloc(150, 0x55), Buffer.from([0xff, 0xd0 + (index % 8)])]),
    );
    const whole = Buffer.concat([jpg.subarray(0, start), ...data, Buffer.alloc(150, 0x55), Buffer.from([0xff, 0xd9])]);
    return withSegment(0xdd, interval, whole);
  };
  expect((await look('a.jpg', rows(due))).codes).toEqual([]);
  expect((await look('a.jpg', rows(due - 1))).codes).toEqual(['image-broken']);
});

test('a PNG has to hold all of its picture, whatever its check sums say', async () => {
  const rows = Buffer.alloc(126 * 1400);
  const whole = deflateSync(rows);
  const grey = [1000, 1400, 1, 0, 0, 0, 0] as const;
  expect((await look('a.png', pngOf(grey, whole))).codes).toEqual([]);
  expect((await look('a.png', pngOf(grey, deflateSync(Buffer.alloc(126 * 1500))))).codes).toEqual([]);
  for (const data of [
    deflateSync(rows.subarray(1)),
    whole.subarray(0, whole.length >> 1),
    Buffer.from('no data'),
    Buffer.alloc(0),
  ]) {
    expect((await look('a.png', pngOf(grey, data))).codes).toEqual(['image-broken']);
  }
});

test('headers that describe no picture', async () => {
  const data = deflateSync(Buffer.alloc(100));
  for (const rest of [
    [3, 0, 0, 0, 0],
    [8, 1, 0, 0, 0],
    [16, 3, 0, 0, 0],
    [8, 0, 0, 0, 2],
  ]) {
    expect((await look('a.png', pngOf([1000, 1000, ...rest], data))).codes).toEqual(['image-broken']);
  }
  expect((await look('a.png', pngOf([0, 1000, 8, 0, 0, 0, 0], data))).codes).toEqual(['image-broken']);
  expect(pictureBytes(png.subarray(16, 29))).toBe(1400 * 3001);
});

test('a bomb is unpacked no further than its picture is large', async () => {
  const bomb = deflateSync(Buffer.alloc(200_000_000), { level: 1 });
  const before = process.memoryUsage();
  expect((await look('a.png', pngOf([1000, 1400, 1, 0, 0, 0, 0], bomb))).codes).toEqual([]);
  // Too large to be unpacked at all: the check sums have to do.
  expect((await look('a.png', pngOf([60_000, 60_000, 8, 2, 0, 0, 0], bomb))).codes).toEqual([]);
  const after = process.memoryUsage();
  expect(after.heapUsed + after.external - before.heapUsed - before.external).toBeLessThan(100_000_000);
});

test('a file that can no longer be read ends there', async () => {
  const told: string[] = [];
  const file = openedOf(folderOf({}), 'a.jpg', new Uint8Array(jpg));
  file.close();
  expect(await jpeg(file, (code) => told.push(code))).toEqual({});
  expect(told).toEqual(['image-broken']);
});

test('a remark in a PNG that is damaged is left out, as readers do; a part of the picture is not', async () => {
  const remark = chunk('iCCP', Buffer.from('a profile'));
  const spoilt = (part: Buffer) => Buffer.concat([part.subarray(0, -1), Buffer.from([(part.at(-1) ?? 0) ^ 1])]);
  const put = (part: Buffer) => look('a.png', Buffer.concat([png.subarray(0, 33), part, png.subarray(33)]));
  expect((await put(spoilt(remark))).codes).toEqual([]);
  expect(await put(spoilt(chunk('eXIf', exif(6, false))))).toMatchObject({ codes: [], traits: { width: 1000 } });
  expect((await put(spoilt(chunk('PLTE', Buffer.alloc(3))))).codes).toEqual(['image-broken']);
});

test('a PNG needs its palette before its picture, its picture in one piece, and no part that nobody knows', async () => {
  const rows = deflateSync(Buffer.alloc(1001 * 1000));
  const sized = Buffer.alloc(13);
  sized.writeUInt32BE(1000, 0);
  sized.writeUInt32BE(1000, 4);
  const told = async (colour: number, ...parts: readonly (readonly [string, Buffer])[]) => {
    const header = Buffer.from(sized);
    header.set([8, colour], 8);
    const all = [['IHDR', header], ...parts, ['IEND', Buffer.alloc(0)]] as const;
    const content = Buffer.concat([png.subarray(0, 8), ...all.map(([type, data]) => chunk(type, data))]);
    return (await look('a.png', content)).codes;
  };
  const palette = ['PLTE', Buffer.alloc(6)] as const;
  const [first, second] = [
    ['IDAT', rows.subarray(0, 100)],
    ['IDAT', rows.subarray(100)],
  ] as const;
  const remark = ['tEXt', Buffer.from('a\0b')] as const;
  expect(await told(3, palette, first, second, remark)).toEqual([]);
  expect(await told(3, first, second)).toEqual(['image-broken']);
  expect(await told(3, first, second, palette)).toEqual(['image-broken']);
  expect(await told(0, first, second)).toEqual([]);
  expect(await told(0, first, remark, second)).toEqual(['image-broken']);
  expect(await told(0, ['ABCD', Buffer.from('x')], first, second)).toEqual(['image-broken']);
});

test('a PNG of a packing that there is not, or with two palettes, is none that a reader shows', async () => {
  const colours = chunk('PLTE', Buffer.alloc(768));
  const indexed = pngOf([1000, 1000, 8, 3, 0, 0, 0], deflateSync(Buffer.alloc(1001 * 1000)));
  const withPalette = (...more: Buffer[]) => Buffer.concat([indexed.subarray(0, 33), ...more, indexed.subarray(33)]);
  expect((await look('a.png', withPalette(colours))).codes).toEqual([]);
  for (const more of [[colours, colours], [chunk('PLTE', Buffer.alloc(0))], [chunk('PLTE', Buffer.alloc(771))]])
    expect((await look('a.png', withPalette(...more))).codes).toEqual(['image-broken']);
  for (const odd of [
    [1, 0],
    [0, 1],
  ])
    expect(
      (await look('a.png', pngOf([1000, 1000, 8, 0, ...odd, 0], deflateSync(Buffer.alloc(1001 * 1000))))).codes,
    ).toEqual(['image-broken']);
});

test.each([
  ['without loss', 1, 0xc3],
  ['in arithmetic codes', 1, 0xc9],
  ['with twelve bits a colour', 4, 12],
])('a JPEG %s is one that few programs open', async (_, at, value) => {
  const rare = Buffer.from(jpg);
  rare[rare.indexOf(Buffer.from([0xff, 0xc0])) + at] = value;
  expect((await look('a.jpg', rare)).codes).toEqual(['image-rare']);
});

test.each([
  // A byte a row says how it is filtered; a row ends on a whole byte.
  ['grey of 1 bit', { depth: 1, colour: 0 }, 3 * (1 + 2)],
  ['grey of 4 bits', { depth: 4, colour: 0 }, 3 * (1 + 5)],
  ['grey of 16 bits', { depth: 16, colour: 0 }, 3 * (1 + 20)],
  ['a palette of 4 bits', { depth: 4, colour: 3 }, 3 * (1 + 5)],
  ['colours', { depth: 8, colour: 2 }, 3 * (1 + 30)],
  ['colours with alpha', { depth: 16, colour: 6 }, 3 * (1 + 80)],
  ['a palette of 16 bits', { depth: 16, colour: 3 }, undefined],
  ['colours of 4 bits', { depth: 4, colour: 2 }, undefined],
  ['a colour type of none', { depth: 8, colour: 5 }, undefined],
  ['no columns', { depth: 8, colour: 2, width: 0 }, undefined],
  ['no rows', { depth: 8, colour: 2, height: 0 }, undefined],
  ['another way of interlacing', { depth: 8, colour: 2, interlace: 2 }, undefined],
])(
  '%s, ten by three, unpacks to %o bytes',
  (_, { depth, colour, width = 10, height = 3, interlace = 0 }: Header, bytes) => {
    const header = Buffer.from([0, 0, 0, width, 0, 0, 0, height, depth, colour, 0, 0, interlace]);
    expect(pictureBytes(header)).toBe(bytes);
  },
);
type Header = { depth: number; colour: number; width?: number; height?: number; interlace?: number };
