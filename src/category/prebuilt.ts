// The trees of the definitions that come with the program, read once when it was built: parsing YAML costs more than all else.
import { createHash } from 'node:crypto';
import type { MapNode } from '../document/node.ts';
import { isNothing } from '../files/folder.ts';
import { readOwn } from '../files/read.ts';

/** By name (`schemas/facts.yaml`): the digest of the bytes it was made from, and the tree. */
type Trees = Readonly<Record<string, { readonly sha256: string; readonly node: MapNode }>>;

/** The same from the sources as from what is built of them. */
const file = new URL('../../dist/schemas.json', import.meta.url);

/** Gives the tree of a file; nothing when it was changed since, or is not one of the program's. */
export type Prebuilt = (name: string, bytes: Uint8Array) => MapNode | undefined;

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function readTrees(): Promise<Trees> {
  const bytes = await readOwn(file).catch((error: unknown) => {
    // A checkout that is not built has none: then every file is parsed.
    if (isNothing(error)) return '{}';
    throw error;
  });
  return JSON.parse(bytes.toString()) as Trees;
}

let read: Promise<Trees> | undefined;

/** Read once a run: the same tree each time, by which what was made of it is known again. */
export async function readPrebuilt(): Promise<Prebuilt> {
  read ??= readTrees();
  const trees = await read.catch((error: unknown) => {
    read = undefined;
    throw error;
  });
  return (name, bytes) => {
    const known = trees[name];
    return known !== undefined && known.sha256 === digest(bytes) ? known.node : undefined;
  };
}
