// The one dossier that a command looks at beside categories: assessed, and its facts as expressions read them.

import { readUnder } from '../advise/match/under.ts';
import type { Catalog } from '../category/catalog.ts';
import type { Category } from '../category/category.ts';
import { readDocument } from '../document/read.ts';
import { readHead } from '../dossier/head.ts';
import type { Facts } from '../expression/values.ts';
import type { Context } from './command.ts';
import { type OneDossier, oneDossier } from './one-dossier.ts';

export type DossierFacts = { readonly one: OneDossier; readonly own: Category; readonly facts: Facts };

/** Throws a Stop for none, for several, and for one that cannot be read. */
export async function dossierFacts(
  path: string,
  context: Context,
  command: string,
  catalog: Catalog,
): Promise<DossierFacts> {
  const one = await oneDossier({ ...context, args: [path] }, command);
  const { assessment, dossier } = one;
  const own = await catalog.open(assessment.category.id);
  const { node: root } = readDocument(dossier.bytes, dossier.file);
  // What could not be read has not been assessed either.
  if (root?.kind !== 'map') return { one, own, facts: new Map() };
  const head = readHead(root, dossier.file);
  return { one, own, facts: readUnder(own, { file: dossier.file, root, head }, assessment.asOf).facts };
}
