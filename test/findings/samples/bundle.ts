// Plausible arguments for the codes of `bundle`.
import type { bundleCodes } from '../../../src/findings/codes/bundle.ts';
import { each, type Samples } from './samples.ts';

export const bundleSamples: Samples<typeof bundleCodes> = {
  'bundle-not-zip': [{ detail: 'end of central directory not found' }],
  'bundle-too-large': each(['entries', 'bytes'], (what) => ({ what, limit: 10_000 })),
  'bundle-stray-bytes': [{}],
  'bundle-entry-unsafe': each(
    [
      'traversal',
      'absolute',
      'backslash',
      'name',
      'link',
      'encrypted',
      'encoding',
      'header',
      'method',
      'ratio',
      'alias',
      'overlap',
    ],
    (why) => ({ file: 'data/a.pdf', why }),
  ),
  'bundle-entry-twice': [{ file: 'data/a.pdf', other: 'data/A.pdf' }],
  'bundle-folder-broken': [{ folders: ['a', 'b'] }, { folders: [] }],
  'bundle-entry-broken': each(['data', 'size', 'crc'], (why) => ({ file: 'data/a.pdf', why })),
  'bundle-bag-broken': [{ file: 'bagit.txt', label: 'BagIt-Version' }],
  'bundle-manifest-broken': [{ file: 'manifest-sha256.txt', line: 3 }],
  'bundle-file-missing': [{ file: 'data/a.pdf', manifest: 'manifest-sha256.txt' }, { file: 'data/申请表.pdf' }],
  'bundle-file-extra': [{ file: 'data/a.pdf', manifest: 'manifest-sha256.txt' }],
  'bundle-digest-differs': [{ file: 'data/a.pdf', expected: 'a'.repeat(64), found: 'b'.repeat(64) }],
  'bundle-size-differs': [{ expected: '100.3', found: '101.3' }],
};
