// Where the value of a question stands in a dossier, in the spelling of its file, and what stands there.
import type { Node } from '../../document/node.ts';
import { names } from '../../form/keys.ts';
import type { Step } from './given.ts';

export type Located = {
  /** Keys as the file spells them; ids for those that are not there yet. */
  readonly path: readonly (string | number)[];
  /** None when nothing is written there. */
  readonly node?: Node;
};

/** Follows the steps as far as the file goes. A value in place of a map counts as the answer to all below it. */
export function locate(root: Node, steps: readonly Step[]): Located {
  const path: (string | number)[] = [];
  let node: Node | undefined = root;
  for (const step of steps) {
    if (node !== undefined && !isNothing(node) && node.kind !== 'map') return { path: [...path, step.id], node };
    const entry: { key: string; value: Node } | undefined =
      node?.kind === 'map' ? node.entries.find(({ key }) => names(key, step.id, ...step.labels)) : undefined;
    path.push(entry?.key ?? step.id);
    node = entry?.value;
  }
  return node === undefined || isNothing(node) ? { path } : { path, node };
}

/** Nothing is written: no text, no map with a value in it. `[]` is an answer. */
export const isNothing = (node: Node): boolean =>
  (node.kind === 'scalar' && (node.source.trim() === '' || (node.value === null && !node.quoted))) ||
  (node.kind === 'map' && node.entries.every(({ value }) => isNothing(value)));

/** What a person wrote, as the wizard shows it again. */
export function shownText(node: Node | undefined): string {
  if (node === undefined) return '';
  if (node.kind === 'scalar') return node.source.trim();
  if (node.kind === 'list') return node.items.map(shownText).join('、');
  return node.entries.map(({ key, value }) => `${key}: ${shownText(value)}`).join('、');
}
