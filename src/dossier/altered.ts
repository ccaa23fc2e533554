// Says when a dossier is assessed by another definition than the one that comes with the program under its id.
import { type Category, isAltered } from '../category/category.ts';
import { absentAt, entryOf, type MapNode, placeAt } from '../document/node.ts';
import type { Finding } from '../findings/finding.ts';
import { report } from '../findings/report.ts';

/** At `category:`, or at the top where only the configuration names it. */
export function alteredFindings(category: Category, root: MapNode, file: string): Finding[] {
  const { id, shipped, sha256 } = category;
  if (shipped === undefined || !isAltered(category)) return [];
  const range = entryOf(root, 'category')?.value.range ?? absentAt(root.entries[0]?.keyRange ?? root.range);
  const args = { category: id, known: shipped, found: sha256, where: 'schemas' } as const;
  return [report('category-altered', args, placeAt(file, 'category', range), { severity: 'warning' })];
}
