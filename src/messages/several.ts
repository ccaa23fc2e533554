// How a sentence names several things of one kind: all of a few, the first of many with their count.

/** More are not all named. */
const few = 4;
const shown = 3;

/** `甲、乙`; `甲、乙、丙 等 9 个文件`. */
export const ofMany = (names: readonly string[], unit: string): string =>
  names.length <= few ? names.join('、') : `${names.slice(0, shown).join('、')} 等 ${names.length} ${unit}`;

/** `a, b`; `a, b, c and 6 more`. */
export const andMore = (names: readonly string[]): string =>
  names.length <= few ? names.join(', ') : `${names.slice(0, shown).join(', ')} and ${names.length - shown} more`;
