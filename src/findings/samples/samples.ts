// Arguments for codes of the catalogue: each variant of a union, each optional argument given and left out; `explain` shows them, tests read them all.
import type { CodeSpec } from '../codes/spec.ts';

type ArgsOf<T> = T extends CodeSpec<infer A> ? A : never;

/** At least one set of arguments for every code of a part of the catalogue. */
export type Samples<T> = { readonly [C in keyof T]: readonly [ArgsOf<T[C]>, ...ArgsOf<T[C]>[]] };

/** One set of arguments for each value. */
export const each = <T extends string, A extends object>(
  values: readonly [T, ...T[]],
  make: (value: T) => A,
): [A, ...A[]] => {
  const [first, ...rest] = values;
  return [make(first), ...rest.map(make)];
};

export const file = '附件/营业执照.pdf';
export const slot = '完税证明';
export const hint = '由社保系统下载。';
