// Shows the lines of a dossier around a finding, the caret right under what is meant, also under Chinese text.
import stringWidth from 'fast-string-width';
import type { Place } from '../findings/finding.ts';
import { cleanLine } from './clean.ts';
import { graphemes } from './wrap.ts';

/** A row of a frame: its gutter with `|`, then the text. */
export type FrameRow = {
  readonly kind: 'context' | 'target' | 'caret';
  readonly gutter: string;
  readonly text: string;
};

const dots = '...';
/** Signs around the target that can matter at any width. */
const nearSigns = 400;

type Cell = { readonly text: string; readonly width: number; readonly from: number; readonly to: number };

/** The signs of a line with their widths and code point offsets. */
function cellsOf(line: string): Cell[] {
  let from = 0;
  return graphemes(line).map((segment) => {
    const cell = { text: segment, width: stringWidth(segment), from, to: from + [...segment].length };
    from = cell.to;
    return cell;
  });
}

const widthOf = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + cell.width, 0);
const textOf = (cells: readonly Cell[]): string => cells.map((cell) => cell.text).join('');

/** As many cells from the beginning as fit. */
function fitting(cells: readonly Cell[], room: number): Cell[] {
  let used = 0;
  const end = cells.findIndex((cell) => {
    used += cell.width;
    return used > room;
  });
  return cells.slice(0, end < 0 ? undefined : end);
}

const lastFitting = (cells: readonly Cell[], room: number): Cell[] => fitting(cells.toReversed(), room).reverse();

/** A line cut at its end. */
function cutEnd(line: string, room: number): string {
  const text = line.length > 4 * nearSigns ? line.slice(0, 4 * nearSigns) : line;
  const cells = cellsOf(text);
  return widthOf(cells) <= room ? textOf(cells) : `${textOf(fitting(cells, room - dots.length))}${dots}`;
}

/** A line cut around its target, which lies between two code points; with where its caret begins and how long it is. */
export function cutAround(
  line: string,
  start: number,
  end: number,
  room: number,
): { text: string; at: number; length: number } {
  const points = [...line];
  const skipped = Math.max(0, start - nearSigns);
  const kept = points.slice(skipped, start + 2 * nearSigns);
  const cells = cellsOf(kept.join(''));
  const before = cells.filter((cell) => cell.to <= start - skipped);
  const target = cells.filter((cell) => cell.to > start - skipped && cell.from < Math.max(end, start + 1) - skipped);
  const after = cells.slice(before.length + target.length);
  const endless = skipped + kept.length < points.length;
  const all = widthOf(cells);
  if (skipped === 0 && !endless && all <= room) {
    return { text: textOf(cells), at: widthOf(before), length: Math.max(1, widthOf(target)) };
  }
  const fromStart = skipped === 0 && widthOf(before) + widthOf(target) + dots.length <= room;
  const lead = fromStart ? '' : dots;
  const free = room - lead.length - dots.length;
  const shown = fitting(target, Math.max(1, free - (fromStart ? widthOf(before) : 0)));
  const spare = Math.max(0, free - widthOf(shown));
  // Near its end a line is shown to the end, and what that leaves free goes to the left.
  const reachesEnd = shown.length === target.length && !endless && widthOf(after) <= Math.ceil(spare / 2);
  const leftRoom = reachesEnd ? spare - widthOf(after) + dots.length : Math.floor(spare / 2);
  const left = fromStart ? before : lastFitting(before, leftRoom);
  const right =
    shown.length < target.length ? [] : reachesEnd && !fromStart ? after : fitting(after, spare - widthOf(left));
  const at = lead.length + widthOf(left);
  const whole = shown.length === target.length && right.length === after.length && !endless;
  const text = `${lead}${textOf(left)}${textOf(shown)}${textOf(right)}${whole ? '' : dots}`;
  const length = shown.length < target.length ? Math.max(1, room - at) : widthOf(shown);
  return { text, at, length: Math.max(1, length) };
}

/** A target line in three: before the caret, above it, after it. */
export function aroundCaret(target: string, caret: string): readonly [string, string, string] {
  const at = caret.indexOf('^');
  const end = caret.length;
  let before = '';
  let inside = '';
  let used = 0;
  for (const { text, width } of cellsOf(target)) {
    if (used < at) before += text;
    else if (used < end) inside += text;
    used += width;
  }
  return [before, inside, target.slice(before.length + inside.length)];
}

const indentOf = (line: string): number => /^\s*/.exec(line)?.[0].length ?? 0;

/**
 * The lines (from 1) that a frame shows: at most one before the place and two after. Lines after are shown for a key that
 * has lines below it; the line before is left out where it is blank or the target of another finding.
 */
export function framedLines(lines: readonly string[], place: Place, targets: ReadonlySet<number>): readonly number[] {
  const line = lines[place.line - 1];
  if (line === undefined || line === '' || (line.trim() === '' && place.endColumn <= place.column)) return [];
  const isBelow = (number: number): boolean => {
    const text = lines[number - 1] ?? '';
    return text.trim() !== '' && indentOf(text) > indentOf(line);
  };
  const firstBelow = isBelow(place.line + 1) ? [place.line + 1] : [];
  const below = [...firstBelow, ...firstBelow.map((number) => number + 1).filter(isBelow)];
  const above = lines[place.line - 2];
  const showAbove = above !== undefined && above.trim() !== '' && below.length === 0 && !targets.has(place.line - 1);
  return [...(showAbove ? [place.line - 1] : []), place.line, ...below];
}

/**
 * The frame for a place.
 *
 * @param lines the file's lines, without line ends
 * @param targets lines (from 1) that other findings point to
 * @param width of the terminal, in cells
 */
export function frame(lines: readonly string[], place: Place, targets: ReadonlySet<number>, width: number): FrameRow[] {
  const numbers = framedLines(lines, place, targets);
  const line = lines[place.line - 1];
  if (numbers.length === 0 || line === undefined) return [];
  const digits = Math.max(3, ...numbers.map((number) => String(number).length));
  const room = Math.max(20, width - digits - 7);
  const end = place.endLine > place.line ? [...line].length : place.endColumn - 1;
  const cut = cutAround(cleanLine(line), place.column - 1, end, room);
  return numbers.flatMap((number): FrameRow[] => {
    const label = String(number).padStart(digits);
    if (number !== place.line) {
      return [{ kind: 'context', gutter: `    ${label} | `, text: cutEnd(cleanLine(lines[number - 1] ?? ''), room) }];
    }
    return [
      { kind: 'target', gutter: `  > ${label} | `, text: cut.text },
      { kind: 'caret', gutter: `    ${' '.repeat(digits)} | `, text: `${' '.repeat(cut.at)}${'^'.repeat(cut.length)}` },
    ];
  });
}
