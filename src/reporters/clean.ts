// Takes out of a dossier's text what could command a terminal or turn its reading order.

/** Control characters, bidi marks, line separators, invisible fillers. */
const unsafe = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\u200b\u2060\ufeff]|\p{Cs}/gu;

/** Text for one line: a tab becomes a space, every other unsafe sign `?`, so that columns still count. */
export const cleanLine = (text: string): string =>
  text.replace(unsafe, (sign) => (sign === '\t' || sign === '\n' ? ' ' : '?'));

/** Text that may hold line ends of our own. */
export const cleanText = (text: string): string => text.split('\n').map(cleanLine).join('\n');
