// How a value stands in a cell: figures as numbers that keep their places, all else as text.
import { numeric } from '../../expression/types.ts';
import { isPlainFigure } from '../../values/figure.ts';
import type { Asked } from './asked.ts';
import type { OutCell } from './workbook.ts';

/** A number keeps this many digits in a spreadsheet. */
const mostDigits = 15;

const places = (text: string): number => /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;

/** `#,##0.00` for two places. */
export const formatFor = (decimals: number): string => (decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`);

/** Places that a number format shows, nothing where it does not say. */
export function placesOf(format: string): number | undefined {
  const [first = ''] = format.split(';');
  if (!/^[#,0.]+$/.test(first)) return undefined;
  return places(first.replaceAll('#', '').replaceAll('0', '9'));
}

/** A cell to be filled in, with what is known. `note` is shown at the cell. */
export function answerCell(asked: Asked, text: string, note = ''): OutCell {
  const noted = note === '' ? {} : { note };
  if (!numeric.has(asked.type)) return { look: 'answer', ...(text === '' ? {} : { value: text }), ...noted };
  const amount = asked.type === 'amount' || asked.type === 'percent' ? 2 : 0;
  if (text === '') return { look: 'answer', format: asked.type === 'number' ? 'General' : formatFor(amount), ...noted };
  const digits = text.replace(/[-.]/g, '').replace(/^0+/, '').length;
  if (!isPlainFigure(text) || digits > mostDigits) return { look: 'answer', value: text, ...noted };
  return { look: 'answer', value: Number(text), format: formatFor(places(text)), ...noted };
}
