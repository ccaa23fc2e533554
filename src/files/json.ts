// Reads JSON that may come from a stranger: counted before it is parsed, checked as far as the first fault.
import * as z from 'zod';
import type { Shape } from '../given.ts';

/** Why a text is not taken: `JSON` is none, `depth` nests too deep, `size` holds too much. */
export type NotTaken = { readonly wrong: 'JSON' | 'depth' | 'size' };

/** The most levels of lists and maps within each other, and the most values. */
export type Bounds = { readonly levels: number; readonly values: number };

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const [openList, closeList, openMap, closeMap] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Counts without building anything: each level takes stack, and each value memory, of whatever parses. */
function exceeds(text: string, bounds: Bounds): 'depth' | 'size' | undefined {
  let levels = 0;
  let values = 1;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inText) {
      if (code === backslash) at += 1;
      else if (code === quote) inText = false;
    } else if (code === quote) inText = true;
    else if (code === comma) values += 1;
    else if (code === closeList || code === closeMap) levels -= 1;
    else if (code === openList || code === openMap) {
      levels += 1;
      values += 1;
      if (levels > bounds.levels) return 'depth';
    }
    if (values > bounds.values) return 'size';
  }
  return undefined;
}

/** The value of a text, or why it is not taken. */
export function parseJson(text: string, bounds: Bounds): { readonly json: unknown } | NotTaken {
  const much = exceeds(text, bounds);
  if (much !== undefined) return { wrong: much };
  try {
    return { json: JSON.parse(text) };
  } catch {
    return { wrong: 'JSON' };
  }
}

/** Where the first fault is, and its kind as zod calls it. */
type Fault = { readonly path: readonly PropertyKey[]; readonly kind: string };

/** Values of which all faults may be listed at once, which is quicker; a dossier of a report has some two thousand. */
const fewValues = 20_000;

export type Checked<T> = { readonly data: T } | { readonly fault: { readonly at: string; readonly kind: string } };

/** The data, or the first fault. A list of all faults of a hostile value, some hundred bytes each, fills the memory. */
export function checkJson<Schema extends z.ZodType>(schema: Schema, json: unknown): Checked<Shape<Schema>> {
  const first = holdsMore(json, fewValues) ? firstFault(schema, json) : undefined;
  const checked = first ?? whole(schema, json);
  return 'data' in checked ? checked : { fault: { at: checked.path.join('.'), kind: checked.kind } };
}

function whole<Schema extends z.ZodType>(schema: Schema, json: unknown): { readonly data: Shape<Schema> } | Fault {
  const checked = schema.safeParse(json);
  return checked.success ? { data: checked.data as Shape<Schema> } : faultIn(checked.error);
}

const faultIn = ({ issues: [issue] }: z.ZodError): Fault => ({ path: issue?.path ?? [], kind: issue?.code ?? '' });

/** Whether a value holds more values than these, itself included. */
function holdsMore(json: unknown, most: number): boolean {
  const open = [json];
  let values = 0;
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    values += 1;
    if (values + open.length > most) return true;
    if (typeof one === 'object' && one !== null) for (const value of Object.values(one)) open.push(value);
  }
  return false;
}

/** Goes down through lists and maps, and checks what stands in them by itself. */
function firstFault(schema: unknown, value: unknown): Fault | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional)
    return value === undefined ? undefined : firstFault(schema.unwrap(), value);
  // Made once, unlike what `unwrap` gives.
  if (schema instanceof z.ZodLazy) return firstFault(schema._zod.innerType, value);
  if (schema instanceof z.ZodArray && Array.isArray(value)) return firstOf(value.entries(), () => schema.element);
  if (isMap(value)) {
    if (schema instanceof z.ZodDiscriminatedUnion) {
      const { discriminator } = schema.def;
      const kind = schema.options.find((option) => takes(option, discriminator, value[discriminator]));
      return kind === undefined ? { path: [discriminator], kind: 'invalid_union' } : firstFault(kind, value);
    }
    if (schema instanceof z.ZodRecord) return firstOf(Object.entries(value), () => schema.valueType);
    if (schema instanceof z.ZodObject) {
      const shape: Readonly<Record<string, unknown>> = schema.shape;
      const strange = Object.keys(value).find((key) => !Object.hasOwn(shape, key));
      if (strange !== undefined && schema.def.catchall instanceof z.ZodNever)
        return { path: [strange], kind: 'unrecognized_keys' };
      return firstOf(
        Object.keys(shape).map((key) => [key, value[key]] as const),
        (key) => shape[key],
      );
    }
  }
  const checked = schema instanceof z.ZodType ? schema.safeParse(value) : undefined;
  return checked?.success === false ? faultIn(checked.error) : undefined;
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const takes = (option: unknown, key: string, value: unknown): boolean =>
  option instanceof z.ZodObject && z.safeParse(option.shape[key], value).success;

function firstOf<K extends PropertyKey>(
  members: Iterable<readonly [K, unknown]>,
  schemaOf: (key: K) => unknown,
): Fault | undefined {
  for (const [key, value] of members) {
    const fault = firstFault(schemaOf(key), value);
    if (fault !== undefined) return { path: [key, ...fault.path], kind: fault.kind };
  }
  return undefined;
}
