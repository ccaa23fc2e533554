// JSON Schema as ajv reads it, compiled for one or two instances: its optimizing costs a second and more for a schema of ours.
import { Ajv, type ValidateFunction } from 'ajv';

/** A check of instances by a schema; with `allErrors` it goes on after the first. */
export const fits = (schema: object, { allErrors = false } = {}): ValidateFunction =>
  new Ajv({ strict: false, allErrors, inlineRefs: false, code: { optimize: false } }).compile(schema);
