// The names of the states of a dossier, the stamps of a bundle and the decisions of a criterion, for every report.
import type { Language } from './sentence.ts';

/**
 * From worst to best. errors: an error that no waiver lifts; incomplete: something that identifies the applicant, or
 * that the category lists as required, is not there; unsettled: complete, but a condition is undecided, or not met on a
 * weak source, or the edition does not fit the day; submittable: all settled, warnings stand; ready: no warning either.
 */
export const states = ['errors', 'incomplete', 'unsettled', 'submittable', 'ready'] as const;
export type State = (typeof states)[number];

/** How a bundle is stamped: 正式, 待核实, 草稿. */
export const stamps = ['final', 'unsettled', 'draft'] as const;
export type Stamp = (typeof stamps)[number];

/** What `--fail-on` may name: a state, `warning` for all but 就绪, or nothing at all. */
export const failOn = ['errors', 'incomplete', 'unsettled', 'warning', 'never'] as const;
export type FailOn = (typeof failOn)[number];

/** One word a state, the same in every report and on paper. */
export const stateWords: Readonly<Record<Language, Readonly<Record<State, string>>>> = {
  zh: {
    errors: '有错误',
    incomplete: '未齐',
    unsettled: '待核实',
    submittable: '可提交',
    ready: '就绪',
  },
  en: {
    errors: 'errors',
    incomplete: 'incomplete',
    unsettled: 'unsettled',
    submittable: 'submittable',
    ready: 'ready',
  },
};

/** What is said of one requirement: one word in every report, on paper and in the words of a refusal. */
export type DecisionName = 'met' | 'not met' | 'undecided' | 'advice' | 'unknown';
export const decisionWords: Readonly<Record<Language, Readonly<Record<DecisionName, string>>>> = {
  zh: { met: '符合', 'not met': '不符合', undecided: '待定', advice: '提醒', unknown: '未核对' },
  en: { met: 'met', 'not met': 'not met', undecided: 'undecided', advice: 'advice', unknown: 'not checked' },
};

/** What is said of a figure that its formula does not give. */
export const notComputable: Readonly<Record<Language, string>> = { zh: '不可算', en: 'not computable' };

/** One word a stamp. */
export const stampWords: Readonly<Record<Language, Readonly<Record<Stamp, string>>>> = {
  zh: { final: '正式', unsettled: '待核实', draft: '草稿' },
  en: { final: 'final', unsettled: 'unsettled', draft: 'draft' },
};
