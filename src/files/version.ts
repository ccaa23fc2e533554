// The version of the program, from its package, and the digest of its code.
import { isNothing } from './folder.ts';
import { readOwn, readOwnNow } from './read.ts';

const manifest: unknown = JSON.parse(readOwnNow(new URL('../../package.json', import.meta.url)));

export const version = (manifest as { version: string }).version;

/** Of all code and packages, hex; nothing for the sources, which change from hour to hour. */
export const codeDigest = (): Promise<string | undefined> =>
  readOwn(new URL('../code.sha256', import.meta.url)).then(
    (bytes) => bytes.toString(),
    (error: unknown) => {
      if (isNothing(error)) return undefined;
      throw error;
    },
  );
