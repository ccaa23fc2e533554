// Facts of a definition's own test in words, with the decision or figure they lead to: the examples of `explain`.
import type { Category } from '../../category/category.ts';
import type { Fact } from '../../expression/types.ts';
import type { Member } from './member.ts';
import { type Speech, type SpeechOptions, speechOf } from './speech.ts';

export type Example = {
  readonly given: string;
  /** A decision, a figure or points. */
  readonly gives: string;
};

/** One example of each outcome that the definition's tests have for a criterion, metric or item. */
export function examplesOf({ part, id }: Member, category: Category, options: SpeechOptions): readonly Example[] {
  const speech = speechOf(category, options);
  const shown = new Map<string, Example>();
  const unit = category.metrics.find((metric) => metric.id === id)?.unit ?? '';
  for (const test of category.definition.tests) {
    const gives = outcomeIn(test, part, id, unit, speech);
    if (gives === undefined) continue;
    const first = part === 'criterion' ? gives : part;
    if (!shown.has(first)) shown.set(first, { given: givenInWords(test.given, speech), gives });
  }
  return [...shown.values()];
}

function outcomeIn(
  { criteria = {}, metrics = {}, points = {} }: Category['definition']['tests'][number],
  part: Member['part'],
  id: string,
  unit: string,
  { words }: Speech,
): string | undefined {
  if (part === 'criterion') {
    const is = criteria[id];
    return is === undefined ? undefined : words.explain.decided[is];
  }
  if (part === 'metric') return metrics[id] === undefined ? undefined : words.phrases.unit(metrics[id], unit);
  if (part === 'item') return points[id] === undefined ? undefined : words.pointsText(points[id]);
  return undefined;
}

/** `2024年营业收入 5000，所持称号 无`. */
function givenInWords(given: Readonly<Record<string, unknown>>, { category, words, language }: Speech): string {
  const { vocabulary, scope } = category;
  const wide = words.sentenceComma;
  const said = Object.entries(given).flatMap(([id, value]) => {
    const fact = vocabulary.get(id);
    const label = scope.label(id);
    if (fact?.yearly === true && isMap(value)) {
      return Object.entries(value).map(
        ([year, figure]) => `${words.phrases.inYear(label, Number(year))} ${String(figure)}`,
      );
    }
    return [`${label}${language === 'zh' ? ' ' : ': '}${valueInWords(value, fact, wide, words.none)}`];
  });
  return said.join(wide);
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function valueInWords(value: unknown, fact: Fact | undefined, comma: string, none: string): string {
  if (Array.isArray(value)) {
    return value.length === 0 ? none : value.map((one) => valueInWords(one, fact, comma, none)).join(' + ');
  }
  if (!isMap(value)) return value === true ? '是' : value === false ? '否' : String(value);
  const cells = Object.entries(value).map(([id, one]) => {
    const field = fact?.fields.get(id);
    return `${field?.meaning ?? id} ${valueInWords(one, field, comma, none)}`;
  });
  return `{${cells.join(comma)}}`;
}
