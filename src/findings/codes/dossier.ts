// What the parts of a dossier, or of a definition, can have wrong with their shape.
import { absent, error, type InFiles, note, type OfKeys, warning } from './spec.ts';

/** What should stand at a place. */
export type Expected =
  | 'text'
  | 'whole number'
  | 'number'
  | 'list'
  | 'map'
  | 'yes or no'
  | 'date'
  | 'id'
  | 'year'
  | 'path'
  | 'bounds'
  | 'option'
  | 'rule'
  | 'value';

export const dossierCodes = {
  'key-unknown': error<OfKeys & { within: string; nearest?: string }>(),
  'key-missing': error<OfKeys & { within: string }>(),
  'value-wrong': error<{ key: string; expected: Expected; options?: readonly string[] }>(),
  'category-missing': error<{ categories: readonly string[] }>(),
  'slot-unknown': error<OfKeys & { nearest?: string }>(),
  'slot-named-twice': error<{ slot: string; first: string; second: string }>(),
  'enterprise-missing': absent(error()),
  /** What identifies the applicant, by its meaning, and no required field of the form asks for. */
  'identity-missing': absent(warning<{ missing: readonly string[] }>()),
  /** Neither years nor months are to be read from it. */
  'covers-unreadable': error<{ written?: string }>(),
  /** `count` of the keys `fact`, `table` and `title` are there, where one should be. */
  'claim-about-unclear': error<{ count: number }>(),
  /** `rows` is how many the table has. */
  'claim-row-missing': error<{ table: string; row: string; rows: number }>(),
  /** The dossier gives no figure for what the claim proves. */
  'claim-value-missing': warning<{ what: string; year?: number }>(),
  'claim-title-missing': error<{ title: string; year?: number }>(),
  /** Figures that nothing proves, by their printed label; without years where the fact has none. */
  'claims-missing': warning<{ missing: readonly { label: string; years: readonly number[] }[]; hint?: string }>(),
  /** `word` stands in the text `field`, and the dossier gives no evidence for it. */
  'superlative-unproved': warning<{ field: string; words: readonly string[]; hint?: string }>(),
  /** `row` from 1, `name` what its first text column says. */
  'claim-fact-unknown': error<{ fact: string; nearest?: string }>(),
  'claim-file-missing': error<InFiles>(),
  'attestation-unknown': error<{ item: string; nearest?: string }>(),
  /** `items` where several points are open. */
  'attestation-open': warning<{ item: string; items?: readonly string[] }>(),
  'attestation-void': warning<{ item: string; file: string }>(),
  'attestation-unbound': note<{ item: string }>(),
  'waiver-hard': error<{ code: string }>(),
  'waiver-expired': error<{ code: string; until: string }>(),
  /** `days` from the as-of day to the last one; 0 when that is the last. */
  'waiver-ends-soon': note<{ code: string; until: string; days: number }>(),
  'waiver-unused': warning<{ code: string }>(),
  'waiver-overbroad': warning<{ code: string }>(),
  /** `first` is the dossier of the same enterprise that came before in the run. */
  'applied-twice': warning<{ enterprise: string; first: string; title: string; hint?: string }>(),
};
