// Making scans smaller: below the limit with the least loss, upright, never unreadable, and told why when it cannot be.
import { PDFDocument, PDFName, PDFNumber } from 'pdf-lib';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { fitted } from '../../../src/bundle/fit/fitted.ts';
import { openLibrary } from '../../../src/files/pdf/library.ts';
import { jpegOf, noisy, scansOf } from './samples.ts';

const size = { width: 1300, height: 1800 };

it('a JPEG keeps its pixels where less quality is enough, and loses them where it is not', async () => {
  const bytes = await jpegOf(size);
  const gentle = await fitted(sharp, bytes, 'jpg', Math.floor(bytes.length * 0.7));
  if (typeof gentle === 'string') throw new Error(gentle);
  expect(gentle.bytes.length).toBeLessThanOrEqual(bytes.length * 0.7);
  const { width, height } = size;
  expect(gentle.loss).toEqual({
    from: bytes.length,
    to: gentle.bytes.length,
    width,
    height,
    newWidth: width,
    newHeight: height,
    quality: 85,
  });
  const hard = await fitted(sharp, bytes, 'jpeg', Math.floor(bytes.length * 0.3));
  if (typeof hard === 'string') throw new Error(hard);
  expect(hard.loss).toMatchObject({ newWidth: 1040, newHeight: 1440, quality: 75 });
  expect(await sharp(hard.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1040, height: 1440 });
  expect(await fitted(sharp, bytes, 'jpg', Math.floor(bytes.length * 0.05))).toBe('too much');
  const again = await fitted(sharp, bytes, 'jpg', Math.floor(bytes.length * 0.7));
  if (typeof again === 'string') throw new Error(again);
  expect(Buffer.from(again.bytes).equals(Buffer.from(gentle.bytes))).toBe(true);
});

it('a picture that lies on its side is stored upright', async () => {
  const bytes = await noisy({ width: 1800, height: 1300 })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 95 })
    .toBuffer();
  const made = await fitted(sharp, bytes, 'jpg', Math.floor(bytes.length * 0.7));
  if (typeof made === 'string') throw new Error(made);
  expect(made.loss).toMatchObject({ width: 1300, height: 1800, newWidth: 1300, newHeight: 1800 });
  const { width, height, orientation } = await sharp(made.bytes).metadata();
  expect([width, height, orientation]).toEqual([1300, 1800, undefined]);
});

it('a PNG stays a PNG of fewer pixels', async () => {
  const bytes = await noisy(size).png().toBuffer();
  const made = await fitted(sharp, bytes, 'png', Math.floor(bytes.length * 0.8));
  if (typeof made === 'string') throw new Error(made);
  expect(await sharp(made.bytes).metadata()).toMatchObject({ format: 'png', width: 1040, height: 1440 });
  expect(made.loss).not.toHaveProperty('quality');
});

it('a PNG that was packed badly keeps its pixels', async () => {
  const plain = sharp({ create: { ...size, channels: 3, background: 'white' } });
  const bytes = await plain.png({ compressionLevel: 0 }).toBuffer();
  const made = await fitted(sharp, bytes, 'png', bytes.length - 1);
  if (typeof made === 'string') throw new Error(made);
  expect(made.loss).toMatchObject({ newWidth: 1300, newHeight: 1800 });
});

it('a PDF of scans keeps its pages, and grey stays grey', async () => {
  const pictures = [await jpegOf(size), await jpegOf({ ...size, channels: 1, seed: 'b' })];
  const document = await scansOf([...pictures, pictures[0] ?? Buffer.alloc(0)]);
  document.getPage(0).drawText('a text layer');
  const bytes = await document.save();
  const made = await fitted(sharp, bytes, 'pdf', Math.floor(bytes.length * 0.5));
  if (typeof made === 'string') throw new Error(made);
  expect(made.bytes.length).toBeLessThanOrEqual(bytes.length * 0.5);
  expect(made.loss).toMatchObject({ from: bytes.length, width: 1300, quality: 65, newWidth: 1300 });
  const library = await openLibrary();
  const read = await library.loadDocument(made.bytes);
  const pages = [...read.pages()];
  expect(pages.length).toBe(3);
  expect(pages[0]?.getText()).toBe('a text layer');
  const { data, width, height } = (await pages[1]?.render({ scale: 0.2, render: 'bitmap' })) ?? {};
  expect([width, height]).toEqual([120, 160]);
  const greys = Array.from({ length: 500 }, (_, at) => (data ?? [])[at * 4]);
  expect(greys).toEqual(Array.from({ length: 500 }, (_, at) => (data ?? [])[at * 4 + 2]));
  expect(new Set(greys).size).toBeGreaterThan(20);
  read.destroy();
  library.destroy();
});

it('a PDF that is no series of scans, or is signed, is left alone', async () => {
  const picture = await jpegOf({ width: 1100, height: 1100 });
  const text = await PDFDocument.create();
  text.addPage().drawText('text');
  expect(await fitted(sharp, await text.save(), 'pdf', 100)).toBe('not scans');
  const mixed = await scansOf([picture]);
  mixed.addPage().drawText('text');
  expect(await fitted(sharp, await mixed.save(), 'pdf', 100)).toBe('not scans');
  const two = await scansOf([picture]);
  two.getPage(0).drawImage(await two.embedJpg(await jpegOf({ width: 1000, height: 1000, seed: 'c' })));
  expect(await fitted(sharp, await two.save(), 'pdf', 100)).toBe('not scans');
  const signed = await scansOf([picture]);
  signed.catalog.set(PDFName.of('AcroForm'), signed.context.obj({ SigFlags: PDFNumber.of(3), Fields: [] }));
  expect(await fitted(sharp, await signed.save(), 'pdf', 100)).toBe('signed');
});

it('what cannot be read, or is another type, is told apart', async () => {
  const bytes = await jpegOf({ width: 1200, height: 1200 });
  expect(await fitted(sharp, bytes.subarray(0, 5000), 'jpg', 4000)).toBe('unreadable');
  expect(await fitted(sharp, Buffer.from('%PDF-1.7 none'), 'pdf', 4000)).toBe('unreadable');
  expect(await fitted(sharp, Buffer.from('text'), 'rar', 1)).toBe('type');
  const encrypted = await scansOf([bytes]);
  encrypted.encrypt({ ownerPassword: 'owner', permissions: {} });
  expect(await fitted(sharp, await encrypted.save(), 'pdf', 100)).toBe('not scans');
});
