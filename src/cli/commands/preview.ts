// zjtx preview, a name from before: writes only the summary PDF of a dossier, and again whenever a file changes.
import type { Command } from '../command.ts';
import { compared, drawing, paths, watch } from '../options.ts';

export const preview: Command = {
  name: 'preview',
  about: {
    zh: '只生成申请表 PDF，供查看；有错误时标明“草稿”',
    en: 'write only the PDF of the form, to look at; a marked draft while there are errors',
  },
  argument: paths,
  options: [
    {
      flags: '-o, --output <file>',
      about: {
        zh: '写到哪个文件（默认 申请表-预览.pdf，在材料的文件夹里）',
        en: 'the file to write (default 申请表-预览.pdf in the folder of the dossier)',
      },
    },
    {
      flags: '--force',
      about: {
        zh: '覆盖已有的文件；不加时只替换以前的预览',
        en: 'replace the file that stands there; without it only an earlier preview is replaced',
      },
    },
    ...compared,
    watch,
    ...drawing,
  ],
  run: async (context) => (await import('../preview.ts')).run(context),
};
