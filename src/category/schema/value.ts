// The schema of a value by the type of its fact, of yearly figures, persons and records.
import type { Fact } from '../../expression/types.ts';
import { type List, type OpenedColumn, ownColumns } from '../../form/opened.ts';
import { noneShape } from '../../form/rows/entries.ts';
import { noneWords } from '../../form/types/type.ts';
import { plainWords } from '../../values/choice.ts';
import { industry, region } from './cascade.ts';
import { describeFact } from './describe.ts';
import { anyIdentifier, date, figure, identifier, mapOrNone, orElse, term, text, when } from './scalar.ts';
import { type JsonSchema, keyed, literal, tolerantChoice } from './spelling.ts';
import type { SchemaWords } from './words.ts';

/** Adds a schema to the shared definitions and gives the reference to it. */
export type Define = (name: string, schema: JsonSchema) => JsonSchema;

/** What the schema of a value depends on beside its type. */
export type Asked = {
  /** The id path, `form.annex.patents`; its columns and parts are defined below it. */
  readonly path: string;
  readonly define: Define;
  readonly options: readonly string[];
  readonly years: readonly number[];
  readonly parts: Readonly<Record<string, string>>;
  readonly lists: ReadonlyMap<string, List>;
  readonly words: SchemaWords;
  readonly max?: number;
  /** Whether patent numbers are checked: those of a printed table are. */
  readonly patents?: boolean;
};

/** A value as `src/form/types` reads it. Records and tables come by their columns. */
export function schemaOf(fact: Fact, asked: Asked): JsonSchema {
  const { words } = asked;
  switch (fact.type) {
    case 'amount':
    case 'count':
    case 'percent':
    case 'number':
      return fact.yearly ? yearly(fact, asked) : figure(fact, words);
    case 'texts':
      return several(text(words));
    case 'date':
      return date(words);
    case 'term':
      return term(words);
    case 'choice':
      return choice(asked.options, words);
    case 'choices':
      return severalChoices(asked.options, words);
    case 'yes_no':
      return yesNo(words, fact.meaning);
    case 'region':
      return region(asked.lists.get('regions'), words);
    case 'industry':
      return industry(asked.lists.get('industries'), words);
    case 'uscc':
    case 'postcode':
    case 'phone':
    case 'mobile':
    case 'email':
      return identifier(fact.type, words);
    case 'patent_number':
      return asked.patents ? identifier('patent', words) : anyIdentifier(words);
    case 'person':
      return person(asked);
    case 'record':
      return record(ownColumns(fact), asked, mapOrNone(words.wrong.fields));
    case 'table':
      return rows(ownColumns(fact), asked);
    default:
      return text(words, asked.max);
  }
}

/** `{2019: 11, 2020: 12}`; the plain figure where the form prints one year. Other years are taken, and told in a note. */
function yearly(fact: Fact, { years, words }: Asked): JsonSchema {
  const one = figure(fact, words);
  const map = {
    ...mapOrNone(words.wrong.years),
    properties: Object.fromEntries(years.map((year) => [String(year), one])),
    // Years, and the groups of `{2020: 1,200}`, as YAML parts them. To readers of YAML in other languages 2020 is no text,
    // which `propertyNames` lets be and `patternProperties` stumbles over.
    propertyNames: { pattern: '^\\s*(?:19|20)[0-9]{2}\\s*年?\\s*$|^[0-9]{3}(?:\\.[0-9]+)?$' },
    additionalProperties: { anyOf: [one, { type: 'null' }] },
  };
  if (years.length !== 1) return map;
  return when('object', map, one);
}

function person({ parts, words, path, define }: Asked): JsonSchema {
  const part = (id: string, label: string, schema: JsonSchema) => ({
    id,
    labels: [label, parts[id]],
    schema: define(`${path}.${id}`, { title: parts[id] ?? label, ...schema }),
  });
  return {
    ...mapOrNone(words.wrong.person),
    ...keyed([
      part('name', '姓名', text(words)),
      part('phone', '电话', identifier('phone', words)),
      part('mobile', '手机', identifier('mobile', words)),
    ]),
  };
}

/** A record, or a row: its columns and no other. `shape` says what else may stand in its place. */
export function record(columns: readonly OpenedColumn[], asked: Asked, shape: JsonSchema): JsonSchema {
  const { path, define, lists, words, patents } = asked;
  const named = columns.map(({ fact, label, options, required }) => {
    const nested = fact.type === 'record' || fact.type === 'table';
    const cell = `${path}.${fact.id}`;
    const checked = patents === undefined ? {} : { patents };
    const inner = { path: cell, define, options, years: [], parts: {}, lists, words, ...checked };
    const description = [...(required ? [words.required] : []), ...describeFact(fact, words)].join('\n');
    const schema = { title: label, ...(description === '' ? {} : { description }) };
    return {
      id: fact.id,
      labels: [label, fact.meaning],
      schema: define(cell, nested ? schema : { ...schema, ...schemaOf(fact, inner) }),
    };
  });
  return { ...shape, ...keyed(named) };
}

/** A list of rows; one row may stand without a list. */
export function rows(columns: readonly OpenedColumn[], asked: Asked): JsonSchema {
  const row = asked.define(`${asked.path}-row`, record(columns, asked, { type: 'object' }));
  const { rows: message } = asked.words.wrong;
  const none = `^[\\s([{（【［]*(?:${noneShape}|N\\/?A|None|NONE|Nil|NIL|NULL)?[\\s)\\]}）】］.。;；,，、!！]*$`;
  const nothing = { pattern: none, patternErrorMessage: message, minimum: 0, maximum: 0, errorMessage: message };
  const items = when('object', row, { ...nothing, type: ['null', 'string', 'number'] });
  return when('object', row, { ...nothing, type: ['array', 'null', 'string', 'number'], items });
}

/** One of the printed options; without any the choice is open and takes every text. */
function choice(options: readonly string[], words: SchemaWords): JsonSchema {
  if (options.length === 0) return text(words);
  return orElse(
    { enum: options, errorMessage: words.wrong.choice(options) },
    ['number', 'boolean', 'object', 'array'],
    { pattern: otherwise(options) },
  );
}

/** The options in another spelling, or nothing; the printed spelling is the editor's. */
function otherwise(options: readonly string[]): string {
  const exact = `(?!(?:${options.map(literal).join('|')})$)`;
  return `${tolerantChoice(options, exact)}|^\\s*$`;
}

/** 是 and 否 as printed; YAML's own true and false, and the marks and words for them, are the same. */
export const yesNo = (words: SchemaWords, question = ''): JsonSchema =>
  orElse({ enum: ['是', '否'], errorMessage: words.wrong.choice(['是', '否']) }, ['number', 'object', 'array'], {
    pattern: `${tolerantChoice(plainWords(question), '(?![是否]$)')}|^\\s*$|^\\s*[√✓✔☑■□☐]\\s*是\\s*[√✓✔☑■□☐]\\s*否\\s*$`,
  });

/** A list of `item`, or one alone. */
export const several = (item: JsonSchema): JsonSchema => when('array', { items: item }, item);

/** A list of options, one alone, several in one text, or a word for none. */
function severalChoices(options: readonly string[], words: SchemaWords): JsonSchema {
  const item = choice(options, words);
  if (options.length === 0) return several(item);
  const joined = { type: 'string', pattern: `[、，,;；/／\\n]|^\\s*(?:${noneWords.join('|')})\\s*$` };
  return when('array', { items: item }, { if: joined, else: item });
}
