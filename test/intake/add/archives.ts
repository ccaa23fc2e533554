// Zips as clients and strangers make them: names in GBK, entries with a password, links, liars.
import { crc32, deflateRawSync } from 'node:zlib';

type Member = {
  readonly name: string | Buffer;
  readonly content?: Buffer | string;
  /** The flag that its name is UTF-8. */
  readonly utf8?: boolean;
  readonly encrypted?: boolean;
  readonly link?: boolean;
  /** Claims another size. */
  readonly bytes?: number;
  readonly deflated?: boolean;
};

/** A zip of the members, as their headers say, whether that is true or not. */
export function zipOf(members: readonly Member[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, content = '', utf8 = true, encrypted = false, link = false, bytes, deflated = false } of members) {
    const raw = typeof name === 'string' ? Buffer.from(name) : name;
    const plain = Buffer.from(content as string);
    const packed = deflated ? deflateRawSync(plain) : plain;
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE((utf8 ? 0x800 : 0) | (encrypted ? 1 : 0), 2);
    head.writeUInt16LE(deflated ? 8 : 0, 4);
    head.writeUInt16LE(0x21, 8);
    head.writeUInt32LE(crc32(plain), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(bytes ?? plain.length, 18);
    head.writeUInt16LE(raw.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, raw, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(((link ? 0xa1ff : 0x81a4) << 16) >>> 0, 6);
    tail.writeUInt32LE(at, 10);
    const made = Buffer.from([20, 3]);
    central.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), made, head, tail, raw]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}
