// The questions that fill in a dossier, made from a category: sections in printed order, then facts and titles.
import type { Category } from '../../category/category.ts';
import type { Fact } from '../../expression/types.ts';
import type { Language } from '../../findings/sentence.ts';
import { starterWords as words } from '../../words/starter.ts';
import { sectionQuestions } from './form-questions.ts';
import { neededFacts } from './needed.ts';
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
  const sections = form.sections.map((section) => ({
    id: section.id,
    title: section.title ?? words.form,
    questions: sectionQuestions(section, category, asking),
  }));
  const facts = neededFacts(category).flatMap(({ fact, years }) => factQuestions(fact, years, asking));
  const titles = vocabulary.get('titles');
  const held =
    titles === undefined ? [] : [rowsQuestion([step('titles')], titles.meaning, titles, words.rowsOrNone, asking)];
  return [
    { id: 'head', title: words.enterpriseTitle, questions: [enterprise(asking)] },
    ...sections,
    { id: 'facts', title: words.facts, questions: facts },
    { id: 'titles', title: words.titlesTitle, questions: held },
  ].filter(({ questions }) => questions.length > 0);
}

const enterprise = (asking: Asking): Question =>
  question(
    {
      path: [step('enterprise')],
      label: words.enterpriseTitle,
      help: [words.sameAsLicence],
      required: true,
      fact: undefined,
    },
    asking,
  );

function factQuestions(fact: Fact, years: readonly number[], asking: Asking): readonly Question[] {
  const path = [step('facts'), step(fact.id, fact.meaning)];
  if (fact.type === 'table') return [rowsQuestion(path, fact.meaning, fact, words.rowsOrNone, asking)];
  if (fact.type === 'record')
    return [...fact.fields.values()].map((part) =>
      question(
        {
          path: [...path, step(part.id, part.meaning)],
          label: `${fact.meaning} ${part.meaning}`,
          help: helpOf(part),
          required: false,
          fact: part,
          choices: optionsOf(part, part.options ?? []),
        },
        asking,
      ),
    );
  const base = { required: false, help: helpOf(fact), choices: optionsOf(fact, fact.options ?? []) };
  if (!fact.yearly) return [question({ ...base, path, label: fact.meaning, fact }, asking)];
  return years.map((year) =>
    question(
      {
        ...base,
        path: [...path, step(String(year), `${year}年`)],
        label: `${fact.meaning} ${words.year(year, false)}`,
        fact: { ...fact, yearly: false },
      },
      asking,
    ),
  );
}
