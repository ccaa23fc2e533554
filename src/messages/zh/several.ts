// How a sentence names several things of one kind, in Chinese: all of a few, the first of many with their count.
import type { InFiles } from '../../findings/codes/spec.ts';

/** More are not all named. */
const few = 4;
const shown = 3;

/** `甲、乙`; `甲、乙、丙 等 9 个文件`. */
export const ofMany = (names: readonly string[], unit: string): string =>
  names.length <= few ? names.join('、') : `${names.slice(0, shown).join('、')} 等 ${names.length} ${unit}`;

/** One file by its path, several as `甲、乙、丙 等 9 个文件`. */
export const named = ({ file, files = [file] }: InFiles, unit = '个文件'): string => ofMany(files, unit);

/** `“甲”、“乙”`. */
export const quoted = (key: string, keys: readonly string[] = [key]): string =>
  ofMany(
    keys.map((one) => `“${one}”`),
    '项',
  );

export const near = (name: string | undefined): string => (name === undefined ? '' : `是否指“${name}”？`);

/** What is near is told of a single one only. */
export const nearOne = (keys: readonly string[] | undefined, name: string | undefined): string =>
  keys === undefined ? near(name) : '';
