// Reads a file piece by piece through one small window, so that a file of any size costs little memory.
import { readSync } from 'node:fs';

export type Pieces = {
  /** The open file, for a thread that reads it by itself. */
  readonly fd: number;
  readonly bytes: number;
  /**
   * The content from `position` on: at least `least` bytes, 64 KiB at most, fewer only where the file ends or cannot be
   * read. Valid until the next call.
   */
  at(position: number, least: number): Buffer;
  /** Why the file could not be read to its end; nothing as long as it could. */
  fault?(): unknown;
};

const windowBytes = 256 * 1024;

/** The pieces of an open file whose content is held. */
export const piecesHeld = (fd: number, content: Uint8Array): Pieces => {
  const whole = Buffer.from(content.buffer, content.byteOffset, content.length);
  return { fd, bytes: whole.length, at: (position) => whole.subarray(position, position + windowBytes) };
};

/** The pieces of an open file, which stays the caller's to close. */
export function piecesOf(fd: number, bytes: number): Pieces {
  let window: Buffer | undefined;
  let [start, end] = [0, 0];
  let fault: unknown;
  /** A file that cannot be read further is one that ends there: whoever looks at it needs no case of its own. */
  const readOr0 = (into: Buffer, offset: number, position: number): number => {
    try {
      return readSync(fd, into, offset, into.length - offset, position);
    } catch (error) {
      fault = error;
      return 0;
    }
  };
  const load = (position: number): Buffer => {
    window ??= Buffer.allocUnsafe(windowBytes);
    [start, end] = [position, position];
    while (end < start + windowBytes) {
      const read = readOr0(window, end - start, end);
      if (read === 0) break;
      end += read;
    }
    return window.subarray(0, end - start);
  };
  return {
    fd,
    bytes,
    at(position, least) {
      const isHeld = window !== undefined && position >= start && Math.min(position + least, bytes) <= end;
      return isHeld && window !== undefined ? window.subarray(position - start, end - start) : load(position);
    },
    fault: () => fault,
  };
}
