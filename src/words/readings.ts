// How sure a source is: what its standing is called, and one sentence for a criterion whose clause is read in several ways.
import { inEnglishSigns } from '../characters/folds.ts';
import { agreement, type Read } from '../findings/agreement.ts';
import type { Standing } from '../findings/finding.ts';
import { type Language, ofDefinition } from '../findings/sentence.ts';
import { reportWords } from './report.ts';

/** `仅按“两年合计”口径符合，按“每年”口径不符合`; nothing where there is one reading only, or none is decided. */
export function readingsText(
  { readings }: { readonly readings?: readonly Read[] | undefined },
  language: Language,
): string | undefined {
  if (readings === undefined || readings.length === 0) return undefined;
  const words = reportWords(language).readings;
  const labels = (is: string): readonly string[] =>
    readings.flatMap(({ label, decision }) => (decision.is === is ? [ofDefinition(label, language)] : []));
  const agreed = agreement({ readings });
  if (agreed === 'every') return words.every;
  if (agreed === 'none') return words.none;
  if (agreed === 'some') return words.some(labels('met'), labels('not met'), labels('undecided'));
  if (readings.every(({ decision: { is } }) => is === 'undecided')) return undefined;
  return readings
    .map(({ label, decision: { is } }) =>
      words.one(ofDefinition(label, language), is === 'met' || is === 'not met' ? is : 'undecided'),
    )
    .join(words.between);
}

/** What decided something, in Chinese, and in English where more than the signs between differ. */
type Figures = { readonly is?: string; readonly shown?: string | undefined; readonly shownEn?: string | undefined };
type Shown = Read & { readonly decision: Figures };

/** What decided something, in the language. */
export const shownIn = ({ shown, shownEn }: Figures, language: Language): string | undefined =>
  ({ zh: shown, en: shownEn ?? (shown && inEnglishSigns(shown)) })[language];

/**
 * The figures under each reading by its label: `两年合计：3,000 ≥ 3000；每年：1,400 < 3000`; the same ones once. Where all
 * come to the same, those of the preferred one say enough.
 */
export function readingsShown(readings: readonly Shown[], language: Language): string {
  const agreed = agreement({ readings });
  if (agreed === 'every' || agreed === 'none') return shownIn(readings[0]?.decision ?? {}, language) ?? '—';
  const labels = new Map<string, string[]>();
  for (const { label, decision } of readings) {
    const shown = shownIn(decision, language) ?? '—';
    labels.set(shown, [...(labels.get(shown) ?? []), ofDefinition(label, language)]);
  }
  const figures = [...labels];
  const [first] = figures;
  if (first !== undefined && figures.length === 1) return first[0];
  return language === 'zh'
    ? figures.map(([shown, own]) => `${own.join('、')}：${shown}`).join('；')
    : figures.map(([shown, own]) => `${own.join(', ')}: ${shown}`).join('; ');
}

/** Those under which the criterion is not met; nothing where none has figures. */
export function figuresAgainst(readings: readonly Shown[], language: Language): string | undefined {
  const against = readings.filter(({ decision }) => decision.is === 'not met' && decision.shown !== undefined);
  return against.length === 0 ? undefined : readingsShown(against, language);
}

const names: Record<Language, Record<Standing, string>> = {
  zh: {
    seed: '来源原文',
    official: '官方文本',
    copy: '官方文本转载',
    standard: '国家标准',
    secondary: '第三方文本',
    proposal: '本程序拟定',
  },
  en: {
    seed: 'seed',
    official: 'official text',
    copy: 'official copy',
    standard: 'national standard',
    secondary: 'third-party text',
    proposal: 'our proposal',
  },
};

/** 来源原文, 官方文本转载 …; in English `seed`, `official copy` … */
export const standingName = (standing: Standing, language: Language): string => names[language][standing];
