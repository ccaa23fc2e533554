// Scans of any size for the benchmarks: pictures and PDFs that their readers have to go through, and archives.
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { crc32 } from 'node:zlib';

const scan = readFileSync(resolve(import.meta.dirname, '../test/attachments/samples/scan.jpg'));

/** Bytes without 0xff, so that they may stand in the data of a JPEG. */
const block = Buffer.from(Array.from({ length: 60_000 }, (_, index) => (index * 7919 + (index >> 3)) % 251));

/** How many blocks make a file of that many bytes, or a little less. */
const blocksOf = (bytes) => Math.floor(bytes / block.length);

/** One file, written block by block: before, `blocks` times around(block), after. */
function write(path, blocks, before, piece, after) {
  const file = openSync(path, 'w');
  writeSync(file, before);
  for (let index = 0; index < blocks; index += 1) writeSync(file, piece);
  writeSync(file, after);
  closeSync(file);
}

/** A JPEG whose bulk stands in segments that a reader passes over. */
export function segments(path, bytes) {
  const head = Buffer.from([0xff, 0xef, 0, 0]);
  head.writeUInt16BE(block.length + 2, 2);
  write(path, blocksOf(bytes), scan.subarray(0, 2), Buffer.concat([head, block]), scan.subarray(2));
}

/** A JPEG whose bulk stands in the picture data, with as many escaped bytes as real ones have. */
export function picture(path, bytes) {
  const data = Buffer.concat(
    Array.from({ length: 234 }, (_, i) =>
      Buffer.concat([block.subarray(i * 256, i * 256 + 254), Buffer.from([0xff, 0])]),
    ),
  );
  write(path, blocksOf(bytes), scan.subarray(0, -2), data, scan.subarray(-2));
}

/** A PDF of one page that shows a picture of that many bytes. */
export function pdf(path, bytes) {
  const blocks = blocksOf(bytes);
  const length = blocks * block.length;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R>>',
    '<</Length 28>>stream\nq 595 0 0 842 0 0 cm /I Do Q\nendstream',
    `<</Type/XObject/Subtype/Image/Width 6000/Height ${Math.floor(length / 6000)}/BitsPerComponent 8/ColorSpace/DeviceGray/Length ${length}>>stream\n`,
  ];
  let text = '%PDF-1.4\n';
  const offsets = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(`${String(text.length).padStart(10, '0')} 00000 n \n`);
    text += `${index + 1} 0 obj\n${object}${index < 4 ? '\nendobj\n' : ''}`;
  }
  const end = '\nendstream\nendobj\n';
  const table = `xref\n0 6\n0000000000 65535 f \n${offsets.join('')}trailer\n<</Size 6/Root 1 0 R>>\n`;
  write(
    path,
    blocks,
    Buffer.from(text),
    block,
    `${end}${table}startxref\n${text.length + length + end.length}\n%%EOF\n`,
  );
}

const vint = (value) => (value < 0x80 ? [value] : [(value % 128) | 0x80, ...vint(Math.floor(value / 128))]);

function rarBlock(...fields) {
  const body = Buffer.from(fields.flatMap((field) => (typeof field === 'number' ? vint(field) : [...field])));
  const sized = Buffer.concat([Buffer.from(vint(body.length)), body]);
  const crc = Buffer.alloc(4);
  crc.writeUInt32LE(crc32(sized));
  return Buffer.concat([crc, sized]);
}

/** A RAR of one stored file. */
export function rar(path, bytes) {
  const blocks = blocksOf(bytes);
  const length = blocks * block.length;
  let sum = 0;
  for (let index = 0; index < blocks; index += 1) sum = crc32(block, sum);
  const crc = Buffer.alloc(4);
  crc.writeUInt32LE(sum);
  const name = Buffer.from('照片.jpg');
  const before = [Buffer.from('526172211a070100', 'hex'), rarBlock(1, 0, 0)];
  before.push(rarBlock(2, 2, length, 4, length, 0o100644, crc, 0, 1, name.length, name));
  write(path, blocks, Buffer.concat(before), block, rarBlock(5, 0, 0));
}
