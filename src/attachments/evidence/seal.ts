// Whether a file is said to lack its seal (E-04); a seal itself only a person can see.
import type { Finding } from '../../findings/finding.ts';
import { report } from '../../findings/report.ts';
import type { AttachedFile } from '../inventory-types.ts';
import { valueAt } from '../said.ts';
import type { Applicant } from './applicant.ts';

export function checkSeal(file: AttachedFile, { reason }: Applicant): Finding[] {
  if (file.evidence.stamped !== false) return [];
  return [report('evidence-unstamped', { file: file.source }, valueAt(file, 'stamped'), { cite: reason('E-04') })];
}
