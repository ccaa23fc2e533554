// What a sentence of the engine is: what is wrong, and what to do, in each language; and the English of what definitions say.
import { readOwnNow } from '../files/read.ts';

export type Language = 'zh' | 'en';

/** What is wrong, and what to do about it. */
export type Words = { readonly message: string; readonly hint?: string };

let english: Readonly<Record<string, string>> | undefined;

/**
 * What a definition says of its own accord (a hint, a note, a point of the checklist, the name of a reading) in `language`.
 * Definitions are closed by their digest and hold Chinese only: the English stands beside them, by the Chinese itself, and
 * is read when it is first asked for. What has none, such as that of a definition of one's own, stays as it is.
 */
export function ofDefinition(text: string, language: Language): string {
  if (language === 'zh') return text;
  english ??= JSON.parse(readOwnNow(new URL('../../schemas/english.json', import.meta.url))) as typeof english;
  return english !== undefined && Object.hasOwn(english, text) ? (english[text] ?? text) : text;
}
