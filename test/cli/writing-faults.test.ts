// Every command that writes, on a disk that fails at every kind of call: told in words, ends with 2, loses nothing, and works when tried again.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forget } from '../../src/batch/task.ts';
import { type Call, systemError, withCalls } from '../support/faults.ts';
import { readyIn } from '../support/ready.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';

// What another test has opened would not be read again.
beforeEach(forget);

const codes = ['ENOSPC', 'EIO', 'EROFS', 'EPERM', 'EBUSY', 'EACCES', 'EMFILE', 'EFBIG', 'EDQUOT', 'ENXIO'] as const;
/** `WRITING=all` tries every call with every code; else every third call has one of them, by turns. */
const every = process.env.WRITING === 'all';

/** Calls that change a disk, each with the paths of what is written: temporaries, and names that are given at the end. */
const calls: readonly Call[] = ['mkdir', 'open', 'write', 'sync', 'rename', 'link'];

/** What the commands work on; made once a folder. */
async function prepare(cwd: string): Promise<void> {
  readyIn(cwd, '材料', [
    [
      '企业简介(盖章).pdf\n      issued_to: 江苏示例精密机械有限公司\n      stamped: true',
      '企业简介(盖章).pdf\n      stamped: false',
    ],
  ]);
  writeFileSync(join(cwd, 'answers.yaml'), 'form: {basics: {address: 南京市江宁区示例路18号}}\n');
  writeFileSync(join(cwd, 'b.json'), 'old');
  mkdirSync(join(cwd, '来件'));
  cpSync(join(cwd, '材料/附件/营业执照'), join(cwd, '来件/营业执照'), { recursive: true });
  for (const argv of [
    ['sheet', 'export', '材料', '-o', 'in.xlsx'],
    ['validate', '材料', '-f', 'json=a.json'],
    ['init', '新', '--yes', '--category', 'jiangsu/2021/product'],
  ])
    expect((await zjtx(argv, { cwd })).stderr).not.toContain('错误');
}

const commands: Readonly<Record<string, readonly string[]>> = {
  init: ['init', '又一份', '--yes', '--category', 'jiangsu/2021/product'],
  'init --force': ['init', '新', '--yes', '--force', '--category', 'jiangsu/2021/review-product'],
  'init --take': ['init', '又一份', '--yes', '--category', 'jiangsu/2021/product', '--take', '来件'],
  add: ['add', '来件', '--to', '新', '--yes'],
  fill: ['fill', '新', '--answers', 'answers.yaml'],
  attest: ['attest', '材料', '--by', '林晓雯', '--all'],
  waive: [
    'waive',
    '材料',
    ...['--code', 'evidence-unstamped', '--at', 'attachments.profile_stamped'],
    ...['--reason', '公章变更', '--by', '林晓雯', '--until', '2021-08-31'],
  ],
  preview: ['preview', '材料'],
  'sheet export': ['sheet', 'export', '材料', '-o', 'out.xlsx'],
  'sheet export --force': ['sheet', 'export', '-o', 'in.xlsx', '--force', '--category', 'jiangsu/2021/review-product'],
  'sheet export --results': ['sheet', 'export', '材料', '--results', '-o', 'results.xlsx'],
  'sheet import': ['sheet', 'import', 'in.xlsx', '-o', 'in'],
  build: ['build', '材料', '-o', 'out'],
  'build --folder': ['build', '材料', '-o', 'out', '--folder'],
  'build --merge-slots': ['build', '材料', '-o', 'out', '--merge-slots'],
  'validate -f': ['validate', '材料', '-f', 'html=r.html', '-f', 'sarif=r.sarif'],
  'match -f': ['match', '材料', '-f', 'html=m.html'],
  'report merge -f': ['report', 'merge', 'a.json', '-f', 'json=b.json'],
};

/** Every file below a folder with its digest; folders that stand empty do not count. */
const held = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => `${path} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`);

/** Folders with no file in them: what a command that fails has made, and left. */
const empty = (folder: string): readonly string[] => {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = all.filter((entry) => entry.isFile()).map((entry) => entry.parentPath);
  return all
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !files.some((file) => file === path || file.startsWith(`${path}/`)))
    .sort();
};

const kept = mkdtempSync(join(tmpdir(), 'zjtx-writing-'));
beforeAll(() => prepare(kept));
afterAll(() => rmSync(kept, { recursive: true, force: true }));

describe.each(Object.entries(commands))('%s', (name, argv) => {
  const turn = Object.keys(commands).indexOf(name);
  test('is told of each fault in words, loses nothing, and can be tried again', async () => {
    const cwd = join(emptyFolder(), 'work');
    const anew = () => {
      rmSync(cwd, { recursive: true, force: true });
      cpSync(kept, cwd, { recursive: true });
      forget();
    };
    anew();
    const before = held(cwd);
    const emptyBefore = empty(cwd);
    let tried = 0;
    for (const [index, call] of calls.entries()) {
      const chosen = codes[(turn + index) % codes.length] ?? 'EIO';
      for (const code of every ? codes : (turn + index) % 3 === 0 ? [chosen] : []) {
        // A disk that knows no second name gets the file by another way.
        if (call === 'link' && ['EPERM', 'EACCES'].includes(code)) continue;
        anew();
        const { result, times } = await withCalls(
          call,
          new RegExp(`^${cwd}/(?!${call === 'open' ? '(?!.*\\.zjtx-)' : '$'})`),
          (path) => {
            throw systemError(code, call, call === 'write' || call === 'sync' ? undefined : path);
          },
          () => zjtx(argv, { cwd }),
        );
        if (times === 0) continue;
        tried += 1;
        const what = `${call} ${code}\n${result.stderr}${result.stdout}`;
        expect(result.code, what).toBe(2);
        expect(result.stderr, what).toMatch(/^zjtx 错误：[^\n]+\n修正：[^\n]+\n/m);
        expect(result.stderr, what).not.toMatch(/(?<![-\w])E[A-Z]{3,}\b|node:|程序内部错误/);
        const after = held(cwd);
        // What was there is as it was; of several files those before the fault may be there, whole.
        expect(after, what).toEqual(expect.arrayContaining([...before]));
        expect(empty(cwd), what).toEqual(emptyBefore);
        expect(
          after.filter((one) => one.includes('.zjtx-')),
          what,
        ).toEqual([]);
      }
    }
    expect(tried).toBeGreaterThan(0);
    forget();
    expect(await zjtx(argv, { cwd })).toMatchObject({ code: 0 });
    expect(held(cwd)).not.toEqual(before);
  });
});
