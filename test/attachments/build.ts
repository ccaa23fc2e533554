// Contents of files made from nothing: images, PDFs, archives, compound files.
import { crc32, deflateSync } from 'node:zlib';

const words = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => {
    bytes.writeUInt32BE(value, index * 4);
  });
  return bytes;
};

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([words(data.length), named, words(crc32(named))]);
}

/** A black and white PNG. */
export function pngOf(width: number, height: number): Buffer {
  const header = Buffer.concat([words(width, height), Buffer.from([1, 0, 0, 0, 0])]);
  const data = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height, 0xff));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

/** A PDF whose pages show a line each. */
export function pdfOf(pages: number, remark = ''): Buffer {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 4} 0 R`).join(' ');
  const line = '60 400 m 500 400 l S';
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages}>>`,
    `<</Length ${line.length}>>\nstream\n${line}\nendstream`,
    ...Array.from({ length: pages }, () => '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R>>'),
  ];
  let text = `%PDF-1.4\n%${remark}\n`;
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  return Buffer.from(
    `${text}${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  );
}

/** A number of RAR 5, seven bits a byte. */
function vint(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...vint(value >> 7)];
}

function rarBlock(...fields: readonly (number | Buffer)[]): Buffer {
  const body = Buffer.concat(fields.map((field) => (typeof field === 'number' ? Buffer.from(vint(field)) : field)));
  const sized = Buffer.concat([Buffer.from(vint(body.length)), body]);
  const crc = Buffer.alloc(4);
  crc.writeUInt32LE(crc32(sized));
  return Buffer.concat([crc, sized]);
}

/** A RAR 5 archive of files that hold one letter each. */
export function rarOfFiles(names: readonly string[]): Buffer {
  const files = names.flatMap((name) => {
    const letter = Buffer.from('a');
    const crc = Buffer.alloc(4);
    crc.writeUInt32LE(crc32(letter));
    const named = Buffer.from(name);
    // File block with data; a check sum; one byte packed and unpacked; stored; written on Unix.
    return [rarBlock(2, 2, 1, 4, 1, 0o100644, crc, 0, 1, named.length, named), letter];
  });
  const signature = Buffer.from('526172211a070100', 'hex');
  return Buffer.concat([signature, rarBlock(1, 0, 0), ...files, rarBlock(5, 0, 0)]);
}

/** A RAR 5 archive of one PDF, with `seed` in its name to tell two apart. */
export const rarOf = (seed = 'a'): Buffer => rarOfFiles([`${seed}.pdf`]);

/** A zip with one empty file `a`. */
export function zipOf(): Buffer {
  const local = Buffer.alloc(31);
  local.write('PK\u0003\u0004', 'latin1');
  local.writeUInt16LE(1, 26);
  local.write('a', 30);
  const central = Buffer.alloc(47);
  central.write('PK\u0001\u0002', 'latin1');
  central.writeUInt16LE(1, 28);
  central.write('a', 46);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

export type Stream = { readonly name: string; readonly content?: Buffer; readonly storage?: boolean };

const sectorBytes = 512;
const endOfChain = 0xfffffffe;
const none = 0xffffffff;

/**
 * A compound file with streams below its root, as Word and Excel write them: each at least 4096 bytes long, so that it
 * lies in sectors of its own. `installer` gives the root the class of Windows Installer.
 */
export function compoundOf(streams: readonly Stream[], installer = false): Buffer {
  const entries = Buffer.alloc(Math.ceil((streams.length + 1) / 4) * sectorBytes);
  const directorySectors = entries.length / sectorBytes;
  const fat: number[] = [0xfffffffd];
  for (let index = 0; index < directorySectors; index += 1) {
    fat.push(index + 1 < directorySectors ? index + 2 : endOfChain);
  }
  const write = (index: number, name: string, type: number, start: number, bytes: number): void => {
    const at = index * 128;
    entries.write(name, at, 'utf16le');
    entries.writeUInt16LE(name.length * 2 + 2, at + 64);
    entries.writeUInt8(type, at + 66);
    entries.writeUInt32LE(none, at + 68);
    entries.writeUInt32LE(index > 0 && index < streams.length ? index + 1 : none, at + 72);
    entries.writeUInt32LE(index === 0 && streams.length > 0 ? 1 : none, at + 76);
    entries.writeUInt32LE(start, at + 116);
    entries.writeUInt32LE(bytes, at + 120);
  };
  const data: Buffer[] = [];
  write(0, 'Root Entry', 5, endOfChain, 0);
  if (installer) Buffer.from('84100c0000000000c000000000000046', 'hex').copy(entries, 80);
  for (const [index, { name, content = Buffer.alloc(0), storage = false }] of streams.entries()) {
    if (storage) {
      write(index + 1, name, 1, 0, 0);
      continue;
    }
    const padded = Buffer.alloc(Math.max(4096, Math.ceil(content.length / sectorBytes) * sectorBytes));
    content.copy(padded);
    const start = fat.length;
    const sectors = padded.length / sectorBytes;
    for (let sector = 1; sector <= sectors; sector += 1) fat.push(sector < sectors ? start + sector : endOfChain);
    data.push(padded);
    write(index + 1, name, 2, start, padded.length);
  }
  const table = Buffer.alloc(sectorBytes, 0xff);
  fat.forEach((next, index) => {
    table.writeUInt32LE(next, index * 4);
  });
  const header = Buffer.alloc(sectorBytes);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(endOfChain, 60);
  header.writeUInt32LE(endOfChain, 68);
  header.fill(0xff, 76);
  header.writeUInt32LE(0, 76);
  if (fat.length > sectorBytes / 4) throw new Error('too large for one table');
  return Buffer.concat([header, table, entries, ...data]);
}
