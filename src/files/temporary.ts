// What a run makes and may have to unmake. Temporary files and folders: their names say whose they are, so that they go when
// the program ends, and the next run clears up after one that was killed; and folders for what is written.
import { createHash, randomBytes } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmdirSync, rmSync } from 'node:fs';
import { rmdir } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join, relative, sep } from 'node:path';
import { codeOf, Refused } from './fault.ts';
import { entryAt, isBelow, realPath, stands } from './folder.ts';
import { isHolding, removeAll } from './held.ts';

/** `.zjtx-<machine>-<process>-<its start>-<random>`; a file that begins with a dot is no attachment and is not watched. */
const pattern = /^\.zjtx-([0-9a-f]{8})-(\d+)-(\d+)-[0-9a-f]{16}$/;

/** What another machine left on a shared disk is removed only when nobody can be at work on it any more, in ms. */
const oldOfOthersMs = 7 * 24 * 3_600_000;

const orElse = <T>(read: () => T, otherwise: T): T => {
  try {
    return read();
  } catch {
    return otherwise;
  }
};

/** The machine, and on Linux the container: elsewhere the numbers of processes mean other ones. */
const machineOf = (): string =>
  createHash('sha256')
    .update(`${hostname()} ${orElse(() => readlinkSync('/proc/self/ns/pid'), '')}`)
    .digest('hex')
    .slice(0, 8);

/** When a process was started, in ticks of the system; `dead` when it is not there, 0 where the system does not tell. */
function startOf(pid: number): number | 'dead' {
  const text = orElse(() => readFileSync(`/proc/${pid}/stat`, 'latin1'), '');
  // The name of the program, in brackets, may hold anything.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  if (text !== '') return fields[0] === 'Z' || fields[0] === 'X' ? 'dead' : Number(fields[19] ?? 0);
  try {
    process.kill(pid, 0);
    return 0;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH' ? 'dead' : 0;
  }
}

type Own = { readonly machine: string; readonly start: number };
let own: Own | undefined;

function ownMarks(): Own {
  if (own !== undefined) return own;
  const start = startOf(process.pid);
  own = { machine: machineOf(), start: start === 'dead' ? 0 : start };
  return own;
}

/** What of ours is there now. */
const present = new Set<string>();
/** Where threads of this process may have left something. */
const shared = new Set<string>();
const cleared = new Set<string>();

/** Folders that a run has made for what it is going to write, and not written anything into yet. */
const begun = new Set<string>();

/** Says of a folder that it is made for what is written into it: while it is empty it goes when a signal ends the program. */
export function begin(path: string): void {
  clearAtExit();
  begun.add(path);
}

/** Says of a folder that it stays, also when it is empty. */
export const finish = (path: string): void => void begun.delete(path);

/** Removes at once what this process has made and not removed yet; for the very end. */
function removePresent(code: number): void {
  for (const path of present) orElse(() => rmSync(path, { recursive: true, force: true }), undefined);
  for (const folder of shared)
    for (const path of leftIn(folder, (pid) => pid === process.pid))
      orElse(() => rmSync(path, { recursive: true, force: true }), undefined);
  // With codes above this one a signal has ended it.
  if (code > 128) for (const path of [...begun].toReversed()) orElse(() => rmdirSync(path), undefined);
}

let listens = false;

/** Makes that nothing is left in a folder when the program ends, whoever ends it; also what threads have made there. */
export function clearAtExit(folder?: string): void {
  if (folder !== undefined) shared.add(folder);
  if (listens) return;
  listens = true;
  process.on('exit', removePresent);
}

/** Paths of temporaries in a folder that belong to a process of this machine for which `isOver` holds. */
function leftIn(folder: string, isOver: (pid: number, start: number) => boolean): readonly string[] {
  const { machine } = ownMarks();
  const user = process.getuid?.();
  return orElse(() => readdirSync(folder), []).flatMap((name) => {
    const [, where, pid, start] = pattern.exec(name) ?? [];
    if (where === undefined) return [];
    const path = join(folder, name);
    const found = orElse(() => lstatSync(path), undefined);
    if (found === undefined || (user !== undefined && found.uid !== user)) return [];
    const over = where === machine ? isOver(Number(pid), Number(start)) : Date.now() - found.mtimeMs > oldOfOthersMs;
    return over ? [path] : [];
  });
}

/** Whether no process with this number that was started then is at work any more. */
function isDead(pid: number, start: number): boolean {
  if (pid === process.pid) return start !== ownMarks().start;
  const now = startOf(pid);
  return now === 'dead' || (now !== 0 && start !== 0 && now !== start);
}

/** Removes what runs that were killed have left in a folder; what cannot be removed stays. Once a folder. */
export async function clearUp(folder: string): Promise<void> {
  if (cleared.has(folder)) return;
  cleared.add(folder);
  for (const path of leftIn(folder, isDead)) await removeAll(path).catch(() => {});
}

/**
 * Makes something in a folder under a name that no other run can have; whoever gives it another calls `gone`. `make` makes it
 * at once: what a thread of the system is about to make when the program ends comes after all that is cleared away.
 */
export async function makeTemporary<T>(folder: string, make: (path: string) => T): Promise<{ path: string; made: T }> {
  await clearUp(folder);
  clearAtExit();
  const { machine, start } = ownMarks();
  const path = join(folder, `.zjtx-${machine}-${process.pid}-${start}-${randomBytes(8).toString('hex')}`);
  present.add(path);
  try {
    return { path, made: make(path) };
  } catch (error) {
    gone(path);
    throw error;
  }
}

/** Whether a path is one that stands in for another while that is written. */
export const isTemporary = (path: string): boolean => pattern.test(basename(path));

/** Nothing is to be removed at the path any more. */
export const gone = (path: string): void => void present.delete(path);

/** Removes a temporary; harmless when it is not there any more. What another program holds goes at the end, or in the next run. */
export async function removeTemporary(path: string): Promise<void> {
  try {
    await removeAll(path);
    gone(path);
  } catch (error) {
    if (!isHolding(error)) throw error;
  }
}

/** Makes a folder of its own in a folder, which only this user can read; its path has no links. Throws a FileFault. */
export async function temporaryFolder(parent: string): Promise<string> {
  const { path } = await makeTemporary(parent, (path) => mkdirSync(path, { mode: 0o700 }));
  try {
    return await realPath(path);
  } catch (error) {
    gone(path);
    throw error;
  }
}

/** Files and folders that a run has made anew, each after the folder that it lies in. */
export type Made = string[];

/** A folder and those above it that are not there yet, the highest first. */
export async function absentAbove(folder: string): Promise<Made> {
  const absent: Made = [];
  for (let at = folder; dirname(at) !== at && !(await stands(at)); at = dirname(at)) absent.unshift(at);
  return absent;
}

/** Removes what a run has made that could not be finished; a folder that holds anything else stays. */
export async function unmake(made: Made): Promise<void> {
  for (const path of made.toReversed()) {
    const found = await entryAt(path).catch(() => undefined);
    if (found?.isDirectory() === true) await rmdir(path).catch(() => {});
    else if (found !== undefined) await removeAll(path).catch(() => {});
  }
}

function makeOne(path: string, made: Made, mode?: number): void {
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return;
    throw error;
  }
  made.push(path);
  begin(path);
}

/** Makes a folder and those above it, each by itself: Node's own way to make them all never ends below /proc. */
export async function makeAbsent(folder: string, made: Made, mode?: number): Promise<void> {
  for (const path of await absentAbove(folder)) makeOne(path, made, mode);
}

/**
 * Makes a folder and those above it as far as `within`, which may be anywhere. Below `within` no link leads out: throws
 * `link` for one that does, before anything is made behind it. Gives the path without links; what it has made is added to
 * `made`, and goes again where it throws.
 */
export async function makeFolder(folder: string, within: string = folder, made: Made = []): Promise<string> {
  const before = made.length;
  return makeEach(folder, within, made).catch(async (error: unknown) => {
    await unmake(made.splice(before));
    throw error;
  });
}

async function makeEach(folder: string, within: string, made: Made): Promise<string> {
  await makeAbsent(within, made);
  const root = await realPath(within);
  let here = root;
  for (const part of relative(within, folder).split(sep).filter(Boolean)) {
    const next = join(here, part);
    makeOne(next, made);
    here = await realPath(next);
    if (!isBelow(here, root)) throw new Refused('link', next);
  }
  return here;
}
