// What the values of a form can have wrong.
import { absent, error, hard, note, type OfKeys, warning } from './spec.ts';

/** `field` is always the printed label. */
type Of = { field: string };

export const formCodes = {
  /**
   * `empty`: the key stands there without a value. `home` is the id path of the section or field that lacks it, `form`
   * where a whole section does not stand there; `fields` all that this lacks, when it is more than one.
   */
  'field-missing': absent(
    error<
      Of & {
        section: string;
        example: string;
        home: string;
        empty?: boolean;
        fields?: readonly { readonly field: string; readonly section: string }[];
      }
    >(),
  ),
  'field-unknown': error<OfKeys & { section: string; nearest?: string; elsewhere?: string }>(),
  'field-twice': error<Of & { first: string; second: string }>(),
  'section-unknown': error<OfKeys & { nearest?: string }>(),
  'section-open': note<{ section: string; sections?: readonly string[] }>(),
  'fact-unknown': error<OfKeys & { nearest?: string }>(),
  'fact-in-form': error<Of & { fact: string; section: string; fields?: readonly string[] }>(),
  'cell-missing': absent(error<{ table: string; row: number; columns: readonly string[] }>()),
  'value-shape': error<Of & { expected: Shape; found: 'scalar' | 'list' | 'map' }>(),
  /** Written otherwise, but with one reading only: `taken` is how a dossier writes it, `[]` where there is none. */
  'value-taken': note<Of & { written: string; taken: string | readonly string[] }>(),
  /** `readings` are how a dossier writes each of them. */
  'value-ambiguous': error<Of & { written: string; readings: readonly string[] }>(),
  /** A telephone number or a mail address stands where a name is asked for. */
  'name-with-number': error<Of & { written: string }>(),
  'identifier-unquoted': error<Of & { written: string }>(),
  'text-too-long': hard<Of & { count: number; max: number }>(),
  'text-length-doubtful': warning<Of & { count: number; max: number }>(),
  'figure-unreadable': error<Of & { written: string; unit: string }>(),
  'figure-with-sign': error<Of & { written: string; sign: string; plain: string; unit: string }>(),
  'figure-separated': error<Of & { written: string; plain: string }>(),
  'figure-decimals': error<Of & { written: string; most: number }>(),
  'figure-whole': error<Of & { written: string }>(),
  'figure-negative': error<Of & { written: string }>(),
  'figure-differs': error<Of & { stated: string; computed: string; formula: string; slightly: boolean }>(),
  /** It agrees with another reading of the clause than the `preferred` one, which gives `computed`. */
  'figure-by-reading': note<Of & { stated: string; reading: string; preferred?: string; computed?: string }>(),
  'year-unknown': error<Of & { written: string; years: readonly string[] }>(),
  /** Years that the form does not print: read by nobody. */
  'years-beyond': note<Of & { beyond: readonly string[]; years: readonly string[] }>(),
  'date-unreadable': error<Of & { written: string }>(),
  'choice-unknown': error<Of & { written: string; nearest?: string; options: readonly string[] }>(),
  'choice-twice': warning<Of & { written: string }>(),
  'choice-outside-group': hard<Of & { written: string; group: string; options: readonly string[] }>(),
  'region-unknown': error<Of & { written: string; within: string; nearest?: string }>(),
  /** `nearest` is the whole chain of a county that stands alone. */
  'region-incomplete': error<Of & { written: string; within: string; nearest?: string }>(),
  'region-zone': note<Of & { written: string }>(),
  'region-as-written': note<Of & { written: string }>(),
  'industry-unknown': error<Of & { written: string; nearest?: string }>(),
  'industry-as-written': note<Of & { written: string }>(),
  'uscc-length': error<Of & { written: string; length: number }>(),
  'uscc-character': error<Of & { written: string; character: string; position: number }>(),
  'uscc-check': error<Of & { written: string; found: string; expected: string; corrected: string }>(),
  'uscc-kind': error<Of & { kind: string }>(),
  'postcode-shape': error<Of & { written: string }>(),
  'postcode-place': warning<Of & { written: string; city: string; expected: readonly string[] }>(),
  'phone-shape': warning<Of & { written: string }>(),
  'phone-area-code': note<Of & { written: string }>(),
  'mobile-shape': error<Of & { written: string }>(),
  'email-shape': error<Of & { written: string }>(),
};

/** How a value should stand in YAML. */
export type Shape = 'text' | 'list' | 'map' | 'years' | 'figure' | 'person' | 'rows' | 'yes or no';
