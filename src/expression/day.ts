// Days of the calendar as texts: `2021-08-16`.
import * as z from 'zod';

/** Days since 1970, without a clock or zone; nothing when the calendar has no such day. */
export function dayNumber(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const day = new Date(`${text}T00:00:00Z`);
  const exists = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
  return exists ? day.getTime() / 86_400_000 : undefined;
}

/** Whether a text is a day that exists. */
export const isDay = (text: string): boolean => dayNumber(text) !== undefined;

/** A day as definitions, configurations and dossiers write it; `2021-02-31` would never lapse, or always have. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'date', abort: true })
  .refine(isDay, 'date');

/** First and last day, both included. */
export type Days = { readonly from: string; readonly until: string };
