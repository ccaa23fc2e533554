// The list of the engine's codes, by area.
import { attachmentCodes } from './attachments.ts';
import { bundleCodes } from './bundle.ts';
import { contentCodes } from './contents.ts';
import { definitionCodes } from './definition.ts';
import { documentCodes } from './document.ts';
import { dossierCodes } from './dossier.ts';
import { evidenceCodes } from './evidence.ts';
import { formCodes } from './form.ts';
import { pdfCodes } from './pdf.ts';
import { plausibleCodes } from './plausible.ts';
import { rowCodes } from './rows.ts';
import { scanCodes } from './scans.ts';
import { seasonCodes } from './season.ts';
import { sheetCodes } from './sheet.ts';
import { signatureCodes } from './signatures.ts';
import type { CodeSpec } from './spec.ts';
import { textCodes } from './text.ts';

/** What a file or a slot can have wrong. */
export const fileCodes = { ...attachmentCodes, ...pdfCodes, ...contentCodes };

export const codes = {
  ...documentCodes,
  ...textCodes,
  ...dossierCodes,
  ...seasonCodes,
  ...formCodes,
  ...plausibleCodes,
  ...rowCodes,
  ...fileCodes,
  ...evidenceCodes,
  ...scanCodes,
  ...definitionCodes,
  ...bundleCodes,
  ...signatureCodes,
  ...sheetCodes,
};

/** Every code the engine itself can report. */
export type Code = keyof typeof codes;

/** The arguments of a code's sentence. */
export type Args<C extends Code> = (typeof codes)[C] extends CodeSpec<infer A> ? A : never;
