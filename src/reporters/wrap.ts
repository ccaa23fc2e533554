// Breaks prose into lines as Chinese typesetting does, and never breaks what somebody will copy; cuts text into signs as a reader takes them.
import stringWidth from 'fast-string-width';
import { notFirst, notLast } from '../characters/signs.ts';

const number = /^[\d.,]*\d$/;
const unit = /^[%℃万元年月日件项人台]/;

/** `zjtx` with its command and whatever looks like an option, a path, a code, or an argument in quotes. */
const command =
  /zjtx(?!\.)(?: [a-z]+)?(?: (?:"[^"]*"|'[^']*'(?:\\''[^']*')*|-\w [^\s，。；"']+|--[\w-]+(?:=[^\s，。；"']+| [^\s，。；：、（）“”"'-][^\s，。；：、（）“”"']{0,19}(?=[，。；]|$))?|[^\s，。；：、（）“”"']*[/._#-][^\s，。；：、（）“”]*|[^\s，。；：、（）“”"']{1,20}(?= -)))*/y;
const chunk = /[^\s，。；：、（）“”]+/y;
const ascii = /[!-~]+/y;

/** A path, or a file's name: kept whole. */
const isWhole = (text: string): boolean => text.includes('/') || /\.[A-Za-z0-9]{1,5}$/.test(text);

const matchAt = (pattern: RegExp, text: string, at: number): string | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
};

/** Cuts prose into pieces that are never broken; a piece of white space is a single space. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === ' ') {
      pieces.push(' ');
      at += 1;
      continue;
    }
    const whole = matchAt(command, text, at) ?? matchAt(chunk, text, at) ?? text[at] ?? '';
    if (/^zjtx\b/.test(whole) || isWhole(whole)) pieces.push(whole);
    else {
      for (let from = 0; from < whole.length; ) {
        const run = matchAt(ascii, whole, from) ?? graphemeAt(whole, from);
        pieces.push(run ?? whole.slice(from));
        from += run?.length ?? whole.length;
      }
    }
    at += whole.length;
  }
  return pieces;
}

/** Pieces that stay on one line together, and the space before them. */
type Group = { readonly space: string; readonly pieces: string[] };

function groupsOf(pieces: readonly string[]): Group[] {
  const groups: Group[] = [];
  let space = '';
  for (const piece of pieces) {
    if (piece === ' ') {
      space = ' ';
      continue;
    }
    const group = groups.at(-1);
    const last = group?.pieces.at(-1) ?? '';
    const measured = number.test(last) && unit.test(piece);
    const joined = (notFirst.has(piece.charAt(0)) && !isWhole(piece)) || notLast.has(last.at(-1) ?? '');
    const glued = measured || (space === '' && joined);
    if (group !== undefined && glued) group.pieces.push(...(space === '' ? [] : [space]), piece);
    else groups.push({ space, pieces: [piece] });
    space = '';
  }
  return groups;
}

/** Fills lines; a group wider than a line is broken between its pieces, unless one of them must run over anyway. */
function fill(prose: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  const put = (text: string, space: string): void => {
    if (line !== '' && stringWidth(line + space + text) > width) {
      lines.push(line);
      line = text;
    } else line = line === '' ? text : line + space + text;
  };
  for (const { space, pieces } of groupsOf(piecesOf(prose))) {
    const whole = pieces.join('');
    const breakable =
      stringWidth(whole) > width &&
      pieces.every((piece) => stringWidth(piece) <= width) &&
      !pieces.slice(1).every((piece) => notFirst.has(piece.charAt(0)));
    if (!breakable) put(whole, space);
    else for (const [at, piece] of pieces.entries()) put(piece, at === 0 ? space : '');
  }
  // What closes a command that runs over stays with it.
  const last = lines.at(-1);
  if (last !== undefined && line !== '' && [...line].every((sign) => notFirst.has(sign)))
    return [...lines.slice(0, -1), last + line];
  return line === '' ? lines : [...lines, line];
}

/**
 * Wraps text to a width in cells. Two spaces begin something to paste, up to the end of the line: it is never broken,
 * and stands on a line of its own where it does not fit. A line end of the text is kept; a line that begins with two
 * spaces is all paste. Paths, commands and codes run over rather than break.
 */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => {
    const at = line.indexOf('  ');
    if (at < 0) return fill(line, width);
    const lines = fill(line.slice(0, at), width);
    const paste = line.slice(at + 2);
    const last = lines.at(-1);
    if (last === undefined || stringWidth(last) + 2 + stringWidth(paste) > width) return [...lines, paste];
    return [...lines.slice(0, -1), `${last}  ${paste}`];
  });
}

/** A run of these is as many signs: nothing among them joins with what stands beside it. */
const apart = /^[ -~\u2010-\u2027\u3000-\u3029\u4e00-\u9fff\uff01-\uff9d]*$/;

let tables: Intl.Segmenter | undefined;

function segments(text: string): Intl.Segments {
  // Opening the tables takes as long as starting half a program.
  tables ??= new Intl.Segmenter('zh', { granularity: 'grapheme' });
  return tables.segment(text);
}

/** The signs of a text. */
export const graphemes = (text: string): readonly string[] =>
  apart.test(text) ? text.split('') : Array.from(segments(text), ({ segment }) => segment);

/** The sign that begins at an index; nothing behind the end. */
export function graphemeAt(text: string, at: number): string | undefined {
  if (at >= text.length) return undefined;
  const first = text.charAt(at);
  if (apart.test(text.slice(at, at + 2))) return first;
  return segments(text.slice(at, at + 64))
    [Symbol.iterator]()
    .next().value?.segment;
}
