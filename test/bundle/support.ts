// A small dossier on disk with its Assessment, as the bundle's tests need them: every kind of file, awkward names.
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Assessment, AttachedFile, RowFile } from '../../src/assessment.ts';
import { placeIn } from '../../src/bundle/verify-zip.ts';
import { type BundleWritten, type WriteOptions, writeBundle } from '../../src/bundle/write.ts';
import * as built from '../support/assessment.ts';

/** A folder of its own for a test; it goes with all that the run wrote for a while. */
export const scratch = (): Promise<string> => mkdtemp(join(tmpdir(), 'zjtx-bundle-'));

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** Bytes that do not compress, the same each time. */
export function noise(length: number, seed: string): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, index) =>
    createHash('sha256').update(`${seed}:${index}`).digest(),
  );
  return Buffer.concat(blocks).subarray(0, length);
}

export type Given = { readonly path: string; readonly content: Buffer; readonly format?: string };

export const slotFiles: readonly (readonly Given[])[] = [
  [{ path: '附件/营业执照.pdf', content: noise(3000, 'licence'), format: 'pdf' }],
  [
    { path: '附件/审计/2019: 报告 100%.pdf', content: noise(2000, '2019'), format: 'pdf' },
    { path: '附件/旧/报告.doc', content: Buffer.from('表格 '.repeat(400)), format: 'cfb' },
    { path: '附件/新/报告.DOC', content: Buffer.from('报表 '.repeat(300)), format: 'cfb' },
    { path: '附件/空.png', content: Buffer.alloc(0), format: 'png' },
  ],
  [],
];
export const rowFile: Given = { path: '附证/专利 cafe\u0301.jpg', content: noise(1500, 'patent'), format: 'jpg' };
const labels = [
  '企业营业执照原件扫描件',
  '近三年获得的知识产权、质量认证/质量荣誉等相关证明材料',
  '其他企业认为需提供的材料',
];
const yaml = '# 申报材料\r\ncategory: jiangsu/2021/product\r\n';
const flattened = JSON.stringify({ id: 'jiangsu/2021/product', 表: '表'.repeat(500) });

const attachedIn = (folder: string, { path, content, format }: Given): AttachedFile => {
  const { format: _, ...file } = built.attached(path.normalize('NFC'), {
    absolute: join(folder, path),
    bytes: content.length,
    traits: { pages: 1 },
    at: placeIn('dossier.yaml'),
  });
  return { ...file, ...(format === undefined ? {} : { format }) };
};

/** Writes the files in the order given and gives the assessment of a dossier that names them. */
export async function makeDossier(
  folder: string,
  slots: readonly (readonly Given[])[] = slotFiles,
  write: readonly Given[] = [...slots.flat(), rowFile],
): Promise<Assessment> {
  for (const { path, content } of write) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const at = placeIn('dossier.yaml');
  const filled = slots.map((files, index) =>
    built.slot(
      `slot_${index + 1}`,
      labels[index] ?? '其他',
      files.map((given) => attachedIn(folder, given)),
      { order: index + 1, cite: [], at },
    ),
  );
  const rows: RowFile[] = [{ table: 'patents', row: 2, column: 'file', file: attachedIn(folder, rowFile) }];
  const table = { kind: 'table', id: 'patents', title: '专利', columns: [], rows: [], at } as const;
  return built.assessment({
    program: { name: 'zjtx', version: '0.1.0' },
    folder,
    text: yaml,
    sha256: sha256(yaml),
    category: built.category({
      id: 'jiangsu/2021/product',
      title: '专精特新产品',
      files: { types: ['pdf'], maxMib: 50, notice: '文件最大为50M' },
      sha256: sha256(flattened),
      flattened,
    }),
    form: { sections: [{ id: 'annex', open: false, items: [table] }], required: 0, filled: 0 },
    inventory: { slots: filled, rows },
    state: 'ready',
  });
}

/** A summary that depends on the digests, so that one that came too early shows. */
export const options = (output: string): WriteOptions => ({
  output,
  force: false,
  stamp: 'final',
  summary: async ({ inventory }) => {
    const digests = inventory.slots.flatMap((slot) => slot.files.map((file) => file.sha256));
    return { bytes: Buffer.from(`%PDF-1.7\n${digests.join('\n')}`), pages: 3 };
  },
  guide: async (placed) => placed.map(({ path }) => path).join('\n'),
  assessmentDocument: ({ enterprise, asOf }) => ({ enterprise, asOf }),
});

/** A bundle of the small dossier in a folder of its own. */
export async function build(more: Partial<WriteOptions> = {}): Promise<BundleWritten & { folder: string }> {
  const folder = await scratch();
  const assessment = await makeDossier(folder);
  return { ...(await writeBundle(assessment, { ...options(join(folder, 'out')), ...more })), folder };
}
