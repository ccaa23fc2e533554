// Forges bundles for tests: takes a true one apart, changes what is wanted, and seals it again with all digests right.
import { createHash } from 'node:crypto';
import { manifestText, oxumOf, readInfo } from '../../src/bundle/bag.ts';
import { openZip } from '../../src/files/zip/zip.ts';
import { type RawEntry, type RawZip, rawZip } from './raw-zip.ts';

/** A bundle taken apart: its folder, without `/`, and every file below it. */
export type Parts = { readonly top: string; readonly files: Map<string, Buffer> };

// biome-ignore lint/suspicious/noExplicitAny: a forger writes what no type allows.
export type Loose = any;

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Takes a zip apart. */
export async function apart(bytes: Buffer): Promise<Parts> {
  const zip = await openZip(bytes);
  if (zip.kind === 'no zip') throw new Error(zip.detail);
  const files = new Map<string, Buffer>();
  let top = '';
  for (const entry of zip.entries) {
    const chunks: Buffer[] = [];
    await zip.unpack(entry, (chunk) => chunks.push(chunk));
    const slash = entry.name.indexOf('/');
    top = entry.name.slice(0, slash);
    files.set(entry.name.slice(slash + 1), Buffer.concat(chunks));
  }
  return { top, files };
}

/** The same parts, to be changed. */
export const copied = ({ top, files }: Parts): { top: string; files: Map<string, Buffer> } => ({
  top,
  files: new Map(files),
});

/** Changes a file as text; a change that finds nothing would make a test that cannot fail. */
export function edit({ files }: Parts, path: string, from: string | RegExp, to: string): void {
  const before = String(files.get(path));
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${path} has no ${from}`);
  files.set(path, Buffer.from(after));
}

/** Changes a file as JSON, written as the program writes it: with two spaces, `category.json` with one. */
export function editJson({ files }: Parts, path: string, change: (value: Loose) => void): void {
  const value: Loose = JSON.parse(String(files.get(path)));
  change(value);
  files.set(path, Buffer.from(`${JSON.stringify(value, null, path.endsWith('category.json') ? 1 : 2)}\n`));
}

/** Replaces a line of bag-info. */
export function editInfo(parts: Parts, label: string, value: string): void {
  edit(parts, 'bag-info.txt', new RegExp(`^${label}: .*$`, 'm'), `${label}: ${value}`);
}

/** Makes the digests of the bag agree with what is in it: bag-info, the manifest, the tag manifest. */
export function sealed(parts: Parts): Parts {
  const { files } = parts;
  const listed = (of: (path: string) => boolean): Buffer =>
    Buffer.from(
      manifestText(
        [...files].filter(([path]) => of(path)).map(([path, data]) => ({ path, sha256: sha256(data), bytes: 0 })),
      ),
    );
  const payload = [...files].filter(([path]) => path.startsWith('data/')).map(([, data]) => ({ bytes: data.length }));
  const digestOf = (path: string): string => sha256(files.get(path) ?? Buffer.alloc(0));
  const due = [
    ['Payload-Oxum', oxumOf(payload)],
    ['Zjtx-Category-Sha256', digestOf('data/category.json')],
    ['Zjtx-Dossier-Sha256', digestOf('data/dossier.yaml')],
  ] as const;
  for (const [label, value] of due) {
    if (readInfo(String(files.get('bag-info.txt')))?.get(label) !== value) editInfo(parts, label, value);
  }
  return closed(parts, listed);
}

/** Only the manifests are made to agree. */
export function closed(
  parts: Parts,
  listed = (of: (path: string) => boolean): Buffer =>
    Buffer.from(
      manifestText(
        [...parts.files].filter(([path]) => of(path)).map(([path, data]) => ({ path, sha256: sha256(data), bytes: 0 })),
      ),
    ),
): Parts {
  const { files } = parts;
  files.set(
    'manifest-sha256.txt',
    listed((path) => path.startsWith('data/')),
  );
  files.set(
    'tagmanifest-sha256.txt',
    listed((path) => !/^data\/|^tagmanifest/.test(path)),
  );
  return parts;
}

export const entriesOf = ({ top, files }: Parts): RawEntry[] =>
  [...files].map(([path, data]) => ({ name: `${top}/${path}`, data }));

export const zipped = (parts: Parts, more: readonly RawEntry[] = [], zip: RawZip = {}): Buffer =>
  rawZip([...entriesOf(parts), ...more], zip);

/** What `listed` of the record says of a file, after that file was changed. */
export function relist(parts: Parts, path: string): void {
  const data = parts.files.get(path) ?? Buffer.alloc(0);
  editJson(parts, 'data/assessment.json', (record) => {
    const one = record.files.find((file: Loose) => file.path === path);
    one.bytes = data.length;
    one.sha256 = sha256(data);
  });
}
