// Whether a workbook may be unpacked: it is a zip, and a hostile one could fill the memory of whoever reads it.
import { openZip, type ZipEntry } from '../../files/zip/zip.ts';

/** Bytes of all parts of a workbook, unpacked; a form of thirty sheets has some two million. */
const largestBytes = 200 * 1024 * 1024;

/**
 * Tags of all parts: what is read takes time and memory by their number. A form has some ten thousand, a wide table of a
 * thousand enterprises less than a million; cells that are only formatted count.
 */
const mostTags = 3_000_000;
const tag = 0x3c;

/** Faults that make the declared size of a part worthless; others (an odd name) hurt nobody here. */
const worthless: ReadonlySet<ZipEntry['faults'][number]> = new Set([
  'header',
  'ratio',
  'overlap',
  'encrypted',
  'method',
]);

const isXml = (name: string): boolean => name.toLowerCase().endsWith('.xml');
const ignore = (): void => undefined;

const compound = [0xd0, 0xcf, 0x11, 0xe0];

/** A compound file is an old .xls, or an encrypted .xlsx. */
const compoundKind = (bytes: Uint8Array): 'encrypted' | 'old' =>
  Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'old';

/** `fits` when every part unpacks to the size that it declares, and all together to a size that can be read. */
export async function boundsOf(bytes: Uint8Array): Promise<'fits' | 'large' | 'broken' | 'encrypted' | 'old'> {
  if (compound.every((byte, at) => bytes[at] === byte)) return compoundKind(bytes);
  const zip = await openZip(bytes);
  if (zip.kind === 'no zip') return zip.why === 'too many' ? 'large' : 'broken';
  try {
    if (zip.entries.reduce((sum, entry) => sum + entry.bytes, 0) > largestBytes) return 'large';
    let tags = 0;
    const count = (chunk: Buffer): void => {
      for (const byte of chunk) if (byte === tag) tags += 1;
    };
    for (const entry of zip.entries) {
      if (entry.folder) continue;
      if (entry.faults.some((fault) => worthless.has(fault))) return 'broken';
      if (entry.faults.length === 0 && (await zip.unpack(entry, isXml(entry.name) ? count : ignore)).is === 'broken')
        return 'broken';
      if (tags > mostTags) return 'large';
    }
    return 'fits';
  } finally {
    await zip.close();
  }
}
