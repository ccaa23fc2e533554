// The one dossier that a command looks at beside categories: assessed, and its facts as expressions read them.
import type { Catalog } from '../category/catalog.ts';
import type { Category } from '../category/category.ts';
import { openDossier, readForm } from '../dossier/head.ts';
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
  const { head } = openDossier(dossier);
  // What could not be read has not been assessed either.
  return { one, own, facts: head === undefined ? new Map() : readForm(own, head, { asOf: assessment.asOf }).facts };
}
