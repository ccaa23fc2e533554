// The file list of `assessment.json` against what is in the bundle: through it alone the sources of the dossier are found.
import { paths } from '../bundle/layout.ts';
import type { OpenBundle } from '../bundle/verify-open.ts';
import { placeIn, shown } from '../bundle/verify-zip.ts';
import type { ListFault } from '../findings/areas/derived.ts';
import type { Finding } from '../findings/finding.ts';
import { report } from '../findings/report.ts';

/** An attachment as the list has it. */
export type ListedFile = {
  readonly source: string;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
};

/** What else the list names: a PDF that was made of a slot's files. */
type ListedMerge = {
  readonly path?: string | undefined;
  readonly bytes?: number | undefined;
  readonly sha256?: string | undefined;
};

const fixed: ReadonlySet<string> = new Set(Object.values(paths));
const longestSourceSigns = 1000;
/** Folders above the dossier's own from which it may name files. */
export const mostUp = 8;

/** How many folders a source goes up before it goes down; nothing when it is no plain relative path. */
export function upOf(source: string): number | undefined {
  if (source.length > longestSourceSigns || source.includes('\0') || /^(?:[A-Za-z]:)?[\\/]/.test(source))
    return undefined;
  if (process.platform === 'win32' && /[\\:]/.test(source)) return undefined;
  const parts = source.split('/');
  const up = parts.findIndex((part) => part !== '..');
  const down = parts.slice(up);
  const plain = up >= 0 && up <= mostUp && down.every((part) => part !== '' && part !== '.' && part !== '..');
  return plain ? up : undefined;
}

/** Every file of the list is there as it says, none is there twice, and nothing else lies in the bundle. */
export function listFindings(
  { bag }: OpenBundle,
  files: readonly ListedFile[],
  merged: readonly ListedMerge[] = [],
): Finding[] {
  const found: Finding[] = [];
  const tell = (path: string, why: ListFault): void => {
    found.push(report('bundle-list-broken', { file: shown(path), why }, placeIn(shown(path))));
  };
  const named = new Set<string>();
  const merges = merged.flatMap(({ path, bytes = -1, sha256 = '' }) =>
    path === undefined ? [] : [{ path, bytes, sha256 }],
  );
  for (const { path, bytes, sha256 } of [...files, ...merges]) {
    const held = bag.get(path);
    if (named.has(path) || fixed.has(path)) tell(path, 'twice');
    else if (held === undefined) tell(path, 'missing');
    else if (held.bytes !== bytes || held.sha256 !== sha256) tell(path, 'digest');
    named.add(path);
  }
  for (const { source } of files) if (upOf(source) === undefined) tell(source, 'source');
  for (const path of bag.keys()) {
    if (fixed.has(path) || named.has(path)) continue;
    found.push(report('bundle-file-extra', { file: path, manifest: paths.assessment }, placeIn(path)));
  }
  return found;
}

const glob = /[*?[\]{}()!]/;
const longestNameBytes = 255;

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
        if (Buffer.byteLength(name) <= longestNameBytes && !name.includes('\\')) names[up - 1 - index] ??= name;
      break;
    }
  }
  return Array.from(names);
}
