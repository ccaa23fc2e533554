// What a PDF among the attachments can have wrong: the sentences in Chinese.
import type { PageSet, pdfCodes } from '../../findings/codes/pdf.ts';
import type { Messages } from '../message.ts';
import { named } from './several.ts';

/** `第 2、4-6 页`; only the first ones of very many. */
function numbered({ count, ranges }: PageSet): string {
  const named = ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join('、');
  const told = ranges.reduce((all, [from, to]) => all + to - from + 1, 0);
  return told < count ? `第 ${named} 页等 ${count} 页` : `第 ${named} 页`;
}

const first = ({ ranges }: PageSet): number => ranges[0]?.[0] ?? 1;

export const pdf: Messages<typeof pdfCodes> = {
  'pdf-broken': ({ file }) => ({
    message: `${file} 无法解析，PDF 不完整或已损坏`,
    hint: '从原件重新导出、下载或扫描；能打开的话，用“打印为 PDF”另存一份。',
  }),
  'pdf-password': ({ file }) => ({
    message: `${file} 需要密码才能打开，评审人员无法查看`,
    hint: '用密码打开后“打印为 PDF”另存，或向出具单位索取不加密的文件。',
  }),
  'pdf-restricted': (about) => ({
    message: `${named(about)} 可以打开，但限制打印或复制`,
    hint: '一般可以提交；若要求打印，用“打印为 PDF”另存一份，或向出具单位索取不加限制的文件。',
  }),
  'pdf-no-pages': ({ file }) => ({ message: `${file} 一页也没有`, hint: '从原件重新导出或扫描。' }),
  'pdf-damaged': ({ file, pages }) => ({
    message: pages ? `${file} 已损坏，${numbered(pages)}打不开` : `${file} 已损坏，阅读器要先修补才能打开`,
    hint: '重新导出、下载或扫描；没有原件的，用 WPS、Acrobat 或浏览器打开，逐页看过后“打印为 PDF”另存一份。',
  }),
  'pdf-empty': ({ file }) => ({
    message: `${file} 每一页都是空白，没有文字、图片和线条`,
    hint: '用 WPS、Acrobat 或浏览器打开看一看；确为空白，从原件重新导出或扫描。',
  }),
  'pdf-empty-pages': ({ file, pages }) => ({
    message: `${file} ${numbered(pages)}空白，没有文字、图片和线条`,
    hint: '确实多余的，用 WPS 或 Acrobat 删去这些页；本应有内容的，从原件重新导出。',
  }),
  'pdf-paper': ({ file, pages, width, height }) => ({
    message:
      pages.count === 1
        ? `${file} ${numbered(pages)}为 ${width}×${height} 毫米，办公打印机印不了这样的纸`
        : `${file} ${numbered(pages)}过大或过小（第 ${first(pages)} 页为 ${width}×${height} 毫米），办公打印机印不了这样的纸`,
    hint: '打印时选“适合页面”；要改页面，用浏览器或 WPS 选 A4 纸“打印为 PDF”另存一份。',
  }),
  'pdf-sideways': ({ file, pages, turned }) => ({
    message: `${file} ${numbered(pages)}${turned === 180 ? '文字上下颠倒' : '文字横躺'}`,
    hint: `用 WPS 或 Acrobat 的“旋转页面”${turned === 180 ? '转 180 度' : turned === 90 ? '逆时针转 90 度' : '顺时针转 90 度'}，再保存。`,
  }),
  'pdf-coarse': ({ file, pages, dpi, side, least }) => ({
    message: `${file} ${numbered(pages)}扫描分辨率过低：${pages.count === 1 ? '' : '最低的一页 '}${dpi} dpi，短边 ${side} 像素，不足 ${least}，文字可能看不清`,
    hint: '以 200 dpi 以上重新扫描；不要用截图和聊天软件压缩过的图拼成 PDF。',
  }),
  'pdf-blank': ({ file, pages }) => ({
    message: `${file} ${numbered(pages)}扫描出来是白纸`,
    hint: '纸放反了的，重新扫描；多余的页，用 WPS 或 Acrobat 删去。',
  }),
  'pdf-partly-seen': ({ file, seen, all, why }) => ({
    message: {
      pages: `${file} 共 ${all} 页，页数过多，只检查了前 ${seen} 页`,
      content: `${file} 共 ${all} 页，内容过多，只检查了前 ${seen} 页`,
      memory: `${file} 共 ${all} 页，占用内存过多，只检查了 ${seen} 页`,
      crash: `${file} 共 ${all} 页，只检查了 ${seen} 页，其后有一页无法检查`,
    }[why],
    hint: '其余各页自行看一看；能分开的分成几个文件，或用“打印为 PDF”另存一份。',
  }),
  'pdf-too-heavy': ({ file }) => ({
    message: `${file} 打开时占用内存过多，没有检查`,
    hint: '自行打开看一看；用 WPS 或 Acrobat 的“缩小文件”或“打印为 PDF”另存一份。',
  }),
  'pdf-other-name': ({ enterprise, uscc, ...about }) => ({
    message: `${named(about)} 的文字里没有企业名称“${enterprise}”${uscc === undefined ? '' : `，也没有统一社会信用代码 ${uscc}`}`,
    hint: '打开看一看是不是本企业的材料；写的是曾用名的，把曾用名写入 facts 的 former_names。',
  }),
  'pdf-no-text': (about) => ({
    message: `${named(about, '个 PDF')} 是扫描件，没有可查的文字，未核对其中的企业名称`,
    hint: '扫描件可以提交；逐件看一看抬头是不是本企业。',
  }),
};
