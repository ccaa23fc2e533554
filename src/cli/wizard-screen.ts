// Who is asked in a run: the person at the terminal, or nobody where there is none.

import type { Asker } from '../intake/wizard/asker.ts';
import type { Context } from './command.ts';

/** The asker of this run; none when nobody can be asked. */
export async function askerOf({ terminal, language }: Context): Promise<Asker | undefined> {
  if (terminal.asker !== undefined) return terminal.asker;
  if (terminal.stdin.isTTY !== true || !terminal.stdout.isTTY) return undefined;
  const [{ asker }, { wizardWords }] = await Promise.all([import('./prompts.ts'), import('../words/wizard.ts')]);
  return asker(wizardWords(language));
}
