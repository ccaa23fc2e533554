// The version of the program, from its package.
import { readOwnNow } from './read.ts';

const manifest: unknown = JSON.parse(readOwnNow(new URL('../../package.json', import.meta.url)));

export const version = (manifest as { version: string }).version;
