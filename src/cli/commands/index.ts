// The list of commands.
import type { Command } from '../command.ts';
import { add } from './add.ts';
import { build } from './build.ts';
import { categories } from './categories.ts';
import { completion, config } from './config.ts';
import { diff } from './diff.ts';
import { explain } from './explain.ts';
import { fix } from './fix.ts';
import { attachments, fill, preview } from './former.ts';
import { init } from './init.ts';
import { match } from './match.ts';
import { attest, record, waive } from './record.ts';
import { report } from './report.ts';
import { sheet } from './sheet.ts';
import { validate } from './validate.ts';
import { verify } from './verify.ts';

/** In the order in which they are used. */
const listed: readonly Command[] = [
  init,
  add,
  validate,
  fix,
  build,
  verify,
  diff,
  explain,
  match,
  categories,
  sheet,
  report,
  record,
  config,
];

/** Names from before, each with what is written now: they go on working, and stand in no list. */
const former: readonly (readonly [Command, now: string])[] = [
  [fill, 'zjtx init'],
  [preview, 'zjtx build --preview'],
  [attachments, 'zjtx validate --attachments'],
  [attest, 'zjtx record attest'],
  [waive, 'zjtx record waive'],
  [completion, 'zjtx config completion'],
];

export const commands: readonly Command[] = [
  ...listed,
  ...former.map(([command, now]) => ({ ...command, hidden: true, now })),
];
