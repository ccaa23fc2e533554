// What a PDF among the attachments can have wrong: the sentences in Chinese.
import type { pdfCodes } from '../../findings/codes/pdf.ts';
import type { Messages } from '../message.ts';

export const pdf: Messages<typeof pdfCodes> = {
  'pdf-broken': ({ file }) => ({
    message: `${file} 无法解析，PDF 不完整或已损坏`,
    hint: '从原件重新导出、下载或扫描；能打开的话，用“打印为 PDF”另存一份。',
  }),
  'pdf-password': ({ file }) => ({
    message: `${file} 需要密码才能打开，评审人员无法查看`,
    hint: '用密码打开后“打印为 PDF”另存，或向出具单位索取不加密的文件。',
  }),
  'pdf-restricted': ({ file }) => ({
    message: `${file} 可以打开，但限制打印或复制`,
    hint: '一般可以提交；若要求打印，用“打印为 PDF”另存一份，或向出具单位索取不加限制的文件。',
  }),
  'pdf-no-pages': ({ file }) => ({ message: `${file} 一页也没有`, hint: '从原件重新导出或扫描。' }),
};
