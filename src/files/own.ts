// Reads the files that come with the program: they are trusted, and are there.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readPlain } from './read.ts';

/** The largest is a font, in bytes. */
const mostOwn = 64 * 1024 * 1024;

/** The bytes of a file of the program. Throws a FileFault. */
export const readOwn = (file: URL | string): Promise<Buffer> =>
  readPlain(typeof file === 'string' ? file : fileURLToPath(file), mostOwn);

/** The text of a file of the program, for what cannot wait. */
export const readOwnNow = (file: URL): string => readFileSync(file, 'utf8');
