// The version of the program, from its package, and the digest of its code.
import { readFileSync } from 'node:fs';
import { codeOf } from './fault.ts';

const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

export const version = (manifest as { version: string }).version;

/** Of all code and packages, hex; nothing for the sources, which change from hour to hour. */
export async function codeDigest(): Promise<string | undefined> {
  // Whoever asks for the version alone needs no door to the disk.
  const { readOwn } = await import('./read.ts');
  return readOwn(new URL('../code.sha256', import.meta.url)).then(
    (bytes) => bytes.toString(),
    (error: unknown) => {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    },
  );
}
