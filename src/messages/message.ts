// What a sentence of the engine is: what is wrong, and what to do; one function a code, the same codes in each language.
import type { CodeSpec } from '../findings/codes/spec.ts';

/** What is wrong, and what to do about it. */
export type Words = { readonly message: string; readonly hint?: string };

/** The sentences for a set of codes: the compiler keeps both languages in step with the catalogue. */
export type Messages<T> = {
  readonly [C in keyof T]: (args: T[C] extends CodeSpec<infer A> ? A : never) => Words;
};

export type Language = 'zh' | 'en';
