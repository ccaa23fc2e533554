// What only the sender's disk could tell, taken into the assessment as the bundle states it, before its summary is compared.
import type { Assessment } from '../assessment.ts';
import { ofDisk } from '../bundle/reassess-findings.ts';
import type { Finding } from '../findings/finding.ts';
import { inOrder } from '../findings/order.ts';
import { wordsOf } from '../messages/words.ts';
import { countsOf, stateOf } from '../state.ts';
import type { BundleRecord } from './record.ts';

type Stated = BundleRecord['findings'][number];

/** Whether its code and arguments say what it claims to say: arguments from a stranger may be anything. */
function isSaid(finding: Finding, { message }: Stated): boolean {
  try {
    return (['zh', 'en'] as const).every((language) => wordsOf(finding, language).message === message[language]);
  } catch {
    return false;
  }
}

/** The assessment with the findings of the sender's disk in place of those that the laid out files give. */
export function withStatedDisk(assessment: Assessment, { findings }: BundleRecord): Assessment {
  const stated = findings.flatMap((one) => {
    const finding = one as unknown as Finding;
    return ofDisk.has(one.code) && isSaid(finding, one) ? [finding] : [];
  });
  const own = assessment.findings.filter(({ code }) => !ofDisk.has(code));
  const all = inOrder([...own, ...stated]);
  const counts = countsOf(all, assessment.criteria);
  return { ...assessment, findings: all, counts, state: stateOf({ ...assessment, findings: all }) };
}
