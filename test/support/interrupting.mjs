// Loaded before the program: interrupts it, as Ctrl-C does, when it has made the folder `out` for its first bundle.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

let pressed = false;
const press = () => {
  if (pressed || !fs.existsSync('out')) return;
  pressed = true;
  process.kill(process.pid, 'SIGINT');
};

const { mkdir } = fs.promises;
Object.assign(fs.promises, {
  /** @type {(path: string, options: import('node:fs').MakeDirectoryOptions) => Promise<string | undefined>} */
  mkdir: async (path, options) => {
    const made = await mkdir(path, options);
    press();
    return made;
  },
});
syncBuiltinESMExports();
// When another thread makes it.
setInterval(press, 1).unref();
