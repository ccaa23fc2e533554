// What the reports say around the findings.
import type { Severity } from '../findings/finding.ts';
import { decisionWords, stateWords } from '../findings/states.ts';
import { type Said, some, speak } from './speak.ts';

/** How many of each kind a report counts. */
export type Tally = 'errors' | 'warnings' | 'undecided' | 'unknown' | 'notes' | 'waived';

const talliesZh: Record<Tally, string> = {
  errors: '错误',
  warnings: '警告',
  undecided: decisionWords.zh.undecided,
  unknown: decisionWords.zh.unknown,
  notes: '提示',
  waived: '豁免',
};

const quotedZh = (labels: readonly string[]): string => labels.map((label) => `“${label}”`).join('、');

const zh = {
  /** 错误, 警告, 提示. */
  severity: { error: '错误', warning: '警告', note: '提示' } satisfies Record<Severity, string>,
  undecided: decisionWords.zh.undecided,
  unknown: decisionWords.zh.unknown,
  waived: '豁免',
  /** Labels of the lines below a finding, all of one width. */
  labels: { clause: '依据', fix: '修正', needs: '缺少', waived: '豁免' },
  /** What a mend writes: at one place, or at several; `doubtful` where a person must agree. */
  mend: (put: string, places: number, doubtful: boolean) =>
    `${doubtful ? '核对后' : ''}${put === '' ? '删去' : `改为 ${put}`}${places > 1 ? `（共 ${places} 处）` : ''}`,
  /** What `command` mends without a person. */
  mendable: (places: number, command: string) => `其中 ${places} 处程序可以改正：${command}`,
  /** In the place of a clause where no source asks for it. */
  programCheck: '程序检查',
  asOf: (date: string) => `截至 ${date}`,
  /** Under the head of a report: what came after the edition. */
  superseded: (text: string) => `本版已被取代：${text}`,
  /** A clause: `手册 2.1.2（来源原文）：“…”`. */
  clause: (name: string, standing: string, quote: string | undefined) =>
    `${name}（${standing}）${quote === undefined ? '' : `：“${quote}”`}`,
  /** Between clauses. */
  and: '；',
  colon: '：',
  /** Between facts. */
  comma: '、',
  /** A fact with its printed label. */
  fact: (id: string, label: string | undefined) => (label === undefined ? id : `${id}（${label}）`),
  /** The held titles, missing. */
  titlesNeeded: '已有称号。没有也请写明：  已有称号: []',
  /** Behind the first of many. */
  moreFacts: (count: number) => ` 等 ${count} 项`,
  /** The other places of a code that is found very often. */
  morePlaces: (count: number) => `其余 ${count} 处：`,
  /** What several names might have been, each with the one that is known: `adress → address`. */
  meant: (pairs: readonly string[]) => `是否指：${pairs.join('；')}`,
  /** Many undecided or unknown criteria in one line. */
  manyUndecided: (count: number) => `${count} 项条件缺少数据，不能判定；--verbose 逐条列出`,
  manyUnknown: (count: number) => `${count} 项条件，原文未得，不作符合；--verbose 逐条列出`,
  /** Points of a scorecard, a range while facts are missing: 评价指标：64–79 分（满分 100，达标 60）. */
  scorecard: {
    name: '评分',
    total: (label: string, points: string, max: number, pass: number) =>
      `${label}：${points} 分（满分 ${max}，达标 ${pass}）`,
    group: (label: string, points: string, max: number, pass: number | undefined) =>
      `${label} ${points}/${max}${pass === undefined ? '' : `（至少 ${pass}）`}`,
    /** Items that are not shown because nothing is lost in them. */
    full: (count: number) => `其余 ${count} 项满分；--verbose 逐项列出`,
    lacking: '缺少数据',
  },
  /** How the readings of an ambiguous clause came out; lists are labels. */
  readings: {
    name: '口径',
    every: '各种口径均符合',
    /** Met under the first, not under the second, undecided under the third. */
    some: (met: readonly string[], not: readonly string[], open: readonly string[]) =>
      [
        `仅按${quotedZh(met)}口径符合`,
        `按${quotedZh(not)}口径不符合`,
        ...(open.length === 0 ? [] : [`按${quotedZh(open)}口径待定`]),
      ].join('，'),
    none: '各种口径均不符合',
    /** Under one label, by itself: `按“每年”口径：不符合`. */
    one: (label: string, is: 'met' | 'not met' | 'undecided') => `按“${label}”口径${decisionWords.zh[is]}`,
    between: '，',
    /** What came out, of the criterion with this title. */
    of: (read: string, title: string) => `${read}：${title}`,
  },
  waiver: (reason: string, by: string, until: string) => `${reason}（${by}，至 ${until}）`,
  /** 错误 3. */
  count: (tally: Tally, count: number) => `${talliesZh[tally]} ${count}`,
  slots: (filled: number, all: number, files: number, size: string) => `附件 ${filled}/${all} 类，${files} 件，${size}`,
  /** What to do now; `build` and `explain` are commands. */
  next: {
    errors: (count: number, explain: string) => `不能生成正式材料：改正 ${count} 项错误后再运行。逐条说明：${explain}`,
    incomplete: (draft: string) => `未齐：补齐缺少的内容和附件后再运行；先看样子，可以生成草稿：${draft}`,
    unsettled: (unsettled: string) =>
      `待核实：先核实上面列为待定、只据转述或不能作准的各项；要先生成盖“待核实”的材料包：${unsettled}`,
    submittable: (build: string) => `可提交，有警告：看过警告后生成材料：${build}`,
    ready: (build: string) => `就绪，可以生成材料：${build}`,
  },
  /** One word a state, the same in every report, on paper and in the matrix. */
  state: { ...stateWords.zh, unreadable: '读不出' },
  /** Heads of the table of several dossiers. */
  /** With --statistics. */
  statistics: { title: '统计', dossiers: '份数', findings: '次数', code: '代码', first: '例如' },
  columns: {
    enterprise: '企业',
    category: '类别',
    errors: '错误',
    warnings: '警告',
    undecided: '待定',
    slots: '附件',
    state: '状态',
  },
  /** `states` are the parts of it, 就绪 2. */
  checked: (dossiers: number, files: number, states: readonly string[]) =>
    `检查 ${dossiers} 份，${files} 个文件：${states.join('，')}`,
  /** 就绪 2. */
  stateCount: (state: string, count: number) => `${state} ${count}`,
  inAll: '合计',
  /** Below a table of several: the command that tells all of one. */
  closer: (command: string) => `逐条看其中一份：${command}`,
  /** Head of what could not be checked or built, each with its reason below. */
  unread: (count: number) => `没能检查或生成 ${count} 处`,
  /** Folder of the build command shown. */
  out: '输出',
};

const talliesEn: Record<Tally, readonly [string, string]> = {
  errors: ['error', 'errors'],
  warnings: ['warning', 'warnings'],
  undecided: ['undecided', 'undecided'],
  unknown: ['not checked', 'not checked'],
  notes: ['note', 'notes'],
  waived: ['waived', 'waived'],
};

const quotedEn = (labels: readonly string[]): string => labels.map((label) => `“${label}”`).join(' and ');

const en: Said<typeof zh> = {
  severity: { error: 'error', warning: 'warning', note: 'note' },
  undecided: 'undecided',
  unknown: 'not checked',
  waived: 'waived',
  labels: { clause: 'clause', fix: 'fix', needs: 'needs', waived: 'waived' },
  mend: (put, places, doubtful) =>
    `${put === '' ? 'Delete it' : `Write ${put}`}${places > 1 ? ` (${places} places)` : ''}${doubtful ? ', if that is what was meant' : ''}`,
  mendable: (places, command) => `The program can correct ${some(places, 'place')} of these: ${command}`,
  programCheck: 'program check',
  asOf: (date) => `as of ${date}`,
  superseded: (text) => `this edition is superseded: ${text}`,
  clause: (name, standing, quote) => `${name} (${standing})${quote === undefined ? '' : `: “${quote}”`}`,
  and: '; ',
  colon: ': ',
  comma: ', ',
  fact: (id, label) => (label === undefined ? id : `${id} (${label})`),
  titlesNeeded: 'titles held. If there are none, write:  titles: []',
  moreFacts: (count) => `, ${count} in all`,
  meant: (pairs) => `Perhaps: ${pairs.join('; ')}`,
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
        `met only under ${quotedEn(met)}`,
        `not under ${quotedEn(not)}`,
        ...(open.length === 0 ? [] : [`undecided under ${quotedEn(open)}`]),
      ].join(', '),
    none: 'met under no reading',
    one: (label, is) => `${is} under “${label}”`,
    between: ', ',
    of: (read, title) => `${read}: ${title}`,
  },
  waiver: (reason, by, until) => `${reason} (${by}, until ${until})`,
  count: (tally, count) => some(count, ...talliesEn[tally]),
  slots: (filled, all, files, size) => `${filled}/${all} slots, ${some(files, 'file')}, ${size}`,
  next: {
    errors: (count, explain) =>
      `No final bundle can be built: correct ${some(count, 'error')} and run again. Each explained: ${explain}`,
    incomplete: (draft) =>
      `Incomplete: add what is missing and run again; to have a look first, build a draft: ${draft}`,
    unsettled: (unsettled) =>
      `Unsettled: settle what is listed above as undecided, known from restatements only, or not holding; to build a bundle stamped unsettled first: ${unsettled}`,
    submittable: (build) => `Submittable, with warnings: look at them, then run ${build}`,
    ready: (build) => `Ready. To build the bundle: ${build}`,
  },
  state: { ...stateWords.en, unreadable: 'no YAML' },
  statistics: { title: 'Statistics', dossiers: 'files', findings: 'times', code: 'code', first: 'such as' },
  columns: {
    enterprise: 'enterprise',
    category: 'category',
    errors: 'err',
    warnings: 'warn',
    undecided: 'und.',
    slots: 'slots',
    state: 'state',
  },
  checked: (dossiers, files, states) =>
    `Checked ${some(dossiers, 'dossier')}, ${some(files, 'file')}: ${states.join(', ')}`,
  stateCount: (state, count) => (state === 'errors' ? `${count} with errors` : `${count} ${state}`),
  inAll: 'In all',
  closer: (command) => `One in full: ${command}`,
  unread: (count) => `could not be checked or built: ${count}`,
  out: 'out',
};

export type ReportWords = typeof en;

/** The words of the reports in a language. */
export const reportWords = speak({ zh, en });
