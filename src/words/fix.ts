// What `zjtx fix` says of what it has mended, and what it leaves to a person.
import { argument } from '../characters/shown.ts';
import { type Said, some, speak } from './speak.ts';

const zh = {
  mended: (path: string, count: number, backup: string) => `${path}：已改正 ${count} 处，原文件留在 ${backup}`,
  would: (path: string, count: number) => `${path}：可改正 ${count} 处，没有写入`,
  nothing: (path: string) => `${path}：没有能自动改正的`,
  /** Of several, those that nothing was to be said of. */
  rest: (count: number) => `没有能自动改正的：${count} 份`,
  /** `put` is empty where something is deleted. */
  line: (line: number, stands: string, put: string) =>
    `第 ${line} 行　“${stands}” → ${put === '' ? '（删去）' : `“${put}”`}`,
  more: (count: number) => `另有 ${count} 处`,
  /** Mends that a person must agree to, and what is understood as it is. */
  open: (path: string, count: number) => `另有 ${count} 处要看过才能改：zjtx fix --all ${argument(path)}`,
  unasked: (count: number) => `${count} 处要看过才能改，这里不是终端，没有改；都同意的，加 --yes`,
  /** Agreed to, and taken back. */
  vain: (count: number) => `${count} 处照改也不对，没有改，请自己改`,
  choose: (path: string) => `${path}：以下各处是否照改？（按空格选中，回车确定；不选的不改）`,
  noDry: {
    message: '--dry-run 显示的是原文，不能与 --redact 同用',
    hint: '去掉其中一个。',
  },
  noWatch: { message: '--fix 不能与 --watch 同用', hint: '先运行 zjtx fix，再运行 zjtx validate --watch。' },
};

const en: Said<typeof zh> = {
  mended: (path, count, backup) => `${path}: corrected ${some(count, 'place')}; the file as it was is ${backup}`,
  would: (path, count) => `${path}: ${some(count, 'place')} can be corrected; nothing was written`,
  nothing: (path) => `${path}: nothing that can be corrected automatically`,
  rest: (count) => `nothing that can be corrected automatically: ${some(count, 'dossier')}`,
  line: (line, stands, put) => `line ${line}  “${stands}” → ${put === '' ? '(deleted)' : `“${put}”`}`,
  more: (count) => `${count} more`,
  open: (path, count) => `${count} more can be corrected once somebody has looked: zjtx fix --all ${argument(path)}`,
  unasked: (count) =>
    `${some(count, 'place')} to be looked at first; this is not a terminal, so nothing was changed. If you agree to all, add --yes`,
  vain: (count) =>
    `${some(count, 'place')} would still be wrong, and nothing was changed there: please correct by hand`,
  choose: (path) => `${path}: which of these should be corrected? (space selects, Enter confirms; the rest stays)`,
  noDry: {
    message: '--dry-run shows what stands in the file and cannot be used with --redact',
    hint: 'Leave one out.',
  },
  noWatch: { message: '--fix cannot be used with --watch', hint: 'Run zjtx fix first, then zjtx validate --watch.' },
};

export const fixWords = speak({ zh, en });
