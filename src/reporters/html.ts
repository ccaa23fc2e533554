// The report as one page for a browser: it needs no network, and can be read without its script.
import type { Report, Reporter } from './reporter.ts';

async function pieces(report: Report): Promise<Iterable<string>> {
  const [{ page }, { readAssets }] = await Promise.all([import('./html/page.ts'), import('./html/assets.ts')]);
  return page(report, await readAssets());
}

export const html: Reporter = {
  name: 'html',
  render: async (report) => [...(await pieces(report))].join(''),
  pieces,
};
