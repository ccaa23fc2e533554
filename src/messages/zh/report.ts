// What the reports say around the findings, in Chinese.
import type { ReportWords, Tally } from '../report.ts';
import { stateWords } from './states.ts';

const tallies: Record<Tally, string> = {
  errors: '错误',
  warnings: '警告',
  undecided: '待定',
  unknown: '未核对',
  notes: '提示',
  waived: '豁免',
};

const quoted = (labels: readonly string[]): string => labels.map((label) => `“${label}”`).join('、');

export const reportWords: ReportWords = {
  severity: { error: '错误', warning: '警告', note: '提示' },
  undecided: '待定',
  unknown: '未核对',
  waived: '豁免',
  labels: { clause: '依据', fix: '修正', needs: '缺少', waived: '豁免' },
  programCheck: '程序检查',
  asOf: (date) => `截至 ${date}`,
  superseded: (text) => `本版已被取代：${text}`,
  clause: (name, standing, quote) => `${name}（${standing}）${quote === undefined ? '' : `：“${quote}”`}`,
  and: '；',
  comma: '、',
  fact: (id, label) => (label === undefined ? id : `${id}（${label}）`),
  titlesNeeded: 'titles（所持称号）。没有也请写明：  titles: []',
  moreFacts: (count) => `等 ${count} 项`,
  morePlaces: (count) => `其余 ${count} 处：`,
  manyUndecided: (count) => `${count} 项条件缺少事实，不能判定；--verbose 逐条列出`,
  manyUnknown: (count) => `${count} 项条件，原文未得，不作符合；--verbose 逐条列出`,
  scorecard: {
    name: '评分',
    total: (label, points, max, pass) => `${label}：${points} 分（满分 ${max}，达标 ${pass}）`,
    group: (label, points, max, pass) => `${label} ${points}/${max}${pass === undefined ? '' : `（至少 ${pass}）`}`,
    full: (count) => `其余 ${count} 项满分；--verbose 逐项列出`,
    lacking: '缺少事实',
  },
  readings: {
    name: '口径',
    every: '各种口径均满足',
    some: (met, not, open) =>
      [
        `仅按${quoted(met)}口径满足`,
        `按${quoted(not)}口径不满足`,
        ...(open.length === 0 ? [] : [`按${quoted(open)}口径待定`]),
      ].join('，'),
    none: '各种口径均不满足',
    one: (label, is) => `按“${label}”口径${{ met: '满足', 'not met': '不满足', undecided: '待定' }[is]}`,
    between: '，',
    of: (read, title) => `${read}：${title}`,
  },
  waiver: (reason, by, until) => `${reason}（${by}，至 ${until}）`,
  count: (tally, count) => `${tallies[tally]} ${count}`,
  slots: (filled, all, files, size) => `附件 ${filled}/${all} 类，${files} 件，${size}`,
  next: {
    errors: (count, explain) => `不能生成正式材料：改正 ${count} 项错误后再运行。逐条说明：${explain}`,
    incomplete: (draft) => `未齐：补齐缺少的内容和附件后再运行；先看样子，可以生成草稿：${draft}`,
    unsettled: (unsettled) =>
      `待核实：先核实上面列为待定、只据转述或不能作准的各项；要先生成盖“待核实”的材料包：${unsettled}`,
    submittable: (build) => `可提交，有警告：看过警告后生成材料：${build}`,
    ready: (build) => `就绪，可以生成材料：${build}`,
  },
  state: { ...stateWords, unreadable: '读不出' },
  columns: {
    enterprise: '企业',
    category: '类别',
    errors: '错误',
    warnings: '警告',
    undecided: '待定',
    slots: '附件',
    state: '状态',
  },
  entry: (errors, warnings, undecided, slots) => [
    `错误 ${errors}`,
    `警告 ${warnings}`,
    `待定 ${undecided}`,
    `附件 ${slots}`,
  ],
  checked: (dossiers, files, states) => `检查 ${dossiers} 份，${files} 个文件：${states.join('，')}`,
  stateCount: (state, count) => `${state} ${count}`,
  inAll: '合计',
  out: '输出',
};
