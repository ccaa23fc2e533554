// zjtx attachments: the inventory of dossiers, slot by slot.
import { jsonText } from '../../characters/shown.ts';
import type { ReportedAssessment } from '../../reporters/reported.ts';
import type { InventoryWords } from '../../words/inventory.ts';
import { type Command, type Context, exit } from '../command.ts';
import { isSet, listing, paths } from '../options.ts';

async function run(given: Context): Promise<number> {
  const [
    { assessAll },
    { configured },
    { displayOf },
    { inventoryData, inventoryText },
    { pathOf },
    { inventoryWords },
    { printStop },
    { version },
  ] = await Promise.all([
    import('../assessing.ts'),
    import('../configured.ts'),
    import('../display.ts'),
    import('../../reporters/inventory.ts'),
    import('../../reporters/reporter.ts'),
    import('../../words/inventory.ts'),
    import('../stopped.ts'),
    import('../../files/version.ts'),
  ]);
  const run = await configured(given);
  const { terminal, language, options } = run.context;
  const listed: ReportedAssessment[] = [];
  let unreadable = false;
  const ran = await assessAll(run, 'zjtx attachments', { digests: true }, ({ reported }) => {
    if (reported?.kind === 'assessed') listed.push(reported);
    if (reported?.kind !== 'unreadable') return;
    unreadable = true;
    const why = (words: InventoryWords) => {
      const path = pathOf(reported);
      return { message: words.unreadable(path), hint: words.unreadableFix(path) };
    };
    printStop({ zh: why(inventoryWords('zh')), en: why(inventoryWords('en')) }, terminal, language);
  });
  if (run.context.signal.aborted) return ran.code;
  if (isSet(options, 'json')) {
    terminal.stdout.write(`${jsonText(inventoryData({ name: 'zjtx', version }, listed), 2)}\n`);
  } else if (listed.length > 0) {
    terminal.stdout.write(inventoryText(listed, displayOf(terminal.stdout, run.context)));
  }
  return Math.max(ran.code, unreadable ? exit.couldNot : exit.fine);
}

export const attachments: Command = {
  name: 'attachments',
  about: {
    zh: '列出材料的附件：类型、页数、大小、SHA-256、各项情况，必交而缺少的',
    en: 'list the attachments: type, pages, size, SHA-256, traits, and required slots without a file',
  },
  argument: paths,
  options: listing,
  run,
};
