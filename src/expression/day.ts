// Days of the calendar as texts: `2021-08-16`.

/** Days since 1970, without a clock or zone; nothing when the calendar has no such day. */
export function dayNumber(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const day = new Date(`${text}T00:00:00Z`);
  const exists = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
  return exists ? day.getTime() / 86_400_000 : undefined;
}

/** Whether a text is a day that exists. */
export const isDay = (text: string): boolean => dayNumber(text) !== undefined;
