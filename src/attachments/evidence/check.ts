// Compares what the dossier says of its files with its own form and facts: names, dates, figures, seals, pages.
import type { Finding } from '../../findings/finding.ts';
import type { Inventory } from '../inventory-types.ts';
import type { Applicant } from './applicant.ts';
import { checkValidity } from './dates.ts';
import { checkFigures } from './figures.ts';
import { checkName } from './names.ts';
import { checkPages } from './pages.ts';
import { checkSeal } from './seal.ts';

/** Findings about the evidence of files, each where the dossier names the file; an entry of several files speaks once. */
export function checkEvidence(inventory: Inventory, applicant: Applicant): Finding[] {
  const spoken = new Set<string>();
  return inventory.slots
    .flatMap(({ files }) => files)
    .flatMap((file) => {
      if (spoken.has(file.at.path)) return [];
      spoken.add(file.at.path);
      return [
        ...checkName(file, applicant),
        ...checkValidity(file, applicant),
        ...checkFigures(file, applicant),
        ...checkSeal(file, applicant),
        ...checkPages(file),
      ];
    });
}
