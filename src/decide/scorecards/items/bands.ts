// The kind `bands`: points by the band that one figure reaches.
import * as z from 'zod';
import { bandLines, bandsInWords, bandsShape, mostOf, oneLadder, openBands } from './banded.ts';
import { defineKind } from './kind.ts';

export const bands = defineKind({
  name: 'bands',
  words: bandsInWords,
  schema: z.strictObject(bandsShape).refine(oneLadder),
  most: mostOf,
  lines: bandLines,
  open: (options, scope) => openBands(options, [], scope),
});
