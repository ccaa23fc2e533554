// A question that fills in one value of a dossier: its label, help, choices and check.
import { type Fact, type FactType, numeric } from '../../expression/types.ts';
import type { Language } from '../../findings/sentence.ts';
import type { List } from '../../form/opened.ts';
import { schemaWords } from '../../words/schema.ts';
import { starterWords as words } from '../../words/starter.ts';
import { type CheckedBy, checkAnswer } from './check.ts';
import type { Step } from './given.ts';

/** How a question is put. `free` is an open section, which takes any text. */
export type QuestionKind = 'text' | 'long' | 'choice' | 'choices' | 'region' | 'industry' | 'rows' | 'free';

export type Question = {
  readonly path: readonly Step[];
  readonly label: string;
  /** How to write it, its unit and limit, then prompt and clauses; a line each. */
  readonly help: readonly string[];
  readonly kind: QuestionKind;
  readonly required: boolean;
  /** How an answer is read and written. */
  readonly fact: Fact | undefined;
  readonly choices: readonly string[];
  /** A choice that may also be written freely. */
  readonly open: boolean;
  /** The choices of each value of another field. */
  readonly by?: { readonly path: readonly Step[]; readonly list: List };
  /** Cells of a row. */
  readonly columns: readonly Question[];
  /** What is wrong with an answer; nothing when it may stand. A list for several choices and for a cascade. */
  validate(answer: string | readonly string[]): string | undefined;
};

export type QuestionGroup = { readonly id: string; readonly title: string; readonly questions: readonly Question[] };

export type Asking = { readonly lists: ReadonlyMap<string, List>; readonly language: Language };

export const step = (id: string, ...labels: (string | undefined)[]): Step => ({ id, labels });

type Given = Pick<Question, 'path' | 'label' | 'help' | 'required' | 'fact'> &
  Partial<Pick<Question, 'kind' | 'choices' | 'open' | 'by' | 'columns'>> &
  Partial<Pick<CheckedBy, 'parts' | 'max'>>;

export function question(given: Given, { lists, language }: Asking): Question {
  const { fact, choices = [], parts = {}, max, by, ...rest } = given;
  const checked: CheckedBy = {
    label: given.label,
    fact,
    options: choices.length > 0 && !given.open ? choices : [],
    lists,
    parts,
    language,
    ...(max === undefined ? {} : { max }),
  };
  return {
    kind: kindOf(fact?.type, choices.length),
    open: false,
    columns: [],
    ...rest,
    fact,
    choices,
    ...(by === undefined ? {} : { by }),
    validate: (answer) => checkAnswer(answer, checked),
  };
}

function kindOf(type: FactType | undefined, choices: number): QuestionKind {
  if (type === 'choices') return 'choices';
  if (type === 'region' || type === 'industry') return type;
  if (choices > 0) return 'choice';
  return type === 'long_text' ? 'long' : type === 'table' ? 'rows' : 'text';
}

export function rowsQuestion(path: readonly Step[], label: string, fact: Fact, help: string, asking: Asking): Question {
  const columns = [...fact.fields.values()].map((field) =>
    question(
      {
        path: [step(field.id, field.meaning)],
        label: field.meaning,
        help: helpOf(field),
        required: false,
        fact: field,
        choices: optionsOf(field, field.options ?? []),
      },
      asking,
    ),
  );
  return question({ path, label, help: [help], required: false, fact, kind: 'rows', columns }, asking);
}

export const optionsOf = (fact: Fact, options: readonly string[]): readonly string[] =>
  fact.type === 'yes_no' ? ['是', '否'] : options;

/** Unit and how it is written; the need is the asker's to show. */
export function helpOf(fact: Fact): readonly string[] {
  const hint: string | undefined = schemaWords.hints[fact.type as keyof typeof schemaWords.hints];
  const told = ['yes_no', 'choices', 'region', 'industry', 'person'].includes(fact.type);
  return [
    ...(fact.unit === undefined ? [] : [schemaWords.unit(fact.unit)]),
    ...(fact.unit === undefined && numeric.has(fact.type) ? [words.figure] : []),
    ...(fact.type === 'texts' ? [words.several] : []),
    ...(hint === undefined || told ? [] : [words.unquoted(hint)]),
  ];
}
