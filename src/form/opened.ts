// A form of an opened category: facts, options and years looked up, clauses resolved.
import type { Fact, TitleTerm } from '../expression/types.ts';
import type { Citation } from '../findings/finding.ts';
import type { Field } from './definition.ts';

/** An option of a vocabulary, with what stands under it. */
export type ListOption = {
  readonly name: string;
  readonly code?: string;
  readonly standing?: string;
  /** Prefixes of its postcodes (area codes only). */
  readonly postcodes?: readonly string[];
  readonly options?: readonly ListOption[];
  /** The list has only some of what stands under it. */
  readonly partial?: boolean;
  /** How long a title holds (titles only). */
  readonly term?: TitleTerm;
};

/** A vocabulary of `schemas/lists/`. */
export type List = {
  readonly name: string;
  readonly levels: readonly string[];
  readonly options: readonly ListOption[];
  /** Functional zones that report on their own (regions only). */
  readonly zones: readonly { readonly name: string; readonly city: string; readonly code?: string }[];
  readonly standing: string;
};

/** As the definition has it, looked up. `rests`: what its findings stand on, its own clauses, else those of its section. */
export type OpenedField = Pick<
  Readonly<Field>,
  'label' | 'printed' | 'en' | 'computed' | 'shows' | 'required' | 'beside' | 'max' | 'prompt'
> & {
  readonly kind: 'field';
  readonly id: string;
  /** Its label, as printed too, and its other names: what a dossier may write in place of the id. */
  readonly called: readonly string[];
  readonly section: string;
  /** None for a computed cell. */
  readonly fact?: Fact;
  readonly rests: readonly Citation[];
  readonly parts: Readonly<Record<string, string>>;
  readonly years: readonly { readonly year: number; readonly forecast: boolean }[];
  readonly maxInferred: boolean;
  /** Printed options; empty when open. */
  readonly options: readonly string[];
  readonly optionsBy?: { readonly field: string; readonly list: List; readonly cite: readonly Citation[] };
  readonly cite: readonly Citation[];
};

export type OpenedColumn = {
  readonly fact: Fact;
  readonly label: string;
  readonly required: boolean;
  readonly options: readonly string[];
  /** Most characters of a cell. */
  readonly max?: number;
};

/** The columns of a fact that no form prints, named by id or meaning. */
export const ownColumns = (fact: Fact): readonly OpenedColumn[] =>
  [...fact.fields.values()]
    .filter(({ printedOnly }) => printedOnly === undefined)
    .map((field) => ({
      fact: field,
      label: field.meaning,
      required: false,
      options: field.options ?? [],
    }));

export type OpenedTable = {
  readonly kind: 'table';
  readonly id: string;
  readonly section: string;
  readonly title: string;
  /** Its title: what a dossier may write in place of the id. */
  readonly called: readonly string[];
  readonly fact: Fact;
  readonly columns: readonly OpenedColumn[];
  readonly cite: readonly Citation[];
  /** Its own clauses, else those of its section. */
  readonly rests: readonly Citation[];
};

export type OpenedSection = {
  readonly id: string;
  readonly title?: string;
  /** Its title; where the form prints none, what it is called in a dossier and in messages. */
  readonly called: string;
  /** The source shows no fields, or not all: any key is taken. */
  readonly open: boolean;
  readonly items: readonly (OpenedField | OpenedTable)[];
  readonly cite: readonly Citation[];
};

export type OpenedForm = {
  readonly sections: readonly OpenedSection[];
  /** Vocabularies that field types look things up in. */
  readonly lists: ReadonlyMap<string, List>;
};
