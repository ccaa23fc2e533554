// How rules of criteria and items of scorecards say what they ask: each has its sentences beside it, made of these.
import { inEnglishSigns } from '../characters/folds.ts';
import type { Told } from '../expression/explain.ts';
import type { Language } from '../findings/sentence.ts';

/** How the category speaks that asks it. */
export type Telling = {
  /** An expression in words, with the labels of the form. */
  say(expression: string): string;
  /** The printed label of a fact; of a field of a record, `declarations.no_cheating`, what it means. */
  label(id: string): string;
  /** What passes the scorecard: `总分 ≥ 60，创新能力 ≥ 20`. */
  passMarks(): string;
};

export type InWords<Options> = Readonly<Record<Language, (options: Options, telling: Telling) => string>>;

export const listed = {
  zh: (texts: readonly string[]): string => texts.join('、'),
  en: (texts: readonly string[]): string => texts.join(', '),
} as const;

export const pointsIn = {
  zh: (points: number): string => `${points} 分`,
  en: (points: number): string => `${points} point${points === 1 ? '' : 's'}`,
} as const;

const numbered = (ways: readonly string[], between: string): string =>
  ways.map((way, at) => `(${at + 1}) ${way}`).join(between);

/** One of several ways, and what it asks. */
export const way = {
  zh: (title: string, words: string): string => `${title}：${words}`,
  en: (title: string, words: string): string => `${title}: ${words}`,
} as const;

/** Ways of which one is enough. */
export const oneWay = {
  zh: (ways: readonly string[]): string => `以下一项即可：${numbered(ways, '；')}`,
  en: (ways: readonly string[]): string => `one of: ${numbered(ways, '; ')}`,
} as const;

/** What decided something, as results have it: in Chinese, and in English where more than the signs between differ. */
export const shownAs = ({ zh, en }: Told): { readonly shown: string; readonly shownEn?: string } =>
  inEnglishSigns(zh) === en ? { shown: zh } : { shown: zh, shownEn: en };
