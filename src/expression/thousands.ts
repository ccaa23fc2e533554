// Groups the digits of a figure by thousands, as every report and form shows them.

/** The whole part of every figure in a text: `9800.5` → `9,800.5`. */
export const thousands = (text: string): string => text.replace(/(?<![\d.])\d{4,}/g, groups);

function groups(digits: string): string {
  const first = digits.length % 3;
  const threes = digits.slice(first).match(/\d{3}/g) ?? [];
  return [...(first === 0 ? [] : [digits.slice(0, first)]), ...threes].join(',');
}
