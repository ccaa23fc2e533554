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
  choose: (path: string) => `${path}：以下各处是否照改？（按空格选中，回车确定；不选的不改）`,
  noDry: {
    message: '--dry-run 显示的是原文，不能与 --redact 同用',
    hint: '去掉其中一个。',
  },
  noWatch: { message: '--fix 不能与 --watch 同用', hint: '先运行 zjtx fix，再运行 zjtx validate --watch。' },
};

const en: Said<typeof zh> = {
  mended: (path, count, backup) => `${path}: mended in ${count} places; what was there is in ${backup}`,
  would: (path, count) => `${path}: ${count} places can be mended; nothing was written`,
  nothing: (path) => `${path}: nothing that mends itself`,
  rest: (count) => `nothing that mends itself: ${some(count, 'dossier')}`,
  line: (line, stands, put) => `line ${line}  “${stands}” → ${put === '' ? '(deleted)' : `“${put}”`}`,
  more: (count) => `${count} more`,
  open: (path, count) => `${count} more can be mended once somebody has looked: zjtx fix --all ${argument(path)}`,
  unasked: (count) =>
    `${count} places need somebody to look; this is no terminal, so they stay. If all are right, add --yes`,
  choose: (path) => `${path}: which of these shall be mended? (space to choose, Enter when done)`,
  noDry: { message: '--dry-run shows what stands in the file, and cannot go with --redact', hint: 'Leave one out.' },
  noWatch: { message: '--fix cannot go with --watch', hint: 'Run zjtx fix first, then zjtx validate --watch.' },
};

export const fixWords = speak({ zh, en });
