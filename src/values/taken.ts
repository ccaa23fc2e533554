// What a text says as a value: its canonical form, whether that is how it was written, or the readings it leaves open.

export type Taken =
  /** Written as a dossier writes it. */
  | { readonly is: 'plain'; readonly text: string }
  /** Written otherwise, but with one reading only: `text`. */
  | { readonly is: 'taken'; readonly text: string }
  /** What it may mean; only a person can tell which. */
  | { readonly is: 'several'; readonly readings: readonly string[] }
  | { readonly is: 'none' };

/** The text that is used from here on; nothing where there is none, or more than one. */
export const textTaken = (taken: Taken | { readonly is: 'unit' | 'groups' }): string | undefined =>
  taken.is === 'plain' || taken.is === 'taken' ? taken.text : undefined;

/** Plain when the canonical form is what was written, ends trimmed. */
export const takenFrom = (written: string, text: string): Taken => ({
  is: written.trim() === text ? 'plain' : 'taken',
  text,
});

/** One reading is taken, several are offered. */
export function oneOf(written: string, readings: readonly string[]): Taken {
  const [first, ...others] = new Set(readings);
  if (first === undefined) return { is: 'none' };
  return others.length === 0 ? takenFrom(written, first) : { is: 'several', readings: [first, ...others] };
}

/**
 * Full-width letters, digits and signs, as Chinese input methods type them, in half width. NFKC would go further and
 * turn `10²` into 102 and `①` into 1.
 */
export const halfWidth = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
    .replaceAll('￥', '¥');

/** Every dash and minus as a hyphen. */
export const plainDashes = (text: string): string => text.replace(/[\u2010-\u2015\u2212\ufe58\ufe63]/g, '-');
