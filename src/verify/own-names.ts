// The names that a dossier gives its own folder and those above it, in paths that go up and come down again.
import { mostUp, upOf } from './list.ts';

const glob = /[*?[\]{}()!]/;
const longestName = 255;

/** Whether the path is a file of the bundle, or the folder that a pattern starts from. */
function isKnown(path: string, sources: readonly string[]): boolean {
  if (sources.includes(path)) return true;
  const parts = path.split('/');
  const fixed = parts.findIndex((part) => glob.test(part));
  const start = parts.slice(0, fixed === -1 ? undefined : fixed).join('/');
  return start === '' || sources.some((source) => source.startsWith(`${start}/`));
}

/**
 * From the texts of a dossier that are paths like `../材料/附件/a.pdf`, and the sources that the bundle knows, which are
 * the same paths without the detour: the name of the dossier's folder, of the one above it, and so on; nothing for one
 * that no path tells.
 */
export function ownNames(texts: readonly string[], sources: readonly string[]): readonly (string | undefined)[] {
  const names: (string | undefined)[] = [];
  for (const text of texts) {
    const path = text.normalize('NFC');
    const up = path.startsWith('../') ? upOf(path) : undefined;
    if (up === undefined || up > mostUp || sources.includes(path)) continue;
    const parts = path.split('/').slice(up);
    for (let named = Math.min(up, parts.length - 1); named > 0; named -= 1) {
      const direct = [...Array<string>(up - named).fill('..'), ...parts.slice(named)].join('/');
      if (!isKnown(direct, sources)) continue;
      for (const [index, name] of parts.slice(0, named).entries())
        if (Buffer.byteLength(name) <= longestName && !name.includes('\\')) names[up - 1 - index] ??= name;
      break;
    }
  }
  return Array.from(names);
}
