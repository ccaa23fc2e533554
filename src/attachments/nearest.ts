// The file that was probably meant by a path under which there is none.
import { nameKey } from './names.ts';

const longest = 300;
const mostCandidates = 2000;

/** Characters to insert, remove or replace to make `a` from `b`. */
function distance(a: string, b: string): number {
  const from = [...a].slice(0, longest);
  const to = [...b].slice(0, longest);
  let row = to.map((_, index) => index + 1);
  for (const [above, character] of from.entries()) {
    let diagonal = above;
    let left = above + 1;
    row = row.map((up, index) => {
      left = Math.min(up + 1, left + 1, diagonal + (to[index] === character ? 0 : 1));
      diagonal = up;
      return left;
    });
  }
  return row.at(-1) ?? from.length;
}

const nameOf = (path: string): string => nameKey(path.slice(path.lastIndexOf('/') + 1));

/**
 * The one of `paths` whose name is nearest to that of `path`, then whose folder is; none when more than a third of the
 * name differs.
 */
export function nearest(path: string, paths: readonly string[]): string | undefined {
  const name = nameOf(path);
  let best: { readonly path: string; readonly names: number; readonly paths: number } | undefined;
  for (const candidate of paths.slice(0, mostCandidates)) {
    const names = distance(name, nameOf(candidate));
    if (names > Math.max(1, Math.floor([...name].length / 3)) || names > (best?.names ?? names)) continue;
    const whole = distance(nameKey(path), nameKey(candidate));
    if (best === undefined || names < best.names || whole < best.paths) best = { path: candidate, names, paths: whole };
  }
  return best?.path;
}
