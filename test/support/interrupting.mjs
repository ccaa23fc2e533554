// Loaded before the program: sends it a signal when it has written to a temporary of its own, Ctrl-C unless told otherwise.
import { pbkdf2 } from 'node:crypto';
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
  // Once it is sent, what the program clears away meanwhile is not looked at any more.
  if (pressed) return;
  const present =
    named === undefined
      ? folders.some(
          (folder) => fs.existsSync(folder) && fs.readdirSync(folder).some((name) => name.includes(`-${process.pid}-`)),
        )
      : String(path).includes(named);
  if (!present) return;
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

/** @param {'openSync' | 'mkdirSync' | 'statSync' | 'lstatSync' | 'readdirSync'} name */
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
for (const name of /** @type {const} */ (['openSync', 'mkdirSync'])) afterAtOnce(name);
// What is looked for without a name is looked for with these.
if (named !== undefined)
  for (const name of /** @type {const} */ (['statSync', 'lstatSync', 'readdirSync'])) afterAtOnce(name);
// A system with one thread, which is busy beyond all patience just when a file of ours is to be made: what is asked of it
// then is done when the program has cleared up.
if (process.env.ZJTX_TEST_DISK === 'late')
  for (const [on, name] of /** @type {const} */ ([
    [fs.promises, 'open'],
    [fs, 'openSync'],
  ])) {
    const call = /** @type {(...given: unknown[]) => unknown} */ (Reflect.get(on, name));
    Object.assign(on, {
      /** @param {unknown[]} given */
      [name]: (...given) => {
        if (String(given[0]).includes('.zjtx-')) {
          process.kill(process.pid, signal);
          pbkdf2('', '', 4_000_000, 64, 'sha512', () => undefined);
        }
        return call.apply(on, given);
      },
    });
  }
// A disk that never brings a file to rest: the run comes to no place where it could end by itself.
if (process.env.ZJTX_TEST_DISK === 'stuck')
  Object.assign(fs, {
    fsync: () => {
      process.kill(process.pid, signal);
      setTimeout(() => undefined, 600_000);
    },
  });
syncBuiltinESMExports();
// When another thread makes it.
if (named === undefined) setInterval(press, 1).unref();
