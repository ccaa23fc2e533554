// The SHA-256 of a file, read in pieces so that its size does not matter.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { AttachedFile, FilledSlot, Inventory, RowFile } from './inventory-types.ts';

const piece = 1024 * 1024;

/** SHA-256 of the file at `path`, in hex. Throws the system's error when it cannot be read. */
export async function digestFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path, { highWaterMark: piece })) hash.update(bytes as Buffer);
  return hash.digest('hex');
}

/** The inventory with the digest of every file; one that cannot be read has none, which is a finding already. */
export async function digestAll({ slots, rows }: Inventory): Promise<Inventory> {
  const known = new Map<string, string>();
  const digested = async (file: AttachedFile): Promise<AttachedFile> => {
    const sha256 = file.sha256 ?? known.get(file.absolute) ?? (await digestFile(file.absolute).catch(() => undefined));
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
