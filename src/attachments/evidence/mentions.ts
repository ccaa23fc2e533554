// Whether the text of the attached PDFs names the applicant: by its name, a former name, or its credit code.
import { printed } from '../../files/pdf/fold.js';
import type { Wanted } from '../../files/pdf/search.js';
import type { Finding } from '../../findings/finding.ts';
import { report } from '../../findings/report.ts';
import type { AttachedFile, Inventory } from '../inventory-types.ts';
import type { Applicant } from './check.ts';

/** What is looked for in the text of PDFs; none when the dossier names nobody. */
export function wantedOf({ enterprise, facts }: Pick<Applicant, 'enterprise' | 'facts'>): Wanted | undefined {
  const code = facts.get('uscc');
  const former = facts.get('former_names');
  if (enterprise === '') return undefined;
  return {
    name: enterprise,
    ...(typeof code === 'string' ? { code } : {}),
    ...(Array.isArray(former) ? { former: former.map(String) } : {}),
  };
}

/** Each file once, in order. */
function filesOf({ slots, rows }: Inventory): AttachedFile[] {
  const all = [...slots.flatMap(({ files }) => files), ...rows.map(({ file }) => file)];
  return [...new Map(all.map((file) => [file.source, file])).values()];
}

/** A warning for each file whose whole text does not name the applicant, a note for each that cannot be searched. */
export function checkMentions(inventory: Inventory, { enterprise, facts, reason }: Applicant): Finding[] {
  const uscc = facts.get('uscc');
  const files = filesOf(inventory);
  const { name, code, former = [] } = wantedOf({ enterprise, facts }) ?? {};
  const own = [name, code, ...former].map((one = '') => printed(one));
  // A file that the dossier itself says to be somebody else's is told of already.
  const others = files.filter(
    ({ traits, evidence: { issued_to: issued } }) =>
      traits.mentions === 'none' && (issued === undefined || own.includes(printed(issued))),
  );
  const findings: Finding[] = others.map((file) => {
    const about = { file: file.source, enterprise, ...(typeof uscc === 'string' ? { uscc } : {}) };
    return report('pdf-other-name', about, file.at, { cite: reason('E-08') });
  });
  if (enterprise === '') return findings;
  const mute = files.filter(({ traits }) => traits.unread !== undefined && traits.mentions === undefined);
  return [...findings, ...mute.map(({ source, at }) => report('pdf-no-text', { file: source }, at))];
}
