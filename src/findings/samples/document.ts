// Plausible arguments for the codes of `document`.
import type { documentCodes } from '../codes/document.ts';
import { each, type Samples } from './samples.ts';

const mended = '  邮编: "210000"';

export const documentSamples: Samples<typeof documentCodes> = {
  'yaml-too-large': [{ bytes: 6_000_000, limit: 5_242_880 }],
  'yaml-too-many': each(['lines', 'text', 'tokens', 'characters', 'items'], (what) => ({ what, limit: 100_000 })),
  'yaml-encoding': each(['gbk', 'utf-16', 'binary', 'unknown'], (encoding) => ({ encoding })),
  'yaml-empty': [{}],
  'yaml-control': [{ code: 'U+0007' }],
  'yaml-tab': [{ mended }],
  'yaml-wide-indent': [{ mended }],
  'yaml-wide-colon': [{ mended }],
  'yaml-colon-space': [{ mended }],
  'yaml-wide-quote': [{ mended, typed: '“' }],
  'yaml-wide-comma': [{ mended }],
  'yaml-duplicate-key': [{ key: '邮编', line: 7 }],
  'yaml-key': [{}],
  'yaml-alias': each(['unknown', 'too-many'], (fault) => ({ name: 'a', fault })),
  'yaml-merge-key': [{}],
  'yaml-tag': [{ tag: '!!js/function' }],
  'yaml-documents': [{}],
  'yaml-root': each(['list', 'text'], (is) => ({ is })),
  'yaml-too-deep': [{ limit: 50 }],
  'yaml-syntax': [
    ...each(
      [
        'indentation',
        'no-colon',
        'no-space-after-dash',
        'unclosed-quote',
        'unclosed-bracket',
        'colon-in-value',
        'reserved-start',
        'escape',
        'after-quote',
        'long-key',
        'comment-space',
        'other',
      ],
      (fault) => ({ fault }),
    ),
    { fault: 'no-colon', mended },
  ],
};
