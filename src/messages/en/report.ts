// What the reports say around the findings, in English.
import type { ReportWords, Tally } from '../report.ts';
import { stateWords } from './states.ts';

const tallies: Record<Tally, readonly [string, string]> = {
  errors: ['error', 'errors'],
  warnings: ['warning', 'warnings'],
  undecided: ['undecided', 'undecided'],
  unknown: ['not checked', 'not checked'],
  notes: ['note', 'notes'],
  waived: ['waived', 'waived'],
};

const some = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

const quoted = (labels: readonly string[]): string => labels.map((label) => `“${label}”`).join(' and ');

export const reportWords: ReportWords = {
  severity: { error: 'error', warning: 'warning', note: 'note' },
  undecided: 'undecided',
  unknown: 'not checked',
  waived: 'waived',
  labels: { clause: 'clause', fix: 'fix', needs: 'needs', waived: 'waived' },
  programCheck: 'program check',
  asOf: (date) => `as of ${date}`,
  superseded: (text) => `this edition is superseded: ${text}`,
  clause: (name, standing, quote) => `${name} (${standing})${quote === undefined ? '' : `: “${quote}”`}`,
  and: '; ',
  comma: ', ',
  fact: (id, label) => (label === undefined ? id : `${id} (${label})`),
  titlesNeeded: 'titles. If none is held, say so:  titles: []',
  moreFacts: (count) => `${count} in all`,
  morePlaces: (count) => `${some(count, 'more place')}:`,
  manyUndecided: (count) => `${some(count, 'criterion', 'criteria')} cannot be decided; --verbose lists them`,
  manyUnknown: (count) =>
    `${some(count, 'criterion', 'criteria')} whose text is unknown, never counted as met; --verbose lists them`,
  scorecard: {
    name: 'points',
    total: (label, points, max, pass) => `${label}: ${points} of ${max} points, ${pass} to pass`,
    group: (label, points, max, pass) => `${label} ${points}/${max}${pass === undefined ? '' : ` (at least ${pass})`}`,
    full: (count) => `${some(count, 'more item')} with full points; --verbose lists them`,
    lacking: 'facts missing',
  },
  readings: {
    name: 'readings',
    every: 'met under every reading',
    some: (met, not, open) =>
      [
        `met only under ${quoted(met)}`,
        `not under ${quoted(not)}`,
        ...(open.length === 0 ? [] : [`undecided under ${quoted(open)}`]),
      ].join(', '),
    none: 'met under no reading',
    one: (label, is) => `${is} under “${label}”`,
    between: ', ',
    of: (read, title) => `${read}: ${title}`,
  },
  waiver: (reason, by, until) => `${reason} (${by}, until ${until})`,
  count: (tally, count) => some(count, ...tallies[tally]),
  slots: (filled, all, files, size) => `${filled}/${all} slots, ${some(files, 'file')}, ${size}`,
  next: {
    errors: (count, explain) =>
      `No bundle can be built: mend ${some(count, 'error')} and run again. Each explained: ${explain}`,
    incomplete: (draft) => `Incomplete: add what is missing and run again; for a look, write a draft: ${draft}`,
    unsettled: (unsettled) =>
      `Unsettled: settle what is undecided, known from restatements only, or does not hold yet; for a bundle stamped unsettled: ${unsettled}`,
    submittable: (build) => `Submittable, with warnings: look at them, then run ${build}`,
    ready: (build) => `Ready. To build the bundle: ${build}`,
  },
  state: { ...stateWords, unreadable: 'no YAML' },
  columns: {
    enterprise: 'enterprise',
    category: 'category',
    errors: 'err',
    warnings: 'warn',
    undecided: 'und.',
    slots: 'slots',
    state: 'state',
  },
  entry: (errors, warnings, undecided, slots) => [
    `${errors} err`,
    `${warnings} warn`,
    `${undecided} und.`,
    `slots ${slots}`,
  ],
  checked: (dossiers, files, states) =>
    `Checked ${some(dossiers, 'dossier')}, ${some(files, 'file')}: ${states.join(', ')}`,
  stateCount: (state, count) => (state === 'errors' ? `${count} with errors` : `${count} ${state}`),
  inAll: 'In all',
  out: 'out',
};
