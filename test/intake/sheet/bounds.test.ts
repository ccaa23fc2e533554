// What may be unpacked at all, and how high rows are drawn.
import { crc32, deflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { boundsOf } from '../../../src/intake/sheet/bounds.ts';
import { heightsOf, readWorkbook, writeWorkbook } from '../../../src/intake/sheet/workbook.ts';
import { answer } from './books.ts';

const book = () => writeWorkbook('x', [{ name: '表', rows: [[answer('甲')]], widths: [10] }]);

it('takes a workbook, and no zip that is cut off or lies about its sizes', async () => {
  const bytes = await book();
  expect(await boundsOf(bytes)).toBe('fits');
  expect(await boundsOf(bytes.slice(0, -30))).toBe('broken');
  const directory = Buffer.from(bytes).indexOf(Buffer.from('504b0102', 'hex'));
  const lying = Buffer.from(bytes);
  lying.writeUInt32LE(lying.readUInt32LE(directory + 24) - 1, directory + 24);
  expect(await boundsOf(new Uint8Array(lying))).toBe('broken');
  expect(await readWorkbook(new Uint8Array(lying))).toBe('broken');
});

/** A zip of one entry that unpacks to so many bytes. */
function zipOf(size: number, content = '\0'): Uint8Array {
  const data = Buffer.alloc(size, content);
  const packed = deflateRawSync(data);
  const name = Buffer.from('xl/workbook.xml');
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(content === '<' ? crc32(data) : 0, 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(size, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, name, packed]);
  const central = Buffer.concat([Buffer.from('504b01021403', 'hex'), common, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return new Uint8Array(Buffer.concat([local, central, end]));
}

it('does not unpack what would fill the memory', async () => {
  expect(await readWorkbook(zipOf(201 * 1024 * 1024))).toBe('large');
  // More cells than any form has, each a tag at least.
  expect(await boundsOf(zipOf(3_000_000, '<'))).toBe('fits');
  expect(await boundsOf(zipOf(3_000_001, '<'))).toBe('large');
});

it('makes rows as high as their texts, hidden columns left out', () => {
  const long = '很长的一段文字'.repeat(10);
  const rows = [[answer(long)], [answer('短')], [undefined, answer('短')]];
  const heights = heightsOf({ name: 'x', rows, widths: [30, 30] });
  expect(heights.get(0)).toBeGreaterThan(5 * (heights.get(1) ?? 0) * 0.5);
  expect(heights.get(1)).toBe(heights.get(2));
  const hidden = heightsOf({ name: 'x', rows, widths: [30, 30], hiddenColumns: [0], heights: new Map([[2, 90]]) });
  expect([hidden.get(0), hidden.get(2)]).toEqual([heights.get(1), 90]);
});

it('one merge over all cells of a sheet costs nothing, thousands of merges are too many', async () => {
  const { writeXlsx } = await import('hucre/xlsx');
  const book = (merges: { startRow: number; endRow: number; startCol: number; endCol: number }[]) =>
    writeXlsx({ sheets: [{ name: 'a', rows: [['x', 'y']], merges }] });
  const read = await readWorkbook(await book([{ startRow: 0, endRow: 1_048_575, startCol: 0, endCol: 16_383 }]));
  if (typeof read === 'string') throw new Error(read);
  const [sheet] = read.sheets;
  expect([sheet?.isCovered(0, 0), sheet?.isCovered(0, 1), sheet?.isCovered(900_000, 0)]).toEqual([false, true, true]);
  const rows = Array.from({ length: 2001 }, (_, row) => ({ startRow: row, endRow: row, startCol: 0, endCol: 1 }));
  expect(await readWorkbook(await book(rows))).toBe('large');
});
