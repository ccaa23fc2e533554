// Begins to mask what a run writes: with --redact, or where the configuration says so.
import { openCatalog } from '../category/catalog.ts';
import { Redactor } from '../redact/redactor.ts';
import type { Terminal } from './terminal.ts';

/** What is no path and no name on a command line: names of commands, options and their choices, days, figures. */
const plain = /^(?:-{1,2}[a-z-]+|[a-z-]{1,12}|[\d/.-]+)$/;

/** From now on every message is masked, what stands on the command line first. */
export async function mask({ masking }: Terminal, argv: readonly string[]): Promise<void> {
  if (masking === undefined || masking.redactor !== undefined) return;
  const redactor = new Redactor();
  masking.redactor = redactor;
  const categories = (await (await openCatalog()).list()).map(({ id }) => id);
  redactor.keep(categories);
  for (const given of argv.filter((one) => !plain.test(one))) {
    // `json=report.json`, `--config=file`: what is given stands behind the sign.
    const value = /^-{0,2}[a-z-]+=/.test(given) ? given.slice(given.indexOf('=') + 1) : given;
    if (value !== '' && !categories.includes(value)) redactor.learnPath(value);
  }
}
