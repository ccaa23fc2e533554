// What is said of what a person vouches for in a dossier: `attest` and `waive`.
import { type Said, some, speak } from './speak.ts';

const zh = {
  attest: {
    count: (all: number, confirmed: number) => `人工核对清单 ${all} 项：已确认 ${confirmed}，待确认 ${all - confirmed}`,
    slot: (label: string, files: readonly string[]) =>
      `${label}：${files.length === 0 ? '还没有文件' : files.join('、')}`,
    given: (by: string, on: string) => `${by} 于 ${on} 确认`,
    voided: (by: string, on: string, file: string) => `已失效：${by} 于 ${on} 确认，此后 ${file} 改动过`,
    /** Above the command that confirms a point. */
    next: '逐项看过后写入（--item 可重复，--all 为全部待确认的各项）：',
    /** Stands for the name of a person in a command. */
    name: '姓名',
    noFiles: (id: string) => `${id} 所看的附件还没有文件，不能确认`,
    already: (id: string) => `${id} 已经确认过，文件没有改动`,
    nothing: '没有可确认的，材料没有改动',
    written: (by: string, on: string, file: string, backup: string) =>
      `${by} 于 ${on} 确认，已写入 ${file}；原文件备份为 ${backup}`,
  },
  waive: {
    done: (code: string, at: string, until: string) => `已豁免 ${code}（${at}），到 ${until} 为止`,
    written: (file: string, backup: string) => `已写入 ${file}；原文件备份为 ${backup}`,
  },
};

const en: Said<typeof zh> = {
  attest: {
    count: (all, confirmed) => `checklist of ${some(all, 'point')}: ${confirmed} confirmed, ${all - confirmed} open`,
    slot: (label, files) => `${label}: ${files.length === 0 ? 'no file yet' : files.join(', ')}`,
    given: (by, on) => `confirmed by ${by} on ${on}`,
    voided: (by, on, file) => `void: confirmed by ${by} on ${on}, but ${file} has changed since`,
    next: 'Once the points have been looked at (--item may be repeated; --all takes all open ones):',
    name: 'NAME',
    noFiles: (id) => `${id} cannot be confirmed: its slot has no file to look at yet`,
    already: (id) => `${id} is confirmed already, and its files have not changed`,
    nothing: 'nothing to confirm; the dossier was not changed',
    written: (by, on, file, backup) =>
      `confirmed by ${by} on ${on}, written to ${file}; the file as it was is ${backup}`,
  },
  waive: {
    done: (code, at, until) => `waived ${code} (${at}) until ${until}`,
    written: (file, backup) => `written to ${file}; the file as it was is ${backup}`,
  },
};

export const recordWords = speak({ zh, en });
