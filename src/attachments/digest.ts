// The SHA-256 of a file, read in pieces so that its size does not matter.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

const piece = 1024 * 1024;

/** SHA-256 of the file at `path`, in hex. Throws the system's error when it cannot be read. */
export async function digestFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path, { highWaterMark: piece })) hash.update(bytes as Buffer);
  return hash.digest('hex');
}
