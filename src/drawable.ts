// Whether the summary of an assessment can be drawn: what `build` could refuse, found without drawing.
import type { Assessment } from './assessment.ts';
import { entryOf, type MapNode, placeAt } from './document/node.ts';
import { checkPrint } from './dossier/print.ts';
import type { Finding } from './findings/finding.ts';

/** Absolute paths of fonts for characters that the summary's own lack; `any`: whoever draws it has one for each. */
export type FontsKnown = readonly string[] | 'any';

type Drawn = Omit<Assessment, 'kind' | 'program' | 'asOf' | 'waiversUsed' | 'counts' | 'state'>;

/** Of all that is printed, whatever no font has; `root` is the dossier, for the places. */
export function drawableFindings(assessment: Drawn, root: MapNode, fonts: FontsKnown): Promise<Finding[]> {
  const { dossier, category, form, inventory, findings, ...others } = assessment;
  const { file, text } = dossier;
  const { flattened: _, ...named } = category;
  const waived = findings.filter((finding) => finding.waived !== undefined);
  const otherwise = placeAt(file, 'category', (entryOf(root, 'category')?.value ?? root).range);
  const printed = [named, form, inventory, waived, others];
  return checkPrint({ file, text, root, form, inventory, printed, otherwise }, async (characters) => {
    if (fonts === 'any') return new Set(characters);
    // Fonts are large: they are read only when a character is missing.
    return fonts.length === 0 ? new Set() : (await import('./summary/spare.ts')).charactersIn(fonts, characters);
  });
}
