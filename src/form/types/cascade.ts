// What regions and industries have in common: levels of a vocabulary, and how they are seen by form and expressions.
import type { FactValue } from '../../expression/values.ts';
import type { Level } from '../filled.ts';
import type { ListOption } from '../opened.ts';
import type { Read } from './type.ts';

export const levelOf = ({ name, code }: Pick<ListOption, 'name' | 'code'>): Level =>
  code === undefined ? { name } : { name, code };

/** The levels under the ids that expressions ask for. */
export function readLevels(
  levels: readonly Level[],
  ids: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Read {
  const fields = new Map<string, FactValue>(Object.entries(more));
  for (const [index, id] of ids.entries()) {
    const found = levels[index];
    if (found) fields.set(id, found.name);
  }
  return { value: { kind: 'levels', levels }, fact: { kind: 'record', fields } };
}
