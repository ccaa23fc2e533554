// Pages as a dossier names them, `3-4, 7`, against those that a file has.
import type { Finding } from '../../findings/finding.ts';
import { report } from '../../findings/report.ts';
import type { AttachedFile } from '../inventory-types.ts';
import { valueAt } from '../said.ts';

/** The first page named that the file does not have; nothing where its pages are not known. */
export function pageBeyond(
  named: number | string | undefined,
  { traits }: AttachedFile,
): { readonly page: number; readonly pages: number } | undefined {
  const { pages = 0 } = traits;
  if (named === undefined || pages === 0) return undefined;
  const page = (String(named).match(/\d+/g) ?? []).map(Number).find((one) => one < 1 || one > pages);
  return page === undefined ? undefined : { page, pages };
}

/** The pages that matter of a file must exist. */
export function checkPages(file: AttachedFile): Finding[] {
  const beyond = pageBeyond(file.evidence.pages, file);
  if (beyond === undefined) return [];
  return [report('evidence-pages-beyond', { file: file.source, ...beyond }, valueAt(file, 'pages'))];
}
