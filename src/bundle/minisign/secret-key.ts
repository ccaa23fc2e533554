// Opens a secret key of minisign: as it stands, or decrypted with the password that its owner gives.
import { scrypt, timingSafeEqual } from 'node:crypto';
import { blake2b } from '@noble/hashes/blake2.js';

import { codeOf } from '../../files/fault.ts';
import { readPlain } from '../../files/read.ts';
import { publicKeyOf } from './ed25519.ts';
import { longestKey, readSecretKey, secretKeyId } from './format.ts';
import { keyUnreadable, noSecretKey, passwordWrong } from './stops.ts';

/** A key that signs, as plain data, so that threads can be given it. */
export type SigningKey = {
  /** Its number in hexadecimal, as minisign prints it. */
  readonly id: string;
  /** 32 bytes in hexadecimal. Secret. */
  readonly seed: string;
};

/** Nothing asks for more memory than minisign's own keys do. */
const mostMemory = 2 ** 31;

/** The parameters of scrypt that libsodium takes for its two limits; nothing when they are out of all measure. */
function scryptOptions(opsLimit: number, memLimit: number): { N: number; r: number; p: number } | undefined {
  const ops = Math.max(opsLimit, 32_768);
  const r = 8;
  const byOps = ops < memLimit / 32;
  const largest = byOps ? ops / (r * 4) : memLimit / (r * 128);
  let log = 1;
  while (log < 63 && 2 ** log <= Math.floor(largest) / 2) log += 1;
  const N = 2 ** log;
  const p = byOps ? 1 : Math.floor(Math.min(Math.floor(ops / 4 / N), 0x3fffffff) / r);
  return 128 * r * N > mostMemory || p < 1 || p > 1024 ? undefined : { N, r, p };
}

const derived = (password: string, salt: Buffer, options: { N: number; r: number; p: number }): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const maxmem = 128 * options.r * (options.N + options.p + 2) + 1024 * 1024;
    scrypt(password, salt, 104, { ...options, maxmem }, (error, key) => (error ? reject(error) : resolve(key)));
  });

/** The parts of a key: its number, seed, public key and the checksum over all. */
function parts(head: Buffer, body: Buffer) {
  const checked = Buffer.concat([head, body.subarray(0, 72)]);
  const sum = body.subarray(72);
  return {
    id: secretKeyId(body.subarray(0, 8)),
    seed: body.subarray(8, 40).toString('hex'),
    // A key without a password may come without a checksum: minisign leaves it empty.
    summed: timingSafeEqual(blake2b(checked, { dkLen: 32 }), sum),
    bare: sum.every((byte) => byte === 0),
    paired: publicKeyOf(body.subarray(8, 40)).equals(body.subarray(40, 72)),
  };
}

/**
 * Reads and opens the key in a file. `password` is called only for an encrypted one. Throws a Stop for a file that
 * cannot be read or is no secret key of minisign, and for a wrong password.
 */
export async function openSecretKey(path: string, password: () => Promise<string>): Promise<SigningKey> {
  const text = await readPlain(path, longestKey).catch((error: unknown) => {
    throw codeOf(error) === 'too large' ? noSecretKey(path) : keyUnreadable(path, error);
  });
  const bytes = readSecretKey(text.toString());
  const kinds = bytes?.toString('latin1', 0, 6);
  if (bytes === undefined || (kinds !== 'EdScB2' && kinds !== 'Ed\0\0B2')) throw noSecretKey(path);
  const head = bytes.subarray(0, 2);
  const body = bytes.subarray(54);
  if (kinds === 'Ed\0\0B2') {
    const { summed, bare, paired, ...key } = parts(head, body);
    if (!paired || !(summed || bare)) throw noSecretKey(path);
    return key;
  }
  const options = scryptOptions(Number(bytes.readBigUInt64LE(38)), Number(bytes.readBigUInt64LE(46)));
  if (options === undefined) throw noSecretKey(path);
  const stream = await derived(await password(), bytes.subarray(6, 38), options);
  const { summed, paired, id, seed } = parts(head, Buffer.from(body.map((byte, index) => byte ^ (stream[index] ?? 0))));
  if (!summed || !paired) throw passwordWrong(path);
  return { id, seed };
}
