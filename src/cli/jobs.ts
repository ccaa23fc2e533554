// The dossiers that a command names, as tasks, and how far they are: a line that is renewed on a terminal, one now and then elsewhere.
import { resolve } from 'node:path';
import type { Config, Defaults } from '../batch/config.ts';
import { type Found, findDossiers } from '../batch/find.ts';
import { inShard, type Shard } from '../batch/pool.ts';
import type { Setting, Task } from '../batch/task.ts';
import { bundleName } from '../bundle/names.ts';
import { entryOf } from '../document/node.ts';
import { mostRead, readDocument } from '../document/read.ts';
import { readPlain } from '../files/read.ts';
import { ownLabels } from '../findings/shapes.ts';
import { Stop } from '../findings/stop.ts';
import { given as present } from '../given.ts';
import { clip } from '../reporters/table.ts';
import { runWords } from '../words/run.ts';
import { asksForMasks, type Configured, type Held, mask } from './configured.ts';
import { widthOf } from './display.ts';
import { isSet, textOption } from './options.ts';
import type { Terminal } from './terminal.ts';
import { usage } from './usage.ts';

type Jobs = {
  readonly tasks: readonly Task[];
  /** How many dossiers there are before the shard is taken. */
  readonly all: number;
  /** Whether fewer than all were to be checked: none of them is an answer, too. */
  readonly partial: boolean;
  /** Every configuration that holds for one of them. */
  readonly configs: readonly Config[];
  /** Arguments that name no dossier. */
  readonly missing: readonly Stop[];
  readonly interrupted: Int32Array;
};

/** What a program pipes in, as far as it can be a dossier: `mostRead` and one byte more, which its reader then refuses. */
async function readAll(stream: AsyncIterable<unknown>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    chunks.push(chunk as Uint8Array);
    bytes += (chunk as Uint8Array).length;
    if (bytes > mostRead) break;
  }
  return Buffer.concat(chunks).subarray(0, mostRead + 1);
}

/** The names of a key at the top of a dossier. */
const namesOf = (key: string): readonly string[] => [key, ...(ownLabels.dossier[key] ?? [])];

/** Who it is for and what it applies for, as its lines say; what stands otherwise in it is found by reading it whole. */
async function headOf({ folder, file }: Found): Promise<readonly [enterprise: string, category: string]> {
  const bytes = await readPlain(resolve(folder, file), mostRead).catch(() => undefined);
  if (bytes === undefined) return ['', ''];
  const text = Buffer.from(bytes).toString('utf8');
  const said = (key: string): string => {
    const [, value = ''] = new RegExp(`^\\ufeff?(?:${namesOf(key).join('|')})[:：][ \\t]*(.*)$`, 'm').exec(text) ?? [];
    return value
      .replace(/(?<![ \t])[ \t]+#.*$/, '')
      .replace(/^(["'])(.*)\1$/, '$2')
      .trim()
      .normalize('NFKC');
  };
  const enterprise = said('enterprise');
  if (enterprise !== '' && !/^[>|&*!{[“＂]/.test(enterprise)) return [enterprise, said('category')];
  const { node } = readDocument(bytes, file);
  const scalarAt = (key: string): string => {
    const value = node?.kind === 'map' ? entryOf(node, ...namesOf(key))?.value : undefined;
    return value?.kind === 'scalar' && value.value !== null ? value.source.trim().normalize('NFKC') : '';
  };
  return [scalarAt('enterprise'), scalarAt('category')];
}

/** Of several dossiers for one bundle, by its name, the first; each of the others with it. */
async function twinsAmong(
  found: readonly Found[],
  nameOf: (enterprise: string, category: string, one: Found) => string,
): Promise<ReadonlyMap<Found, Found>> {
  const firsts = new Map<string, Found>();
  const twins = new Map<Found, Found>();
  for (const one of found) {
    const [enterprise, category] = await headOf(one);
    if (enterprise === '') continue;
    const name = nameOf(enterprise, category, one).toLowerCase();
    const first = firsts.get(name);
    if (first === undefined) firsts.set(name, one);
    else twins.set(one, first);
  }
  return twins;
}

const nameOf = ({ shown, file }: Found): string => (shown === '.' ? file : `${shown}/${file}`);

/** Throws a Stop for what must not be masked but would have to be. */
export async function findJobs(
  run: Configured,
  setting: Setting,
  command: string,
  shard?: Shard | undefined,
): Promise<Jobs> {
  const { context, config } = run;
  const { terminal, options } = context;
  const { cwd, stdin } = terminal;
  const fromStdin = context.args.includes('-');
  const paths = context.args.filter((argument) => argument !== '-');
  const { found, missing } =
    fromStdin && paths.length === 0 ? { found: [], missing: [] } : await findDossiers(paths, cwd);
  const interrupted = new Int32Array(new SharedArrayBuffer(4));
  const piped = fromStdin ? [{ folder: cwd, shown: '.', file: '-' }] : [];
  const held = new Map<Found, Held>();
  let hides = false;
  // A dossier whose configuration cannot be read says so when its turn comes, and keeps no other from being checked.
  const heldAt = (folder: string): Promise<Held> =>
    run.at(folder).catch((error: unknown) => {
      if (!(error instanceof Stop)) throw error;
      hides ||= asksForMasks(error);
      return run;
    });
  for (const one of [...piped, ...found]) held.set(one, await heldAt(one.folder));
  const heldFor = (one: Found): Held => held.get(one) ?? run;
  const configs = new Set([...held.values()].flatMap((one) => one.config ?? []));
  if (run.redactor === undefined && (hides || [...configs].some(({ redact }) => redact === true))) {
    if (setting.bundle !== undefined || setting.preview !== undefined) throw usage(command, (words) => words.noRedact);
    await mask(terminal, context.args);
  }
  const redact = terminal.masking?.redactor === undefined ? {} : { redact: true as const };
  const settings = new Map<Config | undefined, Setting>();
  const settingOf = ({ config: own, schemas }: Held): Setting => {
    const before = settings.get(own);
    if (before !== undefined) return before;
    const { bundle, preview } = setting;
    const fonts = own?.fonts ?? [];
    const drawn = {
      ...(bundle === undefined ? {} : { bundle: { ...bundle, fonts } }),
      ...(preview === undefined ? {} : { preview: { ...preview, fonts } }),
    };
    const made = { ...setting, ...drawn, ...redact, schemas, fonts };
    settings.set(own, made);
    return made;
  };
  const { bundle } = setting;
  const defaultsOf = (one: Found): Defaults => heldFor(one).config?.defaultsOf(resolve(one.folder, one.file)) ?? {};
  const twins =
    bundle === undefined || found.length < 2
      ? new Map<Found, Found>()
      : await twinsAmong(found, (enterprise, category, one) =>
          bundleName(enterprise, category === '' ? (defaultsOf(one).category ?? '') : category, 'final'),
        );
  const taskOf = (one: Found, bytes?: Uint8Array): Task => {
    const file = resolve(one.folder, one.file);
    const holds = heldFor(one);
    return {
      setting: settingOf(holds),
      failOn: holds.failOn,
      found: one,
      defaults: defaultsOf(one),
      waivers: holds.config?.waiversOf(file) ?? [],
      interrupted,
      ...present({ twin: twins.has(one) ? nameOf(twins.get(one) ?? one) : undefined }),
      ...(bytes === undefined ? {} : { bytes }),
    };
  };
  const revision = textOption(options, 'changedSince');
  const changed =
    revision === undefined || found.length === 0
      ? found
      : await (await import('../batch/changed.ts')).changedSince(revision, found, (one) => heldFor(one));
  if (revision !== undefined) {
    const say = runWords(context.language);
    const sentence = say.changed(terminal.masking?.redactor?.whole(revision) ?? revision, changed.length, found.length);
    // Nothing checked is never silent.
    if (changed.length === 0 || !isSet(options, 'quiet')) terminal.stderr.write(`${sentence}\n`);
  }
  const from = config?.folder ?? cwd;
  const own = changed.filter(({ folder, file }) => shard === undefined || inShard(shard, resolve(folder, file), from));
  const read = piped.length === 0 ? undefined : await readAll(stdin);
  return {
    tasks: [...piped.map((one) => taskOf(one, read)), ...own.map((one) => taskOf(one))],
    all: piped.length + found.length,
    partial: shard !== undefined || revision !== undefined,
    configs: [...configs],
    missing,
    interrupted,
  };
}

export type Progress = {
  /** Shows what is being done. */
  show(line: string): void;
  /** For a log, which takes whole lines: written when the last one is long enough ago. */
  log(line: string): void;
  clear(): void;
};

const erase = '\r\u001b[2K';
/** Time between two lines of a log, in ms: short runs leave none. */
const quietMs = 10_000;

const nothing = (): void => undefined;

export function progressOn({ stderr, env, now }: Terminal, silent: boolean): Progress {
  if (silent) return { show: nothing, log: nothing, clear: nothing };
  if (!stderr.isTTY || env.TERM === 'dumb') {
    let last = now().getTime();
    const log = (line: string): void => {
      const time = now().getTime();
      if (time - last < quietMs) return;
      last = time;
      stderr.write(`${line}\n`);
    };
    return { show: nothing, log, clear: nothing };
  }
  let shown = false;
  return {
    show: (line) => {
      // A line that wraps could not be erased.
      stderr.write(`${erase}${clip(line, widthOf(stderr, env) - 1)}`);
      shown = true;
    },
    log: nothing,
    clear: () => {
      if (shown) stderr.write(erase);
      shown = false;
    },
  };
}

/** Seconds left, as far as they can be told from the time so far: not before a few are done. */
export function secondsLeft(done: number, all: number, elapsed: number): number | undefined {
  if (done < 3 || elapsed < 2000) return undefined;
  return Math.ceil(((elapsed / done) * (all - done)) / 1000);
}
