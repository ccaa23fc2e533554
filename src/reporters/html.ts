// The report as one page for a browser: it needs no network, and can be read without its script.
import type { Reporter } from './reporter.ts';

export const html: Reporter = {
  name: 'html',
  render: async (report) => {
    const [{ page }, { readAssets }] = await Promise.all([import('./html/page.ts'), import('./html/assets.ts')]);
    return page(report, await readAssets());
  },
};
