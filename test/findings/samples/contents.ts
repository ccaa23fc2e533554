// Arguments for the sentences about the insides of files.
import type { contentCodes } from '../../../src/findings/codes/contents.ts';
import { file, type Samples } from './samples.ts';

export const contentSamples: Samples<typeof contentCodes> = {
  'image-broken': [{ file }],
  'image-small': [{ file, width: 800, height: 600, least: 1000 }],
};
