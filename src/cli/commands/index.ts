// The list of commands.
import type { Command } from '../command.ts';
import { add } from './add.ts';
import { attachments } from './attachments.ts';
import { attest } from './attest.ts';
import { build } from './build.ts';
import { categories } from './categories.ts';
import { completion } from './completion.ts';
import { config } from './config.ts';
import { diff } from './diff.ts';
import { explain } from './explain.ts';
import { fill } from './fill.ts';
import { fix } from './fix.ts';
import { init } from './init.ts';
import { match } from './match.ts';
import { preview } from './preview.ts';
import { report } from './report.ts';
import { sheet } from './sheet.ts';
import { validate } from './validate.ts';
import { verify } from './verify.ts';
import { waive } from './waive.ts';

export const commands: readonly Command[] = [
  init,
  fill,
  add,
  validate,
  fix,
  build,
  verify,
  diff,
  explain,
  match,
  attachments,
  preview,
  categories,
  report,
  sheet,
  attest,
  waive,
  config,
  completion,
];
