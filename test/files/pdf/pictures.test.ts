// Pictures inside PDFs, in each kind of packing: whole, cut off, and what no decoder takes.
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { sample } from '../../attachments/dossier.ts';
import { probed } from './ask.ts';
import { pdfOfSheets, stream } from './build.ts';

const [width, height] = [1200, 1600];

const pdfOfPicture = (data: Buffer, filter: string, bits = 8): Buffer =>
  pdfOfSheets([{ content: 'q 595 0 0 842 0 0 cm /P Do Q' }], {
    xobjects: '/P 4 0 R',
    others: [
      stream(
        data,
        `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent ${bits}${filter}`,
      ),
    ],
  });

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
  expect(await codesOf(pdfOfPicture(half(grey), ''))).toEqual([]);
  expect(await codesOf(pdfOfPicture(grey.subarray(0, 1000), ''))).toEqual(broken);
  expect(await codesOf(pdfOfPicture(Buffer.from('no zlib at all'), '/Filter/FlateDecode'))).toEqual(broken);
});

test('a filter that no reader knows', async () => {
  expect(await codesOf(pdfOfPicture(grey, '/Filter/FancyDecode'))).toEqual(broken);
});
