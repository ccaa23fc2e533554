// The example dossiers, opened: their categories, their texts, and what they say as plain values.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import { openCatalog } from '../../../src/category/catalog.ts';
import type { Category } from '../../../src/category/category.ts';
import type { MapNode } from '../../../src/document/node.ts';
import { readDocument } from '../../../src/document/read.ts';
import { readHead } from '../../../src/dossier/head.ts';
import { byIds } from '../../../src/dossier/own-keys.ts';

const root = resolve(import.meta.dirname, '../../../examples');

/** Paths from the folder of examples, `jiangsu-2021-product/ready`. */
export const exampleNames = globSync('*/*/dossier.yaml', { cwd: root })
  .map((path) => path.replace(/\/dossier\.yaml$/, ''))
  .sort();

export const exampleFolder = (name: string): string => join(root, name);

const catalog = openCatalog([]);

export function mapOf(text: string): MapNode {
  const { node } = readDocument(Buffer.from(text), 'dossier.yaml');
  if (node?.kind !== 'map') throw new Error('no dossier');
  return byIds(node).node;
}

export async function categoryOf(text: string): Promise<Category> {
  return (await catalog).open(readHead(mapOf(text), '').category ?? '');
}

export async function example(name: string): Promise<{ text: string; root: MapNode; category: Category }> {
  const text = readFileSync(join(root, name, 'dossier.yaml'), 'utf8');
  return { text, root: mapOf(text), category: await categoryOf(text) };
}
