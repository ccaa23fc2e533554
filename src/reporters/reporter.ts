// What a reporter is: one function from what a run found to the text of a document.
import type { Outcome, Program } from '../assessment.ts';
import type { Language } from '../messages/message.ts';

/** What a run found, and how it is to be shown. */
export type Report = {
  readonly program: Program;
  /** One a dossier, in the order of their paths. */
  readonly outcomes: readonly Outcome[];
  readonly language: Language;
  /** Cells of a line of text. */
  readonly width: number;
  readonly colour: boolean;
  readonly unicode: boolean;
  /** Lists what is otherwise only counted. */
  readonly verbose: boolean;
  /** How long the run took. */
  readonly seconds: number;
};

export type Reporter = {
  /** As `--format` names it. */
  readonly name: string;
  readonly render: (report: Report) => string;
};

/** The path of a dossier as a report shows it. */
export function pathOf(
  outcome: { readonly dossier: Pick<Outcome['dossier'], 'file' | 'folder'> },
  file = outcome.dossier.file,
): string {
  const folder = outcome.dossier.folder.replace(/(?<=.)\/+$/, '');
  if (folder === '' || folder === '.') return file;
  return folder === '/' ? `/${file}` : `${folder}/${file}`;
}
