// The report as one page for a browser: it needs no network, and can be read without its script.
import { readAssets } from './html/assets.ts';
import { page } from './html/page.ts';
import type { Renderer, Report } from './reporter.ts';

const pieces = async (report: Report): Promise<Iterable<string>> => page(report, await readAssets());

export const html: Renderer = {
  render: async (report) => [...(await pieces(report))].join(''),
  pieces,
};
