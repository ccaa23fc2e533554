// What the text of a value can have wrong whatever it is about: the sentences in English.
import type { Forbidden, Sign, textCodes } from '../../findings/codes/text.ts';
import type { Messages } from '../message.ts';

const places = { value: '', key: 'the name of the key ', file: 'the file name ' } as const;

/** What the commonest of them are called. */
const called: Readonly<Record<string, string>> = {
  'U+00AD': 'soft hyphen',
  'U+200B': 'zero width space',
  'U+200C': 'zero width non-joiner',
  'U+200D': 'zero width joiner',
  'U+2028': 'line separator',
  'U+2029': 'paragraph separator',
  'U+2060': 'word joiner',
  'U+FEFF': 'byte order mark',
  'U+3164': 'Hangul filler',
  'U+FFFD': 'replacement character',
  'U+001B': 'escape',
  'U+202E': 'right-to-left override',
};

const kinds: Record<Forbidden, string> = {
  control: 'control characters',
  direction: 'characters that turn the direction of text',
  private: 'characters for private use, which mean nothing to others',
  broken: 'broken characters',
};

const quoted = (text: string): string => (text === '' ? 'this' : `“${text}”`);

const listed = (signs: readonly Sign[]): string =>
  signs
    .map(({ code, times }) => {
      const name = called[code];
      return `${code}${name === undefined ? '' : ` (${name})`}${times > 1 ? ` ${times} times` : ''}`;
    })
    .join(', ');

export const text: Messages<typeof textCodes> = {
  'text-forbidden': ({ where, text, signs }) => ({
    message: `${places[where]}${quoted(text)} holds ${[...new Set(signs.map(({ kind }) => kinds[kind]))].join(' and ')}: ${listed(signs)}`,
    hint: 'They mostly come with text copied from a web page, a PDF or a message: delete the whole value and type it anew.',
  }),
  'text-invisible': ({ where, text, signs }) => ({
    message: `${places[where]}${quoted(text)} holds invisible characters, which are left out: ${listed(signs)}`,
    hint: 'Delete the whole value and type it anew, or leave it as it is.',
  }),
  'text-look-alike': ({ where, text, signs }) => ({
    message: `${places[where]}${quoted(text)} holds forms that look like other characters and are used as these: ${signs
      .map(({ from, to, code, times }) => `${from} (${code}) as ${to}${times > 1 ? `, ${times} times` : ''}`)
      .join('; ')}`,
    hint: 'They mostly come with text copied from a PDF: type the character anew, or leave it as it is.',
  }),
  'text-undrawable': ({ field, text, signs }) => ({
    message: `${field === undefined ? '' : `“${field}”: `}${quoted(text)} holds characters that the fonts of the summary lack: ${signs.map(({ code, character }) => `${character} (${code})`).join(', ')}`,
    hint: 'Use the spelling of the business registration; where it must be this character, name a TrueType font that has it under `fonts` in zjtx.config.yaml.',
  }),
};
