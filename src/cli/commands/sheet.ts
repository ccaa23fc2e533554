// zjtx sheet: the intake workbook for a client, back into dossiers, and the results of a batch as a workbook.
import type { Command, Context } from '../command.ts';
import { common, drawing } from '../options.ts';

async function exported(given: Context): Promise<number> {
  const [{ configured }, { exportSheets }] = await Promise.all([
    import('../configured.ts'),
    import('../sheet-export.ts'),
  ]);
  return exportSheets(await configured(given));
}

async function imported(given: Context): Promise<number> {
  const [{ configured }, { importSheets }] = await Promise.all([
    import('../configured.ts'),
    import('../sheet-import.ts'),
  ]);
  // The configuration is that of the working folder: workbooks may lie anywhere.
  const run = await configured({ ...given, args: [] });
  return importSheets({ ...run, context: { ...run.context, args: given.args } });
}

export const sheet: Command = {
  name: 'sheet',
  options: [],
  commands: [
    {
      name: 'export',
      argument: { name: 'path', syntax: '[path...]' },
      options: [
        { name: 'sheet-output', flags: '-o, --output <file>' },
        { name: 'sheet-category', flags: '--category <id>' },
        { name: 'wide', flags: '--wide' },
        { name: 'results', flags: '--results' },
        { name: 'sheet-force', flags: '--force' },
        ...drawing,
      ],
      run: exported,
    },
    {
      name: 'import',
      argument: { name: 'workbook', syntax: '<file...>' },
      options: [
        { name: 'dossiers-output', flags: '-o, --output <folder>' },
        { name: 'sheet-category', flags: '--category <id>' },
        { name: 'dossiers-force', flags: '--force' },
        ...drawing.filter(({ name }) => ['redact', 'config', 'schemas'].includes(name)),
        ...common,
      ],
      run: imported,
    },
  ],
};
