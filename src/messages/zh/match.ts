// What `zjtx match` says around categories, criteria and facts, in Chinese.
import type { Gap, MatchWords } from '../match.ts';

const limitOf = ({ limit, against }: Gap): string => (against === undefined ? limit : `${against}（${limit}）`);

export const matchWords: MatchWords = {
  title: '类别比对',
  columns: {
    category: '类别',
    met: '符合',
    notMet: '不符',
    undecided: '待定',
    unknown: '未核',
    verdict: '结论',
    open: '还缺，或不符合',
    enterprise: '企业',
  },
  verdict: { met: '符合', 'not met': '不符合', undecided: '待定', unknown: '未核对' },
  is: { met: '符合', 'not met': '不符合', undecided: '待定', unknown: '未核对', advice: '仅提示' },
  counts: (met, notMet, undecided, unknown) => `符合 ${met}  不符 ${notMet}  待定 ${undecided}  未核 ${unknown}`,
  set: '假设',
  turned: (before, after) => `${before} → ${after}`,
  nothingTurned: '按这些假设，没有一项条件的结论改变。',
  ofYear: (label, year) => (label.startsWith('上年') ? label : `${year}年${label}`),
  ofYears: (label, years) => `${label} ${years.join('、')} 年`,
  distance: {
    '>=': (gap) => `${gap.label} ${gap.value}，要求不低于 ${limitOf(gap)}，还差 ${gap.short}`,
    '>': (gap) => `${gap.label} ${gap.value}，要求高于 ${limitOf(gap)}，还差 ${gap.short}`,
    '<=': (gap) => `${gap.label} ${gap.value}，要求不高于 ${limitOf(gap)}，超出 ${gap.short}`,
    '<': (gap) => `${gap.label} ${gap.value}，要求低于 ${limitOf(gap)}，超出 ${gap.short}`,
    '==': (gap) => `${gap.label} ${gap.value}，要求等于 ${limitOf(gap)}，相差 ${gap.short}`,
    '!=': (gap) => `${gap.label} ${gap.value}，不应等于 ${limitOf(gap)}`,
  },
  reached: '其他不变，只改一项即符合：',
  reach: (fact, now, at, unit, rises) => `${fact}${rises ? '达到' : '降到'} ${at}${unit}（现 ${now}）`,
  or: '；或 ',
  points: (label, points, pass, short) =>
    `${label} ${points} 分，达标 ${pass}${short > 0 ? `，还差 ${short} 分` : '，缺的事实补上后可能达标'}`,
  readings: (label, is) => `按“${label}”${is}`,
  missing: '缺少：',
  clause: '依据：',
  hint: '修正：',
  reminder: '提醒',
  titles: 'titles（所持称号）。没有也请写明：  titles: []',
  decides: (facts, category) => `补填 ${facts.join('、')}，即可判定 ${category}`,
  afterwards: (facts, category) =>
    facts.length === 0 ? `${category} 也随之判定` : `再填 ${facts.join('、')}，可判定 ${category}`,
  noEdition: (year, years) =>
    `没有 ${year} 年度的类别，按 ${years.join('、')} 年口径比对，以正式通知为准：条件、所看的年份和申报时间都可能不同；别的年度的数据不挪用，缺的按待定。`,
  outside: (category, from, until) => `${category} 适用于 ${from} 至 ${until}，不含判定日期，以正式通知为准`,
  superseded: (categories, text) => `${categories.join('、')} 这一版已被取代：${text}`,
  once: (categories) => `${categories.join('、')}：同一批次里只能申报其中一类。`,
  unread: (count, path) => `${count} 处填写有错误，没有读入，按缺少处理；先看：  zjtx validate ${path}`,
  arithmetic: '临界值只是算术：其他事实不变，只改一项。',
  unknownNote: '未核：原文未得的条件，不计为符合。',
  whereFacts: '所缺的事实，本类别的表里没有这一栏时写在 facts: 下；不核对附件和必填栏。',
  more: '逐条列出：--verbose',
  matched: (dossiers, categories) => `比对 ${dossiers} 份材料，${categories} 个类别`,
  cell: {
    met: () => '符合',
    'not met': (count) => `${count} 不符`,
    undecided: (count) => `缺 ${count} 项`,
    unknown: () => '未核对',
  },
  legend: (none) => `缺 n 项：还缺 n 项事实才能判定；n 不符：n 项条件不符合；${none}：没有比对（不是那一年的类别）。`,
  criteria: '条件',
  requirement: '要求',
  decision: '结论',
  facts: '事实和差距',
  lacking: '还缺的事实',
  otherwise: '—',
  refusals: {
    unreadable: (path) => ({ message: `${path} 读不出，没有比对`, hint: `先改正 zjtx validate ${path} 指出的问题。` }),
    noCategory: (path) => ({
      message: `${path} 没有写 category，不知道 form 按哪一类的表读，没有比对`,
      hint: '写上 category；或把事实写在 facts: 下，不写 form。',
    }),
    noValue: (written) => ({
      message: `--set ${written} 不是“事实=值”`,
      hint: '例如 --set rd_expense.2025=620，或 --set 研发费用.2025=620。',
    }),
    unknownFact: (written, near) => ({
      message: `--set ${written}：没有这个事实${near === undefined ? '' : `；是否指 ${near}`}`,
      hint: '写事实的编号或表上的名称。',
    }),
    unknownPart: (written, label, parts) => ({
      message: `--set ${written}：${label} 没有这一部分`,
      hint: parts.length === 0 ? '这一项不分年份，直接写 事实=值。' : `可写的部分：${parts.join('、')}。`,
    }),
    noYear: (written, id, label) => ({
      message: `--set ${written}：${label} 每年一个数，要写明年份`,
      hint: `例如 --set ${id}.2025=620。`,
    }),
    wrongValue: (written, why) => `--set ${written}：${why}`,
  },
};
