// What a reporter is: one function from what a run found to the text of a document.
import type { Program } from '../assessment.ts';
import type { unread } from '../findings/json.ts';
import { type Language, ofDefinition } from '../findings/sentence.ts';
import type { Shape } from '../given.ts';
import type { Reported } from './reported.ts';
import type { Statistics } from './statistics.ts';

export type Unread = Shape<typeof unread>;

/** What a run found, and how it is to be shown. */
export type Report = {
  readonly program: Program;
  /** One a dossier, in the order of their paths. */
  readonly outcomes: readonly Reported[];
  /** What could not be read, or not gone on with, and why. */
  readonly unread?: readonly Unread[];
  /** Which part of the dossiers they are, when the run was one of several. */
  readonly shard?: { readonly index: number; readonly of: number };
  readonly language: Language;
  /** Data says its sentences in both languages, unless one is asked for. */
  readonly only?: Language | undefined;
  /** Cells of a line of text. */
  readonly width: number;
  readonly colour: boolean;
  readonly unicode: boolean;
  /** Figures over all of them, where they are asked for. */
  readonly statistics?: Statistics;
  /** Lists what is otherwise only counted. */
  readonly verbose: boolean;
  /** No person looks at it: data without the white space that makes them readable, a dossier a line. */
  readonly compact?: boolean;
};

/** What the file of a reporter gives. */
export type Renderer<Text extends string | Promise<string> = string | Promise<string>> = {
  readonly render: (report: Report) => Text;
  /** The same text in pieces, where it may be too long to be held as a whole. */
  readonly pieces?: (report: Report) => Iterable<string> | Promise<Iterable<string>>;
};

/** A renderer in the list, loaded when it is used. */
export type Reporter = {
  /** As `--format` names it. */
  readonly name: string;
  readonly render: (report: Report) => Promise<string>;
  /** The same text in pieces: it may be too long to be held as a whole. */
  readonly pieces: (report: Report) => Promise<Iterable<string>>;
};

/** The path of a dossier as a report shows it. */
export function pathOf(
  outcome: { readonly dossier: Pick<Reported['dossier'], 'file' | 'folder'> },
  file = outcome.dossier.file,
): string {
  const folder = outcome.dossier.folder.replace(/(?<=[^/])\/+$/, '');
  if (folder === '' || folder === '.') return file;
  return folder === '/' ? `/${file}` : `${folder}/${file}`;
}

/** What came after the edition; a day that it is not for is a finding, which says it too. */
export function supersededIn(outcome: Reported, language: Language): string | undefined {
  if (outcome.kind !== 'assessed' || outcome.findings.some(({ code }) => code === 'out-of-season')) return undefined;
  const { superseded } = outcome.category;
  return superseded === undefined ? undefined : ofDefinition(superseded, language);
}
