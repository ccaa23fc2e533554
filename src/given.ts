// What stands only where it is given: records without members that have no value, and the types of what schemas describe.
import type * as z from 'zod';

type Given<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The members that have a value, in their order. */
export const given = <const T extends object>(members: T): { [K in keyof Given<T>]: Given<T>[K] } =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Given<T>;

/** Figures and numbers are of one piece. */
type Plain<T> = T extends { toFixed(): string }
  ? T
  : T extends (infer Item)[]
    ? readonly Plain<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Plain<T[Key]> }
      : T;

/** What follows a schema, and is not changed. */
export type Shape<Schema extends z.ZodType> = Plain<z.infer<Schema>>;
