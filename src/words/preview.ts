// What `zjtx preview` says of the form that it draws.
import { type Said, some, speak } from './speak.ts';

const zh = {
  written: (path: string, pages: number) => `已写入 ${path}（${pages} 页）`,
  /** How the dossier stands, where its summary is not formal. */
  state: (state: string, errors: number, warnings: number) =>
    `材料${state}：错误 ${errors} 项，警告 ${warnings} 项；逐条说明用 zjtx validate 查看`,
  unreadable: (file: string) => `${file} 读不出，没有生成申请表；原因用 zjtx validate 查看`,
  taken: (path: string) => `${path} 已存在，不是以前的预览，没有覆盖`,
  takenFix: '用 -o 换一个文件名，或加 --force 覆盖。',
};

const en: Said<typeof zh> = {
  written: (path, pages) => `written: ${path} (${pages} pages)`,
  state: (state, errors, warnings) =>
    `the state of the dossier is ${state}: ${some(errors, 'error')}, ${some(warnings, 'warning')}; zjtx validate tells each`,
  unreadable: (file) => `${file} cannot be read, no form was drawn; zjtx validate tells why`,
  taken: (path) => `${path} exists, is no earlier preview and was not overwritten`,
  takenFix: 'Choose another file with -o, or add --force.',
};

export const previewWords = speak({ zh, en });
