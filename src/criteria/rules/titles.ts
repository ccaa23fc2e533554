// Held titles as the rules about them read them: the rows of `titles`, their texts and years, and whether products are one.
import type { Input } from '../../expression/compile.ts';
import { Decimal } from '../../expression/decimal.ts';
import type { Scope } from '../../expression/scope.ts';
import type { RecordValue } from '../../expression/values.ts';
import type { RuleProblem } from './rule.ts';

/** A held title; `path` is `titles[1]`, counted from 1, as criteria name what they lack. */
export type Title = { readonly row: RecordValue; readonly path: string };

/** A misspelt kind would fit no title, and so be met or not met for ever. `key` is the rule's own. */
export function misspeltKind(key: string, kinds: readonly string[], scope: Scope): RuleProblem | undefined {
  const known = scope.vocabulary.get('titles')?.fields.get('kind')?.options ?? [];
  const index = kinds.findIndex((kind) => !known.includes(kind));
  const found = kinds[index];
  if (found === undefined) return undefined;
  const problem = { kind: 'unknown-name', start: 0, end: found.length, found, known } as const;
  return { key, inside: ['kinds', index], text: found, problem };
}

/** The titles that the dossier gives: `[]` when it says that there are none, nothing when it does not say. */
export function titlesIn(input: Input): readonly Title[] | undefined {
  const titles = input.facts.get('titles');
  if (typeof titles !== 'object' || !('kind' in titles) || titles.kind !== 'table') return undefined;
  return titles.rows.map((row, index) => ({ row, path: `titles[${index + 1}]` }));
}

/** A text or a date of a row. */
export const textOf = ({ row }: Title, field: string): string | undefined => {
  const value = row.fields.get(field);
  return typeof value === 'string' ? value : undefined;
};

/** The year it was granted in: as written, else that of the date it was granted on. */
export function yearOf(title: Title): number | undefined {
  const year = title.row.fields.get('year');
  if (year instanceof Decimal) return year.toNumber();
  const on = textOf(title, 'granted_on');
  return on === undefined ? undefined : Number(on.slice(0, 4));
}

/** Product names are compared after NFKC, without spaces and case. */
const folded = (name: string): string => name.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** Whether the title is for the product that the dossier applies with; else what is missing to tell. */
export function compareProducts(title: Title, input: Input): 'same' | 'different' | { readonly needs: string } {
  const held = textOf(title, 'product');
  const applied = input.facts.get('product_name');
  if (typeof applied !== 'string') return { needs: 'product_name' };
  if (held === undefined) return { needs: `${title.path}.product` };
  return folded(held) === folded(applied) ? 'same' : 'different';
}
