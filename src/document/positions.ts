// Turns offsets of a text into lines and columns, columns in code points, so that an editor lands on the same sign.
import type { Range } from './node.ts';

export type Positions = {
  /** Lines of the text without their line ends. */
  readonly lines: readonly string[];
  /** Offset (UTF-16) at which a line begins; the line counts from 0. */
  readonly startOf: (line: number) => number;
  /** Range between two offsets (UTF-16), the end exclusive. */
  readonly range: (start: number, end: number) => Range;
  /** The offset of a line and column, both from 1. */
  readonly offsetOf: (line: number, column: number) => number;
};

const astral = /[\ud800-\udfff]/;

/** Positions in a text whose lines end with LF. */
export function positionsOf(text: string): Positions {
  const lines = text.split('\n');
  const starts: number[] = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1);
  const wide = lines.map((line) => astral.test(line));
  // A long line is asked for rising offsets, so counting goes on from where it stopped.
  let last = { line: -1, units: 0, points: 0 };

  const lineAt = (offset: number): number => {
    let low = 0;
    let high = lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  const at = (offset: number): { line: number; column: number } => {
    const line = lineAt(Math.max(0, Math.min(offset, text.length)));
    const units = Math.min(Math.max(0, offset - (starts[line] ?? 0)), lines[line]?.length ?? 0);
    if (!wide[line]) return { line: line + 1, column: units + 1 };
    const from = last.line === line && last.units <= units ? last : { line, units: 0, points: 0 };
    const points = from.points + [...(lines[line] ?? '').slice(from.units, units)].length;
    last = { line, units, points };
    return { line: line + 1, column: points + 1 };
  };

  const offsetOf = (line: number, column: number): number => {
    const text = lines[line - 1] ?? '';
    const units = wide[line - 1] ? [...text].slice(0, column - 1).join('').length : column - 1;
    return (starts[line - 1] ?? 0) + Math.min(units, text.length);
  };

  return {
    offsetOf,
    lines,
    startOf: (line) => starts[line] ?? text.length,
    range: (start, end) => {
      const from = at(start);
      const to = at(Math.max(start, end));
      return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
    },
  };
}
