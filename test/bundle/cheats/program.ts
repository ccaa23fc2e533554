// What a changed copy of the program would pack: each part agrees with every other, and none with the dossier.
import type { Assessment } from '../../../src/assessment.ts';
import type { Finding } from '../../../src/findings/finding.ts';
import { report } from '../../../src/findings/report.ts';
import type { Edit } from '../../support/ready.ts';
import { finding, type Given, type Packing, without } from '../cheat.ts';

/** What is forged, of which folder, what is changed of the assessment, how it is packed, and what verify must say. */
export type Cheat = {
  readonly what: string;
  readonly given?: Given;
  readonly change?: (assessment: Assessment) => Assessment;
  readonly how?: Packing;
  readonly codes: readonly string[];
};

const record = 'data/assessment.json';
const left = `bundle-finding-left-out ${record}`;
const invented = `bundle-finding-invented ${record}`;
const differs = `bundle-record-differs ${record}`;
const decided = `bundle-decision-differs ${record}`;
const metric = `bundle-metric-differs ${record}`;
const flatters = 'bundle-stamp-flatters bag-info.txt';
const info = 'bundle-bag-broken bag-info.txt';
const older = `bundle-version-other ${record}`;
const outside = `bundle-waiver-outside ${record}`;
const told = `bundle-finding-changed ${record}`;

const missing: Given = { files: { '附件/营业执照/执照.jpg': null } };
const indebted: Given = {
  edits: [
    ['上年末负债总额(万元): 3731.50', '上年末负债总额(万元): 9000'],
    ['资产负债率(%): 38.08', '资产负债率(%): 91.84'],
  ],
};
const uncoded: Edit = ['    统一社会信用代码: "91320115MADEM0011B"\n', ''];
const expired: Given = { asOf: '2023-05-01' };
/** Larger than the notice of the category takes, and nothing but zeros. */
const huge: Given = { files: { '附件/营业执照/大.pdf': 12_000_000 } };
const damaged: Given = { files: { '附件/营业执照/坏.pdf': Buffer.from('%PDF-1.7\nnothing') } };
const named: Given = {
  ...missing,
  more: 'attachments:\n  business_license: 附件/营业执照/执照.jpg\n',
};

const criteria =
  (change: (one: Assessment['criteria'][number]) => Assessment['criteria'][number]) => (assessment: Assessment) => ({
    ...assessment,
    criteria: assessment.criteria.map(change),
  });
const met = criteria((one) => ({ ...one, decision: { is: 'met' } }));
const well = (assessment: Assessment): Assessment => without(met(assessment));
/** Only what is told of lightly. */
const notes = (assessment: Assessment): Assessment =>
  finding(met(assessment), (findings) => findings.filter(({ severity }) => severity === 'note'));
const lighter = (assessment: Assessment): Assessment =>
  finding(met(assessment), (findings) =>
    findings.map((one) => ({ ...one, severity: 'note' }) as Finding).filter(({ code }) => code !== 'slot-empty'),
  );
const market: Edit = ['facts:\n', 'facts:\n  market_basis: [{scope: 国内, year: 2020, size: 100000, sales: 8000}]\n'];
const waiver = { reason: '无', by: '无人', until: '2099-12-31' };
const waived = (assessment: Assessment): Assessment =>
  finding(
    criteria((one) => (one.decision.is === 'not met' ? { ...one, waived: waiver } : one))(assessment),
    (findings) => findings.map((one) => (one.severity === 'error' ? { ...one, waived: waiver } : one)),
  );
/** A note of the sender's disk in place of what is missing. */
const excused = (assessment: Assessment): Assessment =>
  finding(without(assessment), (findings) => {
    const at = assessment.findings.find(({ severity }) => severity === 'error')?.at;
    if (at === undefined) throw new Error('nothing to excuse');
    const args = { file: '附件/营业执照/执照.jpg', from: 2, to: 1, width: 2, height: 2, newWidth: 1, newHeight: 1 };
    return [...findings, report('file-fitted', args, at)];
  });
const figure = (assessment: Assessment): Assessment => ({
  ...assessment,
  metrics: assessment.metrics.map((one) =>
    one.outcome.is === 'value' ? { ...one, outcome: { ...one.outcome, value: one.outcome.value.times(2) } } : one,
  ),
});
const slots =
  (change: (slot: Assessment['inventory']['slots'][number]) => Assessment['inventory']['slots'][number]) =>
  (assessment: Assessment) => ({
    ...assessment,
    inventory: { ...assessment.inventory, slots: assessment.inventory.slots.map(change) },
  });
const pages = slots((slot) => ({
  ...slot,
  files: slot.files.map((file) => ({ ...file, traits: { ...file.traits, pages: 999 } })),
}));
/** Every figure of the form one higher, but not those that are computed of them. */
const higher = <T>(value: T): T => {
  if (Array.isArray(value)) return value.map(higher) as T;
  if (typeof value !== 'object' || value === null) return value;
  if ('plus' in value && typeof value.plus === 'function') return value.plus(1) as T;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, higher(part)])) as T;
};
const version = '0.0.9';

export const cheats: readonly Cheat[] = [
  { what: 'an error left out', given: missing, change: well, codes: [info, flatters, left, differs] },
  {
    what: 'the same, of another version',
    given: missing,
    change: well,
    how: { version },
    codes: [info, flatters, left, older],
  },
  { what: 'an error as a note', given: damaged, change: lighter, codes: [info, flatters, invented, differs] },
  {
    what: 'the same, of another version',
    given: damaged,
    change: lighter,
    how: { version },
    codes: [info, flatters, left, older],
  },
  {
    what: 'a missing file excused by a note of the disk',
    given: named,
    change: excused,
    codes: [info, flatters, told, left],
  },
  {
    what: 'the same, of another version',
    given: named,
    change: excused,
    how: { version },
    codes: [info, flatters, told, left, older],
  },
  {
    what: 'a missing file as a note of its own',
    given: named,
    change: lighter,
    codes: [info, flatters, invented, differs],
  },
  {
    what: 'an attachment whose error a stranger waived, which no waiver lifts',
    given: huge,
    change: waived,
    codes: [info, flatters, invented],
  },
  {
    what: 'the sheet of the market share left out',
    given: { edits: [market] },
    how: { record: (document) => delete document.market },
    codes: [differs],
  },
  { what: 'zeros larger than the portal takes', given: huge, change: notes, codes: [info, flatters, left, differs] },
  {
    what: 'the same, of another version',
    given: huge,
    change: notes,
    how: { version },
    codes: [info, flatters, left, older],
  },
  { what: 'a file that is no PDF', given: damaged, change: notes, codes: [info, flatters, left, differs] },
  { what: 'a condition that is not met', given: indebted, change: notes, codes: [info, flatters, decided, left] },
  {
    what: 'the same, of another version',
    given: indebted,
    change: notes,
    how: { version },
    codes: [info, flatters, decided, left, older],
  },
  {
    what: 'a condition waived by nobody, which is told of',
    given: indebted,
    change: waived,
    codes: [outside],
  },
  {
    what: 'a condition that nothing decides',
    given: { edits: [['titles: []\n', '']] },
    change: notes,
    codes: [info, flatters, decided],
  },
  {
    what: 'an applicant without a code',
    given: { edits: [uncoded] },
    change: notes,
    codes: [info, flatters, left, differs],
  },
  {
    what: 'the same, of another version',
    given: { edits: [uncoded] },
    change: notes,
    how: { version },
    codes: [info, flatters, left, older],
  },
  { what: 'an edition that is over', given: expired, change: notes, codes: [info, flatters, left, differs] },
  {
    what: 'the same, of another version',
    given: expired,
    change: notes,
    how: { version },
    codes: [info, flatters, left, older],
  },
  {
    what: 'another day than its dates',
    change: (assessment) => ({ ...assessment, asOf: '2021-13-45' }),
    codes: [info, flatters, left],
  },
  { what: 'figures twice as high', change: figure, codes: [metric] },
  { what: 'the same, of another version', change: figure, how: { version }, codes: [metric, older] },
  { what: 'a metric left out', change: (assessment) => ({ ...assessment, metrics: [] }), codes: [metric] },
  {
    what: 'a condition left out',
    change: (assessment) => ({ ...assessment, criteria: [] }),
    codes: [decided, differs],
  },
  {
    what: 'a condition that is only advice',
    change: criteria((one) => ({ ...one, severity: 'note' })),
    codes: [differs],
  },
  {
    what: 'a condition that binds nobody, of another version',
    change: criteria((one) => ({ ...one, binding: false })),
    how: { version },
    codes: [differs, older],
  },
  {
    what: 'another enterprise',
    change: (assessment) => ({ ...assessment, enterprise: '别家有限公司' }),
    codes: [info, 'bundle-name-differs bag-info.txt', differs],
  },
  {
    what: 'another credit code',
    change: (assessment) => ({ ...assessment, uscc: '91320115MADEM0012X' }),
    codes: [info, differs],
  },
  {
    what: 'another authority',
    change: (assessment) => ({ ...assessment, category: { ...assessment.category, authority: '国务院' } }),
    codes: [differs],
  },
  { what: 'pages that nobody has counted', change: pages, codes: [differs] },
  { what: 'the same, of another version', change: pages, how: { version }, codes: [differs, older] },
  { what: 'a slot that nothing asks for', change: slots((slot) => ({ ...slot, required: false })), codes: [differs] },
  {
    what: 'words on evidence that the dossier does not have',
    change: slots((slot) => ({
      ...slot,
      files: slot.files.map((file) => ({ ...file, evidence: { stamped: true, covers: ['2020'] } })),
    })),
    codes: [differs],
  },
  {
    what: 'claims that nobody made',
    change: (assessment) => ({
      ...assessment,
      claims: [{ what: '营业收入', value: '9', file: '附件/营业执照/执照.jpg', pages: '3' }],
    }),
    codes: [differs],
  },
  {
    what: 'a checklist that nobody asked for',
    change: (assessment) => ({
      ...assessment,
      checklist: [{ id: 'seal', text: '已盖章', asked: true, cite: [], attested: { by: '无人', on: '2021-08-15' } }],
    }),
    codes: [differs],
  },
  {
    what: 'counts that count less',
    change: (assessment) => ({ ...assessment, counts: { ...assessment.counts, notes: 0 } }),
    codes: [differs],
  },
  { what: 'a note left out', change: (assessment) => finding(assessment, () => []), codes: [left] },
  {
    what: 'a figure of the form that only its print has',
    change: (assessment) => ({
      ...assessment,
      form: higher(assessment.form),
    }),
    codes: ['bundle-summary-differs data/申请表.pdf'],
  },
  {
    what: 'the same, of another version',
    change: (assessment) => ({
      ...assessment,
      form: higher(assessment.form),
    }),
    how: { version },
    codes: ['bundle-summary-differs data/申请表.pdf', older],
  },
  {
    what: 'a guide with a script',
    how: { alterGuide: (page) => page.replace('</body>', '<script>alert(1)</script></body>') },
    codes: ['bundle-guide-differs data/填报指引.html'],
  },
  {
    what: 'the same, of another version',
    how: { version, alterGuide: (page) => page.replace('</body>', '<script>alert(1)</script></body>') },
    codes: ['bundle-unproved data/填报指引.html', older],
  },
  {
    what: 'a file said to be read by nobody, though it is',
    change: (assessment) =>
      finding(assessment, (findings) => {
        const at = assessment.inventory.slots[0]?.files[0]?.at;
        if (at === undefined) throw new Error('no file');
        return [...findings, report('not-inspected', { file: '附件/营业执照/执照.jpg' }, at)];
      }),
    codes: [flatters, `bundle-not-inspected ${record}`],
  },
];
