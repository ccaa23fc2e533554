// What the program tells an applicant: something wrong, or worth saying, and where it stands.
import type { Shape } from '../given.ts';
import type { Args, Code } from './areas/index.ts';
import type { Severity } from './areas/spec.ts';
import type { citation, fix, place, standing, unmet, waived } from './json.ts';

export type { Severity } from './areas/spec.ts';

export type Place = Shape<typeof place>;

/** Where each key of an item and its value stand, by the way inside it: `pages`, `figures.revenue.2020`, `covers[1]`. */
export type KeyPlaces = ReadonlyMap<string, { readonly key: Place; readonly value: Place }>;

export type Standing = Shape<typeof standing>;
export type Citation = Shape<typeof citation>;
export type Waived = Shape<typeof waived>;
export type Fix = Shape<typeof fix>;

type Common = {
  readonly severity: Severity;
  readonly at: Place;
  /** Further places of the same cause, in order. */
  readonly also?: readonly Place[];
  /** Still more places, which nobody lists. */
  readonly more?: number;
  readonly cite: readonly Citation[];
  readonly waived?: Waived;
  /** The literal mend, one for each of its places that has one. */
  readonly fix?: readonly Fix[];
};

/** A finding of the engine: a code of the catalogue with the arguments of its sentence. */
export type EngineFinding = { [C in Code]: Common & { readonly code: C; readonly args: Args<C> } }[Code];

/** A finding of a definition: a criterion that is not met. Its code is the criterion's id. */
export type CriterionFinding = Common & {
  readonly code: string;
  readonly criterion: Shape<typeof unmet>;
};

/** Something wrong, or worth saying, about a dossier, an attachment, a definition or a bundle. */
export type Finding = EngineFinding | CriterionFinding;

/** All places of a finding that are known one by one. */
export const allPlaces = ({ at, also = [] }: Finding): readonly Place[] => [at, ...also];

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
