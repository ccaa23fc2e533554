// Compares what the dossier says of its files with its own form and facts: names, dates and figures.
import type { Vocabulary } from '../../expression/types.ts';
import type { Facts } from '../../expression/values.ts';
import type { Citation, Finding } from '../../findings/finding.ts';
import type { Inventory } from '../inventory-types.ts';
import { checkValidity } from './dates.ts';
import { checkFigures } from './figures.ts';
import { checkName } from './names.ts';

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

/** Findings about the evidence of files, each where the dossier names the file; an entry of several files speaks once. */
export function checkEvidence(inventory: Inventory, applicant: Applicant): Finding[] {
  const entries = new Map(
    inventory.slots
      .flatMap(({ files }) => files)
      .toReversed()
      .map((file) => [file.at.path, file]),
  );
  return [...entries.values()]
    .toReversed()
    .flatMap((file) => [
      ...checkName(file, applicant),
      ...checkValidity(file, applicant),
      ...checkFigures(file, applicant),
    ]);
}
