// Loaded before the program: sends it a signal when it has written to a temporary of its own, Ctrl-C unless told otherwise.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';

const signal = process.env.ZJTX_TEST_SIGNAL ?? 'SIGINT';
const folders = ['out', tmpdir()];
let pressed = false;

/** A name: then it is sent as soon as the program asks the disk for it. */
const named = process.env.ZJTX_TEST_WHEN;

/** @param {unknown} [path] */
const press = (path) => {
  const present =
    named === undefined
      ? folders.some(
          (folder) => fs.existsSync(folder) && fs.readdirSync(folder).some((name) => name.includes(`-${process.pid}-`)),
        )
      : String(path).includes(named);
  if (pressed || !present) return;
  pressed = true;
  process.kill(process.pid, signal);
};

/** @template {keyof typeof fs.promises} N @param {N} name */
const after = (name) => {
  const call = /** @type {(...given: unknown[]) => Promise<unknown>} */ (fs.promises[name]);
  Object.assign(fs.promises, {
    /** @param {unknown[]} given */
    [name]: async (...given) => {
      const made = await call.apply(fs.promises, given);
      press(given[0]);
      return made;
    },
  });
};
for (const name of /** @type {const} */ (['open', 'mkdir', 'stat', 'lstat', 'readdir'])) after(name);

/** @param {'openSync' | 'statSync' | 'lstatSync' | 'readdirSync'} name */
const afterAtOnce = (name) => {
  const call = /** @type {(...given: unknown[]) => unknown} */ (fs[name]);
  Object.assign(fs, {
    /** @param {unknown[]} given */
    [name]: (...given) => {
      const made = call.apply(fs, given);
      press(given[0]);
      return made;
    },
  });
};
// What is looked for without a name is looked for with these.
if (named !== undefined)
  for (const name of /** @type {const} */ (['openSync', 'statSync', 'lstatSync', 'readdirSync'])) afterAtOnce(name);
syncBuiltinESMExports();
// When another thread makes it.
if (named === undefined) setInterval(press, 1).unref();
