// What `zjtx match` says around categories, criteria and facts.
import { argument } from '../characters/shown.ts';
import { decisionWords } from '../findings/states.ts';
import { type Said, some, speak } from './speak.ts';

type Verdict = 'met' | 'not met' | 'undecided' | 'unknown';

/** How far a comparison is from holding; figures with their unit, the gap with its own (个百分点). */
export type Gap = {
  readonly label: string;
  readonly value: string;
  readonly limit: string;
  /** The other side, when it is no number of the definition. */
  readonly against: string | undefined;
  readonly short: string;
};

const limitZh = ({ limit, against }: Gap): string => (against === undefined ? limit : `${against}（${limit}）`);

const zh = {
  title: '类别比对',
  columns: {
    category: '类别',
    met: '符合',
    notMet: '不符合',
    undecided: '待定',
    unknown: '未核对',
    verdict: '结论',
    /** What is missing, or what fails. */
    open: '还缺，或不符合',
    enterprise: '企业',
  },
  is: decisionWords.zh,
  /** Below 72 cells: the counts of a category. */
  counts: (met: number, notMet: number, undecided: number, unknown: number) =>
    `符合 ${met}  不符合 ${notMet}  待定 ${undecided}  未核对 ${unknown}`,
  set: '假设',
  /** A criterion or verdict that the facts of --set have turned. */
  turned: (before: string, after: string) => `${before} → ${after}`,
  nothingTurned: '按这些假设，没有一项条件的结论改变。',
  /** A fact of a year. */
  ofYear: (label: string, year: number) => (label.startsWith('上年') ? label : `${year}年${label}`),
  ofYears: (label: string, years: readonly number[]) => `${label} ${years.join('、')} 年`,
  distance: {
    '>=': (gap: Gap) => `${gap.label} ${gap.value}，要求不低于 ${limitZh(gap)}，还差 ${gap.short}`,
    '>': (gap: Gap) => `${gap.label} ${gap.value}，要求高于 ${limitZh(gap)}，还差 ${gap.short}`,
    '<=': (gap: Gap) => `${gap.label} ${gap.value}，要求不高于 ${limitZh(gap)}，超出 ${gap.short}`,
    '<': (gap: Gap) => `${gap.label} ${gap.value}，要求低于 ${limitZh(gap)}，超出 ${gap.short}`,
    '==': (gap: Gap) => `${gap.label} ${gap.value}，要求等于 ${limitZh(gap)}，相差 ${gap.short}`,
    '!=': (gap: Gap) => `${gap.label} ${gap.value}，不应等于 ${limitZh(gap)}`,
  },
  /** The value of one fact at which the criterion is met. */
  reached: '其他不变，只改一项即符合：',
  reach: (fact: string, now: string, at: string, unit: string, rises: boolean) =>
    `${fact}${rises ? '达到' : '降到'} ${at}${unit}（现 ${now}）`,
  or: '；或 ',
  points: (label: string, points: string, pass: number, short: number) =>
    `${label} ${points} 分，达标 ${pass}${short > 0 ? `，还差 ${short} 分` : '，缺的数据补上后可能达标'}`,
  readings: (label: string, is: string) => `按“${label}”${is}`,
  missing: '缺少：',
  clause: '依据：',
  hint: '修正：',
  /** How the conditions stand while a dossier is filled in. */
  stand: {
    counts: (met: number, notMet: number, undecided: number, unknown: number) =>
      `申报条件：符合 ${met}，不符合 ${notMet}，待定 ${undecided}${unknown === 0 ? '' : `，未核对 ${unknown}`}`,
    met: (titles: readonly string[]) => `  符合：${titles.join('；')}`,
    missed: (title: string, why: string) => `  不符合：${title}：${why}`,
    waits: (title: string, needs: readonly string[]) => `  待定：${title}：还要${needs.join('、')}`,
    more: (count: number) => `  另有 ${count} 项待定`,
    titles: '所持称号',
  },
  /** Last lines: which facts decide which category. */
  decides: (facts: readonly string[], category: string) => `补填 ${facts.join('、')}，即可判定 ${category}`,
  afterwards: (facts: readonly string[], category: string) =>
    facts.length === 0 ? `${category} 也随之判定` : `再填 ${facts.join('、')}，可判定 ${category}`,
  /** A held title, the year in which it ends, and the review that it falls under; `past`: it has ended by the day. */
  due: (title: string, year: number, past: boolean) =>
    past ? `所持 ${title}：已于 ${year} 年届满` : `所持 ${title}：${year} 年届满`,
  review: (category: string) => `，当年应复核：${category}`,
  noReview: '，当年是否复核、按哪一办法，以正式通知为准',
  /** No category is of the year of the day: those of other years are weighed. */
  noEdition: (year: number, years: readonly number[]) =>
    `没有 ${year} 年度的类别，按 ${years.join('、')} 年口径比对，以正式通知为准：条件、所看的年份和申报时间都可能不同；别的年度的数据不挪用，缺的按待定。`,
  /** The day is none of those that a category is for. */
  outside: (category: string, from: string, until: string) =>
    `${category} 适用于 ${from} 至 ${until}，不含判断日期，以正式通知为准`,
  superseded: (categories: readonly string[], text: string) => `${categories.join('、')} 这一版已被取代：${text}`,
  once: (categories: readonly string[]) => `${categories.join('、')}：同一批次里只能申报其中一类。`,
  unread: (count: number) => `${count} 处填写有错误，没有读入，按缺少处理：`,
  /** One of them. */
  error: (line: number, message: string, hint: string) => `第 ${line} 行：${message}。${hint}`,
  moreErrors: (count: number) => `另有 ${count} 处`,
  /** Of several dossiers. */
  unreadIn: (count: number, names: readonly string[]) =>
    `${count} 份材料有填写错误，错的没有读入，按缺少处理：${names.join('、')}${names.length < count ? ' 等' : ''}`,
  arithmetic: '临界值只是算术：其他数据不变，只改一项。',
  unknownNote: '未核对：原文未得的条件，不计为符合。',
  whereFacts: '所缺的数据，本类别的申请表没有这一栏的，写在“其他情况”下；不核对附件和必填栏。',
  more: '逐条列出：--verbose',
  matched: (dossiers: number, categories: number) => `比对 ${dossiers} 份材料，${categories} 个类别`,
  cell: {
    met: (_count: number) => '符合',
    'not met': (count: number) => `${count} 不符合`,
    undecided: (count: number) => `缺 ${count} 项`,
    unknown: (_count: number) => decisionWords.zh.unknown,
  } satisfies Record<Verdict, (count: number) => string>,
  /** `none` is how a cell without a match is shown. */
  legend: (none: string) =>
    `缺 n 项：还缺 n 项数据才能判定；n 不符合：n 项条件不符合；${none}：没有比对（不是那一年的类别）。`,
  criteria: '条件',
  requirement: '要求',
  decision: '判定',
  facts: '数据和差距',
  lacking: '还缺的数据',
  otherwise: '—',
  refusals: {
    unreadable: (path: string) => ({
      message: `${path} 读不出，没有比对`,
      hint: `先改正 zjtx validate ${argument(path)} 指出的问题。`,
    }),
    noCategory: (path: string) => ({
      message: `${path} 没有写“申报类别”，不知道“申请表”按哪一类的表读，没有比对`,
      hint: '写上“申报类别”；或把数据写在“其他情况:”下，不写“申请表”。',
    }),
    noValue: (written: string) => ({
      message: `--set ${written} 不是“数据项=值”`,
      hint: '例如 --set rd_expense.2025=620，或 --set 研发费用.2025=620。',
    }),
    unknownFact: (written: string, near: string | undefined) => ({
      message: `--set ${written}：没有这个数据项${near === undefined ? '' : `；是否指 ${near}`}`,
      hint: '写数据项的编号，或申请表上的名称。',
    }),
    unknownPart: (written: string, label: string, parts: readonly string[]) => ({
      message: `--set ${written}：${label} 没有这一部分`,
      hint: parts.length === 0 ? '这一项不分年份，直接写 数据项=值。' : `可写的部分：${parts.join('、')}。`,
    }),
    noYear: (written: string, id: string, label: string) => ({
      message: `--set ${written}：${label} 每年一个数，要写明年份`,
      hint: `例如 --set ${id}.2025=620。`,
    }),
    wrongValue: (written: string, why: string) => `--set ${written}：${why}`,
  },
};

const limitEn = ({ limit, against }: Gap): string => (against === undefined ? limit : `${against} (${limit})`);

const en: Said<typeof zh> = {
  title: 'Categories matched',
  columns: {
    category: 'category',
    met: 'met',
    notMet: 'not',
    undecided: 'und.',
    unknown: 'unch.',
    verdict: 'verdict',
    open: 'missing, or not met',
    enterprise: 'enterprise',
  },
  is: decisionWords.en,
  counts: (met, notMet, undecided, unknown) =>
    `met ${met}  not met ${notMet}  undecided ${undecided}  not checked ${unknown}`,
  set: 'supposing',
  turned: (before, after) => `${before} → ${after}`,
  nothingTurned: 'Supposing this, no decision changes.',
  ofYear: (label, year) => `${label} ${year}`,
  ofYears: (label, years) => `${label} ${years.join(', ')}`,
  distance: {
    '>=': (gap) => `${gap.label} ${gap.value}, at least ${limitEn(gap)} is asked for: ${gap.short} short`,
    '>': (gap) => `${gap.label} ${gap.value}, more than ${limitEn(gap)} is asked for: ${gap.short} short`,
    '<=': (gap) => `${gap.label} ${gap.value}, at most ${limitEn(gap)} is allowed: ${gap.short} over`,
    '<': (gap) => `${gap.label} ${gap.value}, less than ${limitEn(gap)} is asked for: ${gap.short} over`,
    '==': (gap) => `${gap.label} ${gap.value}, ${limitEn(gap)} is asked for: ${gap.short} off`,
    '!=': (gap) => `${gap.label} ${gap.value}, must not be ${limitEn(gap)}`,
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
  stand: {
    counts: (met, notMet, undecided, unknown) =>
      `criteria: ${met} met, ${notMet} not met, ${undecided} undecided${unknown === 0 ? '' : `, ${unknown} not checked`}`,
    met: (titles) => `  met: ${titles.join('; ')}`,
    missed: (title, why) => `  not met: ${title}: ${why}`,
    waits: (title, needs) => `  undecided: ${title}: still needs ${needs.join(', ')}`,
    more: (count) => `  ${count} more are undecided`,
    titles: 'held titles',
  },
  decides: (facts, category) => `Filling in ${facts.join(', ')} decides ${category}`,
  afterwards: (facts, category) =>
    facts.length === 0 ? `${category} too` : `${facts.join(', ')} as well decides ${category}`,
  due: (title, year, past) =>
    past ? `title ${title} held: it ended in ${year}` : `title ${title} held: it ends in ${year}`,
  review: (category) => `; due for review that year: ${category}`,
  noReview: '; the official notice says whether it is reviewed that year, and by which rules',
  noEdition: (year, years) =>
    `There is no category of ${year}: this goes by the rules of ${years.join(', ')}, and the official notice decides. Criteria, the years they look at and the window may differ; figures of other years are not moved, and what is missing stays undecided.`,
  outside: (category, from, until) =>
    `${category} is for ${from} to ${until}, not for the as-of date: the official notice decides`,
  superseded: (categories, text) =>
    `${categories.join(', ')} ${categories.length === 1 ? 'has' : 'have'} been superseded: ${text}`,
  once: (categories) => `${categories.join(', ')}: an enterprise applies for one of these only.`,
  unread: (count) => `${some(count, 'value')} with errors not read, counted as missing:`,
  error: (line, message, hint) => `line ${line}: ${message}. ${hint}`,
  moreErrors: (count) => `${count} more`,
  unreadIn: (count, names) =>
    `${some(count, 'dossier')} with errors: those values were not read and count as missing (${names.join(', ')}${names.length < count ? ', …' : ''})`,
  arithmetic: 'Threshold values are arithmetic only: one fact changed, all others as they are.',
  unknownNote: 'unch.: not checked, for the text of the criterion is unknown; never counted as met.',
  whereFacts:
    'A missing fact that the form has no field for goes under the key facts. Attachments and required fields are not checked.',
  more: 'one by one: --verbose',
  matched: (dossiers, categories) =>
    `${some(dossiers, 'dossier')} against ${some(categories, 'category', 'categories')}`,
  cell: {
    met: () => 'met',
    'not met': (count) => `${count} not met`,
    undecided: (count) => `${count} missing`,
    unknown: () => decisionWords.en.unknown,
  },
  legend: (none) =>
    `n missing: so many facts are still needed; n not met: so many criteria; ${none}: not matched (of another year).`,
  criteria: 'Criteria',
  requirement: 'requirement',
  decision: 'decision',
  facts: 'facts and distance',
  lacking: 'Facts still missing',
  otherwise: '—',
  refusals: {
    unreadable: (path) => ({
      message: `${path} cannot be read; it was not matched`,
      hint: `First correct what zjtx validate ${argument(path)} finds.`,
    }),
    noCategory: (path) => ({
      message: `${path} names no category, so it is not known which form to read it by; it was not matched`,
      hint: 'Name its category, or write the facts under the key facts and leave out form.',
    }),
    noValue: (written) => ({
      message: `--set ${written} is not fact=value`,
      hint: 'For example --set rd_expense.2025=620.',
    }),
    unknownFact: (written, near) => ({
      message: `--set ${written}: there is no such fact${near === undefined ? '' : `; did you mean ${near}?`}`,
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

export type MatchWords = typeof en;

/** The words of `zjtx match` in a language. */
export const matchWords = speak({ zh, en });
