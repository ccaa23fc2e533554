// The trees of the definitions that come with the program, read once when it was built: parsing YAML costs more than all else.
import { createHash } from 'node:crypto';
import type { MapNode } from '../document/node.ts';
import { isNothing } from '../files/folder.ts';
import { readOwn } from '../files/own.ts';

/** By name (`schemas/facts.yaml`): the digest of the bytes it was made from, and the tree. */
type Trees = Readonly<Record<string, { readonly sha256: string; readonly node: MapNode }>>;

/** The same from the sources as from what is built of them. */
const file = new URL('../../dist/schemas.json', import.meta.url);

/** Gives the tree of a file; nothing when it was changed since, or is not one of the program's. */
export type Prebuilt = (name: string, bytes: Uint8Array) => MapNode | undefined;

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A checkout that is not built has none: then every file is parsed. */
export async function readPrebuilt(): Promise<Prebuilt> {
  const bytes = await readOwn(file).catch((error: unknown) => {
    if (isNothing(error)) return '{}';
    throw error;
  });
  const trees = JSON.parse(bytes.toString()) as Trees;
  return (name, bytes) => {
    const known = trees[name];
    return known !== undefined && known.sha256 === digest(bytes) ? known.node : undefined;
  };
}
