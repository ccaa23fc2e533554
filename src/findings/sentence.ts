// What a sentence of the engine is: what is wrong, and what to do, in each language.

export type Language = 'zh' | 'en';

/** What is wrong, and what to do about it. */
export type Words = { readonly message: string; readonly hint?: string };
