// Checks an answer with the reader of its field type, and says what is wrong in the words that `validate` would use.
import type { Node } from '../document/node.ts';
import type { Fact } from '../expression/types.ts';
import type { Finding } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import { countCharacters } from '../form/field.ts';
import type { List } from '../form/opened.ts';
import { fieldTypes } from '../form/types/index.ts';
import type { Language } from '../messages/message.ts';
import { wordsOf } from '../messages/words.ts';

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

const range = { line: 1, column: 1, endLine: 1, endColumn: 1 };
const scalar = (text: string): Node => ({ kind: 'scalar', source: text, value: text, quoted: true, range });

/** The first error, with what to do; nothing when the answer may stand. Warnings are left to `validate`. */
export function checkAnswer(answer: string | readonly string[], checked: CheckedBy): string | undefined {
  const { fact, label, options, lists, parts, language, max } = checked;
  const findings: Finding[] = [];
  const at = { file: '', path: '', ...range };
  if (fact !== undefined && fact.type !== 'record' && fact.type !== 'table') {
    const node: Node = typeof answer === 'string' ? scalar(answer) : { kind: 'list', items: answer.map(scalar), range };
    fieldTypes[fact.type].read(node, {
      label,
      fact,
      options,
      lists,
      cite: [],
      years: [],
      parts,
      report: (code, args, _, more = {}) => {
        findings.push(report(code, args, at, more));
      },
    });
  }
  if (max !== undefined && typeof answer === 'string' && countCharacters(answer) > max)
    findings.push(report('text-too-long', { field: label, count: countCharacters(answer), max }, at));
  const error = findings.find(({ severity }) => severity === 'error');
  if (error === undefined) return undefined;
  const { message, hint } = wordsOf(error, language);
  return hint === undefined ? message : `${message}。${hint}`;
}
