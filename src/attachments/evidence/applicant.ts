// What evidence is compared with: who applies, with which facts, on which day.
import type { Vocabulary } from '../../expression/types.ts';
import type { Facts } from '../../expression/values.ts';
import type { Citation } from '../../findings/finding.ts';

/** What a dossier says of itself, for comparing its evidence with. */
export type Applicant = {
  /** Empty when the dossier does not name it: then no name is compared. */
  readonly enterprise: string;
  readonly facts: Facts;
  readonly vocabulary: Vocabulary;
  /** `2021-08-16`. */
  readonly asOf: string;
  /** The clauses for a reason of rejection (`E-08`); none when the category does not cite it. */
  readonly reason: (row: string) => readonly Citation[];
};
