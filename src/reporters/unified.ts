// The difference between two texts of a file as a unified diff, which people read and `patch` applies.

type Step = { readonly is: ' ' | '-' | '+'; readonly line: string };

/** Lines around a change. */
const around = 3;
/** Comparisons of lines; two texts with more that differ are shown one after the other. */
const mostCompared = 4_000_000;

/** Nothing for equal texts. `file` stands in both heads. */
export function unified(file: string, before: string, after: string): string {
  if (before === after) return '';
  const steps = stepsBetween(linesOf(before), linesOf(after));
  const hunks = hunksOf(steps);
  return [`--- a/${file}`, `+++ b/${file}`, ...hunks.flatMap(([from, to]) => hunk(steps, from, to))]
    .join('\n')
    .concat('\n');
}

/** With their ends, but for a last one that has none. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

function stepsBetween(old: readonly string[], fresh: readonly string[]): readonly Step[] {
  let head = 0;
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head += 1;
  let tail = 0;
  while (tail < old.length - head && tail < fresh.length - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail += 1;
  const same = (lines: readonly string[]): Step[] => lines.map((line) => ({ is: ' ', line }));
  return [
    ...same(old.slice(0, head)),
    ...changed(old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail)),
    ...same(old.slice(old.length - tail)),
  ];
}

/** By the longest sequence of lines that both have. */
function changed(old: readonly string[], fresh: readonly string[]): readonly Step[] {
  const gone = (line: string): Step => ({ is: '-', line });
  const come = (line: string): Step => ({ is: '+', line });
  if (old.length * fresh.length > mostCompared) return [...old.map(gone), ...fresh.map(come)];
  const width = fresh.length + 1;
  const longest = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = fresh.length - 1; j >= 0; j -= 1)
      longest[i * width + j] = old[i] === fresh[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const steps: Step[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    const [was, is] = [old[i], fresh[j]];
    if (was !== undefined && was === is) {
      steps.push({ is: ' ', line: was });
      i += 1;
      j += 1;
    } else if (was !== undefined && (is === undefined || at(i + 1, j) >= at(i, j + 1))) {
      steps.push(gone(was));
      i += 1;
    } else {
      steps.push(come(is ?? ''));
      j += 1;
    }
  }
  return steps;
}

/** From and to, the end exclusive; what lies near each other is one. */
function hunksOf(steps: readonly Step[]): readonly (readonly [number, number])[] {
  const hunks: [number, number][] = [];
  for (const [index, { is }] of steps.entries()) {
    if (is === ' ') continue;
    const [from, to] = [Math.max(0, index - around), Math.min(steps.length, index + around + 1)];
    const last = hunks.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = to;
    else hunks.push([from, to]);
  }
  return hunks;
}

function hunk(steps: readonly Step[], from: number, to: number): readonly string[] {
  const count = (part: readonly Step[], not: Step['is']): number => part.filter(({ is }) => is !== not).length;
  const [above, inside] = [steps.slice(0, from), steps.slice(from, to)];
  const span = (not: Step['is']): string => {
    const lines = count(inside, not);
    return `${count(above, not) + (lines === 0 ? 0 : 1)},${lines}`;
  };
  return [
    `@@ -${span('+')} +${span('-')} @@`,
    ...inside.flatMap(({ is, line }) =>
      line.endsWith('\n') ? [`${is}${line.slice(0, -1)}`] : [`${is}${line}`, '\\ No newline at end of file'],
    ),
  ];
}
