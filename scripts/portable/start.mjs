// What 开始.cmd starts on Windows: a menu for people who use no terminal. It runs the program beside it on a folder that was
// dropped or is typed, and opens what was made. Node speaks Unicode to the window, whatever its code page is.
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';

const program = join(import.meta.dirname, 'bin/zjtx.js');
const home = dirname(import.meta.dirname);
const say = (/** @type {string} */ text) => process.stdout.write(`${text}\n`);

/** Lines that are piped in, for whoever tries the menu without a screen. */
const piped = process.stdin.isTTY ? undefined : createInterface({ input: process.stdin })[Symbol.asyncIterator]();

/** @param {string} question */
async function ask(question) {
  if (piped !== undefined) {
    process.stdout.write(question);
    const { value, done } = await piped.next();
    say('');
    return done ? undefined : String(value).trim();
  }
  // Closed before the program asks by itself: two readers would share the keys.
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const closed = new Promise((done) => lines.once('close', () => done(undefined)));
  const answer = await Promise.race([lines.question(question), closed]);
  lines.close();
  return answer === undefined ? undefined : String(answer).trim();
}

/** What the Explorer puts around a path that is dragged into the window. @param {string} text */
const plain = (text) =>
  text
    .replace(/^"(.*)"$/s, '$1')
    .replace(/"+$/, '')
    .trim();

/** @param {readonly string[]} args @param {string} [cwd] */
function zjtx(args, cwd = home) {
  const asks = ['init', 'add'].includes(args[0] ?? '') || args.includes('--all');
  const { status } = spawnSync(process.execPath, [program, ...args], {
    cwd,
    stdio: [asks && piped === undefined ? 'inherit' : 'ignore', 'inherit', 'inherit'],
  });
  return status ?? 2;
}

/** With the program that Windows has for it. @param {string} file */
function open(file) {
  say(`打开 ${file}`);
  if (process.env.ZJTX_START_OPENS === 'no') return;
  spawn('explorer.exe', [file], { detached: true, stdio: 'ignore' })
    .on('error', () => say('打不开，请自己在文件夹里双击它。'))
    .unref();
}

/** The folder to work on; a file stands for the one that it lies in. @type {string | undefined} */
let folder;

/** @param {string} path */
function take(path) {
  const given = resolve(plain(path));
  if (!existsSync(given)) {
    say(`找不到 ${given}`);
    return undefined;
  }
  folder = statSync(given).isDirectory() ? given : dirname(given);
  return given;
}

/** A zip or rar that somebody sent, and no bundle: its papers are to be put into a dossier. @param {string} path */
function isReceived(path) {
  const kind = extname(path).toLowerCase();
  return kind === '.rar' || (kind === '.zip' && !endOf(path).includes('/bagit.txt'));
}

/** The list of a zip stands at its end, that of a bundle with bagit.txt behind all its data. In bytes. */
const endBytes = 64 * 1024;

/** @param {string} path */
function endOf(path) {
  const file = openSync(path, 'r');
  try {
    const end = Buffer.alloc(endBytes);
    return end.subarray(0, readSync(file, end, 0, endBytes, Math.max(0, statSync(path).size - endBytes)));
  } finally {
    closeSync(file);
  }
}

/** @param {string} of what is asked for */
async function wanted(of) {
  while (folder === undefined) {
    const path = await ask(`${of}：把文件夹拖进这个窗口，按回车（直接回车返回）：`);
    if (path === undefined || path === '') return undefined;
    take(path);
  }
  return folder;
}

async function begin() {
  const name = await ask('新文件夹的名称（例如企业名称；直接回车返回）：');
  if (name === undefined || name === '') return;
  const at = plain(name);
  const target = /[\\/]/.test(at) ? resolve(at) : join(folder ?? join(home, '材料'), at);
  if (zjtx(['init', target]) === 0) take(target);
}

async function check() {
  const at = await wanted('检查哪份材料');
  if (at === undefined) return;
  const report = join(at, '检查报告.html');
  const code = zjtx(['validate', at, '-f', 'text', '-f', `html=${report}`]);
  if (code !== 2 && existsSync(report)) open(report);
}

async function mend() {
  const at = await wanted('修正哪份材料');
  if (at === undefined || zjtx(['fix', at]) !== 1) return;
  if ((await ask('还有错误。有要看过才能改的，逐处问？（y 问，回车返回）：')) === 'y') zjtx(['fix', '--all', at]);
}

/** @param {string} [from] */
async function receive(from) {
  const papers = from ?? (await ask('收到的文件：把文件夹、zip 或 rar 拖进这个窗口，按回车（直接回车返回）：'));
  if (papers === undefined || papers === '') return;
  const given = resolve(plain(papers));
  const at = await wanted('放进哪份材料');
  if (at !== undefined) zjtx(['add', given, '--to', at]);
}

async function build() {
  const at = await wanted('生成哪份材料的材料包');
  if (at === undefined) return;
  const output = join(at, '材料包');
  let code = zjtx(['build', at, '-o', output, '--folder']);
  if (code === 1 && (await ask('还不能生成正式的材料包。先生成草稿看看？（y 生成，回车返回）：')) === 'y')
    code = zjtx(['build', at, '-o', output, '--folder', '--draft']);
  if (code === 2 || !existsSync(output)) return;
  const made = readdirSync(output).map((name) => join(output, name));
  const forms = made.map((path) => join(path, 'data', '申请表.pdf')).filter((path) => existsSync(path));
  for (const form of forms.slice(0, 1)) open(form);
  open(output);
}

async function verify() {
  const path = await ask('把材料包（zip）或放材料包的文件夹拖进这个窗口，按回车：');
  if (path !== undefined && path !== '') zjtx(['verify', resolve(plain(path))]);
}

/** @type {Readonly<Record<string, () => Promise<void>>>} */
const actions = { 1: begin, 2: check, 3: mend, 4: build, 5: verify, 7: () => receive() };

async function menu() {
  for (;;) {
    say('');
    say(`当前文件夹：${folder ?? '（还没有选；可以把文件夹拖进来）'}`);
    say('  1 新建    2 检查    3 修正    4 生成    5 核对    6 换文件夹    7 收文件    0 结束');
    const chosen = await ask('选一项，按回车：');
    if (chosen === undefined || chosen === '0') return;
    if (chosen === '6') folder = undefined;
    if (chosen === '6') await wanted('换成');
    else if (chosen in actions) await actions[chosen]?.();
    else if (chosen !== '') take(chosen);
  }
}

say('专精特新申报材料：检查和打包。全程离线，材料不离开这台电脑。');
const [dropped] = process.argv.slice(2);
if (dropped !== undefined) {
  const given = take(dropped);
  // A bundle that is dropped is to be verified, what was received to be put into a dossier, a folder to be checked.
  if (given !== undefined && isReceived(given)) {
    folder = undefined;
    await receive(given);
  } else if (given !== undefined && extname(given).toLowerCase() === '.zip') zjtx(['verify', given]);
  else if (given !== undefined) await check();
}
await menu();
process.exit();
