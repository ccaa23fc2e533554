// The operators of a page as this program draws it: shapes first, then texts, and nothing that hides or covers.
import { COLOR, MM, PAGE } from './tokens.ts';

const number = String.raw`-?\d+(?:\.\d+)?`;
const numbers = (count: number): string => Array<string>(count).fill(number).join(' ');
const one = (source: string): RegExp => new RegExp(`^${source}$`);

const rgb = Object.values(COLOR).map((color) =>
  [1, 3, 5].map((from) => Math.round((Number.parseInt(color.slice(from, from + 2), 16) / 255) * 1000) / 1000).join(' '),
);
const color = `(?:${rgb.map((each) => each.replaceAll('.', '\\.')).join('|')})`;

/** What may follow in which state, a line an operator: pdf-lib writes them so. */
type Step = { readonly line: RegExp; readonly to: State };
type State = 'page' | 'open' | 'shape' | 'pen' | 'path' | 'bold' | 'text' | 'close' | 'texts';

const path = one(`(?:${numbers(2)} [ml]|${numbers(6)} c|h)`);
const paint = one('[fBSn]');

const between: readonly Step[] = [{ line: one('q'), to: 'open' }];

const steps: Readonly<Record<State, readonly Step[]>> = {
  page: [...between, { line: one(String.raw`\/Mark Do`), to: 'page' }],
  open: [
    { line: one(`${color} rg`), to: 'shape' },
    { line: one(`${color} RG`), to: 'pen' },
  ],
  shape: [
    { line: one(`${color} RG`), to: 'pen' },
    { line: one('2 Tr'), to: 'bold' },
    { line: one(`${number} Tc`), to: 'bold' },
    { line: one('BT'), to: 'text' },
    { line: path, to: 'path' },
  ],
  pen: [
    { line: one(`${number} w`), to: 'pen' },
    { line: one(String.raw`\[ ?(?:${number} ?)+\] 0 d`), to: 'pen' },
    { line: path, to: 'path' },
  ],
  path: [
    { line: path, to: 'path' },
    { line: paint, to: 'close' },
  ],
  close: [{ line: one('Q'), to: 'page' }],
  bold: [
    { line: one(`${number} w`), to: 'bold' },
    { line: one('1 j'), to: 'bold' },
    { line: one(`${color} RG`), to: 'bold' },
    { line: one(`${number} Tc`), to: 'bold' },
    { line: one('BT'), to: 'text' },
  ],
  text: [
    { line: one(`1 0 0 1 ${numbers(2)} Tm`), to: 'text' },
    { line: one(String.raw`\/(?:Song|Hei|More\d+) ${number} Tf`), to: 'text' },
    { line: one('<[0-9A-F]*> Tj'), to: 'text' },
    // A seam of half an em at most, and what justifies a line.
    { line: one(String.raw`\[(?:<[0-9A-F]+>(?: -?[1-6]?\d{1,2})? ?)+\] TJ`), to: 'text' },
    { line: one(String.raw`\/Span <<\/ActualText <[0-9A-F]*>>> BDC`), to: 'text' },
    { line: one('EMC'), to: 'text' },
    { line: one('ET'), to: 'texts' },
  ],
  texts: [{ line: one('Q'), to: 'texts' }, ...between],
};

/** pt: the smallest and the largest letters that a page has, with room. */
const sizes = [2, 40] as const;

/** Whether a line puts text where nobody sees it. */
function isUnseen(line: string): boolean {
  const [, x, y] = /^1 0 0 1 (\S+) (\S+) Tm$/.exec(line) ?? [];
  if (x !== undefined) return !isWithin(Number(x), PAGE.width * MM) || !isWithin(Number(y), PAGE.height * MM);
  const size = / (\S+) Tf$/.exec(line)?.[1];
  return size !== undefined && (Number(size) < sizes[0] || Number(size) > sizes[1]);
}

const isWithin = (value: number, most: number): boolean => value >= 0 && value <= most;

/** A mark around shapes or texts: of an element by its number, or of what is for the eye only. */
const mark = /^\/(?:Artifact BMC|(?:H[123]|P|T[HD]|Link|Figure) <<\/MCID (\d+)>> BDC)$/;

/** The first operator of a page that this program would not have written there; its line, shortened. */
export function contentFault(content: string): string | undefined {
  let state: State = 'page';
  let written = false;
  let marked = false;
  let marks = 0;
  for (const line of linesOf(content)) {
    if (state === 'page' || state === 'texts') {
      const [whole, number] = mark.exec(line) ?? [];
      if (line === 'EMC' ? !marked : whole === undefined ? !marked : marked) return short(line);
      if (number !== undefined && Number(number) !== marks++) return short(line);
      if (whole !== undefined || line === 'EMC') {
        marked = whole !== undefined;
        continue;
      }
    }
    const step: Step | undefined = steps[state].find((each) => each.line.test(line));
    if (step === undefined || isUnseen(line)) return short(line);
    // What is drawn after the first text could cover it.
    if (step.to === 'text') written = true;
    else if (written && (step.to === 'path' || step.to === 'pen')) return short(line);
    state = step.to;
  }
  return (state === 'page' || state === 'texts') && !marked ? undefined : 'Q';
}

const marks: readonly RegExp[] = [/^q$/, /^\/Faint gs$/, /^0 g$/, one(`${numbers(6)} cm`), path, /^f$/, /^Q$/];

/** The same of the form that every page of a draft has behind its text. */
export function markFault(content: string): string | undefined {
  const fault = linesOf(content).find((line) => !marks.some((each) => each.test(line)));
  return fault === undefined ? undefined : short(fault);
}

const linesOf = (content: string): readonly string[] => content.split('\n').filter((line) => line !== '');

/** Characters of a line that are shown. */
const mostShown = 40;

const short = (line: string): string => line.replace(/[^\x20-\x7e]/g, '?').slice(-mostShown);
