// A question that fills in one value of a dossier: its label, help, choices and check.
import type { Node } from '../../document/node.ts';
import { type Fact, type FactType, numeric } from '../../expression/types.ts';
import type { Finding } from '../../findings/finding.ts';
import { report } from '../../findings/report.ts';
import type { Language } from '../../findings/sentence.ts';
import { ownLabels } from '../../findings/shapes.ts';
import { countCharacters } from '../../form/field.ts';
import { readPatentNumber } from '../../form/identifiers/patent.ts';
import { factSteps, type Step } from '../../form/keys.ts';
import type { List } from '../../form/opened.ts';
import { namesNobody } from '../../form/rows/entries.ts';
import { quotedScalar, takeValue } from '../../form/take-value.ts';
import { given } from '../../given.ts';
import { questionWords } from '../../words/intake.ts';
import { wordsOf } from '../../words/of-finding.ts';

/** A text, or several. */
export type Answer = string | readonly string[];

/** How a question is put. `free` is an open section, which takes any text. */
export type QuestionKind = 'text' | 'long' | 'choice' | 'choices' | 'region' | 'industry' | 'rows' | 'free';

export type Question = {
  readonly path: readonly Step[];
  readonly label: string;
  /** How to write it, its unit and limit, then the prompt; a line each. */
  readonly help: readonly string[];
  readonly clauses: readonly string[];
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
  /** What it is a part of, and what the part is called: a person's phone, a figure's year. */
  readonly part?: { readonly of: string; readonly name: string };
  /** The year of a figure. */
  readonly year?: number;
  /** What is wrong with an answer; nothing when it may stand. A list for several choices and for a cascade. */
  validate(answer: Answer): string | undefined;
  /** What a person should compare with the paper before a number is written: its check sign is another one. */
  slip(answer: string): string | undefined;
  /** How a dossier writes an answer that may stand. */
  taken(answer: Answer): Answer;
};

export type QuestionGroup = { readonly id: string; readonly title: string; readonly questions: readonly Question[] };

export type Asking = { readonly lists: ReadonlyMap<string, List>; readonly language: Language };

/** A step to a part of the dossier itself, by its id or what people call it. */
export const step = (id: string): Step => ({ id, labels: ownLabels.dossier[id] ?? [], key: id });

type Asked = Pick<Question, 'path' | 'label' | 'help' | 'required' | 'fact'> &
  Partial<Pick<Question, 'clauses' | 'kind' | 'choices' | 'open' | 'by' | 'columns' | 'part' | 'year'>> &
  Partial<Pick<CheckedBy, 'parts' | 'max' | 'isName'>>;

export function question(asked: Asked, { lists, language }: Asking): Question {
  const { fact, choices = [], parts = {}, max, isName, ...rest } = asked;
  const checked: CheckedBy = {
    label: asked.label,
    fact,
    options: choices.length > 0 && !asked.open ? choices : [],
    lists,
    parts,
    language,
    ...given({ max, isName }),
  };
  return {
    kind: kindOf(fact?.type, choices.length),
    open: false,
    clauses: [],
    columns: [],
    ...rest,
    fact,
    choices,
    validate: (answer) => checkAnswer(answer, checked),
    slip: (answer) => slipIn(answer, checked, asked.year !== undefined && asked.part !== undefined),
    taken: (answer) => takenAnswer(answer, checked) ?? answer,
  };
}

function kindOf(type: FactType | undefined, choices: number): QuestionKind {
  if (type === 'choices') return 'choices';
  if (type === 'region' || type === 'industry') return type;
  if (choices > 0) return 'choice';
  return type === 'long_text' ? 'long' : type === 'table' ? 'rows' : 'text';
}

export function rowsQuestion(path: readonly Step[], label: string, fact: Fact, help: string, asking: Asking): Question {
  const steps = factSteps(fact.fields);
  const columns = [...fact.fields.values()].map((field) =>
    question(
      {
        path: [steps.of(field.id)],
        label: field.meaning,
        help: helpOf(field, asking),
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
export function helpOf({ unit, type }: Fact, { language }: Asking): readonly string[] {
  const words = questionWords(language);
  const written: Readonly<Partial<Record<FactType, string>>> = words.written;
  const how = written[type];
  return [
    ...(unit === undefined ? [] : [words.unit(unit)]),
    ...(unit === undefined && numeric.has(type) ? [words.figure] : []),
    ...(type === 'texts' ? [words.several] : []),
    ...(how === undefined ? [] : [how]),
  ];
}

type CheckedBy = {
  readonly label: string;
  /** None for what is taken as written. */
  readonly fact: Fact | undefined;
  readonly options: readonly string[];
  readonly lists: ReadonlyMap<string, List>;
  readonly parts: Readonly<Record<string, string>>;
  readonly language: Language;
  readonly max?: number;
  /** It names the enterprise. */
  readonly isName?: boolean;
};

/** The first error, with what to do; nothing when the answer may stand. Warnings are left to `validate`. */
export function checkAnswer(answer: Answer, checked: CheckedBy): string | undefined {
  const { fact, label, language, max, isName = false } = checked;
  const findings: Finding[] = fact === undefined ? [] : [...takeValue(nodeOf(answer), { ...checked, fact }).findings];
  if (max !== undefined && typeof answer === 'string' && countCharacters(answer) > max)
    findings.push(report('text-too-long', { field: label, count: countCharacters(answer), max }, at));
  if (isName && typeof answer === 'string' && namesNobody(answer))
    findings.push(report('value-placeholder', { field: label, written: answer }, at));
  const error = findings.find(({ severity }) => severity === 'error');
  return error === undefined ? undefined : sentenceOf(error, language);
}

function sentenceOf(finding: Finding, language: Language): string {
  const { message, hint } = wordsOf(finding, language);
  return hint === undefined ? message : `${message}${language === 'zh' ? '。' : '. '}${hint}`;
}

/** Figures of several years, where one is asked for: with a blank before three digits they look like one. */
const joinedYears = /^\d+(?: \d{3})+$/;

/** What nobody means: several years at once; of a patent, by its shape, another check sign than that on the paper beside it. */
function slipIn(written: string, { fact, label: field, language }: CheckedBy, ofYears: boolean): string | undefined {
  if (ofYears && joinedYears.test(written.normalize('NFKC').trim()))
    return sentenceOf(report('figure-unreadable', { field, written, unit: fact?.unit ?? '' }, at), language);
  const isPatent = fact?.identifies?.as === 'patent' || (fact?.identifies !== undefined && /^\s*ZL/iu.test(written));
  const patent = isPatent ? readPatentNumber(written) : undefined;
  if (patent?.kind !== 'application' || patent.check.is !== 'wrong') return undefined;
  return sentenceOf(report('patent-check', { field, written, expected: patent.check.expected }, at), language);
}

const takenAnswer = (answer: Answer, { fact, ...checked }: CheckedBy): Answer | undefined =>
  fact === undefined ? undefined : takeValue(nodeOf(answer), { ...checked, fact }).taken;

const nodeOf = (answer: Answer): Node =>
  typeof answer === 'string' ? quotedScalar(answer) : { kind: 'list', items: answer.map(quotedScalar), range };

const range = { line: 1, column: 1, endLine: 1, endColumn: 1 };
const at = { file: '', path: '', ...range };

const isShort = (line: string): boolean => [...line].length <= 40;

/** `注册资本(万元)（必填）单位：万元，只写数字`: what one needs in order to answer, on the line itself. */
export const messageOf = (
  { label, required, help }: Question,
  { needed, gap }: { readonly needed: string; readonly gap: string },
): string => [`${label}${required ? needed : ''}`, ...help.filter(isShort)].join(gap);

/** The rest of the help: prompts and clauses. */
export const remarksOf = ({ help, clauses, kind }: Question): readonly string[] => [
  ...help.filter((line) => kind === 'rows' || !isShort(line)),
  ...clauses,
];

/** Options of a cell that are all named. */
const mostNamed = 6;

/** What the cells of a row are called, with their options. */
export const namesOf = (columns: readonly Question[]): readonly string[] =>
  columns.map(({ label, choices }) =>
    choices.length === 0 || choices.length > mostNamed ? label : `${label}（${choices.join('／')}）`,
  );
