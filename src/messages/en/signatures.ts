// What the signature beside a bundle can have wrong: the sentences in English.
import type { signatureCodes } from '../../findings/codes/signatures.ts';
import type { Messages } from '../message.ts';

const again = 'Do not use this bundle: ask its sender for the bundle and the signature again.';

export const signatures: Messages<typeof signatureCodes> = {
  'signature-missing': ({ file }) => ({
    message: `there is no signature ${file} beside it`,
    hint: 'Put it into the folder of the bundle; if there is none, ask its sender to sign with zjtx build --sign.',
  }),
  'signature-malformed': ({ file, line }) => ({
    message: `line ${line} of ${file} is not what minisign writes`,
    hint: 'The download may be cut off, or somebody edited it. Ask its sender for the signature again.',
  }),
  'signature-legacy': ({ file }) => ({
    message: `${file} is a legacy signature of minisign, which cannot be checked`,
    hint: 'Ask its sender to sign again with minisign -S, without -l.',
  }),
  'signature-other-key': ({ file, found, expected }) => ({
    message: `${file} was made with another key, ${found}, not ${expected}`,
    hint: 'Ask its sender for the public key, by another way than the bundle came.',
  }),
  'signature-differs': ({ file, why }) => ({
    message: {
      file: `the signature ${file} is not of this bundle: one of them was changed`,
      comment: `the comment of the signature ${file} was changed`,
      digest: `the SHA-256 in the comment of the signature ${file} is not that of this bundle`,
    }[why],
    hint: again,
  }),
  'signature-unchecked': ({ file }) => ({
    message: `there is a signature ${file} beside it, which was not checked`,
    hint: 'With --key and a public key, verify tells who signed.',
  }),
};
