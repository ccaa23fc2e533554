// The list of the engine's codes, by area.
import { bagCodes } from './bundle.ts';
import { comparedCodes } from './compared.ts';
import { contentCodes } from './contents.ts';
import { declaredCodes } from './declared.ts';
import { namedCodes } from './definition.ts';
import { derivedCodes } from './derived.ts';
import { readCodes } from './document.ts';
import { partCodes } from './dossier.ts';
import { earlierCodes } from './earlier.ts';
import { issuedCodes } from './evidence.ts';
import { expressionCodes } from './expressions.ts';
import { statedCodes } from './figures.ts';
import { attachedCodes } from './files.ts';
import { fieldCodes } from './form.ts';
import { identifierCodes } from './identifiers.ts';
import { pathCodes } from './paths.ts';
import { pdfCodes } from './pdf.ts';
import { singleCodes } from './plausible.ts';
import { provedCodes } from './proved.ts';
import { receivedCodes, signatureCodes } from './received.ts';
import { rowCodes } from './rows.ts';
import { scanCodes } from './scans.ts';
import { seasonCodes } from './season.ts';
import { sheetCodes } from './sheet.ts';
import { slipCodes } from './slips.ts';
import { slotCodes } from './slots.ts';
import type { ArgsOf } from './spec.ts';
import { textCodes } from './text.ts';
import { valueCodes } from './values.ts';

/** The codes by what they are about; the parts of an area stand in files of their own. */
export const areas = {
  document: { ...readCodes, ...slipCodes },
  dossier: { ...partCodes, ...declaredCodes },
  season: seasonCodes,
  earlier: earlierCodes,
  form: {
    ...textCodes,
    ...fieldCodes,
    ...valueCodes,
    ...identifierCodes,
    ...singleCodes,
    ...comparedCodes,
    ...rowCodes,
  },
  attachments: { ...slotCodes, ...pathCodes, ...attachedCodes },
  pdf: pdfCodes,
  contents: contentCodes,
  evidence: { ...issuedCodes, ...statedCodes },
  scans: scanCodes,
  definition: { ...namedCodes, ...expressionCodes },
  bundle: { ...receivedCodes, ...bagCodes, ...derivedCodes, ...provedCodes },
  signatures: signatureCodes,
  sheet: sheetCodes,
};

export type Area = keyof typeof areas;

/** What a file or a slot can have wrong. */
export const fileCodes = { ...areas.attachments, ...areas.pdf, ...areas.contents };

export const codes = {
  ...areas.document,
  ...areas.dossier,
  ...areas.season,
  ...areas.earlier,
  ...areas.form,
  ...areas.attachments,
  ...areas.pdf,
  ...areas.contents,
  ...areas.evidence,
  ...areas.scans,
  ...areas.definition,
  ...areas.bundle,
  ...areas.signatures,
  ...areas.sheet,
};

/** Every code the engine itself can report. */
export type Code = keyof typeof codes;

/** The arguments of a code's sentence. */
export type Args<C extends Code> = ArgsOf<(typeof codes)[C]>;
