// Forgeries of what the bundle says it found: figures, decisions, findings, counts.
import { edit, type Loose } from '../forge.ts';
import { differs, type Forgery, forged, inDraft, invented, leftOut, mobile, record, told } from './kinds.ts';

export const inRecord: readonly Forgery[] = [
  told(
    'a changed figure',
    (value) => {
      value.metrics[0].outcome.value = '99';
      value.metrics[0].outcome.shown = '99.00';
    },
    `bundle-metric-differs ${record}`,
  ),
  told(
    'a changed formula',
    (value) => {
      value.metrics[0].formula = '1 + 1';
    },
    differs,
  ),
  told(
    'a metric left out',
    (value) => {
      value.metrics.shift();
    },
    `bundle-metric-differs ${record}`,
  ),
  told(
    'a decision turned',
    (value) => {
      const one = value.criteria.find((each: Loose) => each.decision.is === 'met');
      one.decision = { is: 'not met' };
      value.counts.met -= 1;
      value.counts.notMet += 1;
      value.state = 'unsettled';
    },
    'bundle-stamp-flatters bag-info.txt',
    `bundle-decision-differs ${record}`,
  ),
  told(
    'a criterion left out',
    (value) => {
      const [one] = value.criteria.splice(0, 1);
      value.counts[one.decision.is === 'not met' ? 'notMet' : one.decision.is] -= 1;
    },
    `bundle-decision-differs ${record}`,
  ),
  told(
    'a criterion made lighter',
    (value) => {
      value.criteria[0].severity = 'note';
    },
    differs,
  ),
  told(
    'a finding made up',
    (value) => {
      value.findings.push({
        code: 'slot-several',
        severity: 'note',
        message: { zh: '甲', en: 'a' },
        cite: [],
        args: {},
        at: { file: 'dossier.yaml', path: '', line: 1, column: 1, endLine: 1, endColumn: 1 },
      });
      value.counts.notes += 1;
    },
    invented,
  ),
  told(
    'a file said not to have been inspected',
    (value) => {
      value.findings.push({
        code: 'not-inspected',
        severity: 'warning',
        message: { zh: '甲', en: 'a' },
        cite: [],
        args: { file: '附件/a.pdf' },
        at: { file: 'dossier.yaml', path: '', line: 1, column: 1, endLine: 1, endColumn: 1 },
      });
      value.counts.warnings += 1;
      value.state = 'submittable';
    },
    'bundle-stamp-flatters bag-info.txt',
    invented,
    differs,
  ),
  inDraft(
    'a finding left out',
    (value) => {
      value.findings.splice(mobile(value), 1);
      value.counts.errors -= 1;
      value.state = value.counts.warnings + value.counts.undecided > 0 ? 'submittable' : 'ready';
    },
    leftOut,
  ),
  inDraft(
    'a finding made lighter',
    (value) => {
      value.findings[mobile(value)].severity = 'note';
      value.counts.errors -= 1;
      value.counts.notes += 1;
      // What is missing is missing, however lightly it is taken.
      value.state = 'incomplete';
    },
    invented,
  ),
  inDraft(
    'a finding with other words',
    (value) => {
      value.findings[mobile(value)].message.zh = '没事';
    },
    invented,
  ),
  told(
    'counts that do not count',
    (value) => {
      value.counts.met += 1;
    },
    differs,
  ),
  inDraft(
    'a state that does not follow',
    (value) => {
      value.state = 'ready';
    },
    differs,
  ),
  told(
    'a point confirmed by nobody',
    (value) => {
      value.checklist[0].attested = { by: '无人', on: '2021-08-15' };
    },
    differs,
  ),
  told(
    'a source with another standing',
    (value) => {
      value.category.sources[0].standing = 'proposal';
    },
    differs,
  ),
  told(
    'another enterprise',
    (value) => {
      value.enterprise = '别家有限公司';
    },
    differs,
  ),
  told(
    'another credit code',
    (value) => {
      value.uscc = '91320115MADEM0012X';
    },
    differs,
  ),
  told(
    'pages that an attachment does not have',
    (value) => {
      value.attachments.slots[0].files[0].traits = { pages: 99 };
    },
    differs,
  ),
  told(
    'pages that an attachment has only in the list of files',
    (value) => {
      value.files[0].traits = { pages: 999 };
    },
    differs,
  ),
  told(
    'a dossier that is said to be an attachment',
    (value) => {
      value.dossier = value.files[0].source;
    },
    `bundle-record-broken ${record}`,
  ),
  forged(
    'a record with a key that stands twice',
    ({ whole }) => edit(whole, record, '"readable": true', '"readable": false,\n  "readable": true'),
    `bundle-record-broken ${record}`,
  ),
  forged(
    'a record in another spelling',
    ({ whole }) => edit(whole, record, '"readable": true', '"readable" : true'),
    `bundle-record-broken ${record}`,
  ),
  forged(
    'a key that is spelled with an escape',
    ({ whole }) => edit(whole, record, '"readable": true', '"read\\u0061ble": true'),
    `bundle-record-broken ${record}`,
  ),
  told(
    'a record with a key of its own',
    (value) => {
      value.approved = true;
    },
    `bundle-record-broken ${record}`,
  ),
  forged(
    'a record that is no JSON',
    ({ whole }) => {
      whole.files.set(record, Buffer.from('{'));
    },
    `bundle-record-broken ${record}`,
  ),
  forged(
    'a record nested a hundred thousand deep',
    ({ whole }) => {
      whole.files.set(record, Buffer.from('['.repeat(1e5) + ']'.repeat(1e5)));
    },
    `bundle-record-broken ${record}`,
  ),
];
