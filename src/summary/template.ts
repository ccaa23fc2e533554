// The layout file of the summary (templates/summary.yaml): which blocks in which order, with their titles.
import * as z from 'zod';
import { blocks } from './blocks/index.ts';

const block = z.strictObject({
  block: z.enum(Object.keys(blocks) as [string, ...string[]]),
  title: z.string().default(''),
  note: z.string().default(''),
});

/** What `templates/summary.yaml` may say. */
export const template = z.strictObject({ blocks: z.array(block).min(1) });
