// Arguments for the sentences about the insides of files.
import type { contentCodes } from '../codes/contents.ts';
import { file, type Samples } from './samples.ts';

const types = ['jpg', 'pdf', 'rar'];

export const contentSamples: Samples<typeof contentCodes> = {
  'image-broken': [{ file }],
  'image-small': [{ file, width: 800, height: 600, least: 1000 }],
  'image-turned': [
    { file, orientation: 2 },
    { file, orientation: 3 },
    { file, orientation: 4 },
    { file, orientation: 5 },
    { file, orientation: 6 },
    { file, orientation: 8 },
  ],
  'image-cmyk': [{ file }],
  'rar-broken': [{ file }],
  'rar-password': [{ file }],
  'rar-empty': [{ file }],
  'rar-only-refused': [{ file, count: 1, names: ['setup.exe'], types }],
  'rar-refused-inside': [
    { file, count: 1, names: ['a.zip'], types },
    { file, count: 4, names: ['a.zip', 'b.exe', 'c.txt'], types },
  ],
  'rar-volume': [{ file }],
  'rar-many': [{ file, count: 20_000 }],
  'rar-unchecked': [{ file }],
};
