// The sentences that a schema shows in an editor; the command line hands them in, so that words stay in one place.
import type { FactType } from '../../expression/types.ts';
import type { Standing } from '../../findings/finding.ts';
import type { DossierPart } from '../../findings/shapes.ts';

export type SchemaWords = {
  readonly standing: (standing: Standing) => string;
  readonly required: string;
  readonly optional: string;
  readonly computed: string;
  readonly filledByProgram: string;
  readonly open: string;
  readonly unit: (unit: string) => string;
  readonly limit: (max: number) => string;
  readonly years: (years: readonly { readonly year: number; readonly forecast: boolean }[]) => string;
  /** How a value is written, with an example. */
  readonly hints: Readonly<Partial<Record<FactType, string>>>;
  /** `clause（standing）：“quote”`. */
  readonly clause: (name: string, standing: string, quote: string | undefined) => string;
  readonly basis: string;
  readonly slot: (order: number, required: boolean) => string;
  readonly covers: (years: readonly number[]) => string;
  readonly expected: (types: readonly string[]) => string;
  /** Said of a value that does not fit. */
  readonly wrong: {
    readonly text: string;
    readonly tooLong: (max: number) => string;
    readonly identifier: string;
    readonly figure: (unit: string | undefined) => string;
    readonly whole: (unit: string | undefined) => string;
    readonly date: string;
    readonly term: string;
    readonly choice: (options: readonly string[]) => string;
    readonly industry: string;
    readonly uscc: string;
    readonly postcode: string;
    readonly phone: string;
    readonly mobile: string;
    readonly email: string;
    readonly patent: string;
    readonly fields: string;
    readonly rows: string;
    readonly years: string;
    readonly person: string;
    readonly path: string;
    readonly category: (id: string) => string;
  };
  /** Title and meaning of each part of a dossier. */
  readonly parts: Readonly<Record<DossierPart, { readonly title: string; readonly description: string }>>;
  /** Meaning of each key of an attachment, claim, waiver and attestation. */
  readonly keys: Readonly<Record<string, string>>;
};
