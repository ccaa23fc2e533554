// What the program tells an applicant: something wrong, or worth saying, and where it stands.
import type { Read } from './agreement.ts';
import type { Args, Code } from './areas/index.ts';
import type { Severity } from './areas/spec.ts';

export type { Severity } from './areas/spec.ts';

/** Where a finding points. Lines and columns count from 1, columns in code points. */
export type Place = {
  /** Path relative to the dossier's folder (a definition: relative to its schemas folder), with `/`. */
  readonly file: string;
  /** Id path: `form.basics.uscc`, `attachments.tax_certificate[0]`; empty for the whole file. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  /** Exclusive. */
  readonly endColumn: number;
  /** Nothing stands there: it is where what is missing belongs, so that no line is shown. */
  readonly absent?: true;
};

/** Where each key of an item and its value stand, by the way inside it: `pages`, `figures.revenue.2020`, `covers[1]`. */
export type KeyPlaces = ReadonlyMap<string, { readonly key: Place; readonly value: Place }>;

/** How well a source is known; every report shows it (DESIGN: only what is said may be trusted). */
export type Standing = 'seed' | 'official' | 'standard' | 'copy' | 'secondary' | 'proposal';

/** A clause of a source text. */
export type Citation = {
  /** The source's key in the definition, `manual`. */
  readonly source: string;
  /** The source's short printed name, 手册. */
  readonly short: string;
  readonly title: string;
  /** The clause inside the source, `2.1.2`; may be empty for a standard as a whole. */
  readonly clause: string;
  readonly standing: Standing;
  /** The sentence itself, verbatim. */
  readonly quote?: string;
};

/** A waiver that covers a finding. */
export type Waived = { readonly reason: string; readonly by: string; readonly until: string };

type Common = {
  readonly severity: Severity;
  readonly at: Place;
  /** Further places of the same cause, in order. */
  readonly also?: readonly Place[];
  /** Still more places, which nobody lists. */
  readonly more?: number;
  readonly cite: readonly Citation[];
  readonly waived?: Waived;
};

/** A finding of the engine: a code of the catalogue with the arguments of its sentence. */
export type EngineFinding = { [C in Code]: Common & { readonly code: C; readonly args: Args<C> } }[Code];

/** A finding of a definition: a criterion that is not met. Its code is the criterion's id. */
export type CriterionFinding = Common & {
  readonly code: string;
  readonly criterion: {
    readonly title: string;
    readonly hint?: string;
    /** What decided it, in figures: `6200 ÷ 8330 × 100 = 74.42 ≥ 60`. */
    readonly shown?: string;
    /** Where the clause is read in several ways. */
    readonly readings?: readonly (Read & { readonly decision: { readonly shown?: string } })[];
  };
};

/** Something wrong, or worth saying, about a dossier, an attachment, a definition or a bundle. */
export type Finding = EngineFinding | CriterionFinding;

/** All places of a finding that are known one by one. */
export const allPlaces = ({ at, also = [] }: Finding): readonly Place[] => [at, ...also];

/** Whether a finding stands at an id path itself, not below it. */
export const standsAt = (finding: Finding, path: string): boolean =>
  allPlaces(finding).some((place) => place.path === path);

/** The files that a finding is about. */
export function filesAbout(finding: Finding): readonly string[] {
  if (isCriterion(finding)) return [];
  const { file, files } = finding.args as { readonly file?: unknown; readonly files?: unknown };
  return [file, ...(Array.isArray(files) ? files : [])].filter((one) => typeof one === 'string');
}

/** Tells a definition's finding from the engine's. */
export const isCriterion = (finding: Finding): finding is CriterionFinding => 'criterion' in finding;

/** True where there are clauses and none is of the text itself (standing `secondary` or `proposal`): they only warn. */
export const isWeak = (cite: readonly Pick<Citation, 'standing'>[]): boolean =>
  cite.length > 0 && cite.every(({ standing }) => standing === 'secondary' || standing === 'proposal');
