// The JSON Schema (draft-07) of definition files, whole ones and those that change another, for the editors of authors.
import * as z from 'zod';
import { definition } from '../../src/category/definition.ts';
import type { JsonSchema } from '../../src/category/schema/spelling.ts';
import { meaningOf } from './definition-words.ts';

/** Parts whose members merge by id when a file extends another (flatten.ts); a section of `form` holds two more. */
const parts = ['sources', 'form', 'attachments', 'metrics', 'criteria', 'checklist'] as const;
const inner = ['fields', 'tables'] as const;
const card = ['groups', 'items'] as const;
/** Said by each file of itself, never inherited, so that `null` has nothing to remove. */
const own: ReadonlySet<string> = new Set(['format', 'extends', 'title', 'tests']);

/** The schema, every key with its meaning. */
export function definitionSchema(): JsonSchema {
  const whole = z.toJSONSchema(definition, { target: 'draft-7', io: 'input' }) as JsonSchema;
  const { $schema, required, properties, ...rest } = explained(whole, '');
  const merged = { ...mapOf(properties) };
  for (const part of parts) merged[part] = membersOf(mapOf(merged[part]), part === 'form' ? section : member);
  merged.scorecard = holding(card)(mapOf(merged.scorecard));
  return {
    $schema,
    $id: 'urn:zjtx:schema:definition:1',
    title: 'zjtx',
    ...rest,
    properties: Object.fromEntries(
      Object.entries(merged).map(([key, schema]) => [key, own.has(key) ? schema : orNull(mapOf(schema))]),
    ),
    required: ['format', 'title'],
    if: { required: ['extends'] },
    // Only a file that stands alone must be whole.
    else: { required },
  };
}

/** Both languages, as an editor shows them. */
const said = (path: string): string | undefined => meaningOf(path)?.join('\n');

const mapOf = (value: unknown): JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonSchema) : {};

/** `null` removes what is inherited; the meaning stays outside, where editors look for it. */
const orNull = ({ description, ...schema }: JsonSchema): JsonSchema => ({
  ...(description === undefined ? {} : { description }),
  anyOf: [schema, { type: 'null' }],
});

/** A map from ids to members, each of which may be removed. */
const membersOf = (map: JsonSchema, change: (schema: JsonSchema) => JsonSchema): JsonSchema => ({
  ...map,
  additionalProperties: orNull(change(mapOf(map.additionalProperties))),
});

/** A member may change a few keys, remove one, and say `after` which inherited id it stands. */
function member({ required: _required, properties, ...rest }: JsonSchema): JsonSchema {
  const keys = Object.entries(mapOf(properties)).map(([key, schema]) => [key, orNull(mapOf(schema))]);
  return {
    ...rest,
    properties: { ...Object.fromEntries(keys), after: { description: said('after'), type: 'string' } },
  };
}

/** A member whose keys of these names hold members themselves. */
const holding =
  (names: readonly string[]) =>
  (schema: JsonSchema): JsonSchema => {
    const properties = { ...mapOf(schema.properties) };
    for (const name of names) properties[name] = membersOf(mapOf(properties[name]), member);
    return member({ ...schema, properties });
  };
const section = holding(inner);

/** Adds the meaning of every key; ids add nothing to its path. */
function explained(schema: JsonSchema, path: string): JsonSchema {
  const below = (value: unknown, at: string): unknown => {
    if (Array.isArray(value)) return value.map((one) => below(one, at));
    return typeof value === 'object' && value !== null ? explained(mapOf(value), at) : value;
  };
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => {
      if (keyword !== 'properties') {
        const nested = keyword === 'items' || keyword === 'anyOf' || keyword === 'additionalProperties';
        return [keyword, nested ? below(value, path) : value];
      }
      const keys = Object.entries(mapOf(value)).map(([key, inside]) => {
        const at = path === '' ? key : `${path}.${key}`;
        const description = said(at);
        return [key, { ...(description === undefined ? {} : { description }), ...mapOf(below(inside, at)) }];
      });
      return [keyword, Object.fromEntries(keys)];
    }),
  );
}
