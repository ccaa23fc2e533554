// What `zjtx diff` says: each part that differs under its heading, the first side with −, the second with +.
import { diffWords } from '../words/diff.ts';
import { penOf, type View } from './block.ts';
import { cleanLine } from './clean.ts';
import type { DifferenceDocument } from './diff-definition.ts';
import { flowing } from './summary-lines.ts';
import { wrap } from './wrap.ts';

type Pair = { readonly a?: string | undefined; readonly b?: string | undefined };

const leastCells = 16;

/** The document as text; a sentence when nothing differs. */
export function diffText(found: DifferenceDocument, view: View): string {
  const words = diffWords(view.language);
  const { paint, marks } = penOf({ ...view, verbose: true });
  const minus = view.unicode ? '−' : '-';
  const hung = (indent: number, mark: string, text: string, stroke: (text: string) => string): string[] =>
    wrap(cleanLine(text), Math.max(leastCells, view.width - indent - 2)).map(
      (line, at) => `${' '.repeat(indent)}${stroke(`${at === 0 ? mark : ' '} ${line}`)}`,
    );
  const removed = (text: string): string[] => hung(4, minus, text, paint.error);
  const added = (text: string): string[] => hung(4, '+', text, paint.ready);
  const label = (text: string): string[] => hung(0, ' ', text, paint.bold);
  const sides = ({ a, b }: Pair): string[] => [
    ...(a === undefined ? [] : removed(a)),
    ...(b === undefined ? [] : added(b)),
  ];
  const group = (heading: string, lines: readonly string[]): string[] =>
    lines.length === 0
      ? []
      : ['', ...flowing(heading.split('  ').map(cleanLine), view.width, 0, 2).map(paint.dim), ...lines];
  const decided = ({ a, b }: Pair): Pair => ({ a: a && words.decisions(a), b: b && words.decisions(b) });
  const { headings } = words;
  const named = (changes: DifferenceDocument['metrics'], shown = (pair: Pair): Pair => pair): string[] =>
    changes.flatMap((one) => [
      ...label({ zh: one.label, en: one.labelEn ?? one.label }[view.language]),
      ...sides(shown(one)),
    ]);
  const head = [found.a, found.b].flatMap(({ path, enterprise, category, asOf }, at) => {
    const [mark, stroke] = at === 0 ? [minus, paint.error] : ['+', paint.ready];
    const behind = [enterprise, category, asOf].map(cleanLine);
    const flat = flowing([cleanLine(path), ...behind], view.width, 0, 2);
    const lines = flat.length === 1 ? flat : [cleanLine(path), ...flowing(behind, view.width, 2, 2)];
    return lines.map((line, row) => stroke(row === 0 ? `${mark} ${line}` : line));
  });
  if (found.changes === 0) return `${head.join('\n')}\n\n${paint.ready(`${marks.ready} ${words.same}`)}\n`;
  const lines = [
    ...head,
    ...group(
      headings.head,
      found.head.flatMap((one) => [...label(words.head[one.what]), ...sides(one)]),
    ),
    ...group(
      headings.fields,
      found.fields.flatMap((one) => [
        ...label(one.part === undefined ? one.label : `${one.label} · ${one.part}`),
        ...sides(one),
      ]),
    ),
    ...found.tables.flatMap(({ title, rows }) =>
      group(
        title,
        rows.flatMap(({ key, is, cells }) => [
          ...label(`${words.is[is]}  ${key}`),
          ...cells.flatMap((cell) =>
            sides({
              a: cell.a === undefined ? undefined : `${cell.label}  ${cell.a}`,
              b: cell.b === undefined ? undefined : `${cell.label}  ${cell.b}`,
            }),
          ),
        ]),
      ),
    ),
    ...found.slots.flatMap((slot) =>
      group(
        `${headings.slots}  ${slot.label}`,
        slot.files.flatMap((file) => [
          ...label(words.is[file.is]),
          ...(file.is === 'changed' ? hung(4, ' ', file.a ?? '', paint.plain) : sides(file)),
        ]),
      ),
    ),
    ...group(
      headings.metrics,
      named(found.metrics, (pair) => decided(pair)),
    ),
    ...group(headings.points, named(found.points)),
    ...group(headings.decisions, named(found.decisions, decided)),
    ...group(
      headings.findings,
      found.findings.flatMap(({ only, message, waived, code }) => {
        const text = `${message[view.language]}${waived ? ` ${words.waived}` : ''}  (${code})`;
        return only === 'a' ? removed(text) : added(text);
      }),
    ),
    '',
    words.count(found.changes),
  ];
  return `${lines.join('\n')}\n`;
}
