// Bounds as `schemas/facts.yaml` writes them: `0..100`, `1..`, `..5000`, `1949-10-01..as_of`.

import { isDay } from './day.ts';
import { Decimal } from './decimal.ts';

/** Both ends belong to it; `as_of` is the day (of a figure: the year) of the assessment. */
export type Bounds = { readonly least?: string; readonly most?: string };

const end = String.raw`-?\d+(?:\.\d+)?|\d{4}-\d{2}-\d{2}|as_of`;
const shape = new RegExp(`^(?<least>${end})?\\.\\.(?<most>${end})?$`);

/** What kind of value an end is for. */
export const kindOfEnd = (text: string): 'figure' | 'day' | 'as_of' =>
  text === 'as_of' ? 'as_of' : isDay(text) ? 'day' : 'figure';

/** Nothing when the text is none, names no end, an impossible day, or ends that exclude everything. */
export function readBounds(text: string): Bounds | undefined {
  const { least, most } = shape.exec(text)?.groups ?? {};
  const ends = [least, most].filter((one) => one !== undefined);
  if (ends.length === 0 || ends.some((one) => /^\d{4}-/.test(one) && !isDay(one))) return undefined;
  if (least !== undefined && most !== undefined && kindOfEnd(least) === kindOfEnd(most) && isAfter(least, most))
    return undefined;
  return { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) };
}

const isAfter = (least: string, most: string): boolean =>
  kindOfEnd(least) === 'figure' ? new Decimal(least).gt(most) : least > most;
