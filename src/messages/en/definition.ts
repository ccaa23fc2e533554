// What a definition can have wrong: the sentences in English.
import type { definitionCodes } from '../../findings/codes/definition.ts';
import type { Messages } from '../message.ts';

const near = (name: string | undefined): string => (name === undefined ? 'Check the name.' : `Did you mean ${name}?`);
const results = { Decimal: 'a figure', bool: 'yes or no (a comparison)' } as const;
/** Types of expressions in words; records and tables keep their names. */
const types: Readonly<Record<string, string>> = {
  Yearly: 'figures by year',
  Decimal: 'a figure',
  string: 'a text',
  bool: 'yes or no',
  int: 'a whole number',
  double: 'a decimal',
};

export const definition: Messages<typeof definitionCodes> = {
  'category-id-wrong': ({ id }) => ({
    message: `the category id ${id} may hold only lower-case letters, digits and -`,
    hint: 'The id is the path of the file: rename folders and file, for example jiangsu/2021/product.yaml.',
  }),
  'definition-too-much': ({ what, limit }) => ({
    message: {
      members: `there are more than ${limit} members here`,
      characters: `this text or expression has more than ${limit} characters`,
      span: `these years span more than ${limit}`,
      years: `the definition names more than ${limit} years in all`,
    }[what],
    hint: 'Definitions have at most some hundred members in a group and characters in a text, and fewer than ten years: see whether it is a slip.',
  }),
  'extends-unknown': ({ id, nearest }) => ({
    message: `extends names ${id}, which does not exist`,
    hint: near(nearest),
  }),
  'extends-deep': ({ id }) => ({
    message: `extends takes at most two steps; ${id} is the third`,
    hint: 'Let the file extend exactly what its official text extends.',
  }),
  'season-ends-first': ({ from, until }) => ({
    message: `the season begins on ${from}, after its end on ${until}`,
    hint: 'from is the first day, until the last; an end left open is that of the calendar year of `year`.',
  }),
  'superseded-unknown': ({ id, nearest }) => ({
    message: `superseded.by names ${id}, which does not exist`,
    hint: near(nearest),
  }),
  'fact-name-unknown': ({ fact, nearest }) => ({ message: `there is no fact ${fact}`, hint: near(nearest) }),
  'fact-plausible-misfit': ({ fact, key, to, why }) => ({
    message: `the fact ${fact} cannot have ${to === undefined ? key : `${key}: ${to}`}`,
    hint: {
      type: 'its type has no such bounds: figures take figures, dates take days; steady is for figures of several years.',
      itself: 'a fact cannot speak of itself, nor can two be parts of each other.',
      figures: 'both must be figures.',
      dates: 'it must name a date.',
      years: 'both must be yearly, or neither.',
      units: 'both must have the same unit.',
    }[why],
  }),
  'list-unknown': ({ list, nearest }) => ({ message: `schemas/lists has no ${list}`, hint: near(nearest) }),
  'metric-unknown': ({ metric, nearest }) => ({ message: `there is no metric ${metric}`, hint: near(nearest) }),
  'metric-cycle': ({ metrics }) => ({
    message: `metrics refer to each other and cannot be computed: ${metrics.join(' → ')}`,
    hint: 'Rewrite one of the formulas to use facts only.',
  }),
  'readings-too-many': ({ criterion, count, most }) => ({
    message: `the criterion “${criterion}” is read in ${count} ways; at most ${most} are allowed`,
    hint: 'Give the criterion fewer readings, or the metrics that it names.',
  }),
  'metric-named-as-fact': ({ metric }) => ({
    message: `the metric ${metric} has the name of a fact`,
    hint: 'Give the metric another id.',
  }),
  'fact-printed-twice': ({ fact, first, second }) => ({
    message: `the fact ${fact} stands twice in the form: ${first} and ${second}`,
    hint: 'Keep one field a fact.',
  }),
  'slot-name-unknown': ({ slot, nearest }) => ({ message: `there is no slot ${slot}`, hint: near(nearest) }),
  'source-unknown': ({ source, nearest }) => ({
    message: `${source} is cited but not among the sources`,
    hint: near(nearest),
  }),
  'code-taken': ({ code }) => ({
    message: `${code} is a code of the program and no id for a criterion`,
    hint: 'Choose another id.',
  }),
  'severity-above-standing': ({ criterion, standing }) => ({
    message: `the criterion ${criterion} stands on ${standing} only and cannot be an error`,
    hint: 'Write severity: warning, or cite a stronger source.',
  }),
  'expression-syntax': ({ text }) => ({
    message: `the expression cannot be read: ${text}`,
    hint: 'Check brackets, quotes and operators.',
  }),
  'expression-name-unknown': ({ name, nearest }) => ({
    message: `${name} in the expression is no known name`,
    hint: near(nearest),
  }),
  'expression-type': ({ part }) => ({
    message: `types do not fit in the expression: ${part}`,
    hint: 'Yearly facts need .at(Y-1); a text cannot be compared with a figure.',
  }),
  'expression-result': ({ text, expected, found }) => ({
    message: `the expression should give ${results[expected]} and gives ${types[found] ?? found}: ${text}`,
    hint: expected === 'bool' ? 'Write a comparison, such as rd_ratio >= 3' : 'Write arithmetic, such as a / b * 100',
  }),
  'expression-int-division': ({ part }) => ({
    message: `whole numbers divide without decimals: ${part}`,
    hint: 'Write one of them with a point, such as 7.0 / 2, or use facts.',
  }),
  'expression-matches': ({ part }) => ({
    message: `regular expressions are not allowed: ${part}`,
    hint: 'Use contains, startsWith or in.',
  }),
  'expression-nested': ({ part }) => ({
    message: `more than two loops inside each other: ${part}`,
    hint: 'Split it into several criteria.',
  }),
};
