// How a category speaks: its expressions in words, with the labels of its form or with bare ids, years named or counted.
import type { Category } from '../../category/category.ts';
import { rules } from '../../decide/criteria/rules/index.ts';
import type { Telling } from '../../decide/telling.ts';
import { compile, type Expression } from '../../expression/compile.ts';
import { inWords, type Wording } from '../../expression/in-words.ts';
import { type Language, ofDefinition } from '../../findings/sentence.ts';
import { given } from '../../given.ts';
import { type ExplainWords, explainWords } from '../../words/explain.ts';

export type Speech = {
  readonly category: Category;
  readonly language: Language;
  readonly words: ExplainWords;
  /** A compiled expression, or the text of one, with the labels of the category. */
  say(expression: Expression<unknown> | string): string;
  /** The same by ids, years counted from that of the category: equal where two categories ask the same. */
  plain(expression: Expression<unknown> | string): string;
  /** What the definition says of its own accord. */
  own(text: string): string;
  /** A year of the category: `2025`, or `上年`. */
  year(year: number): string;
  /** The file of the definition that a path of it stands in. */
  origin(path: string): { readonly origin?: string };
};

export type SpeechOptions = {
  readonly language: Language;
  /** Years counted from that of the category (上年) in place of 2025: for two categories side by side. */
  readonly relative?: boolean;
};

export function speechOf(category: Category, { language, relative = false }: SpeechOptions): Speech {
  const words = explainWords(language);
  const { scope, metrics, vocabulary } = category;
  const units = new Map(metrics.map(({ id, unit }) => [id, unit]));
  const unit = (id: string) => units.get(id) ?? vocabulary.get(id)?.unit;
  const counted = (label: string, year: number): string => words.phrases.offset(label, year - scope.year);
  const named = (label: string, year: number): string => {
    // 上年末资产总额 names its year already.
    if (label.startsWith('上年')) return label;
    return relative ? counted(label, year) : words.phrases.inYear(label, year);
  };
  const yearWord = (year: number): string => (relative ? words.phrases.yearName(year - scope.year) : String(year));
  const labelled: Wording = { scope, language, phrases: { ...words.phrases, ofYear: named, year: yearWord }, unit };
  const bare: Wording = {
    scope: { ...scope, label: (id) => id },
    language,
    phrases: { ...words.phrases, ofYear: counted, year: (year) => words.phrases.yearName(year - scope.year) },
    unit,
  };
  const said = (expression: Expression<unknown> | string, wording: Wording): string => {
    if (typeof expression !== 'string') return inWords(expression, wording);
    for (const result of ['bool', 'Decimal'] as const) {
      const compiled = compile(expression, scope, result);
      if ('ok' in compiled) return inWords(compiled.ok, wording);
    }
    return expression;
  };
  return {
    category,
    language,
    words,
    say: (expression) => said(expression, labelled),
    plain: (expression) => said(expression, bare),
    own: (text) => ofDefinition(text, language),
    year: yearWord,
    origin: (path) => given({ origin: category.origins.get(path) }),
  };
}

/** Words with labels, and with bare ids. */
export type Said = { readonly text: string; readonly plain: string };

/** What rules and items make their words of. */
export const tellingOf = (speech: Speech, say: Speech['say']): Telling => ({
  say,
  label(id) {
    const [name = '', field = ''] = id.split('.');
    const { vocabulary, scope } = speech.category;
    return vocabulary.get(name)?.fields.get(field)?.meaning ?? scope.label(name);
  },
  passMarks: () => passMarks(speech),
});

/** `总分 ≥ 60，创新能力 ≥ 20`. */
export function passMarks({ category, words }: Speech): string {
  const { scorecard: card } = category;
  if (card === undefined) return '';
  const groups = card.groups.flatMap(({ label, pass }) => (pass === undefined ? [] : [`${label} ≥ ${pass}`]));
  return [`${card.label} ≥ ${card.pass}`, ...groups].join(words.comma);
}

/** The rule of a criterion as a definition writes it: what must hold, which titles must or must not be held. */
export function ruleInWords(written: unknown, speech: Speech): Said {
  for (const rule of rules) {
    const told = (say: Speech['say']) => rule.words(written, speech.language, tellingOf(speech, say));
    const text = told(speech.say);
    if (text === undefined) continue;
    const asWritten = typeof written === 'string' ? written : JSON.stringify(written);
    return { text, plain: rule.wordsSayAll ? (told(speech.plain) ?? asWritten) : asWritten };
  }
  return { text: '', plain: '' };
}
