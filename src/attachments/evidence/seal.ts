// Whether a file is said to lack its seal (E-04); a seal itself only a person can see.
import type { Finding } from '../../findings/finding.ts';
import { report } from '../../findings/report.ts';
import type { AttachedFile } from '../inventory-types.ts';
import type { Applicant } from './applicant.ts';

export const checkSeal = ({ evidence, source: file, at }: AttachedFile, { reason }: Applicant): Finding[] =>
  evidence.stamped === false ? [report('evidence-unstamped', { file }, at, { cite: reason('E-04') })] : [];
