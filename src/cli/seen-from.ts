// A path as a person in the working folder would write it.
import { isAbsolute, relative, sep } from 'node:path';

/** The way from `folder` where `path` lies below it, with slashes; else the path itself. */
export function seenFrom(folder: string, path: string): string {
  const way = relative(folder, path);
  return way === '' || way.startsWith('..') || isAbsolute(way) ? path : way.split(sep).join('/');
}
