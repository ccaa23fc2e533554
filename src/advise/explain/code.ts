// A code of the engine explained: what a finding with it says, what it stands on, what to do, whether it can be waived.
import { type Area, areas, type Code, codes } from '../../findings/areas/index.ts';
import type { Severity } from '../../findings/areas/spec.ts';
import type { Place } from '../../findings/finding.ts';
import { report } from '../../findings/report.ts';
import type { Language, Words } from '../../findings/sentence.ts';
import { wordsOf } from '../../words/of-finding.ts';

export type CodeExplained = {
  readonly is: 'code';
  readonly code: Code;
  readonly area: Area;
  readonly severity: Severity;
  /** The portal refuses it by itself: no waiver helps. */
  readonly hard: boolean;
  /** What findings with this code say, each variant once. */
  readonly examples: readonly Words[];
};

/** The area of the catalogue that a code stands in. */
export const areaOf = (code: Code): Area =>
  (Object.keys(areas) as Area[]).find((area) => Object.hasOwn(areas[area], code)) ?? 'dossier';

export const isCode = (what: string): what is Code => Object.hasOwn(codes, what);

const nowhere: Place = { file: '', path: '', line: 1, column: 1, endLine: 1, endColumn: 1 };

export function explainCode(code: Code, language: Language): CodeExplained {
  const { severity, hard } = codes[code];
  const examples = codes[code].samples.map((args) => wordsOf(report(code, args as never, nowhere), language));
  return { is: 'code', code, area: areaOf(code), severity, hard, examples };
}
