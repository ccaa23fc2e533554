// Runs the commands of a page of the documentation in a clean folder, as a reader would type them, and writes what they print beside them.
import { execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '../..');
const kept = join(import.meta.dirname, 'kept.mjs');
const blocks = /^```console\n([\s\S]*?)^```$/gm;
const mark = '\u001e';

/** Whether a page shows commands and what they print. */
export const showsCommands = (page: string): boolean => page.includes('\n```console\n');

/** What the reader types: a line after `$ `, with the lines that end a here-document. */
function commandsOf(block: string): string[] {
  const commands: string[] = [];
  let ends: string | undefined;
  for (const line of block.split('\n')) {
    if (ends !== undefined) {
      commands.push(`${commands.pop()}\n${line}`);
      if (line === ends) ends = undefined;
    } else if (line.startsWith('$ ')) {
      commands.push(line.slice(2));
      ends = /<<\s*'?(\w+)'?/.exec(line)?.[1];
    }
  }
  return commands;
}

/** What differs from run to run: the progress that only a slow machine shows. */
const lasting = (text: string): string => text.replace(/^(?:已检查 \d+\/\d+|checked \d+ of \d+).*\n/gm, '');

/** The page with fresh output below each command. Throws when a command fails that the page does not say of: `echo $?` follows. */
export async function rerun(
  page: string,
  socket: string,
): Promise<{ readonly text: string; readonly commands: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'zjtx-docs-'));
  try {
    return await rerunIn(folder, page, socket);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function rerunIn(folder: string, page: string, socket: string) {
  const commands = [...page.matchAll(blocks)].flatMap(([, block = '']) => commandsOf(block));
  const [bin, work] = [join(folder, 'bin'), join(folder, 'work')];
  mkdirSync(bin);
  mkdirSync(work);
  // The reader's copy of the repository lies beside.
  mkdirSync(join(folder, 'zjtx'));
  symlinkSync(join(root, 'examples'), join(folder, 'zjtx/examples'));
  writeFileSync(join(bin, 'zjtx'), starterOf(socket), { mode: 0o755 });
  const script = commands.map(
    (command) => `${command}\n__code=$?; printf '${mark}%s${mark}' "$__code"; (exit $__code)`,
  );
  const env = {
    PATH: `${bin}:${process.env.PATH}`,
    HOME: folder,
    COLUMNS: '80',
    TZ: 'Asia/Shanghai',
    LC_ALL: 'C.UTF-8',
    ZJTX_LANG: 'zh',
  };
  const { stdout } = await promisify(execFile)('bash', ['-c', `exec 2>&1\n${script.join('\n')}\ntrue`], {
    cwd: work,
    env,
    maxBuffer: 16e6,
  });
  const parts = stdout.split(mark);
  const outputs = commands.map((command, at) => {
    const [output = '', code] = [parts[2 * at], parts[2 * at + 1]];
    const told = commands[at + 1] === 'echo $?';
    if (code !== '0' && !told) throw new Error(`exit ${code}: ${command}\n${output}`);
    return lasting(output).replaceAll(folder, '~').trimEnd();
  });
  let next = 0;
  const text = page.replace(blocks, (_all, block: string) => {
    const shown = commandsOf(block).map((command) => {
      const output = outputs[next++] ?? '';
      return output === '' ? `$ ${command}` : `$ ${command}\n${output}`;
    });
    return `\`\`\`console\n${shown.join('\n')}\n\`\`\``;
  });
  return { text, commands: commands.length };
}

/** A script that stands for `zjtx`: the program that is kept loaded runs its command line. */
export const starterOf = (socket: string): string =>
  `#!/bin/sh\nexec '${process.execPath}' '${kept}' run '${socket}' "$@"\n`;

type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** A command line run by the program that is kept loaded, with what it printed. */
export async function runThere(
  socket: string,
  args: readonly string[],
  place: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<Ran> {
  const texts = { stdout: '', stderr: '' };
  let ended: number | undefined;
  const there = connect(socket);
  there.write(`${JSON.stringify({ args, ...place })}\n`);
  for await (const line of createInterface({ input: there })) {
    const { to, text, code } = JSON.parse(line) as { to?: keyof typeof texts; text?: string; code?: number };
    if (to === undefined) ended = code;
    else texts[to] += text ?? '';
  }
  if (ended === undefined) throw new Error(`no answer: ${args.join(' ')}`);
  return { code: ended, ...texts };
}

/** Keeps the built program loaded, for `rerun`: its socket, and how to end it. */
export async function keepLoaded(): Promise<{ readonly socket: string; end(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'zjtx-kept-'));
  const socket = join(folder, 'socket');
  const child = spawn(process.execPath, [kept, 'serve', socket], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((ready, fail) => {
    child.stdout.once('data', () => ready());
    child.once('exit', (code) => fail(new Error(`the program did not start (${code}): npm run build`)));
  });
  return {
    socket,
    end: () => {
      child.removeAllListeners('exit');
      child.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
