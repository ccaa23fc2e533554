// The JSON Schema (draft-07) of the dossiers of a category: what an editor completes, explains and marks while typing.
import * as z from 'zod';
import type { SlotRule } from '../attachments/slot.ts';
import type { Category } from '../category/category.ts';
import { describedText, describeSlot } from '../category/schema/describe.ts';
import { factSchemas, formSchema } from '../category/schema/form.ts';
import { date, orElse, term, text, when } from '../category/schema/scalar.ts';
import { type JsonSchema, keyed, type Named } from '../category/schema/spelling.ts';
import { type Define, several, yesNo } from '../category/schema/value.ts';
import type { SchemaWords } from '../category/schema/words.ts';
import { type DossierPart, type OwnMap, ownLabels } from '../findings/shapes.ts';
import { attachment, attestations, claims, waivers } from './definition.ts';

/**
 * Never marks what `validate` takes; marks unknown names, wrong types, choices and shapes where `validate` does.
 * What only a sum, a file or another field can tell is left to `validate`, and so is what is missing: a key may
 * stand under its id or its label, and editors show no line for a choice between the two.
 */
export function dossierSchema(category: Category, words: SchemaWords): JsonSchema {
  const definitions: Record<string, JsonSchema> = {};
  const define = (name: string, schema: JsonSchema): JsonSchema => {
    definitions[name] = schema;
    // Facts and fields are ids; a slot too: nothing that a JSON pointer would need escaped.
    return { $ref: `#/definitions/${name}` };
  };
  const { form, vocabulary, checklist } = category;
  const beside = factSchemas(form, vocabulary, define, words);
  const part = (name: DossierPart, schema: JsonSchema): JsonSchema => ({ ...words.parts[name], ...schema });
  const properties = {
    format: part('format', { const: 1 }),
    category: part('category', { enum: [category.id], errorMessage: words.wrong.category(category.id) }),
    enterprise: part('enterprise', text(words)),
    as_of: part('as_of', date(words)),
    form: part('form', formSchema(form, define, words)),
    facts: part('facts', beside.facts),
    titles: part('titles', beside.titles),
    attachments: part('attachments', slotsSchema(category.slots, define, words)),
    claims: part('claims', orNull(listOf('claims', claims, words, { fact: claimable(vocabulary) }))),
    waivers: part('waivers', orNull(listOf('waivers', waivers, words))),
    attestations: part(
      'attestations',
      orNull(listOf('attestations', attestations, words, { item: checklist.map(({ id }) => id) })),
    ),
  } satisfies Record<DossierPart, JsonSchema>;
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: category.definition.title,
    description: `${category.definition.scheme} ${category.id}`,
    type: 'object',
    ...keyed(named('dossier', properties)),
    definitions,
  };
}

/** A fact by its id or by its name, the names that a file in labels uses. */
const claimable = (vocabulary: Category['vocabulary']): readonly string[] => [
  ...new Set([...vocabulary.values()].flatMap(({ id, meaning }) => [id, meaning])),
];

const orNull = (schema: JsonSchema): JsonSchema => ({ ...schema, type: ['array', 'null'] });

/** A slot: a path or glob, or a list of them, each with what is said of its files. */
function slotsSchema(slots: readonly SlotRule[], define: Define, words: SchemaWords): JsonSchema {
  const evidence = explained('evidence', toDraft07(attachment), words);
  const path = orElse({ type: 'string', errorMessage: words.wrong.path }, ['string', 'array']);
  const files = several(define('attachment', when('object', evidence, path)));
  const bySlot = slots.map((slot) => ({
    id: slot.id,
    labels: [slot.label],
    schema: define(`attachments.${slot.id}`, {
      title: slot.label,
      description: describedText(describeSlot(slot, words)),
      ...files,
    }),
  }));
  return { type: ['object', 'null'], ...keyed(bySlot) };
}

/** A list of items of a known shape; `known` are the values that a key may have. */
function listOf(
  map: OwnMap,
  schema: z.ZodType,
  words: SchemaWords,
  known: Readonly<Record<string, readonly string[]>> = {},
): JsonSchema {
  return explained(map, toDraft07(schema), words, known);
}

const toDraft07 = (schema: z.ZodType): JsonSchema => {
  const override = ({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void => {
    // In YAML the key 2020 is a number, which is a text to `validate` and to nobody else.
    delete jsonSchema.propertyNames;
    // Full-width digits are digits to Python.
    if (jsonSchema.pattern !== undefined) jsonSchema.pattern = jsonSchema.pattern.replaceAll('\\d', '[0-9]');
  };
  const { $schema: _draft, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input', override });
  return rest;
};

/** The keys of a map of our own, by their ids or by what they are called. */
const named = (map: OwnMap, properties: Readonly<Record<string, JsonSchema>>): readonly Named[] =>
  Object.entries(properties).map(([id, schema]) => ({ id, labels: ownLabels[map][id] ?? [], schema }));

/** Adds the meaning and the names of each key, wherever it stands; which of them are missing is left to `validate`. */
function explained(
  map: OwnMap,
  schema: JsonSchema,
  words: SchemaWords,
  known: Readonly<Record<string, readonly string[]>> = {},
): JsonSchema {
  return Object.fromEntries(
    Object.entries(schema).flatMap(([keyword, value]): (readonly [string, unknown])[] => {
      if (keyword === 'required' || keyword === 'additionalProperties') return [];
      if (keyword === 'items' && isSchema(value)) return [[keyword, explained(map, value, words, known)]];
      if (keyword !== 'properties' || !isSchema(value)) return [[keyword, value]];
      const entries = Object.entries(value).map(([key, inner]) => {
        const description = words.keys[key];
        const options = known[key];
        const read = Object.hasOwn(readers, key) ? readers[key]?.(words) : undefined;
        return [
          key,
          {
            ...(read ?? (isSchema(inner) ? explained(key === 'files' ? 'files' : map, inner, words) : {})),
            ...(description === undefined ? {} : { description }),
            ...(options === undefined || options.length === 0 ? {} : { enum: options }),
          },
        ];
      });
      return Object.entries(keyed(named(map, Object.fromEntries(entries))));
    }),
  );
}

const figureOrNone: JsonSchema = { type: ['number', 'string', 'null'] };

/** Keys whose values are taken in other spellings than their shape says; groups of `1,200` are keys to YAML. */
const readers: Readonly<Record<string, (words: SchemaWords) => JsonSchema>> = {
  valid_until: term,
  until: date,
  on: date,
  stamped: yesNo,
  figures: () => ({
    type: 'object',
    additionalProperties: when('object', { additionalProperties: figureOrNone }, figureOrNone),
  }),
};

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
