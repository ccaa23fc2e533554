// The schemas of `facts:` and `titles:`, what the conditions need and the form does not print.
import type { Fact, Vocabulary } from '../../expression/types.ts';
import type { OpenedForm } from '../../form/opened.ts';
import { mapOrNone } from './scalar.ts';
import { type JsonSchema, keyed } from './spelling.ts';
import { type Define, schemaOf } from './value.ts';
import type { SchemaWords } from './words.ts';

export type Beside = { readonly facts: JsonSchema; readonly titles: JsonSchema };

/** A fact that the form prints stands there and not here. */
export function factSchemas(form: OpenedForm, vocabulary: Vocabulary, define: Define, words: SchemaWords): Beside {
  const printed = new Set(
    form.sections.flatMap((section) => section.items).flatMap((item) => (item.fact ? [item.fact.id] : [])),
  );
  const asked = { define, years: [], parts: {}, lists: form.lists, words };
  const valueSchema = (fact: Fact, path: string): JsonSchema =>
    schemaOf(fact, { ...asked, path, options: fact.options ?? [] });
  const others = [...vocabulary.values()].filter(({ id }) => id !== 'titles');
  const beside = others.filter(({ id }) => !printed.has(id));
  const taken = new Set(others.filter(({ id }) => printed.has(id)).map(({ meaning }) => meaning));
  const named = beside.map((fact) => ({
    id: fact.id,
    labels: taken.has(fact.meaning) ? [] : [fact.meaning],
    schema: define(`facts.${fact.id}`, { ...described(fact, words), ...valueSchema(fact, `facts.${fact.id}`) }),
  }));
  const titles = vocabulary.get('titles');
  return {
    facts: { ...mapOrNone(words.wrong.fields), ...keyed(named) },
    titles: titles === undefined ? {} : valueSchema(titles, 'titles'),
  };
}

function described(fact: Fact, words: SchemaWords): JsonSchema {
  const lines = [...(fact.unit === undefined ? [] : [words.unit(fact.unit)]), ...[words.hints[fact.type] ?? []].flat()];
  return { title: fact.meaning, ...(lines.length === 0 ? {} : { description: lines.join('\n') }) };
}
