// The password of a key: from the environment, else asked on the terminal, where it is not shown.
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { passwordNeeded } from '../bundle/minisign/stops.ts';
import { buildWords } from '../words/build.ts';
import type { Context } from './command.ts';

/** Asks once. Throws a Stop where nobody can be asked, and the reason of the signal when the run is interrupted. */
export async function keyPassword({ terminal, language, signal }: Context, path: string): Promise<string> {
  const { env, stdin, stderr } = terminal;
  if (env.ZJTX_KEY_PASSWORD !== undefined) return env.ZJTX_KEY_PASSWORD;
  if (stdin.isTTY !== true || !stderr.isTTY) throw passwordNeeded(path);
  stderr.write(buildWords(language).keyPassword(path));
  // Swallows the echo: readline switches the terminal's own off and writes what is typed to its output.
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: unseen, terminal: true });
  try {
    return await new Promise<string>((resolve, reject) => {
      lines.once('line', resolve);
      // The terminal is raw while it is asked, so that Ctrl-C comes as a key.
      lines.once('SIGINT', () => process.kill(process.pid, 'SIGINT'));
      lines.once('close', () => reject(passwordNeeded(path)));
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
  } finally {
    lines.close();
    stderr.write('\n');
  }
}
