// A code of the engine explained: what a finding with it says, what it stands on, what to do, whether it can be waived.
import { attachmentCodes } from '../../findings/codes/attachments.ts';
import { bundleCodes } from '../../findings/codes/bundle.ts';
import { contentCodes } from '../../findings/codes/contents.ts';
import { definitionCodes } from '../../findings/codes/definition.ts';
import { documentCodes } from '../../findings/codes/document.ts';
import { dossierCodes } from '../../findings/codes/dossier.ts';
import { evidenceCodes } from '../../findings/codes/evidence.ts';
import { formCodes } from '../../findings/codes/form.ts';
import { type Code, codes } from '../../findings/codes/index.ts';
import { pdfCodes } from '../../findings/codes/pdf.ts';
import { rowCodes } from '../../findings/codes/rows.ts';
import { scanCodes } from '../../findings/codes/scans.ts';
import { seasonCodes } from '../../findings/codes/season.ts';
import { sheetCodes } from '../../findings/codes/sheet.ts';
import { signatureCodes } from '../../findings/codes/signatures.ts';
import { textCodes } from '../../findings/codes/text.ts';
import type { Place } from '../../findings/finding.ts';
import { report } from '../../findings/report.ts';
import { samples } from '../../findings/samples/index.ts';
import type { Severity } from '../../findings/severity.ts';
import type { Language, Words } from '../../messages/message.ts';
import { wordsOf } from '../../messages/words.ts';
import type { CodeArea } from '../../words/explain.ts';

export type CodeExplained = {
  readonly is: 'code';
  readonly code: Code;
  readonly area: CodeArea;
  readonly severity: Severity;
  /** The portal refuses it by itself: no waiver helps. */
  readonly hard: boolean;
  /** What findings with this code say, each variant once. */
  readonly examples: readonly Words[];
};

const areas: Readonly<Record<CodeArea, object>> = {
  document: documentCodes,
  dossier: dossierCodes,
  season: seasonCodes,
  form: { ...formCodes, ...rowCodes, ...textCodes },
  attachments: attachmentCodes,
  pdf: pdfCodes,
  contents: contentCodes,
  evidence: evidenceCodes,
  scans: scanCodes,
  definition: definitionCodes,
  bundle: bundleCodes,
  signatures: signatureCodes,
  sheet: sheetCodes,
};

/** The area of the catalogue that a code stands in. */
export const areaOf = (code: Code): CodeArea =>
  (Object.keys(areas) as CodeArea[]).find((area) => Object.hasOwn(areas[area], code)) ?? 'dossier';

export const isCode = (what: string): what is Code => Object.hasOwn(codes, what);

const nowhere: Place = { file: '', path: '', line: 1, column: 1, endLine: 1, endColumn: 1 };

export function explainCode(code: Code, language: Language): CodeExplained {
  const { severity, hard } = codes[code];
  const examples = samples[code].map((args) => wordsOf(report(code, args as never, nowhere), language));
  return { is: 'code', code, area: areaOf(code), severity, hard, examples };
}
