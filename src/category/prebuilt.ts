// What the build keeps of the definitions that come with the program, taken as long as their files are the same: each opened
// and checked, and the trees of all files, because parsing YAML costs more than all else.

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import type { MapNode } from '../document/node.ts';
import { mostRead } from '../document/read.ts';
import type { SizeTable } from '../expression/size-class.ts';
import type { Fact, Vocabulary } from '../expression/types.ts';
import { allBelow, isNothing } from '../files/folder.ts';
import { readOwn, readPlain } from '../files/read.ts';
import type { List } from '../form/opened.ts';
import type { Definition } from './definition.ts';
import { schemasUnreadable } from './fault-stop.ts';

/** By name (`schemas/facts.yaml`): the digest of the bytes it was made from, and the tree. */
type Trees = Readonly<Record<string, { readonly sha256: string; readonly node: MapNode }>>;

/** The same from the sources as from what is built of them; compressed, as most runs do without and it has 3 MB. */
const file = new URL('../../dist/schemas.json.br', import.meta.url);

/** Gives the tree of a file; nothing when it was changed since, or is not one of the program's. */
export type Prebuilt = (name: string, bytes: Uint8Array) => MapNode | undefined;

export const digest = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

async function readTrees(): Promise<Trees> {
  const bytes = await readOwn(file).catch((error: unknown) => {
    // A checkout that is not built has none: then every file is parsed.
    if (isNothing(error)) return undefined;
    throw error;
  });
  return bytes === undefined ? {} : (JSON.parse(brotliDecompressSync(bytes).toString()) as Trees);
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

/** What all categories go by. */
export type Shared = {
  readonly vocabulary: Vocabulary;
  readonly lists: ReadonlyMap<string, List>;
  readonly sizes: SizeTable | undefined;
};

/** The files it was made of, by their names (`schemas/facts.yaml`), with the digests of their bytes. */
type Made = { readonly sources: Readonly<Record<string, string>> };

export type CheckedShared = Made & { readonly shared: Shared };

export type CheckedCategory = Made & {
  /** As checked, with what its schema adds. */
  readonly definition: Definition;
  /** The file of each member. */
  readonly origins: ReadonlyMap<string, string>;
  /** Of the flattened definition. */
  readonly sha256: string;
};

/** JSON has no maps. */
type WrittenFact = Omit<Fact, 'fields'> & { readonly fields: readonly WrittenFact[] };

const factWritten = (fact: Fact): WrittenFact => ({ ...fact, fields: [...fact.fields.values()].map(factWritten) });

const factsRead = (facts: readonly WrittenFact[]): Vocabulary =>
  new Map(facts.map(({ fields, ...fact }) => [fact.id, { ...fact, fields: factsRead(fields) }]));

/** Beside the built program only: the sources have none, and check every definition. */
const folder = new URL('../definitions/', import.meta.url);

/** A file below `definitions/`: the digest of the rest, then JSON. */
const sealed = (json: unknown): string => {
  const text = JSON.stringify(json);
  return `${digest(text)}\n${text}`;
};

/** Nothing where there is none, or it is not what the build has written. */
async function unsealed(name: string): Promise<unknown> {
  // Whatever keeps it from being read: the definitions themselves are still there.
  const bytes = await readOwn(new URL(`${name}.json`, folder)).catch(() => undefined);
  const text = bytes?.toString() ?? '';
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  return end > 0 && text.slice(0, end) === digest(body) ? JSON.parse(body) : undefined;
}

type ClassBounds = NonNullable<ReturnType<SizeTable['classes']['get']>>;

type WrittenShared = Made & {
  readonly facts: readonly WrittenFact[];
  readonly lists: readonly (readonly [string, List])[];
  readonly sizes?: {
    readonly sizes: readonly string[];
    readonly classes: readonly (readonly [string, ClassBounds])[];
    readonly mapping: readonly (readonly [string, string | null])[];
  };
};

/**
 * For the build: what is kept of the facts and lists.
 * @public
 */
export const sharedWritten = ({ sources, shared: { vocabulary, lists, sizes } }: CheckedShared): string =>
  sealed({
    sources,
    facts: [...vocabulary.values()].map(factWritten),
    lists: [...lists],
    ...(sizes && { sizes: { sizes: sizes.sizes, classes: [...sizes.classes], mapping: [...sizes.mapping] } }),
  });

export async function readCheckedShared(): Promise<CheckedShared | undefined> {
  const read = (await unsealed('shared')) as WrittenShared | undefined;
  if (read === undefined) return undefined;
  const { sources, facts, lists, sizes } = read;
  const table = sizes && { sizes: sizes.sizes, classes: new Map(sizes.classes), mapping: new Map(sizes.mapping) };
  return { sources, shared: { vocabulary: factsRead(facts), lists: new Map(lists), sizes: table } };
}

/**
 * For the build: what is kept of a category.
 * @public
 */
export const categoryWritten = ({ origins, ...rest }: CheckedCategory): string =>
  sealed({ ...rest, origins: [...origins] });

export async function readCheckedCategory(id: string): Promise<CheckedCategory | undefined> {
  const read = (await unsealed(id)) as (Omit<CheckedCategory, 'origins'> & { origins: [string, string][] }) | undefined;
  return read && { ...read, origins: new Map(read.origins) };
}

/** The definitions that come with the program. */
const shipped = fileURLToPath(new URL('../../schemas/', import.meta.url));

/** A line a definition that ever came with the program: the digest of its flattened text and its id, the newest of an id last. */
export const digestsName = 'digests.txt';

/** Whether the program came with this definition once. */
export async function wasShipped(id: string, sha256: string): Promise<boolean> {
  // Without the list nothing is known of any.
  const bytes = await readOwn(new URL(digestsName, pathToFileURL(shipped))).catch(() => undefined);
  return bytes?.toString().split('\n').includes(`${sha256}  ${id}`) === true;
}

/** `shown`: its name in findings; `schemas/…` of the program's own. */
export type File = { readonly path: string; readonly shown: string };

/** By what a definition, or what it extends, is named: `jiangsu/2021/product`. */
export type Files = {
  readonly files: ReadonlyMap<string, File>;
  readonly lists: ReadonlyMap<string, File>;
  readonly facts: readonly File[];
};

/** Those of the program, then those of the folders: the same name in a later one replaces the earlier. Throws a Stop. */
export async function filesIn(folders: readonly string[]): Promise<Files> {
  const files = new Map<string, File>();
  const lists = new Map<string, File>();
  const facts: File[] = [];
  for (const folder of [shipped, ...folders]) {
    for (const path of await yamlFilesBelow(folder)) {
      const file = { path: join(folder, path), shown: folder === shipped ? `schemas/${path}` : join(folder, path) };
      if (path === 'facts.yaml') facts.push(file);
      else if (path.startsWith('lists/')) lists.set(path.slice('lists/'.length, -'.yaml'.length), file);
      else files.set(path.slice(0, -'.yaml'.length), file);
    }
  }
  return { files, lists, facts };
}

/** Paths with `/`, sorted, so that no run depends on the order of the disk. Throws a Stop. */
async function yamlFilesBelow(folder: string): Promise<string[]> {
  const all = await allBelow(folder).catch((error: unknown) => {
    throw schemasUnreadable(folder, error);
  });
  return all.flatMap(({ path, plain }) => (plain && path.endsWith('.yaml') ? [path] : []));
}

/** Whether the files with these names are among them, with the content of these digests. */
export async function areOwn(
  { files, lists, facts }: Files,
  sources: Readonly<Record<string, string>>,
): Promise<boolean> {
  const byName = new Map([...files.values(), ...lists.values(), ...facts].map((file) => [file.shown, file.path]));
  for (const [name, sha256] of Object.entries(sources)) {
    const path = byName.get(name);
    // One that cannot be read is told of where it is opened.
    const bytes = path === undefined ? undefined : await readPlain(path, mostRead).catch(() => undefined);
    if (bytes === undefined || digest(bytes) !== sha256) return false;
  }
  return true;
}
