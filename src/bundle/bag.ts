// The texts of a BagIt 1.0 bag (RFC 8493): what they say, written and read.
import type { Assessment } from '../assessment.ts';
import { openCodes, type Stamp } from '../decide/state.ts';
import { byPath } from './layout.ts';

/** A file of a bag; `path` below the bag's folder, `sha256` in hex, `bytes` its size. */
export type BagFile = { readonly path: string; readonly sha256: string; readonly bytes: number };

export const declaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** `Payload-Oxum`: octets and number of the files below `data/`. */
export function oxumOf(files: readonly { readonly bytes: number }[]): string {
  return `${files.reduce((sum, file) => sum + file.bytes, 0)}.${files.length}`;
}

/** `manifest-sha256.txt` and `tagmanifest-sha256.txt`: a line a file, sorted by path. `sha256sum -c` reads it. */
export function manifestText(files: readonly BagFile[]): string {
  return [...files]
    .sort(byPath)
    .map(({ sha256, path }) => `${sha256}  ${path}\n`)
    .join('');
}

const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

/** `bag-info.txt`. Nothing in it depends on the clock: the bagging date is the date the assessment stands for. */
export function infoText(assessment: Assessment, stamp: Stamp, payload: readonly BagFile[]): string {
  const open = openCodes(assessment);
  const lines: readonly [string, string][] = [
    ['Source-Organization', assessment.enterprise],
    [
      'External-Description',
      `${assessment.category.scheme} ${assessment.category.title} ${assessment.category.procedure}`,
    ],
    ['External-Identifier', assessment.uscc === '' ? assessment.enterprise : assessment.uscc],
    ['Bagging-Date', assessment.asOf],
    ['Payload-Oxum', oxumOf(payload)],
    ['Bag-Software-Agent', `${assessment.program.name} ${assessment.program.version}`],
    ['Zjtx-Category', assessment.category.id],
    ['Zjtx-Category-Sha256', assessment.category.sha256],
    ['Zjtx-Dossier-Sha256', assessment.dossier.sha256],
    ['Zjtx-Status', stamp],
    ['Zjtx-State', assessment.state],
    ...(open.length === 0 ? [] : [['Zjtx-Open', open.join(', ')] as [string, string]]),
  ];
  return lines.map(([label, value]) => `${label}: ${oneLine(value)}\n`).join('');
}

/** Reads `bag-info.txt`: values by label, folded lines joined; nothing when a line is neither. */
export function readInfo(text: string): ReadonlyMap<string, string> | undefined {
  const found = new Map<string, string>();
  let label = '';
  for (const line of text.split(/\r?\n/)) {
    const [, name, value] = /^([^\s:][^:]*):(.*)$/s.exec(line) ?? [];
    if (name !== undefined && value !== undefined) {
      if (found.has(name)) return undefined;
      found.set(name, value.replace(/^[ \t]+/, ''));
      label = name;
    } else if (/^[ \t]+\S/.test(line) && label !== '') {
      found.set(label, `${found.get(label)} ${line.trim()}`);
    } else if (line !== '') return undefined;
  }
  return found;
}

/** A line of a manifest that is none, or names a path twice, counted from 1. */
type BrokenLine = { readonly line: number };

/** Reads a manifest: digests (lower case) by path. */
export function readManifest(text: string): ReadonlyMap<string, string> | BrokenLine {
  const found = new Map<string, string>();
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  for (const [index, line] of lines.entries()) {
    const [, digest, path] = /^([0-9a-fA-F]{64})[ \t]+(\S.*)$/.exec(line) ?? [];
    if (digest === undefined || path === undefined || found.has(path)) return { line: index + 1 };
    found.set(path, digest.toLowerCase());
  }
  return found;
}
