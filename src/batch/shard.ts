// Which dossiers a shard checks: by the digest of their path, so that every machine agrees without talking.
import { createHash } from 'node:crypto';
import { relative, sep } from 'node:path';

/** `2/4`: the second of four. */
export type Shard = { readonly index: number; readonly of: number };

/** Reads `2/4`; none when it is no shard. */
export function readShard(text: string): Shard | undefined {
  const [, index, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  const shard = { index: Number(index), of: Number(of) };
  return shard.index >= 1 && shard.index <= shard.of ? shard : undefined;
}

/** Whether the file belongs to the shard; `from` is the folder that paths count from, the same on every machine. */
export function inShard(shard: Shard, file: string, from: string): boolean {
  const path = relative(from, file).split(sep).join('/').normalize('NFC');
  const digest = createHash('sha256').update(path).digest();
  return digest.readBigUInt64BE(0) % BigInt(shard.of) === BigInt(shard.index - 1);
}
