// What zjtx validate --attachments does: assesses dossiers and prints the inventory of each, slot by slot.
import { inventoryData, inventoryText } from '../reporters/inventory.ts';
import type { ReportedAssessment } from '../reporters/reported.ts';
import { pathOf, type Unread } from '../reporters/reporter.ts';
import { type InventoryWords, inventoryWords } from '../words/inventory.ts';
import { assessAll } from './assessing.ts';
import { type Context, exit } from './command.ts';
import { configured } from './configured.ts';
import { displayOf } from './display.ts';
import { isSet } from './options.ts';
import { type Tell, withResult } from './result.ts';
import { printStop, unreadOf } from './stopped.ts';
import { usage } from './usage.ts';

const command = 'zjtx validate';

/** What only a report has. */
const notHere = ['against', 'returned', 'watch', 'statistics', 'failOn', 'failFast', 'fix', 'dryRun', 'yes'] as const;

export function run(given: Context): Promise<number> {
  const wrong = notHere.find((name) => given.options[name] !== undefined);
  if (wrong !== undefined)
    throw usage(command, (words) =>
      words.notWith('--attachments', `--${wrong.replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`)}`),
    );
  return withResult(given, 'attachments', listAll);
}

async function listAll(given: Context, tell: Tell<'attachments'>): Promise<number> {
  const run = await configured(given);
  const { terminal, language, options } = run.context;
  const listed: ReportedAssessment[] = [];
  const unreadable: Unread[] = [];
  const ran = await assessAll(run, command, { digests: true }, ({ reported }) => {
    if (reported?.kind === 'assessed') listed.push(reported);
    if (reported?.kind !== 'unreadable') return;
    const why = (words: InventoryWords) => {
      const path = pathOf(reported);
      return { message: words.unreadable(path), hint: words.unreadableFix(path) };
    };
    const stop = { code: 'dossier-unreadable', zh: why(inventoryWords('zh')), en: why(inventoryWords('en')) } as const;
    printStop(stop, terminal, language);
    unreadable.push(unreadOf(stop, terminal, pathOf(reported)));
  });
  if (run.context.signal.aborted) return ran.code;
  tell({ ...inventoryData(listed), unread: [...ran.unread, ...unreadable] });
  if (listed.length > 0) {
    terminal.stdout.write(inventoryText(listed, displayOf(terminal.stdout, run.context), isSet(options, 'verbose')));
  }
  return Math.max(ran.code, unreadable.length > 0 ? exit.couldNot : exit.fine);
}
