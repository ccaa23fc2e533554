// What `zjtx categories` says: the list of categories, one category shown, and how its tests went.
import { decisionWords } from '../findings/states.ts';
import { type Said, some, speak } from './speak.ts';

/** A member of a definition, what of it is written anew, and what is another file's. */
type InheritedWords = { path: string; anew: string; keys: readonly string[]; from: string };

const zh = {
  list: {
    season: (from: string, until: string) => `适用 ${from} 至 ${until}`,
    /** How an edition stands among those known here. */
    current: '最新一版',
    expected: '预计，正式通知未发布',
    replaced: (by: string) => `已有后续 ${by}`,
  },
  shown: {
    inBrackets: (text: string) => `（${text}）`,
    sources: '依据',
    form: '申请表',
    attachments: '附件',
    metrics: '指标',
    /** 评分：评价指标（满分 100，达标 60）. */
    scorecard: (label: string, max: number, pass: number) => `评分 / ${label}（满分 ${max}，达标 ${pass}）`,
    group: (label: string, max: number, pass: number | undefined) =>
      `${label}（满分 ${max}${pass === undefined ? '' : `，至少 ${pass}`}）`,
    most: (max: number) => `满分 ${max}`,
    reading: (label: string) => `口径“${label}”`,
    criteria: '条件',
    checklist: '人工核对清单',
    required: '必填',
    optional: '选填',
    open: '栏目未公布，任填',
    computed: '平台计算',
    from: (id: string, file: string) => `编号 ${id}，出自 ${file}`,
    columns: (labels: readonly string[]) => `各列：${labels.join('、')}`,
    /** The clause of a section, said once. */
    mostly: (clause: string) => `依据（另注的除外）：${clause}`,
    filledByProgram: '由程序填写',
    advice: decisionWords.zh.advice,
    superseded: '本版已被取代：',
    once: '本类别和同组的其他类别，同一批次只能申报一类',
  },
  tested: {
    passed: (count: number) => `${count} 项测试全部通过`,
    failed: (failed: number, all: number) => `${all} 项测试，${failed} 项未通过`,
    none: '没有测试',
    test: (number: number) => `第 ${number} 项`,
    metric: (id: string, expected: string, found: string) => `指标 ${id} 应为 ${expected}，得到 ${found}`,
    points: (id: string, expected: string, found: string) => `评分项 ${id} 应得 ${expected} 分，得到 ${found}`,
    criterion: (id: string, expected: string, found: string) => `条件 ${id} 应为 ${expected}，得到 ${found}`,
    unknownName: (id: string) => `定义中没有 ${id}`,
    given: (path: string) => `given 中的 ${path} 不是已知的名称，或值不对`,
    inherited: ({ path, anew, keys, from }: InheritedWords) =>
      `${path} 另写了 ${anew}，${keys.join('、')} 仍是 ${from} 的：核对后一并写出`,
  },
  newYear: {
    written: (file: string, from: string, tests: number) =>
      `已写 ${file}：照 ${from} 预计，带 ${tests} 项测试，年份已顺移`,
    /** Tests that do not hold with their years moved, and what they test. */
    left: (tests: number, names: readonly string[]) =>
      `${tests} 项测试没有带上：所测的写的是固定的年份或日期，不随年度移动，须核对：${names.join('、')}`,
    /** Titles of conditions that name a year. */
    dated: (titles: readonly string[]) => `这些条件的写法里有年份，没有顺移，须改写：${titles.join('；')}`,
    compare: (year: number) => `${year} 年的通知发布后，逐条核对：`,
    next: (id: string, folder: string): readonly string[] => [
      `检查定义：zjtx categories test ${id} --schemas ${folder}`,
      `写一份示例：zjtx init 示例 --category ${id} --schemas ${folder} --from 上一年的材料`,
    ],
  },
};

const en: Said<typeof zh> = {
  list: {
    season: (from, until) => `applies ${from} to ${until}`,
    current: 'latest edition',
    expected: 'expected; the official notice is not out',
    replaced: (by) => `followed by ${by}`,
  },
  shown: {
    inBrackets: (text) => ` (${text})`,
    sources: 'Sources',
    form: 'Form',
    attachments: 'Attachments',
    metrics: 'Metrics',
    scorecard: (label, max, pass) => `Points / ${label} (${max} at most, ${pass} to pass)`,
    group: (label, max, pass) => `${label} (${max} at most${pass === undefined ? '' : `, at least ${pass}`})`,
    most: (max) => `${max} at most`,
    reading: (label) => `reading “${label}”`,
    criteria: 'Criteria',
    checklist: 'Checklist',
    required: 'required',
    optional: 'optional',
    open: 'fields not published, anything may be written',
    computed: 'computed by the portal',
    from: (id, file) => `id ${id}, from ${file}`,
    columns: (labels) => `columns: ${labels.join(', ')}`,
    mostly: (clause) => `clause (unless stated otherwise): ${clause}`,
    filledByProgram: 'filled in by the program',
    advice: decisionWords.en.advice,
    superseded: 'this edition is superseded: ',
    once: 'within one batch, only one of this category and the others of its group may be applied for',
  },
  tested: {
    passed: (count) => `${some(count, 'test')}, all passed`,
    failed: (failed, all) => `${some(all, 'test')}, ${failed} failed`,
    none: 'no tests',
    test: (number) => `test ${number}`,
    metric: (id, expected, found) => `metric ${id}: expected ${expected}, found ${found}`,
    points: (id, expected, found) => `item ${id}: expected ${expected} points, found ${found}`,
    criterion: (id, expected, found) => `criterion ${id}: expected ${expected}, found ${found}`,
    unknownName: (id) => `the definition has no ${id}`,
    given: (path) => `${path} in given is not a known fact, or its value is wrong`,
    inherited: ({ path, anew, keys, from }) =>
      `${path} has a ${anew} of its own under the ${keys.join(' and ')} of ${from}: check them and write them too`,
  },
  newYear: {
    written: (file, from, tests) =>
      `wrote ${file}: as expected from ${from}, with ${some(tests, 'test')}, years moved on`,
    left: (tests, names) =>
      `${some(tests, 'test')} left out: they test a fixed year or day, which does not move on; check: ${names.join(', ')}`,
    dated: (titles) => `these criteria name a year, which was not moved on; reword them: ${titles.join('; ')}`,
    compare: (year) => `When the notice of ${year} is out, compare clause by clause:`,
    next: (id, folder) => [
      `Check the definition: zjtx categories test ${id} --schemas ${folder}`,
      `Write an example: zjtx init example --category ${id} --schemas ${folder} --from LAST-YEARS-DOSSIER`,
    ],
  },
};

export type CategoriesWords = typeof en;

export const categoriesWords = speak({ zh, en });
