// zjtx build: assesses dossiers and writes the bundle of each that is settled.
import type { Command } from '../command.ts';
import { assessing, compared, paths, watch } from '../options.ts';

export const build: Command = {
  name: 'build',
  about: {
    zh: '检查申报材料，没有错误时生成材料包',
    en: 'check dossiers and write a bundle of each that has no errors',
  },
  brief: {
    zh: '检查后生成材料包（--preview 只画申请表 PDF）',
    en: 'check and write bundles; --preview only draws the form',
  },
  argument: paths,
  options: [
    {
      flags: '-o, --output <folder>',
      about: {
        zh: '材料包写入的文件夹（默认 out）；与 --preview 同用：写到哪个 PDF 文件或文件夹',
        en: 'folder for the bundles (default out); with --preview: the PDF file to write, or its folder',
      },
    },
    {
      flags: '--preview',
      about: {
        zh: '只画申请表 PDF（申请表-预览.pdf），不生成材料包；有错误时标明“草稿”',
        en: 'only draw the PDF of the form (申请表-预览.pdf), no bundle; marked as a draft while there are errors',
      },
    },
    ...compared,
    watch,
    {
      flags: '--draft',
      about: {
        zh: '任何状态都生成，标明“草稿”；与 --unsettled 同用时，能正式的仍为正式',
        en: 'build in any state, marked as a draft; with --unsettled, what can be final stays final',
      },
    },
    {
      flags: '--unsettled',
      about: {
        zh: '待核实的也生成，首页盖“待核实”并列出待核实的各项',
        en: 'also build what is unsettled, stamped unsettled, with what is open listed on page 1',
      },
    },
    { flags: '--force', about: { zh: '覆盖内容不同的旧材料包', en: 'overwrite an older bundle with other content' } },
    {
      flags: '--merge-slots',
      about: {
        zh: '每类附件另生成一份合并的 PDF，放在 data/合并（一类只能传一个文件时用）',
        en: 'also merge the files of each slot into one PDF in data/合并 (for portals that take one file per slot)',
      },
    },
    {
      flags: '--paper',
      about: {
        zh: '另生成可装订的报送件 data/报送件.pdf：封面、目录、申请表、声明、推荐意见、附件隔页和附件',
        en: 'also write the paper set to print and bind, data/报送件.pdf: cover, contents, form, declaration, recommendation, dividers, attachments',
      },
    },
    {
      flags: '--single-sided',
      about: {
        zh: '与 --paper 同用：报送件单面打印，不留空白页，左右页边距不对换',
        en: 'with --paper: for printing on one side, without blank pages or mirrored margins',
      },
    },
    {
      flags: '--folder',
      about: {
        zh: '另把材料包展开成同名的文件夹，供逐个上传',
        en: 'also unpack the bundle into a folder of the same name, to upload its files one by one',
      },
    },
    {
      flags: '--sign <file>',
      about: {
        zh: '用 minisign 的私钥文件签名，签名写在材料包旁边（.minisig）',
        en: 'sign with the minisign secret key in this file; the signature is written beside the bundle (.minisig)',
      },
    },
    {
      flags: '--fit',
      about: {
        zh: '超过大小上限的 JPG、PNG 和扫描 PDF，压缩后放入材料包，原文件不动（要安装 sharp）',
        en: 'make JPGs, PNGs and scanned PDFs above the limit smaller for the bundle; the files stay as they are (needs sharp)',
      },
    },
    ...assessing,
  ],
  run: async (context) => {
    const { preview, ...options } = context.options;
    if (preview === true) return (await import('../preview.ts')).run({ ...context, options });
    return (await import('../build.ts')).run(context);
  },
};
