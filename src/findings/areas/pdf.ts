// What a PDF among the attachments can have wrong.
import { namedEn, subjectZh, verbEn } from '../several.ts';
import { each, error, file, files, type InFiles, note, warning } from './spec.ts';

/** Pages by number, from 1: how many, and the first stretches of them. */
export type PageSet = { readonly count: number; readonly ranges: readonly (readonly [number, number])[] };

/** `file` is the path relative to the dossier's folder. */
type File = { readonly file: string };

type OfPages = File & { readonly pages: PageSet };

/** `第 2、4-6 页`; only the first ones of very many. */
function numberedZh({ count, ranges }: PageSet): string {
  const named = ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join('、');
  const told = ranges.reduce((all, [from, to]) => all + to - from + 1, 0);
  return told < count ? `第 ${named} 页等 ${count} 页` : `第 ${named} 页`;
}

const first = ({ ranges }: PageSet): number => ranges[0]?.[0] ?? 1;

/** `page 2`, `pages 2, 4-6`; only the first ones of very many. */
function numberedEn({ count, ranges }: PageSet): string {
  const named = ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
  const told = ranges.reduce((all, [from, to]) => all + to - from + 1, 0);
  if (count === 1) return `page ${named}`;
  return told < count ? `pages ${named} … (${count} in all)` : `pages ${named}`;
}

const isAre = ({ count }: PageSet): string => (count === 1 ? 'is' : 'are');

const one: PageSet = { count: 1, ranges: [[3, 3]] };

const pages: PageSet = {
  count: 4,
  ranges: [
    [2, 2],
    [4, 6],
  ],
};

const many: PageSet = {
  count: 90,
  ranges: [
    [1, 1],
    [3, 3],
  ],
};

export const pdfCodes = {
  'pdf-broken': error<File>({
    zh: ({ file }) => ({
      message: `${file} 无法解析，PDF 不完整或已损坏`,
      hint: '从原件重新导出、下载或扫描；能打开的话，用“打印为 PDF”另存一份。',
    }),
    en: ({ file }) => ({
      message: `${file} cannot be parsed; the PDF is incomplete or damaged`,
      hint: 'Export, download or scan it again; if a reader opens it, print it to PDF.',
    }),
    samples: [{ file }],
  }),

  'pdf-password': error<File>({
    zh: ({ file }) => ({
      message: `${file} 需要密码才能打开，评审人员无法查看`,
      hint: '用密码打开后“打印为 PDF”另存，或向出具单位索取不加密的文件。',
    }),
    en: ({ file }) => ({
      message: `${file} needs a password; the reviewers cannot open it`,
      hint: 'Open it with the password and print it to PDF, or ask its issuer for a file without one.',
    }),
    samples: [{ file }],
  }),

  'pdf-locked': error<File>({
    zh: ({ file }) => ({
      message: `${file} 用证书或许可证（DRM）加了锁，没有它们谁也打不开`,
      hint: '在能打开它的电脑上“打印为 PDF”另存一份；不让打印的，向出具单位索取不加锁的文件。',
    }),
    en: ({ file }) => ({
      message: `${file} is locked with a certificate or a licence (DRM); without them nobody can open it`,
      hint: 'Print it to PDF on a computer that opens it; if it may not be printed, ask its issuer for a file without a lock.',
    }),
    samples: [{ file }],
  }),

  'pdf-destroyed': error<File>({
    zh: ({ file }) => ({
      message: `${file} 曾被当作文本转存，图片和压缩的内容已毁，补不回来`,
      hint: '从原处重新下载或索取原文件，也可重新扫描；不要用记事本、编辑器打开后保存。',
    }),
    en: ({ file }) => ({
      message: `${file} was saved as if it were text; its pictures and packed contents are destroyed and cannot be restored`,
      hint: 'Download it again from where it came from, ask for the original, or scan it again; never save a PDF in a text editor.',
    }),
    samples: [{ file }],
  }),

  /** What shows is only the cover: of a form that Acrobat makes while it shows it, of a collection of files. */
  'pdf-cover': error<File & { readonly cover: 'form' | 'portfolio' }>({
    zh: ({ file, cover }) => ({
      message:
        cover === 'form'
          ? `${file} 是动态表单（XFA），平台和浏览器里只显示一页“请稍候”`
          : `${file} 是 PDF 包（portfolio），平台和浏览器里只显示封面，里面的文件看不到`,
      hint:
        cover === 'form'
          ? '用 Acrobat Reader 打开，“打印为 PDF”另存一份。'
          : '用 Acrobat Reader 打开，把里面的文件逐个另存，各自提交，或合并成一个普通的 PDF。',
    }),
    en: ({ file, cover }) => ({
      message:
        cover === 'form'
          ? `${file} is a dynamic form (XFA), of which portals and browsers show only a “Please wait” page`
          : `${file} is a PDF portfolio, of which portals and browsers show only the cover and none of its files`,
      hint:
        cover === 'form'
          ? 'Open it in Acrobat Reader and print it to PDF.'
          : 'Open it in Acrobat Reader, save each file inside, and submit them one by one or merged into one plain PDF.',
    }),
    samples: each(['form', 'portfolio'], (cover) => ({ file, cover })),
  }),

  'pdf-picture-broken': error<OfPages>({
    zh: ({ file, pages }) => ({
      message: `${file} ${numberedZh(pages)}的图片数据中断或无法解码，显示不全`,
      hint: '从原件重新扫描，或重新复制、下载原来的 PDF。',
    }),
    en: ({ file, pages }) => ({
      message: `${file}: a picture on ${numberedEn(pages)} breaks off or cannot be decoded, and shows in part or not at all`,
      hint: 'Scan it again, or copy or download the original PDF again.',
    }),
    samples: [
      { file, pages: one },
      { file, pages: many },
    ],
  }),

  /** `font` is the first of them; empty when it has no name. */
  'pdf-font-missing': warning<OfPages & { readonly font: string }>({
    zh: ({ file, pages, font }) => ({
      message: `${file} ${numberedZh(pages)}的中文字体${font === '' ? '' : `（${font}）`}没有嵌入，在没有这种字体的电脑上会变成空白或别的字形`,
      hint: '导出时选“嵌入字体”（WPS、Word：“另存为 PDF—选项—符合 PDF/A”），或在显示正常的电脑上“打印为 PDF”另存一份。',
    }),
    en: ({ file, pages, font }) => ({
      message: `${file}: a Chinese font on ${numberedEn(pages)}${font === '' ? '' : ` (${font})`} is not embedded; a computer without it shows blanks or other shapes`,
      hint: 'Export it with embedded fonts (WPS, Word: Save as PDF, Options, PDF/A compliant), or print it to PDF on a computer that shows it right.',
    }),
    samples: [
      { file, pages: one, font: 'STSong-Light' },
      { file, pages, font: '' },
    ],
  }),

  'pdf-restricted': note<InFiles>({
    zh: (about) => ({
      message: `${subjectZh(about)}可以打开，但限制打印或复制`,
      hint: '一般可以提交；若要求打印，用“打印为 PDF”另存一份，或向出具单位索取不加限制的文件。',
    }),
    en: (about) => ({
      message: `${namedEn(about)} ${verbEn(about, 'opens, but restricts', 'open, but restrict')} printing or copying`,
      hint: 'Usually this may be submitted; if it must be printed, print it to PDF or ask its issuer for an open file.',
    }),
    samples: [{ file }, { file, files }],
  }),

  'pdf-no-pages': error<File>({
    zh: ({ file }) => ({ message: `${file} 一页也没有`, hint: '从原件重新导出或扫描。' }),
    en: ({ file }) => ({ message: `${file} has no pages`, hint: 'Export or scan it again.' }),
    samples: [{ file }],
  }),

  /** `pages` are those that cannot be opened; without them the table of the file's parts had to be rebuilt. */
  'pdf-damaged': warning<File & { readonly pages?: PageSet }>({
    zh: ({ file, pages }) => ({
      message: pages ? `${file} 已损坏，${numberedZh(pages)}打不开` : `${file} 已损坏，阅读器要先修补才能打开`,
      hint: '重新导出、下载或扫描；没有原件的，用 WPS、Acrobat 或浏览器打开，逐页看过后“打印为 PDF”另存一份。',
    }),
    en: ({ file, pages }) => ({
      message: pages
        ? `${file} is damaged: ${numberedEn(pages)} cannot be opened`
        : `${file} is damaged; a reader has to repair it before it opens`,
      hint: 'Export, download or scan it again; else open it in WPS, Acrobat or a browser, look at every page, and print it to PDF.',
    }),
    samples: [{ file }, { file, pages: one }],
  }),

  /** Nothing shows on any page. */
  'pdf-empty': error<File>({
    zh: ({ file }) => ({
      message: `${file} 每一页都是空白，看不到文字、图片和线条`,
      hint: '用 WPS、Acrobat 或浏览器打开看一看；确为空白，从原件重新导出或扫描。',
    }),
    en: ({ file }) => ({
      message: `${file} is empty: no text, picture or line shows on any page`,
      hint: 'Open it in WPS, Acrobat or a browser; if it is empty there, export or scan it again.',
    }),
    samples: [{ file }],
  }),

  'pdf-empty-pages': note<OfPages>({
    zh: ({ file, pages }) => ({
      message: `${file} ${numberedZh(pages)}空白，看不到文字、图片和线条`,
      hint: '确实多余的，用 WPS 或 Acrobat 删去这些页；本应有内容的，从原件重新导出。',
    }),
    en: ({ file, pages }) => ({
      message: `${file}: ${numberedEn(pages)} ${isAre(pages)} empty: no text, picture or line shows`,
      hint: 'Delete what is not needed in WPS or Acrobat; export the file again if something should be there.',
    }),
    samples: [
      { file, pages: one },
      { file, pages },
      { file, pages: many },
    ],
  }),

  /** Sides in mm of the first of the pages. */
  'pdf-paper': note<OfPages & { readonly width: number; readonly height: number }>({
    zh: ({ file, pages, width, height }) => ({
      message:
        pages.count === 1
          ? `${file} ${numberedZh(pages)}为 ${width}×${height} 毫米，办公打印机印不了这样的纸`
          : `${file} ${numberedZh(pages)}过大或过小（第 ${first(pages)} 页为 ${width}×${height} 毫米），办公打印机印不了这样的纸`,
      hint: '打印时选“适合页面”；要改页面，用浏览器或 WPS 选 A4 纸“打印为 PDF”另存一份。',
    }),
    en: ({ file, pages, width, height }) => ({
      message:
        pages.count === 1
          ? `${file}: ${numberedEn(pages)} is ${width}×${height} mm, which no office printer prints`
          : `${file}: ${numberedEn(pages)} are too large or too small for office printers (page ${first(pages)}: ${width}×${height} mm)`,
      hint: 'Print with “fit to page”; to change the file, print it to PDF on A4 in a browser or WPS.',
    }),
    samples: [
      { file, pages: one, width: 841, height: 1189 },
      { file, pages, width: 86, height: 54 },
    ],
  }),

  /** Degrees clockwise on the first of the pages. */
  'pdf-sideways': warning<OfPages & { readonly turned: number }>({
    zh: ({ file, pages, turned }) => ({
      message: `${file} ${numberedZh(pages)}${turned === 180 ? '文字上下颠倒' : '文字横躺'}`,
      hint: `用 WPS 或 Acrobat 的“旋转页面”${turned === 180 ? '转 180 度' : turned === 90 ? '逆时针转 90 度' : '顺时针转 90 度'}，再保存。`,
    }),
    en: ({ file, pages, turned }) => ({
      message: `${file}: the text on ${numberedEn(pages)} ${turned === 180 ? 'stands on its head' : 'lies on its side'}`,
      hint: `Turn the page ${turned === 180 ? 'by 180°' : turned === 90 ? '90° counterclockwise' : '90° clockwise'} in WPS or Acrobat (“Rotate pages”) and save it.`,
    }),
    samples: [
      { file, pages: one, turned: 90 },
      { file, pages, turned: 180 },
      { file, pages: many, turned: 270 },
    ],
  }),

  /** Of the coarsest page: dots per inch, and pixels on its short side, of which `least` are wanted. */
  'pdf-coarse': warning<OfPages & { readonly dpi: number; readonly side: number; readonly least: number }>({
    zh: ({ file, pages, dpi, side, least }) => ({
      message: `${file} ${numberedZh(pages)}扫描分辨率过低：${pages.count === 1 ? '' : '最低的一页 '}${dpi} dpi，短边 ${side} 像素，不足 ${least}，文字可能看不清`,
      hint: '以 200 dpi 以上重新扫描；不要用截图和聊天软件压缩过的图拼成 PDF。',
    }),
    en: ({ file, pages, dpi, side, least }) => ({
      message: `${file}: ${numberedEn(pages)} ${isAre(pages)} scanned too coarsely (${pages.count === 1 ? '' : 'the coarsest at '}${dpi} dpi, ${side} pixels on the short side, fewer than ${least}) to be read with certainty`,
      hint: 'Scan again at 200 dpi or more; do not use screenshots or pictures that a chat program has compressed.',
    }),
    samples: [
      { file, pages: one, dpi: 72, side: 595, least: 1000 },
      { file, pages, dpi: 96, side: 794, least: 1000 },
    ],
  }),

  'pdf-blank': warning<OfPages>({
    zh: ({ file, pages }) => ({
      message: `${file} ${numberedZh(pages)}扫描出来是白纸`,
      hint: '纸放反了的，重新扫描；多余的页，用 WPS 或 Acrobat 删去。',
    }),
    en: ({ file, pages }) => ({
      message: `${file}: ${numberedEn(pages)} ${pages.count === 1 ? 'is a scan' : 'are scans'} of blank paper`,
      hint: 'Scan it again if the sheet lay face down; delete pages that are not needed in WPS or Acrobat.',
    }),
    samples: [
      { file, pages: one },
      { file, pages },
    ],
  }),
};
