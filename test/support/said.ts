// What the program finds in a dossier, read from its JSON report.
import { zjtx } from './terminal.ts';

type Found = {
  readonly code: string;
  readonly severity: string;
  readonly message: { readonly zh: string; readonly en: string };
  readonly hint: { readonly zh: string; readonly en: string };
  readonly at: { readonly file: string; readonly line: number; readonly column: number };
};
type Document = { readonly dossiers: readonly { readonly findings: readonly Found[] }[] };

/** Everything said of a dossier but the notes, which the ready one has too. */
export async function said(cwd: string) {
  const { code, stdout, stderr } = await zjtx(['validate', '-f', 'json'], { cwd });
  const findings = (JSON.parse(stdout) as Document).dossiers.flatMap((dossier) => dossier.findings);
  return { code, stderr, findings: findings.filter((finding) => finding.severity !== 'note') };
}
