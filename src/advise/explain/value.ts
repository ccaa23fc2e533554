// How a member of a category stands in one dossier: its value, its figure with the substitution, the decision, its files.
import type { Assessment, FilledValue } from '../../assessment.ts';
import type { Category } from '../../category/category.ts';
import { thousands } from '../../expression/decimal.ts';
import type { Language } from '../../findings/sentence.ts';
import { shownIn } from '../../words/readings.ts';
import { type Decided, decidedOf, needsOf } from './decisions.ts';
import type { Member } from './member.ts';
import { speechOf } from './speech.ts';

export type Standing = {
  /** A field's text, a metric's result with its substitution, points, files. */
  readonly value?: string;
  /** Of a criterion. */
  readonly decision?: Decided;
};

/** `assessment` is of a dossier of `category`. */
export function standingIn(
  { part, id }: Member,
  assessment: Assessment,
  category: Category,
  language: Language,
): Standing {
  const { words } = speechOf(category, { language });
  const { difference, explain, phrases } = words;
  const lacks = (needs: readonly string[]): string => difference.undecided(needsOf(needs, category, language), 0);
  if (part === 'criterion') {
    const result = assessment.criteria.find((one) => one.id === id);
    return result === undefined ? {} : { decision: decidedOf(result, category, language) };
  }
  if (part === 'metric') {
    const metric = assessment.metrics.find((one) => one.id === id);
    if (metric === undefined) return {};
    const { outcome, substitution, unit } = metric;
    if (outcome.is === 'undecided') return { value: lacks(outcome.needs) };
    if (outcome.is !== 'value') return { value: explain.notComputable };
    const result = phrases.unit(thousands(outcome.shown), unit);
    return { value: substitution === undefined ? result : `${substitution} = ${result}` };
  }
  if (part === 'item') {
    const item = assessment.scorecard?.items.find((one) => one.id === id);
    if (item === undefined) return {};
    const { least, most } = item.points;
    const points = words.pointsText(least === most ? `${least}` : `${least}–${most}`);
    const why = item.needs.length > 0 ? lacks(item.needs) : shownIn(item, language);
    return { value: why === undefined ? points : words.shown(points, why) };
  }
  if (part === 'slot') {
    const files = assessment.inventory.slots.find((slot) => slot.id === id)?.files ?? [];
    return { value: files.length === 0 ? words.none : files.map(({ source }) => source).join(words.comma) };
  }
  if (part !== 'field') return {};
  const items = assessment.form.sections.flatMap((section) => section.items);
  const field = items.find((item) => item.kind === 'field' && item.id === id);
  return field?.kind === 'field' ? { value: textOf(field.value, words.comma) ?? explain.noValue } : {};
}

function textOf(value: FilledValue | undefined, comma: string): string | undefined {
  switch (value?.kind) {
    case undefined:
      return undefined;
    case 'text':
      return value.text;
    case 'number':
      return value.source;
    case 'chosen':
      return value.chosen.join(comma);
    case 'levels':
      return value.levels.map(({ code = '', name }) => name || code).join(' › ');
    case 'years':
      return value.cells
        .flatMap(({ year, value: figure, source }) =>
          figure === undefined ? [] : [`${year}: ${source ?? figure.toFixed()}`],
        )
        .join(comma);
    case 'person':
      return [value.name, value.phone, value.mobile].filter((part) => part !== undefined).join(' ');
  }
}
