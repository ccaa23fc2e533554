// A copy of the example that is ready, in a folder of the test, with its dossier edited.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { emptyFolder } from './terminal.ts';

const example = resolve(import.meta.dirname, '../../examples/jiangsu-2021-product/ready');

/** The text of the ready example. */
export const readyText = readFileSync(join(example, 'dossier.yaml'), 'utf8');

/** Replaces exactly one place of a text; an edit that finds nothing would make a test that cannot fail. */
export function edited(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`“${from}” stands ${text.split(from).length - 1} times`);
  return text.replace(from, () => to);
}

export type Edit = readonly [from: string, to: string];

/** Line and column of the first place in a text where `found` stands, `12:5`; columns in code points. */
export function lineOf(text: string, found: string): string {
  const before = text.slice(0, text.indexOf(found));
  if (!text.includes(found)) throw new Error(`“${found}” is not there`);
  const lines = before.split('\n');
  return `${lines.length}:${[...(lines.at(-1) ?? '')].length + 1}`;
}

/** Writes the example with its attachments below `parent`; gives its folder. */
export function readyIn(parent: string, name: string, edits: readonly Edit[] = []): string {
  const folder = join(parent, name);
  mkdirSync(folder, { recursive: true });
  cpSync(join(example, '附件'), join(folder, '附件'), { recursive: true });
  const text = edits.reduce((soFar, [from, to]) => edited(soFar, from, to), readyText);
  writeFileSync(join(folder, 'dossier.yaml'), text);
  return folder;
}

/** The example in a folder of its own, removed after the test. */
export const ready = (...edits: readonly Edit[]): string => readyIn(emptyFolder(), 'ready', edits);
