// Several dossiers at a glance: a row an enterprise, a column a category by its number, which a list below explains.
import { matchWords } from '../words/match.ts';
import type { Pen } from './block.ts';
import { cleanLine } from './clean.ts';
import type { MatchedCategory, MatchedDossier } from './match-definition.ts';
import { noEditionLines } from './match-words.ts';
import { type Cell, cellsIn, table } from './table.ts';
import { wrap } from './wrap.ts';

/** The categories of a run, by id. */
export function categoriesOf(dossiers: readonly MatchedDossier[]): readonly MatchedCategory[] {
  const all = new Map(dossiers.flatMap(({ categories }) => categories.map((category) => [category.id, category])));
  return [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** How a category came out in a few signs: `符合`, `缺 3 项`, `2 不符`. */
export function cellText({ language }: Pick<Pen, 'language'>, { verdict, counts, missing }: MatchedCategory): string {
  const { cell } = matchWords(language);
  return cell[verdict](verdict === 'not met' ? counts.notMet : missing.length);
}

function cellOf(pen: Pen, category: MatchedCategory | undefined): Cell {
  const { paint, marks } = pen;
  if (category === undefined) return { text: '-', stroke: paint.dim };
  const text = cellText(pen, category);
  if (category.verdict === 'met') return { text: `${marks.ready} ${text}`, stroke: paint.ready };
  if (category.verdict === 'not met') return { text: `${marks.error} ${text}`, stroke: paint.error };
  return category.verdict === 'undecided'
    ? { text: `${marks.undecided} ${text}`, stroke: paint.undecided }
    : { text: `${marks.note} ${text}` };
}

const widestName = 26;

/** The end of a path tells it from others. */
function endOf(path: string, width: number): string {
  if (cellsIn(path) <= width) return path;
  const signs = [...path];
  while (cellsIn(signs.join('')) > width - 2) signs.shift();
  return `..${signs.join('')}`;
}

/** As many columns a table as the width takes, then the next ones. */
export function matrixLines(pen: Pen, dossiers: readonly MatchedDossier[]): string[] {
  const words = matchWords(pen.language);
  const categories = categoriesOf(dossiers);
  const sorted = [...dossiers].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const doubled = new Set(
    sorted.map(({ enterprise }) => enterprise).filter((name, index, all) => all.indexOf(name) !== index),
  );
  const widest = pen.narrow ? widestName / 2 : widestName;
  const nameOf = ({ enterprise, path }: MatchedDossier): string =>
    enterprise === '' || doubled.has(enterprise)
      ? endOf(cleanLine(path.replace(/\/dossier\.yaml$/, '')), widest)
      : cleanLine(enterprise);
  const longest = sorted.reduce((most, one) => Math.max(most, cellsIn(nameOf(one))), cellsIn(words.columns.enterprise));
  const name = Math.min(widest, longest);
  const numbered = categories.map((category, index) => ({ id: category.id, head: String(index + 1) }));
  const rows = sorted.map((dossier) => ({
    name: nameOf(dossier),
    cells: numbered.map(({ id }) =>
      cellOf(
        pen,
        dossier.categories.find((category) => category.id === id),
      ),
    ),
  }));
  const widths = numbered.map(({ head }, index) =>
    Math.max(cellsIn(head), ...rows.map(({ cells }) => cellsIn(cells[index]?.text ?? ''))),
  );
  const parts: number[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const [index, width] of widths.entries()) {
    if (used + 2 + width > pen.width) {
      parts.push([]);
      used = name;
    }
    parts.at(-1)?.push(index);
    used += 2 + width;
  }
  const tables = parts.flatMap((part, index) => [
    ...(index === 0 ? [] : ['']),
    ...table(
      [
        { head: words.columns.enterprise, width: name },
        ...part.map((at) => ({ head: numbered[at]?.head ?? '', width: widths[at] ?? 0 })),
      ],
      rows.map((row) => [{ text: row.name }, ...part.map((at) => row.cells[at] ?? { text: '' })]),
      pen.paint,
    ),
  ]);
  const days = [...new Set(sorted.map(({ asOf }) => asOf))].sort();
  const span = days.length > 1 ? `${days[0]} – ${days.at(-1)}` : (days[0] ?? '');
  return [
    `${words.matched(dossiers.length, categories.length)}  ${pen.paint.dim(pen.words.asOf(span))}`,
    '',
    ...tables,
    '',
    ...categories.flatMap(({ id, title }, index) => {
      const number = `${' '.repeat(2 - String(index + 1).length)}${index + 1}  `;
      return wrap(`${id}  ${cleanLine(title)}`, Math.max(16, pen.width - 4)).map((line, at) =>
        at === 0 ? number + line : `    ${line}`,
      );
    }),
    '',
    ...noEditionLines(pen.language, sorted).flatMap((line) => wrap(line, pen.width)),
    ...wrap(words.legend('-'), pen.width),
    ...(pen.verbose ? [] : wrap(words.more, pen.width)),
  ];
}
