// The SHA-256 of attachments, read in pieces so that their size does not matter.
import { digestFile } from '../files/read.ts';
import type { AttachedFile, FilledSlot, Inventory, RowFile } from './inventory-types.ts';

/** SHA-256 of an attachment, in hex, as long as it is the file that was found. Throws a FileFault. */
export const digestOf = ({ absolute, identity }: Pick<AttachedFile, 'absolute' | 'identity'>): Promise<string> =>
  digestFile(absolute, { plainName: true, as: identity });

/** Digests of files that somebody has read already, by absolute path. */
export type Digests = ReadonlyMap<string, string>;

/** The inventory with the digest of every file; one that cannot be read has none, which is a finding already. */
export async function digestAll({ slots, rows }: Inventory, before: Digests = new Map()): Promise<Inventory> {
  const known = new Map(before);
  const digested = async (file: AttachedFile): Promise<AttachedFile> => {
    const sha256 = file.sha256 ?? known.get(file.absolute) ?? (await digestOf(file).catch(() => undefined));
    if (sha256 === undefined) return file;
    known.set(file.absolute, sha256);
    return { ...file, sha256 };
  };
  const filled: FilledSlot[] = [];
  for (const slot of slots) {
    const files: AttachedFile[] = [];
    for (const file of slot.files) files.push(await digested(file));
    filled.push({ ...slot, files });
  }
  const ofRows: RowFile[] = [];
  for (const row of rows) ofRows.push({ ...row, file: await digested(row.file) });
  return { slots: filled, rows: ofRows };
}
