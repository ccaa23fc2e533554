// Checks an answer with the reader of its field type, and says what is wrong in the words that `validate` would use.
import type { Node } from '../../document/node.ts';
import type { Fact } from '../../expression/types.ts';
import type { Finding } from '../../findings/finding.ts';
import { report } from '../../findings/report.ts';
import type { Language } from '../../findings/sentence.ts';
import { countCharacters } from '../../form/field.ts';
import type { List } from '../../form/opened.ts';
import { quotedScalar, takeValue } from '../../form/take-value.ts';
import { wordsOf } from '../../words/of-finding.ts';

export type CheckedBy = {
  readonly label: string;
  /** None for what is taken as written. */
  readonly fact: Fact | undefined;
  readonly options: readonly string[];
  readonly lists: ReadonlyMap<string, List>;
  readonly parts: Readonly<Record<string, string>>;
  readonly language: Language;
  readonly max?: number;
};

/** The first error, with what to do; nothing when the answer may stand. Warnings are left to `validate`. */
export function checkAnswer(answer: string | readonly string[], checked: CheckedBy): string | undefined {
  const { fact, label, options, lists, parts, language, max } = checked;
  const node: Node =
    typeof answer === 'string' ? quotedScalar(answer) : { kind: 'list', items: answer.map(quotedScalar), range };
  const findings: Finding[] =
    fact === undefined ? [] : [...takeValue(node, { fact, label, options, lists, parts }).findings];
  if (max !== undefined && typeof answer === 'string' && countCharacters(answer) > max)
    findings.push(report('text-too-long', { field: label, count: countCharacters(answer), max }, at));
  const error = findings.find(({ severity }) => severity === 'error');
  if (error === undefined) return undefined;
  const { message, hint } = wordsOf(error, language);
  return hint === undefined ? message : `${message}。${hint}`;
}

const range = { line: 1, column: 1, endLine: 1, endColumn: 1 };
const at = { file: '', path: '', ...range };
