// A disk that fails where a test wants it to: every call of the system on some paths throws, or does something first.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** Calls on a path, and on a file that was opened under it. */
export type Call =
  | 'access'
  | 'link'
  | 'lstat'
  | 'mkdir'
  | 'open'
  | 'openSync'
  | 'readdir'
  | 'realpath'
  | 'rename'
  | 'stat'
  | 'read'
  | 'sync'
  | 'write';

type Fn = (...given: unknown[]) => unknown;
type Members = Record<string, Fn>;

/** An error as the system gives it; a file that is open has no path. */
export const systemError = (code: string, syscall: string, path?: string): Error =>
  Object.assign(new Error(`${code}: ${syscall}`), {
    code,
    errno: -5,
    syscall,
    ...(path === undefined ? {} : { path }),
  });

/**
 * Runs something while `act` is called before every `call` on a path that fits: it throws, or changes the disk. Gives
 * back what `run` gives, and how often it was called: a test of a fault that never came tests nothing.
 */
export async function withCalls<T>(
  call: Call,
  path: RegExp,
  act: (path: string) => void,
  run: () => Promise<T>,
): Promise<{ readonly result: T; readonly times: number }> {
  const promises = fs.promises as unknown as Members;
  const sync = fs as unknown as Members;
  const undo: (() => void)[] = [];
  const opened = new Map<number, string>();
  let times = 0;
  const fitting = (given: unknown): given is string => typeof given === 'string' && path.test(given);
  const before = (given: string): void => {
    times += 1;
    act(given);
  };
  const put = (on: Members, name: string, make: (real: Fn) => Fn): void => {
    const real = on[name];
    if (real === undefined) throw new Error(name);
    on[name] = make(real);
    undo.push(() => {
      on[name] = real;
    });
  };
  if (call === 'openSync') {
    put(sync, call, (real) => (...given) => {
      if (fitting(given[0])) before(given[0]);
      return real.apply(fs, given);
    });
  } else if (call !== 'read' && call !== 'sync' && call !== 'write') {
    if (call === 'readdir') {
      // The way of libraries that search by themselves.
      put(sync, call, (real) => (...given) => {
        const done = given.at(-1);
        try {
          if (fitting(given[0])) before(given[0]);
        } catch (error) {
          if (typeof done === 'function') done(error);
          return undefined;
        }
        return real.apply(fs, given);
      });
    }
    const named =
      (real: Fn): Fn =>
      (...given) => {
        const own = given.find(fitting);
        if (own !== undefined) before(own);
        return real(...given);
      };
    put(
      promises,
      call,
      (real) =>
        async (...given) =>
          named(real)(...given),
    );
    if (call === 'realpath') put(fs.realpathSync as unknown as Members, 'native', named);
    else put(sync, `${call}Sync`, named);
  } else {
    put(promises, 'open', (real) => async (...given) => {
      const handle = (await real.apply(fs.promises, given)) as Members & { fd: number };
      if (!fitting(given[0])) return handle;
      const own = given[0];
      opened.set(handle.fd, own);
      const method = handle[call];
      handle[call] = async (...rest) => {
        before(own);
        return method?.apply(handle, rest);
      };
      return handle;
    });
    put(sync, 'openSync', (real) => (...given) => {
      const fd = real.apply(fs, given) as number;
      if (fitting(given[0])) opened.set(fd, given[0]);
      return fd;
    });
    // On a number, `sync` has another name.
    const plain = call === 'sync' ? 'fsync' : call;
    for (const name of [`${plain}Sync`, plain].filter((one) => one in fs)) {
      put(sync, name, (real) => (...given) => {
        const own = typeof given[0] === 'number' ? opened.get(given[0]) : undefined;
        const done = given.at(-1);
        try {
          if (own !== undefined) before(own);
        } catch (error) {
          if (typeof done !== 'function') throw error;
          done(error);
          return undefined;
        }
        return real.apply(fs, given);
      });
    }
  }
  syncBuiltinESMExports();
  try {
    return { result: await run(), times };
  } finally {
    for (const back of undo) back();
    syncBuiltinESMExports();
  }
}

/** Runs something while a call of the system on some paths fails. Throws when it was never made. */
export async function withFault<T>(call: Call, path: RegExp, code: string, run: () => Promise<T>): Promise<T> {
  const ofFile = call === 'read' || call === 'write' || call === 'sync';
  const { result, times } = await withCalls(
    call,
    path,
    (at) => {
      throw systemError(code, call, ofFile ? undefined : at);
    },
    run,
  );
  if (times === 0) throw new Error(`${call} was never called on ${path}`);
  return result;
}
