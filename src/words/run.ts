// What a run over dossiers says on the way and at its end.
import { type Said, some, speak } from './speak.ts';

const zh = {
  interrupted: (done: number, all: number) => `已中断：完成 ${done}/${all} 份，没有留下写了一半的文件`,
  checking: (at: number, all: number, name: string) => `检查 ${at}/${all}  ${name}`,
  /** `left` in seconds, when it can be told. */
  done: (done: number, all: number, left: number | undefined) =>
    `已检查 ${done}/${all} 份${left === undefined ? '' : `，约剩 ${left} 秒`}`,
  /** How long a run took. */
  took: (seconds: string) => `用时 ${seconds} 秒`,
  watching: { waiting: '等待改动，按 Ctrl-C 结束', again: (path: string) => `\n${path} 有改动，重新检查` },
  /** A category of the program that other definitions redefine. */
  altered: (category: string) => `类别 ${category} 不是随 zjtx 发布的那一份，已被另外指定的定义改动，这里的结果不作数`,
  waiverUnused: (code: string, at: string) => `${at} 对 ${code} 的豁免没有用上，可以删去`,
  /** Last of all, for their reasons stand above a long table. */
  unread: (count: number) => `另有 ${count} 处没能检查或生成；原因见前面的“zjtx 错误”`,
  failedFast: (left: number) => `已停止（--fail-fast）：其余 ${left} 份没有检查`,
  packing: (percent: number, name: string) => `打包 ${percent}%  ${name}`,
  /** `--changed-since`: how many of the dossiers found are checked. */
  changed: (revision: string, count: number, all: number) =>
    count === 0
      ? `自 ${revision} 以来，${all} 份材料及其附件、配置都没有改动，没有检查`
      : `自 ${revision} 以来有改动的材料 ${count} 份（共 ${all} 份）`,
};

const en: Said<typeof zh> = {
  interrupted: (done, all) => `Interrupted: ${done} of ${all} done, no half-written file left behind`,
  checking: (at, all, name) => `checking ${at}/${all}  ${name}`,
  done: (done, all, left) => `checked ${done} of ${all}${left === undefined ? '' : `, about ${left} s left`}`,
  took: (seconds) => `took ${seconds} s`,
  watching: { waiting: 'waiting for changes, Ctrl-C ends', again: (path) => `\n${path} has changed, checking again` },
  altered: (category) =>
    `the category ${category} is not the one that zjtx ships; other definitions altered it, and the results here do not count`,
  waiverUnused: (code, at) => `${at}: the waiver of ${code} lifts nothing and can be removed`,
  unread: (count) =>
    `${some(count, 'more place')} could not be checked or built; the reasons stand above, as “zjtx error”`,
  failedFast: (left) => `stopped (--fail-fast): ${left} more were not checked`,
  packing: (percent, name) => `packing ${percent}%  ${name}`,
  changed: (revision, count, all) =>
    count === 0
      ? `none of ${some(all, 'dossier')}, their attachments or configurations changed since ${revision}: nothing was checked`
      : `${count} of ${some(all, 'dossier')} changed since ${revision}`,
};

export const runWords = speak({ zh, en });

const configZh = {
  head: (path: string, files: number) =>
    files === 0 ? `${path}：没有配置文件，都是默认值` : `${path}：生效的设置，出自 ${files} 个文件`,
  standard: '默认',
};

const configEn: Said<typeof configZh> = {
  head: (path, files) =>
    files === 0 ? `${path}: no configuration, all by default` : `${path}: what is set, from ${some(files, 'file')}`,
  standard: 'by default',
};

/** What `config show` says. */
export const configWords = speak({ zh: configZh, en: configEn });
