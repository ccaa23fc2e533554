// Where everything stands inside a bundle: a folder per slot and per table row, each file under a name of its own.
import type { Assessment, AttachedFile, FilledSlot, FilledTable } from '../assessment.ts';
import { longestPath, safeName, shortName, uniqueNames } from './names.ts';

/** Paths that every bundle has, below its top folder. */
export const paths = {
  summary: 'data/申请表.pdf',
  guide: 'data/填报指引.html',
  dossier: 'data/dossier.yaml',
  category: 'data/category.json',
  assessment: 'data/assessment.json',
  declaration: 'bagit.txt',
  info: 'bag-info.txt',
  manifest: 'manifest-sha256.txt',
  tagManifest: 'tagmanifest-sha256.txt',
} as const;

/** The paper set, where it was asked for. */
export const paperPath = 'data/报送件.pdf';

/** What a file is there for: a slot, or a row (from 1) of a table. */
type Purpose =
  | { readonly slot: string }
  | { readonly row: { readonly table: string; readonly row: number; readonly column: string } };

/** An attachment with its path inside the bundle, `data/附件/01-企业营业执照原件扫描件/营业执照.pdf`. */
export type PlacedFile = { readonly purpose: Purpose; readonly file: AttachedFile; readonly path: string };

const longestFolderSigns = 60;

/** `01-企业营业执照原件扫描件`: the folder of a slot, and the name of its merged PDF. */
const slotName = ({ order, label }: Pick<FilledSlot, 'order' | 'label'>): string =>
  shortName(safeName(`${String(order).padStart(2, '0')}-${label}`), longestFolderSigns);

/** Where the merged PDF of a slot stands. */
export const mergedPath = (slot: Pick<FilledSlot, 'order' | 'label'>): string => `data/合并/${slotName(slot)}.pdf`;

/** One order for lists and entries on every machine: by UTF-16 units, as JavaScript compares. */
export const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : 0;

function place(top: string, folder: string, files: readonly { purpose: Purpose; file: AttachedFile }[]): PlacedFile[] {
  const room = longestPath - top.length - folder.length - 2;
  const names = uniqueNames(
    files.map(({ file }) => file.name),
    room,
  );
  return files.map((entry, index) => ({ ...entry, path: `${folder}/${names[index]}` }));
}

function tablesOf(assessment: Assessment): string[] {
  const items = assessment.form.sections.flatMap((section) => section.items);
  return items.filter((item): item is FilledTable => item.kind === 'table').map((table) => table.id);
}

/**
 * Every attachment of an assessment with its path in the bundle `top`, slots first. A row's folder is
 * `<number of the table in the form>-<row>`, as the summary prints it. Names depend on the dossier alone.
 */
export function placeFiles(assessment: Assessment, top: string): PlacedFile[] {
  const slots = assessment.inventory.slots.flatMap((slot) => {
    const files = slot.files.map((file) => ({ purpose: { slot: slot.id }, file }));
    return place(top, `data/附件/${slotName(slot)}`, files);
  });
  const tables = tablesOf(assessment);
  const rows = new Map<string, { purpose: Purpose; file: AttachedFile }[]>();
  for (const { table, row, column, file } of assessment.inventory.rows) {
    const number = tables.indexOf(table) + 1;
    const folder = `data/产品附证/${number === 0 ? safeName(table) : number}-${row}`;
    rows.set(folder, [...(rows.get(folder) ?? []), { purpose: { row: { table, row, column } }, file }]);
  }
  return [...slots, ...[...rows].flatMap(([folder, files]) => place(top, folder, files))];
}

/**
 * `files` of `assessment.json`: through it alone `verify` finds the sources of the dossier inside the bundle. Every file
 * has its digest by now.
 */
export const fileList = (placed: readonly PlacedFile[]): readonly object[] =>
  placed.map(({ purpose, file: { source, bytes, sha256, traits }, path }) => ({
    ...purpose,
    source,
    path,
    bytes,
    sha256,
    traits,
  }));
