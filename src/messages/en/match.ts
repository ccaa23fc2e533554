// What `zjtx match` says around categories, criteria and facts, in English.
import type { Gap, MatchWords } from '../match.ts';

const limitOf = ({ limit, against }: Gap): string => (against === undefined ? limit : `${against} (${limit})`);

export const matchWords: MatchWords = {
  title: 'Categories matched',
  columns: {
    category: 'category',
    met: 'met',
    notMet: 'not',
    undecided: 'und.',
    unknown: 'unk.',
    verdict: 'verdict',
    open: 'missing, fails',
    enterprise: 'enterprise',
  },
  verdict: { met: 'met', 'not met': 'not met', undecided: 'undecided', unknown: 'unknown' },
  is: { met: 'met', 'not met': 'not met', undecided: 'undecided', unknown: 'unknown', advice: 'advice' },
  counts: (met, notMet, undecided, unknown) =>
    `met ${met}  not met ${notMet}  undecided ${undecided}  unknown ${unknown}`,
  set: 'supposing',
  turned: (before, after) => `${before} → ${after}`,
  nothingTurned: 'Supposing this, no criterion comes out otherwise.',
  ofYear: (label, year) => `${label} ${year}`,
  ofYears: (label, years) => `${label} ${years.join(', ')}`,
  distance: {
    '>=': (gap) => `${gap.label} ${gap.value}, at least ${limitOf(gap)} is asked for: ${gap.short} short`,
    '>': (gap) => `${gap.label} ${gap.value}, more than ${limitOf(gap)} is asked for: ${gap.short} short`,
    '<=': (gap) => `${gap.label} ${gap.value}, at most ${limitOf(gap)} is allowed: ${gap.short} over`,
    '<': (gap) => `${gap.label} ${gap.value}, less than ${limitOf(gap)} is asked for: ${gap.short} over`,
    '==': (gap) => `${gap.label} ${gap.value}, ${limitOf(gap)} is asked for: ${gap.short} off`,
    '!=': (gap) => `${gap.label} ${gap.value}, must not be ${limitOf(gap)}`,
  },
  reached: 'all else equal, one change meets it: ',
  reach: (fact, now, at, unit, rises) => `${fact} ${rises ? 'up' : 'down'} to ${at}${unit} (now ${now})`,
  or: '; or ',
  points: (label, points, pass, short) =>
    `${label} ${points} points, ${pass} to pass${short > 0 ? `: ${short} short` : '; the missing facts may bring them'}`,
  readings: (label, is) => `read as “${label}”: ${is}`,
  missing: 'needs: ',
  clause: 'clause: ',
  hint: 'fix: ',
  reminder: 'reminder',
  titles: 'titles (titles held). If there are none, write:  titles: []',
  decides: (facts, category) => `Filling in ${facts.join(', ')} decides ${category}`,
  afterwards: (facts, category) =>
    facts.length === 0 ? `${category} with it` : `${facts.join(', ')} as well decides ${category}`,
  noEdition: (year, years) =>
    `No category is of ${year}: these are the rules of ${years.join(', ')}, and the official notice decides. Requirements, the years they look at and the window may differ; figures of another year are not shifted, what is missing stays undecided.`,
  outside: (category, from, until) =>
    `${category} is for ${from} to ${until}, not for the as-of date: the official notice decides`,
  superseded: (categories, text) =>
    `${categories.join(', ')} ${categories.length === 1 ? 'has' : 'have'} been superseded: ${text}`,
  once: (categories) => `${categories.join(', ')}: an enterprise applies for one of these only.`,
  unread: (count, path) =>
    `${count} values have errors; they were not read and count as missing. See:  zjtx validate ${path}`,
  arithmetic: 'Threshold values are arithmetic only: one fact changed, all others as they are.',
  unknownNote: 'unk.: requirements whose text is unknown, never counted as met.',
  whereFacts:
    'A missing fact that the form has no field for goes under facts: . Attachments and required fields are not checked.',
  more: 'one by one: --verbose',
  matched: (dossiers, categories) => `${dossiers} dossiers against ${categories} categories`,
  cell: {
    met: () => 'met',
    'not met': (count) => `${count} not`,
    undecided: (count) => `${count} lack`,
    unknown: () => 'unknown',
  },
  legend: (none) =>
    `n lack: n facts are missing; n not: n criteria are not met; ${none}: not matched (of another year).`,
  criteria: 'Criteria',
  requirement: 'requirement',
  decision: 'decision',
  facts: 'facts and distance',
  lacking: 'Facts still missing',
  otherwise: '—',
  refusals: {
    unreadable: (path) => ({
      message: `${path} cannot be read; it was not matched`,
      hint: `First mend what zjtx validate ${path} says.`,
    }),
    noCategory: (path) => ({
      message: `${path} names no category, so nobody knows by which form to read it; it was not matched`,
      hint: 'Name its category, or write the facts under facts: and leave out form.',
    }),
    noValue: (written) => ({
      message: `--set ${written} is not fact=value`,
      hint: 'For example --set rd_expense.2025=620.',
    }),
    unknownFact: (written, near) => ({
      message: `--set ${written}: there is no such fact${near === undefined ? '' : `; perhaps ${near}`}`,
      hint: 'Write the id of a fact, or its printed label.',
    }),
    unknownPart: (written, label, parts) => ({
      message: `--set ${written}: ${label} has no such part`,
      hint: parts.length === 0 ? 'It does not go by years; write fact=value.' : `Its parts: ${parts.join(', ')}.`,
    }),
    noYear: (written, id, label) => ({
      message: `--set ${written}: ${label} has a figure for each year; name the year`,
      hint: `For example --set ${id}.2025=620.`,
    }),
    wrongValue: (written, why) => `--set ${written}: ${why}`,
  },
};
