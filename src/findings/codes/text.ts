// What the text of a value can have wrong whatever it is about: characters that nobody sees, or that cannot be printed.
import { hard, note } from './spec.ts';

/** A character by its code point, `U+202E`, and how often it stands there. */
export type Sign = { readonly code: string; readonly times: number };

/** `where`: in a value, in the name of a key, or in the name of a file; `text` is what is left without them, empty where it is long. */
type Within = { readonly where: 'value' | 'key' | 'file'; readonly text: string };

/** Why no text may hold a character. */
export type Forbidden = 'control' | 'direction' | 'private' | 'broken';

export const textCodes = {
  /** No waiver lifts these: what commands a terminal or stands for no character can be put on no paper. */
  'text-forbidden': hard<Within & { readonly signs: readonly (Sign & { readonly kind: Forbidden })[] }>(),
  /** They are left out wherever the value is used. */
  'text-invisible': note<Within & { readonly signs: readonly Sign[] }>(),
  /** Radicals and compatibility forms are used as the characters that they look like. */
  'text-look-alike': note<
    Within & { readonly signs: readonly (Sign & { readonly from: string; readonly to: string })[] }
  >(),
  /** No font has them, so that no summary could be drawn; `field` is the printed label, where one is known; `text` is empty where it is long. */
  'text-undrawable': hard<{
    readonly field?: string;
    readonly text: string;
    readonly signs: readonly { readonly code: string; readonly character: string }[];
  }>(),
};
