// Where a Chinese line may be broken: UAX 14, narrowed to what a form needs (design.md A7).
import { isScript } from '../characters/signs.ts';

const NOT_FIRST = new Set('，。、；：？！…—～·）〕］｝》」』】〉”’％‰℃,.:;?!)]}%');
const NOT_LAST = new Set('（〔［｛《「『【〈“‘([{¥№#');
const RUN = /[A-Za-z0-9.,/:@_+\-%]/;
const WORD = /[A-Za-z0-9]/;
const SPACE = /[ \u3000]/;
const MARK = /\p{M}|\u200D/u;
const QUANTITY = /(?<![0-9.,])[.,]*[0-9][0-9.,]*[ \u00A0]?(?:[%％‰℃]|[万亿]?(?:元|年|月|日|件|项|人|台)|[万亿])/gu;

/**
 * For each character whether a line may begin with it. The first is always true.
 * @param characters code points of one paragraph
 */
export function breakable(characters: readonly string[]): boolean[] {
  const free = characters.map((next, index) => index === 0 || mayPart(characters[index - 1] ?? '', next));
  for (const match of characters.join('').matchAll(QUANTITY)) {
    const from = Array.from(match.input.slice(0, match.index)).length;
    const length = Array.from(match[0]).length;
    for (let index = from + 1; index < from + length; index++) free[index] = false;
  }
  return free;
}

/** The same for a file name, which may be broken anywhere but in its extension. */
export function anywhere(characters: readonly string[]): boolean[] {
  const extension = /\.[A-Za-z0-9]{1,5}$/.exec(characters.join(''))?.[0].length ?? 0;
  return characters.map((_, index) => index === 0 || index <= characters.length - extension);
}

/** Whether a line may end after `last` and the next begin with `first`. */
function mayPart(last: string, first: string): boolean {
  if (isScript(first) || SPACE.test(first) || MARK.test(first) || first === '\u00A0' || last === '\u00A0') return false;
  if (NOT_FIRST.has(first) || NOT_LAST.has(last)) return false;
  if (RUN.test(last) && RUN.test(first)) return false;
  if (WORD.test(last) && first === '(') return false;
  return !(last === ')' && WORD.test(first));
}

/** Whether a forced break here would offend the rules for the ends of lines. */
export const offends = (last: string, first: string): boolean => NOT_FIRST.has(first) || NOT_LAST.has(last);
