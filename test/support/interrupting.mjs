// Loaded before the program: interrupts it, as Ctrl-C does, when it has made the folder `out` for its first bundle.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename } from 'node:path';

const { mkdir } = fs.promises;
Object.assign(fs.promises, {
  /** @type {(path: string, options: import('node:fs').MakeDirectoryOptions) => Promise<string | undefined>} */
  mkdir: async (path, options) => {
    const made = await mkdir(path, options);
    if (made !== undefined && basename(path) === 'out') process.kill(process.pid, 'SIGINT');
    return made;
  },
});
syncBuiltinESMExports();
