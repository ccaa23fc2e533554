// The list of commands.
import type { Command } from '../command.ts';
import { attachments } from './attachments.ts';
import { attest } from './attest.ts';
import { build } from './build.ts';
import { categories } from './categories.ts';
import { completion } from './completion.ts';
import { diff } from './diff.ts';
import { preview } from './preview.ts';
import { report } from './report.ts';
import { validate } from './validate.ts';
import { verify } from './verify.ts';
import { waive } from './waive.ts';

export const commands: readonly Command[] = [
  validate,
  build,
  verify,
  diff,
  attachments,
  preview,
  categories,
  report,
  attest,
  waive,
  completion,
];
