// Runs main over this process: exit code, Ctrl-C, and a reader that closes the pipe early.
import { main } from './main.ts';
import { terminalOf } from './terminal.ts';

/** Sets the exit code of the process when the run ends. */
export async function runProcess(process: NodeJS.Process): Promise<void> {
  const controller = new AbortController();
  // A second Ctrl-C ends the process at once.
  process.once('SIGINT', () => controller.abort());
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // `zjtx … | head` is no fault of anybody.
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  process.stderr.on('error', (error: NodeJS.ErrnoException) => {
    // Nobody reads the notes any more; the document may still be wanted.
    if (error.code !== 'EPIPE') throw error;
  });
  process.exitCode = await main(process.argv.slice(2), terminalOf(process), controller.signal);
}
