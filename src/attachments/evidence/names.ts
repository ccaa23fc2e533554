// Whether a file was issued to the applicant: under its name, its credit code, or a former name (E-08).
import type { Finding } from '../../findings/finding.ts';
import { report } from '../../findings/report.ts';
import type { AttachedFile } from '../inventory-types.ts';
import { valueAt } from '../said.ts';
import type { Applicant } from './applicant.ts';
import { folded } from './fold.ts';

/** A file issued to somebody else is an error, one issued under a former name a warning. */
export function checkName(file: AttachedFile, { enterprise, facts, reason }: Applicant): Finding[] {
  const { issued_to: issued } = file.evidence;
  if (issued === undefined || enterprise === '') return [];
  const former = facts.get('former_names');
  const code = facts.get('uscc');
  const name = folded(issued);
  if (name === folded(enterprise) || (typeof code === 'string' && name === folded(code))) return [];
  const isFormer = Array.isArray(former) && former.some((one) => folded(String(one)) === name);
  const about = { file: file.source, issued, enterprise };
  const said = isFormer ? 'evidence-former-name' : 'evidence-other-name';
  return [report(said, about, valueAt(file, 'issued_to'), { cite: reason('E-08') })];
}
