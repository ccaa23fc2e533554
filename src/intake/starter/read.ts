// Reads a dossier, whole or in part, back into what a starter begins with: every value as its text.
import type { MapNode, Node } from '../../document/node.ts';
import type { Given, Value, Values } from './given.ts';

export function valueAt(node: Node): Value {
  if (node.kind === 'list') return node.items.map(valueAt);
  if (node.kind === 'map') return Object.fromEntries(node.entries.map(({ key, value }) => [key, valueAt(value)]));
  if (node.value === null && !node.quoted) return '';
  return typeof node.value === 'boolean' ? node.value : node.source;
}

const maps = ['form', 'facts', 'attachments'] as const;
const lists = ['titles', 'claims', 'waivers', 'attestations'] as const;

/** What a file of answers, or a dossier, gives. Parts of a wrong shape are left out and named. */
export function givenOf(root: MapNode): {
  readonly given: Given;
  readonly category?: string;
  readonly wrong: readonly string[];
} {
  const found: Record<string, Value> = {};
  const wrong: string[] = [];
  let category: string | undefined;
  for (const { key, value: node } of root.entries) {
    const value = valueAt(node);
    if (value === '') continue;
    if (key === 'category' && typeof value === 'string') category = value;
    else if ((key === 'enterprise' || key === 'as_of') && typeof value === 'string') found[key] = value;
    else if ((maps as readonly string[]).includes(key) && isMap(value)) found[key] = value;
    else if ((lists as readonly string[]).includes(key) && Array.isArray(value)) found[key] = value;
    else if (key !== 'format') wrong.push(key);
  }
  return { given: found as Given, wrong, ...(category === undefined ? {} : { category }) };
}

const isMap = (value: Value): value is Values => typeof value === 'object' && !Array.isArray(value);
