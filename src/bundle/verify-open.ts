// A bundle whose zip is sound and whose digests agree, opened for what only its content can tell.
import type { Unpacked, Zip } from '../files/zip/zip.ts';
import type { Finding } from '../findings/finding.ts';
import type { Stamp } from '../findings/states.ts';
import { type Inspected, longestText } from './inspect.ts';

export type OpenBundle = {
  /** The folder inside. */
  readonly name: string;
  readonly status: Stamp;
  /** Every file by its path below the folder. */
  readonly bag: ReadonlyMap<string, Inspected>;
  /** The bytes of a file; nothing when it is longer than 16 MiB. Throws when the zip has changed since. */
  read(path: string): Promise<Buffer | undefined>;
  /** Gives the bytes of a file chunk by chunk. Throws when the zip has changed since. */
  copy(path: string, take: (chunk: Buffer) => void): Promise<void>;
};

/** What was derived again from the dossier inside. */
export type Derived =
  | 'category'
  | 'form'
  | 'metrics'
  | 'points'
  | 'decisions'
  | 'findings'
  | 'attachments'
  | 'checklist'
  | 'merged'
  | 'paper'
  | 'summary'
  | 'guide';

/** What reading the content came to. */
export type Further = { readonly findings: readonly Finding[]; readonly derived: readonly Derived[] };

/** Checks the content of a bundle, once its digests agree. */
export type Reader = (bundle: OpenBundle) => Promise<Further>;

/** Opens what was inspected; `folder` ends in `/`. */
export function openBundle(zip: Zip, folder: string, bag: ReadonlyMap<string, Inspected>, status: Stamp): OpenBundle {
  const copy = async (path: string, take: (chunk: Buffer) => void): Promise<void> => {
    const entry = bag.get(path)?.entry;
    const unpacked: Unpacked = entry === undefined ? { is: 'broken', why: 'data' } : await zip.unpack(entry, take);
    if (unpacked.is === 'broken') throw new Error(`${path}: ${unpacked.why}`);
  };
  return {
    name: folder.slice(0, -1),
    status,
    bag,
    copy,
    async read(path) {
      if ((bag.get(path)?.bytes ?? 0) > longestText) return undefined;
      const chunks: Buffer[] = [];
      await copy(path, (chunk) => chunks.push(Buffer.from(chunk)));
      return Buffer.concat(chunks);
    },
  };
}
