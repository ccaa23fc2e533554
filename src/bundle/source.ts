// Reads an attachment once, in order, telling its digest on the way, and notices when it is not the file that was checked.
import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { Stop } from '../findings/stop.ts';
import { sourceChanged, sourceUnreadable } from './stops.ts';

/** What is read: its place on this machine, its name for messages, and what the assessment knows of it. */
export type Source = {
  readonly absolute: string;
  readonly source: string;
  readonly bytes: number;
  readonly sha256?: string;
};

const chunkBytes = 1024 * 1024;

async function openSource(file: Source): Promise<FileHandle> {
  const handle = await open(file.absolute, 'r').catch((error: unknown): Stop => sourceUnreadable(file.source, error));
  if (handle instanceof Error) throw handle;
  try {
    const stat = await handle.stat();
    if (!stat.isFile() || stat.size !== file.bytes) throw sourceChanged(file.source);
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function readInto(handle: FileHandle, file: Source, buffer: Buffer): Promise<Buffer> {
  try {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    throw sourceUnreadable(file.source, error);
  }
}

/** Gives the bytes of a file in chunks; its digest is in `hash` at the end. Stops when the file is not as assessed. */
export async function* chunksOf(file: Source, hash: Hash): AsyncGenerator<Buffer, void> {
  const handle = await openSource(file);
  try {
    let read = 0;
    for (;;) {
      const chunk = await readInto(handle, file, Buffer.allocUnsafe(Math.min(chunkBytes, file.bytes - read + 1)));
      if (chunk.length === 0) break;
      read += chunk.length;
      if (read > file.bytes) throw sourceChanged(file.source);
      hash.update(chunk);
      yield chunk;
    }
    const sha256 = hash.copy().digest('hex');
    if (read !== file.bytes || (file.sha256 ?? sha256) !== sha256) throw sourceChanged(file.source);
  } finally {
    await handle.close();
  }
}

/** The whole of a file, which has to fit into memory, and its digest. */
export async function wholeOf(
  file: Source,
  step: (bytes: number) => void,
): Promise<{ content: Buffer; sha256: string }> {
  const content = Buffer.allocUnsafe(file.bytes);
  const hash = createHash('sha256');
  let at = 0;
  for await (const chunk of chunksOf(file, hash)) {
    at += chunk.copy(content, at);
    step(chunk.length);
  }
  return { content, sha256: hash.digest('hex') };
}
