// The parts that every entry of the text report is made of: a head with its mark, and labelled lines that hang.
import stringWidth from 'fast-string-width';
import type { Language } from '../findings/sentence.ts';
import { type ReportWords, reportWords } from '../words/report.ts';
import { type Marks, marksOf, type Paint, paintOf } from './paint.ts';
import type { Report } from './reporter.ts';
import { cellsIn, indented, table } from './table.ts';
import { wrap } from './wrap.ts';

/** What everything that draws text needs. */
export type Pen = {
  readonly paint: Paint;
  readonly marks: Marks;
  readonly words: ReportWords;
  readonly language: Language;
  readonly width: number;
  /** Below 72 cells: no tables, one thing a line. */
  readonly narrow: boolean;
  readonly verbose: boolean;
};

/** How text is drawn. */
export type View = Pick<Report, 'language' | 'width' | 'colour' | 'unicode'>;

export const penOf = ({ colour, unicode, language, width, verbose }: View & Pick<Report, 'verbose'>): Pen => ({
  paint: paintOf(colour),
  marks: marksOf(unicode),
  words: reportWords(language),
  language,
  width,
  narrow: width < 72,
  verbose,
});

type Stroke = (text: string) => string;
const leastCells = 16;

/** `✗ 错误  message  (code)`; the code on a line of its own where it does not fit. */
export function head(pen: Pen, mark: string, word: string, stroke: Stroke, message: string, code?: string): string[] {
  const { paint, width } = pen;
  const hang = stringWidth(mark) + 1 + stringWidth(word) + 2;
  const lines = wrap(message, Math.max(leastCells, width - hang));
  const last = lines.at(-1) ?? '';
  const painted = lines.map(
    (line, at) => (at === 0 ? `${stroke(`${mark} ${word}`)}  ` : ' '.repeat(hang)) + paint.bold(line),
  );
  if (code === undefined) return painted;
  const tail = paint.dim(`(${code})`);
  if (hang + stringWidth(last) + 2 + stringWidth(code) + 2 > width) return [...painted, ' '.repeat(hang) + tail];
  return [...painted.slice(0, -1), `${painted.at(-1) ?? ''}  ${tail}`];
}

/** `  依据  text`, its further lines below the text. */
export function labelled(pen: Pen, label: keyof ReportWords['labels'], text: string): string[] {
  const { labels } = pen.words;
  const cells = Math.max(...Object.values(labels).map(cellsIn));
  const row = { cells: [{ text: labels[label], stroke: pen.paint.dim }, { text }] };
  return indented(table({ paint: pen.paint, width: pen.width - 2 }, [{ cells }, {}], [row]), 2);
}
