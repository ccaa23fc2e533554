// The questions that fill in a dossier, made from a category: sections in printed order, then facts and titles.
import type { Category } from '../../category/category.ts';
import { clauseLines, offeredFor } from '../../category/schema/describe.ts';
import type { Fact } from '../../expression/types.ts';
import type { Language } from '../../findings/sentence.ts';
import { statedFact } from '../../form/field.ts';
import { factSteps, type Step, type Steps } from '../../form/keys.ts';
import type { OpenedField, OpenedSection, OpenedTable } from '../../form/opened.ts';
import { personParts } from '../../form/types/person.ts';
import { given } from '../../given.ts';
import { questionWords } from '../../words/intake.ts';
import { neededFacts } from './carry.ts';
import { columnSteps, itemSteps, personSteps, sectionSteps } from './given.ts';
import {
  type Asking,
  helpOf,
  optionsOf,
  type Question,
  type QuestionGroup,
  question,
  rowsQuestion,
  step,
} from './question.ts';

/** All questions of a category in printed order, a group a section; then facts and titles. */
export function questionGroups(category: Category, language: Language): readonly QuestionGroup[] {
  const { form, vocabulary } = category;
  const asking = { lists: form.lists, language };
  const words = questionWords(language);
  const [steps, factStep] = [sectionSteps(form), factSteps(vocabulary)];
  const sections = form.sections.map((section) => ({
    id: section.id,
    title: section.title ?? words.form,
    questions: sectionQuestions(section, steps.of(section.id), category, asking),
  }));
  const facts = neededFacts(category).flatMap(({ fact, years }) =>
    factQuestions(fact, factStep.of(fact.id), years, asking),
  );
  const titles = vocabulary.get('titles');
  const held =
    titles === undefined ? [] : [rowsQuestion([step('titles')], titles.meaning, titles, words.rowsOrNone, asking)];
  return [
    { id: 'enterprise', title: words.enterpriseTitle, questions: [enterprise(asking)] },
    ...sections,
    { id: 'facts', title: words.facts, questions: facts },
    { id: 'titles', title: words.titlesTitle, questions: held },
  ].filter(({ questions }) => questions.length > 0);
}

function enterprise(asking: Asking): Question {
  const { enterpriseTitle: label, sameAsLicence } = questionWords(asking.language);
  return question(
    { path: [step('enterprise')], label, help: [sameAsLicence], required: true, fact: undefined, isName: true },
    asking,
  );
}

function factQuestions(fact: Fact, at: Step, years: readonly number[], asking: Asking): readonly Question[] {
  const path = [step('facts'), at];
  const words = questionWords(asking.language);
  const parts = factSteps(fact.fields);
  if (fact.type === 'table') return [rowsQuestion(path, fact.meaning, fact, words.rowsOrNone, asking)];
  if (fact.type === 'record')
    return [...fact.fields.values()].map((part) =>
      question(
        {
          path: [...path, parts.of(part.id)],
          label: `${fact.meaning} ${part.meaning}`,
          part: { of: fact.meaning, name: part.meaning },
          help: helpOf(part, asking),
          required: false,
          fact: part,
          choices: optionsOf(part, part.options ?? []),
        },
        asking,
      ),
    );
  const base = { required: false, help: helpOf(fact, asking), choices: optionsOf(fact, fact.options ?? []) };
  if (!fact.yearly) return [question({ ...base, path, label: fact.meaning, fact }, asking)];
  return years.map((year) =>
    question(
      {
        ...base,
        path: [...path, yearStep(year)],
        label: `${fact.meaning} ${words.year(year, false)}`,
        part: { of: fact.meaning, name: words.year(year, false) },
        year,
        fact: { ...fact, yearly: false },
      },
      asking,
    ),
  );
}

const yearStep = (year: number): Step => ({ id: String(year), labels: [`${year}年`], key: String(year) });

function sectionQuestions(section: OpenedSection, at: Step, category: Category, asking: Asking): readonly Question[] {
  const base = [step('form'), at];
  const steps = itemSteps(section);
  if (section.items.length === 0)
    return [
      question(
        {
          path: base,
          label: section.called,
          help: [questionWords(asking.language).free],
          required: false,
          fact: undefined,
          kind: 'free',
        },
        asking,
      ),
    ];
  return section.items.flatMap((item) =>
    item.kind === 'table'
      ? tableQuestion(item, [...base, steps.of(item.id)], asking)
      : fieldQuestions(item, base, steps, category, asking),
  );
}

const tableQuestion = (table: OpenedTable, path: readonly Step[], asking: Asking): Question => {
  const steps = columnSteps(table.columns);
  const columns = table.columns.map(({ fact, label, options, required }) =>
    question(
      {
        path: [steps.of(fact.id)],
        label,
        help: helpOf(fact, asking),
        required,
        fact,
        choices: optionsOf(fact, options),
      },
      asking,
    ),
  );
  const words = questionWords(asking.language);
  const about = { label: table.title, help: [words.tableRows], clauses: clauseLines(table.cite, words) };
  return question({ path, ...about, required: false, fact: table.fact, kind: 'rows', columns }, asking);
};

function fieldQuestions(
  field: OpenedField,
  base: readonly Step[],
  steps: Steps,
  category: Category,
  asking: Asking,
): readonly Question[] {
  const { fact, required, label, years, max, prompt, parts } = field;
  if (fact === undefined || fact.type === 'record' || fact.type === 'table') return [];
  const path = [...base, steps.of(field.id)];
  const person = personSteps(parts);
  const words = questionWords(asking.language);
  const clauses = clauseLines(field.cite, words);
  const prompts = prompt?.split('\n') ?? [];
  const limit = max === undefined ? [] : [words.limit(max)];
  const help = [...helpOf(fact, asking), ...limit, ...prompts];
  if (fact.type === 'person')
    return personParts.map((part) => {
      const one: Fact = { ...fact, type: part.asked, meaning: part.label };
      return question(
        {
          path: [...path, person.of(part.id)],
          label: `${label} ${parts[part.id] ?? part.label}`,
          part: { of: label, name: parts[part.id] ?? part.label },
          help: [...helpOf(one, asking), ...prompts],
          clauses,
          required,
          fact: one,
        },
        asking,
      );
    });
  const [only, another] = years;
  if (fact.yearly && only !== undefined)
    return years.map(({ year, forecast }) => {
      const base = { help, clauses, required, fact: { ...fact, yearly: false }, year };
      if (another === undefined) return question({ ...base, path, label }, asking);
      const part = { of: label, name: words.year(year, forecast) };
      return question({ ...base, path: [...path, yearStep(year)], label: `${label} ${part.name}`, part }, asking);
    });
  const offered = field.options.length > 0 ? optionsOf(fact, field.options) : offeredFor(field, category.form);
  const open = field.options.length === 0 && fact.type !== 'yes_no';
  const by = field.optionsBy;
  const from = by && { path: [...base, steps.of(by.field)], list: by.list };
  return [
    question(
      {
        path,
        label,
        help,
        clauses,
        required,
        fact,
        choices: fact.type === 'yes_no' ? ['是', '否'] : offered,
        open,
        ...given({ max, by: from }),
      },
      asking,
    ),
  ];
}

/** A step that a file of answers may take: to a question, or to further steps. */
export type Answerable = { readonly step: Step; readonly question?: Question; readonly below: readonly Answerable[] };

/** All that a dossier of the category may say: what the wizard asks, the cells that the portal computes, other facts. */
export function answerable(category: Category, language: Language): readonly Answerable[] {
  const asking = { lists: category.form.lists, language };
  const open = { help: [], required: false };
  const sections = sectionSteps(category.form);
  const facts = factSteps(category.vocabulary);
  const computed = category.form.sections.flatMap((section) =>
    section.items.flatMap((item) =>
      item.kind === 'field' && item.computed !== undefined
        ? [
            question(
              {
                path: [step('form'), sections.of(section.id), itemSteps(section).of(item.id)],
                label: item.label,
                ...open,
                fact: statedFact,
              },
              asking,
            ),
          ]
        : [],
    ),
  );
  const asOf = question({ path: [step('as_of')], label: 'as_of', ...open, fact: day }, asking);
  const asked = questionGroups(category, language).flatMap(({ questions }) => questions);
  const printed = new Set(category.form.sections.flatMap(({ items }) => items.map(({ fact }) => fact?.id)));
  const others = [...category.vocabulary.values()].flatMap((fact): Question[] => {
    const path = [step('facts'), facts.of(fact.id)];
    if (
      fact.id === 'titles' ||
      printed.has(fact.id) ||
      asked.some((one) => one.path[1]?.id === fact.id && one.path[0]?.id === 'facts')
    )
      return [];
    if (fact.type === 'table') return [rowsQuestion(path, fact.meaning, fact, '', asking)];
    const whole = fact.yearly || fact.type === 'record' ? { kind: 'free' as const } : {};
    return [question({ path, label: fact.meaning, ...open, help: helpOf(fact, asking), fact, ...whole }, asking)];
  });
  return byStep([asOf, ...asked, ...computed, ...others], 0);
}

const day: Fact = { ...statedFact, id: 'as_of', type: 'date' };

/** Questions by the steps that lead to them. */
function byStep(questions: readonly Question[], depth: number): readonly Answerable[] {
  const by = new Map<string, Question[]>();
  for (const one of questions) {
    const id = one.path[depth]?.id;
    if (id !== undefined) by.set(id, [...(by.get(id) ?? []), one]);
  }
  return [...by.values()].map((all): Answerable => {
    const own = all.find(({ path }) => path.length === depth + 1);
    const labels = all.flatMap(({ path }) => path[depth]?.labels ?? []);
    const [first = step('')] = all.flatMap(({ path }) => path[depth] ?? []);
    const one = { step: { ...first, labels: [...new Set(labels)] } };
    return own === undefined ? { ...one, below: byStep(all, depth + 1) } : { ...one, question: own, below: [] };
  });
}
