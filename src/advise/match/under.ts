// The facts of a dossier by its own category, and what any other category decides on them.
import type { Category } from '../../category/category.ts';
import { type Decided, decideCategory } from '../../category/decided.ts';
import type { MapNode } from '../../document/node.ts';
import type { DossierHead } from '../../dossier/head.ts';
import type { Facts } from '../../expression/values.ts';
import { type FormResult, validateForm } from '../../form/validate.ts';

/** A dossier as YAML read it. */
export type DossierRead = {
  /** Name of the file, for places. */
  readonly file: string;
  readonly root: MapNode;
  readonly head: Pick<DossierHead, 'part'>;
};

/** Reads form, facts and titles by the dossier's own category: its keys are that form's, its years become calendar years. */
export function readUnder(own: Category, { file, root, head }: DossierRead, asOf: string): FormResult {
  const parts = (['form', 'facts', 'titles'] as const).flatMap((name) => {
    const node = head.part(name);
    return node === undefined ? [] : [[name, node] as const];
  });
  return validateForm(own.form, own.vocabulary, { file, root, asOf, ...Object.fromEntries(parts) });
}

export type Under = Pick<Decided, 'metrics' | 'criteria' | 'scorecard'>;

/**
 * Computes and decides what `category` asks on facts that another category's form may have printed. Yearly facts go by
 * calendar year: a year that the dossier does not give stays missing, and what reads it undecided; nothing is shifted.
 */
export const decideUnder = (category: Category, facts: Facts, asOf: string): Under =>
  decideCategory(category, { facts, asOf });
