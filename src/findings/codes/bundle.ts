// What a bundle can have wrong.
import { hard } from './spec.ts';

/** `file` is the path of the entry inside the zip, control characters replaced. */
type File = { readonly file: string };

/** Why an entry must not be unpacked. */
export type UnsafeEntry =
  | 'traversal'
  | 'absolute'
  | 'backslash'
  | 'name'
  | 'link'
  | 'encrypted'
  | 'encoding'
  | 'header'
  | 'method'
  | 'ratio'
  | 'alias'
  | 'overlap';

export const bundleCodes = {
  /** `detail` is the parser's own sentence, in English. */
  'bundle-not-zip': hard<{ readonly detail: string }>(),
  'bundle-too-large': hard<{ readonly what: 'entries' | 'bytes'; readonly limit: number }>(),
  'bundle-stray-bytes': hard(),
  'bundle-entry-unsafe': hard<File & { readonly why: UnsafeEntry }>(),
  /** `other` is the entry that would be the same file on Windows or macOS. */
  'bundle-entry-twice': hard<File & { readonly other: string }>(),
  'bundle-folder-broken': hard<{ readonly folders: readonly string[] }>(),
  'bundle-entry-broken': hard<File & { readonly why: 'data' | 'size' | 'crc' }>(),
  /** `label` is the line of the tag file that is missing or wrong. */
  'bundle-bag-broken': hard<File & { readonly label: string }>(),
  'bundle-manifest-broken': hard<File & { readonly line: number }>(),
  /** Without `manifest`: every bundle has it. */
  'bundle-file-missing': hard<File & { readonly manifest?: string }>(),
  'bundle-file-extra': hard<File & { readonly manifest: string }>(),
  'bundle-digest-differs': hard<File & { readonly expected: string; readonly found: string }>(),
  /** Both as `octets.files`, the `Payload-Oxum` of BagIt. */
  'bundle-size-differs': hard<{ readonly expected: string; readonly found: string }>(),
};
