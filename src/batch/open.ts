// Opens the dossiers below some paths one after the other, for programs that use the library.
import type { DossierFile } from '../assess.ts';
import { rootFinder } from './config.ts';
import { findDossiers, readDossier } from './find.ts';

/**
 * The dossiers that paths name: files, folders searched for `dossier.yaml`, globs; relative ones start from `cwd`.
 * Throws a Stop for a path that names none, and for a dossier that cannot be read.
 */
export async function* dossiersIn(paths: readonly string[], cwd: string): AsyncGenerator<DossierFile> {
  const { found, missing } = await findDossiers(paths, cwd);
  for (const stop of missing) throw stop;
  const findRoot = rootFinder();
  for (const one of found) yield await readDossier(one, findRoot);
}
