// The one form in which the text of a dossier is used: without what nobody sees, look-alike radicals as ideographs.
import { radicals } from '../files/pdf/fold.js';

/**
 * What is wrong with a character, or odd about it: `control` and `direction` command a terminal or turn the order of
 * reading; `private` and `broken` stand for no character at all; `invisible` takes no room; `look-alike` is a radical
 * or a compatibility form that is drawn as an ideograph.
 */
export type Kind = 'control' | 'direction' | 'private' | 'broken' | 'invisible' | 'look-alike';

/** A character that does not stay as it was written, and how often it stands there. */
export type Change = { readonly from: string; readonly to: string; readonly kind: Kind; readonly times: number };

export type Canonical = { readonly text: string; readonly changes: readonly Change[] };

/** Kinds that no text may hold; the others have one meaning and are used by it. */
export const forbidden: ReadonlySet<Kind> = new Set<Kind>(['control', 'direction', 'private', 'broken']);

const CONTROL = /[\0-\x08\x0b-\x1f\x7f-\x9f]/u;
const DIRECTION = /\p{Bidi_Control}/u;
/** No variation selector is drawn: the faces have one form of each character. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u2028\u2029]/u;
/** Signs of Arabic and Kaithi that are seen, though they are called formats. */
const SEEN = /[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]/u;
const BROKEN = /[\p{Cs}\p{Noncharacter_Code_Point}\ufffd]/u;
const COMPATIBLE = /[\u2F00-\u2FD5\uF900-\uFAFF\u{2F800}-\u{2FA1F}]/u;
const RADICAL = /[\u2E80-\u2EF3]/u;

/** All of them, so that a text without any costs one look. */
const UNUSUAL = new RegExp(
  `[${[CONTROL, INVISIBLE, BROKEN, COMPATIBLE, RADICAL].map(({ source }) => source.slice(1, -1)).join('')}\\p{Co}\\r]`,
  'u',
);

/** Outside the plainest Latin, Han and the signs beside them, of which nearly all texts are: a class that is told at once. */
export const BEYOND = /[^\n\x20-\x7e\u3001-\u301e\u4e00-\u9fff\uff01-\uff5e]/u;

const EACH_UNUSUAL = new RegExp(UNUSUAL.source, 'gu');

/** What kind of odd character it is; none for an ordinary one. */
export function kindOf(character: string): Kind | undefined {
  if (CONTROL.test(character)) return 'control';
  if (DIRECTION.test(character)) return 'direction';
  if (/\p{Co}/u.test(character)) return 'private';
  if (BROKEN.test(character)) return 'broken';
  if (INVISIBLE.test(character) && !SEEN.test(character)) return 'invisible';
  return drawnAs(character) === character ? undefined : 'look-alike';
}

/** The text as it is used everywhere, and every character that had to be changed for it. */
export function canonical(text: string): Canonical {
  if (!BEYOND.test(text) || !UNUSUAL.test(text)) return { text, changes: [] };
  const changes = new Map<string, Change & { times: number }>();
  const plain = text.replaceAll('\r\n', '\n').replace(EACH_UNUSUAL, (character) => {
    const before = changes.get(character);
    if (before !== undefined) {
      before.times += 1;
      return before.to;
    }
    const kind = kindOf(character);
    if (kind === undefined) return character;
    const to = replacement(character, kind);
    changes.set(character, { from: character, to, kind, times: 1 });
    return to;
  });
  return { text: plain, changes: [...changes.values()] };
}

/** What has no meaning leaves a mark, so that two texts do not become one. */
function replacement(character: string, kind: Kind): string {
  if (kind === 'look-alike') return drawnAs(character);
  if (character === '\u2028' || character === '\u2029') return ' ';
  return kind === 'private' || kind === 'broken' ? '\ufffd' : '';
}

const drawnAs = (character: string): string =>
  COMPATIBLE.test(character) ? character.normalize('NFKC') : (radicals.get(character) ?? character);
