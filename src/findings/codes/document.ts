// What a YAML file can have wrong with itself.
import { hard } from './spec.ts';

/** How a file that is not UTF-8 is encoded, as far as its bytes tell. */
export type Encoding = 'gbk' | 'utf-16' | 'binary' | 'unknown';

/** A slip in one place: how the line should read. */
type Slip = { readonly mended: string };

/** What the parser could not make sense of, in our own words. */
export type SyntaxFault =
  | 'indentation'
  | 'no-colon'
  | 'no-space-after-dash'
  | 'unclosed-quote'
  | 'unclosed-bracket'
  | 'colon-in-value'
  | 'reserved-start'
  | 'escape'
  | 'after-quote'
  | 'long-key'
  | 'comment-space'
  | 'other';

/** What a YAML text can have too much of: characters in one text, items in one list. */
export type Crowd = 'lines' | 'text' | 'tokens' | 'characters' | 'items';

/** No waiver lifts these: a file that cannot be read cannot say so. */
export const documentCodes = {
  'yaml-too-large': hard<{ readonly bytes: number; readonly limit: number }>(),
  'yaml-too-many': hard<{ readonly what: Crowd; readonly limit: number }>(),
  'yaml-encoding': hard<{ readonly encoding: Encoding }>(),
  'yaml-empty': hard(),
  'yaml-control': hard<{ readonly code: string }>(),
  'yaml-tab': hard<Slip>(),
  'yaml-wide-indent': hard<Slip>(),
  'yaml-wide-colon': hard<Slip>(),
  'yaml-colon-space': hard<Slip>(),
  'yaml-wide-quote': hard<Slip & { readonly typed: string }>(),
  'yaml-wide-comma': hard<Slip>(),
  'yaml-duplicate-key': hard<{ readonly key: string; readonly line: number }>(),
  'yaml-key': hard(),
  'yaml-alias': hard<{ readonly name: string; readonly fault: 'unknown' | 'too-many' }>(),
  'yaml-merge-key': hard(),
  'yaml-tag': hard<{ readonly tag: string }>(),
  'yaml-documents': hard(),
  'yaml-root': hard<{ readonly is: 'list' | 'text' }>(),
  'yaml-too-deep': hard<{ readonly limit: number }>(),
  'yaml-syntax': hard<{ readonly fault: SyntaxFault; readonly mended?: string }>(),
};
