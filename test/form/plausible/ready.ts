// The ready and the expected examples, each with its figures, and what is said of one of them once it is another.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openCatalog } from '../../../src/category/catalog.ts';
import { citeWith } from '../../../src/category/open.ts';
import { openDossier, readForm } from '../../../src/dossier/head.ts';
import type { Facts } from '../../../src/expression/values.ts';
import type { Finding } from '../../../src/findings/finding.ts';
import { type FigureItem, isFigure, itemsOf } from '../../../src/form/plausible/item.ts';
import { checkPlausible } from '../../../src/form/plausible/plausible.ts';

const root = resolve(import.meta.dirname, '../../../examples');
const catalog = await openCatalog();

/** The dossier of an example, ready, or of a category that only expects its call. */
const fileOf = (example: string): string | undefined =>
  ['ready', 'expected'].map((folder) => join(root, example, folder, 'dossier.yaml')).find((file) => existsSync(file));

export const readyExamples = readdirSync(root).filter((name) => fileOf(name) !== undefined);

export const textOf = (example: string): string => readFileSync(fileOf(example) ?? '', 'utf8');

export type Said = {
  readonly findings: readonly Finding[];
  readonly figures: readonly FigureItem[];
  readonly facts: Facts;
};

/** What form and vocabulary say of a dossier: errors and warnings, its figures, and the facts that may be. */
export async function said(text: string): Promise<Said> {
  const { head } = openDossier({ bytes: Buffer.from(text), file: 'dossier.yaml' });
  if (head === undefined) throw new Error('no map');
  const category = await catalog.open(head.category ?? '');
  const { vocabulary, definition } = category;
  const asOf = head.asOf ?? '';
  const filled = readForm(category, head, { asOf });
  const cite = (row: string) => citeWith(definition.sources, `practice ${row}`);
  const { findings, facts } = checkPlausible({ ...filled, vocabulary }, { asOf, cite });
  return {
    findings: [...filled.findings, ...findings].filter(({ severity }) => severity !== 'note'),
    figures: itemsOf({ ...filled, vocabulary }).filter(isFigure),
    facts,
  };
}

/** The text with other characters where a finding would point. */
export function withFigure(text: string, { at }: FigureItem, figure: string): string {
  const lines = text.split('\n');
  const line = lines[at.line - 1] ?? '';
  lines[at.line - 1] = `${line.slice(0, at.column - 1)}${figure}${line.slice(at.endColumn - 1)}`;
  return lines.join('\n');
}
