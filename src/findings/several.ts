// How a sentence names several things of one kind, all of a few, the first of many with how many more; and the sizes of files.
import type { InFiles } from './areas/spec.ts';

/** More are not all named. */
const fewFiles = 4;
const shown = 3;

/** `甲、乙`; `甲、乙、丙 等 9 个文件`. */
export const ofManyZh = (names: readonly string[], unit: string): string =>
  names.length <= fewFiles ? names.join('、') : `${names.slice(0, shown).join('、')} 等 ${names.length} ${unit}`;

/** One file by its path, several as `甲、乙、丙 等 9 个文件`. */
export const namedZh = ({ file, files = [file] }: InFiles, unit = '个文件'): string => ofManyZh(files, unit);

/** The same before more words: a name is kept apart from them, a number is not. */
export const subjectsZh = (names: readonly string[], unit: string): string =>
  `${ofManyZh(names, unit)}${names.length <= fewFiles ? ' ' : ''}`;

/** Files, before more words. */
export const subjectZh = ({ file, files = [file] }: InFiles, unit = '个文件'): string => subjectsZh(files, unit);

/** `“甲”、“乙”`. */
export const quotedZh = (key: string, keys: readonly string[] = [key]): string =>
  ofManyZh(
    keys.map((one) => `“${one}”`),
    '项',
  );

export const nearZh = (name: string | undefined): string => (name === undefined ? '' : `是否指“${name}”？`);

/** What is nearZh is told of a single one only. */
export const nearOneZh = (keys: readonly string[] | undefined, name: string | undefined): string =>
  keys === undefined ? nearZh(name) : '';

/** `a, b`; `a, b, c and 6 more`. */
export const andMoreEn = (names: readonly string[]): string =>
  names.length <= fewFiles ? names.join(', ') : `${names.slice(0, shown).join(', ')} and ${names.length - shown} more`;

/** One file by its path, several as `a, b, c and 6 more`. */
export const namedEn = ({ file, files = [file] }: InFiles): string => andMoreEn(files);

/** The verbEn for one file, or for several. */
export const verbEn = ({ files = [] }: { readonly files?: readonly string[] }, one: string, several: string): string =>
  files.length > 1 ? several : one;

/** `“a”, “b”`. */
export const quotedEn = (key: string, keys: readonly string[] = [key]): string =>
  andMoreEn(keys.map((one) => `“${one}”`));

/** In English: `1 file`, `2 files`. */
export const some = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** The end of a noun that several things share. */
export const pluralEn = (several: readonly unknown[] | undefined): string => (several === undefined ? '' : 's');

export const nearEn = (name: string | undefined): string => (name === undefined ? '' : `Did you mean “${name}”?`);

/** What is nearEn is told of a single one only. */
export const nearOneEn = (keys: readonly string[] | undefined, name: string | undefined): string =>
  keys === undefined ? nearEn(name) : '';

/** `8330 万元`, `11.2%`; without a unit the figure alone. */
export const withUnit = (figure: string, unit = ''): string =>
  unit === '' || unit === '%' ? `${figure}${unit}` : `${figure} ${unit}`;

/** `52.43 MB`. */
export const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(2)} MB`;

/** `52,428,801`. */
export const grouped = (bytes: number): string => bytes.toLocaleString('en-US');

/** Bytes of a limit in MiB. */
export const ofMib = (mib: number): number => mib * 1024 * 1024;
