// What the signature beside a bundle can have wrong.
import { hard, note } from './spec.ts';

/** `file` is the name of the signature. */
type File = { readonly file: string };

export const signatureCodes = {
  'signature-missing': hard<File>(),
  'signature-malformed': hard<File & { readonly line: number }>(),
  /** It covers the file itself, not its digest. */
  'signature-legacy': hard<File>(),
  /** The numbers of both keys. */
  'signature-other-key': hard<File & { readonly found: string; readonly expected: string }>(),
  /** What is not as signed: the bundle, the comment, or the digest that the comment names. */
  'signature-differs': hard<File & { readonly why: 'file' | 'comment' | 'digest' }>(),
  'signature-unchecked': note<File>(),
};
