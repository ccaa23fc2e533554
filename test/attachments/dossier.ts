// A dossier's folder with files made for one test, and its inventory.
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { AttachmentEntry, RowEntry } from '../../src/attachments/entry.ts';
import { takeInventory } from '../../src/attachments/inventory.ts';
import type { Evidence } from '../../src/attachments/inventory-types.ts';
import type { Kept } from '../../src/attachments/kept.ts';
import { extensionOf } from '../../src/attachments/names.ts';
import type { LookFor, Opened } from '../../src/attachments/probes/probe.ts';
import type { FileRule, SlotRule } from '../../src/attachments/slot.ts';
import { piecesOf } from '../../src/files/pieces.ts';
import type { Citation, Place } from '../../src/findings/finding.ts';

const cited = (clause: string): Citation[] => [
  { source: 'manual', short: '手册', title: '专精特新小巨人认定用户使用手册', clause, standing: 'seed' },
];

export const fileRule: FileRule = {
  types: ['jpg', 'jpeg', 'png', 'pdf', 'doc', 'docx', 'xls', 'xlsx', 'rar'],
  maxMib: 50,
  cite: cited('2.1.2-4'),
};

export const slotOf = (more: Partial<SlotRule> = {}): SlotRule => ({
  id: 'other',
  order: 1,
  label: '其他企业认为需提供的材料',
  required: false,
  cite: cited('2.1.2'),
  ...more,
});

export const placeOf = (path: string, line: number): Place => ({
  file: 'dossier.yaml',
  path,
  line,
  column: 3,
  endLine: line,
  endColumn: 9,
});

/** What a file holds: bytes, the name of a sample, or a beginning stretched with zeros to a size. */
export type Content = Buffer | string | { readonly begins: Buffer; readonly bytes: number };

export const sample = (name: string): Buffer => readFileSync(new URL(`samples/${name}`, import.meta.url));

/** A folder of its own, removed after the test. */
export function folderOf(files: Readonly<Record<string, Content>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'zjtx-attachments-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    if (typeof content === 'string') writeFileSync(path, sample(content));
    else if (Buffer.isBuffer(content)) writeFileSync(path, content);
    else {
      writeFileSync(path, content.begins);
      truncateSync(path, content.bytes);
    }
  }
  return folder;
}

/** A file of these bytes as a probe gets it, in `folder` under `name`; `close` it afterwards. */
export function openedOf(folder: string, name: string, bytes: Uint8Array<ArrayBuffer>): Opened & { close: () => void } {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const fd = openSync(path, 'r');
  return {
    source: name,
    extension: extensionOf(name),
    bytes: bytes.length,
    types: fileRule.types,
    pieces: piecesOf(fd, bytes.length),
    content: bytes,
    close: () => closeSync(fd),
  };
}

export type Asked = {
  readonly slots?: readonly SlotRule[];
  /** Slot to its patterns, or patterns with evidence. An empty list mentions the slot without a file. */
  readonly entries?: Readonly<Record<string, readonly (string | readonly [string, Evidence])[]>>;
  readonly rows?: readonly string[];
  readonly root?: string;
  readonly foundedYear?: number;
  readonly lookFor?: LookFor;
  readonly kept?: Kept;
};

/** The inventory of a folder. The nth entry stands in line 10 + n, `attachments:` in line 9. */
export function take(folder: string, { slots = [slotOf()], entries = {}, rows = [], ...asked }: Asked) {
  const all: AttachmentEntry[] = [];
  const mentioned = new Map<string, Place>();
  for (const [slot, patterns] of Object.entries(entries)) {
    mentioned.set(slot, placeOf(`attachments.${slot}`, 10 + all.length));
    for (const [index, one] of patterns.entries()) {
      const [pattern, evidence] = typeof one === 'string' ? [one, {}] : one;
      all.push({ slot, pattern, evidence, at: placeOf(`attachments.${slot}[${index}]`, 10 + all.length) });
    }
  }
  const rowEntries = rows.map(
    (pattern, index): RowEntry => ({
      table: 'patents',
      title: '专利',
      row: index + 1,
      column: 'copy',
      pattern,
      at: placeOf(`form.annex.patents[${index}].copy`, 50 + index),
    }),
  );
  return takeInventory({
    folder,
    root: asked.root ?? folder,
    file: 'dossier.yaml',
    slots,
    files: fileRule,
    entries: { entries: all, mentioned, rows: rowEntries, at: placeOf('attachments', 9) },
    ...(asked.foundedYear === undefined ? {} : { foundedYear: asked.foundedYear }),
    ...(asked.lookFor === undefined ? {} : { lookFor: asked.lookFor }),
    ...(asked.kept === undefined ? {} : { kept: asked.kept }),
  });
}

/** Codes of findings, in the order found. */
export const codesOf = (taken: Awaited<ReturnType<typeof take>>): string[] => taken.findings.map(({ code }) => code);
