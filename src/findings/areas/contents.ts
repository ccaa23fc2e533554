// What an image, an archive or an Office file among the attachments can have wrong inside.

import type { Typed } from './slots.ts';
import { each, error, file, note, unread, warning } from './spec.ts';

/** `file` is the path relative to the dossier's folder. */
type File = { readonly file: string };

/** `count` files in an archive that the portal would not take, the first of them by name; `types` are those it takes. */
type Refused = File & {
  readonly count: number;
  readonly names: readonly string[];
  readonly types: readonly string[];
};

const fewZh = (names: readonly string[], count: number): string =>
  `${names.join('、')}${count > names.length ? ` 等 ${count} 个文件` : ''}`;

/** How to turn a picture of an EXIF orientation upright. */
function turnedZh(orientation: number): string {
  if (orientation === 3) return '旋转 180° ';
  if (orientation === 6) return '向右旋转 90° ';
  if (orientation === 8) return '向左旋转 90° ';
  return orientation === 2 ? '左右翻转' : orientation === 4 ? '上下翻转' : '旋转并翻转';
}

const fewEn = (names: readonly string[], count: number): string =>
  `${names.join(', ')}${count > names.length ? ` and others, ${count} files in all` : ''}`;

/** How to turn a picture of an EXIF orientation upright. */
function turnedEn(orientation: number): string {
  if (orientation === 3) return 'turned 180°';
  if (orientation === 6) return 'turned 90° clockwise';
  if (orientation === 8) return 'turned 90° counterclockwise';
  return orientation === 2 ? 'mirrored' : orientation === 4 ? 'flipped top to bottom' : 'turned and mirrored';
}

const types = ['jpg', 'pdf', 'rar'];

export const contentCodes = {
  'image-broken': error<File>({
    zh: ({ file }) => ({
      message: `${file} 不完整，图片数据中断或校验不符`,
      hint: '从原件重新复制，或重新扫描、拍照；用看图软件能打开的，另存一份。',
    }),
    en: ({ file }) => ({
      message: `${file} is incomplete: its data break off or fail their checksum`,
      hint: 'Copy, scan or photograph it again; if an image program opens it, save it anew.',
    }),
    samples: [{ file }],
  }),

  /** Coded without loss, in arithmetic codes, or with more than eight bits a colour. */
  'image-rare': error<Typed>({
    zh: ({ file, extension }) => ({
      message: `${file} 用的是少见的 ${extension.toUpperCase()} 编码，浏览器和多数看图软件打不开`,
      hint: '用产生它的软件打开，另存为普通的 JPG 或 PNG，或打印为 PDF。',
    }),
    en: ({ file, extension }) => ({
      message: `${file} is ${extension.toUpperCase()} in a rare coding, which browsers and most image programs cannot open`,
      hint: 'Open it in the program that made it and save it as plain JPG or PNG, or print it to PDF.',
    }),
    samples: [{ file, extension: 'jpg' }],
  }),

  'image-small': warning<File & { readonly width: number; readonly height: number; readonly least: number }>({
    zh: ({ file, width, height, least }) => ({
      message: `${file} 为 ${width}×${height} 像素，短边不足 ${least}，文字可能看不清`,
      hint: '以 200 dpi 以上重新扫描，或改用原图；不要用截图和聊天软件压缩过的图。',
    }),
    en: ({ file, width, height, least }) => ({
      message: `${file} has ${width}×${height} pixels; with a short side below ${least} its text may be unreadable`,
      hint: 'Scan it again at 200 dpi or more, or use the original picture; do not use screenshots or pictures that a chat program has compressed.',
    }),
    samples: [{ file, width: 800, height: 600, least: 1000 }],
  }),

  /** `orientation` is that of EXIF, 2 to 8. */
  'image-turned': note<File & { readonly orientation: number }>({
    zh: ({ file, orientation }) => ({
      message: `${file} 的画面本身不正，要靠方向标记（EXIF）${turnedZh(orientation)}才正；不认这个标记的程序会显示成横的或倒的`,
      hint: '用看图软件打开，转正后另存一份（看着已正的，左转、右转各一次再保存）；上传后点开看一眼。',
    }),
    en: ({ file, orientation }) => ({
      message: `${file} is upright only when ${turnedEn(orientation)}, as its EXIF orientation says; programs that ignore it show the picture on its side or upside down`,
      hint: 'Open it in an image program and save it upright (if it looks upright, turn it left and right again first); look at it after the upload.',
    }),
    samples: [
      { file, orientation: 2 },
      { file, orientation: 3 },
      { file, orientation: 4 },
      { file, orientation: 5 },
      { file, orientation: 6 },
      { file, orientation: 8 },
    ],
  }),

  'image-cmyk': note<File>({
    zh: ({ file }) => ({
      message: `${file} 是印刷用的 CMYK 颜色，在网页里可能偏色或打不开`,
      hint: '用看图软件打开后另存为 RGB 的 JPG 或 PNG。',
    }),
    en: ({ file }) => ({
      message: `${file} has the CMYK colours of a printing press; browsers may show it in wrong colours or not at all`,
      hint: 'Open it in an image program and save it as JPG or PNG in RGB.',
    }),
    samples: [{ file }],
  }),

  'rar-names-foreign': note<File & { readonly count: number; readonly names: readonly string[] }>({
    zh: ({ file, count, names }) => ({
      message: `${file} 里的文件名不是 UTF-8 编码，按 GBK 读作 ${fewZh(names, count)}；在别的电脑上可能是乱码`,
      hint: '用 WinRAR 5 以上解压后重新压缩，即为 UTF-8。',
    }),
    en: ({ file, count, names }) => ({
      message: `names in ${file} are not UTF-8 and were read as GBK: ${fewEn(names, count)}; on other computers they may be garbled`,
      hint: 'Unpack it with WinRAR 5 or later and pack it again, which gives UTF-8 names.',
    }),
    samples: [{ file, count: 5, names: ['合同.pdf'] }],
  }),

  'rar-broken': error<File>({
    zh: ({ file }) => ({
      message: `${file} 不完整或已损坏，解不开`,
      hint: '重新复制或下载；用 WinRAR 打开，点“测试”，有错误就从原文件重新压缩。',
    }),
    en: ({ file }) => ({
      message: `${file} is incomplete or damaged and cannot be unpacked`,
      hint: 'Copy or download it again; open it in WinRAR and press Test; if that fails, pack the original files anew.',
    }),
    samples: [{ file }],
  }),

  'rar-password': error<File>({
    zh: ({ file }) => ({
      message: `${file} 设有密码，评审人员解不开`,
      hint: '用 WinRAR 解压后重新压缩为 RAR，不设密码。',
    }),
    en: ({ file }) => ({
      message: `${file} has a password; a reviewer cannot unpack it`,
      hint: 'Unpack it with WinRAR and pack it as RAR again without a password.',
    }),
    samples: [{ file }],
  }),

  'rar-empty': error<File>({
    zh: ({ file }) => ({
      message: `${file} 里没有文件`,
      hint: '用 WinRAR 把要交的文件重新压缩为 RAR。',
    }),
    en: ({ file }) => ({
      message: `${file} holds no file`,
      hint: 'Pack the files to be submitted as RAR again with WinRAR.',
    }),
    samples: [{ file }],
  }),

  'rar-only-refused': error<Refused>({
    zh: ({ file, count, names, types }) => ({
      message: `${file} 里只有平台不收的类型：${fewZh(names, count)}`,
      hint: `解压，把其中的文件另存为 ${types.join('、')}，再用 WinRAR 压缩为 RAR；不要只改扩展名。`,
    }),
    en: ({ file, count, names, types }) => ({
      message: `${file} holds only types that the portal does not take: ${fewEn(names, count)}`,
      hint: `Unpack it, save its files as ${types.join(', ')} and pack them as RAR with WinRAR; renaming is not enough.`,
    }),
    samples: [{ file, count: 1, names: ['setup.exe'], types }],
  }),

  'rar-refused-inside': warning<Refused>({
    zh: ({ file, count, names, types }) => ({
      message: `${file} 里有平台不收的类型：${fewZh(names, count)}`,
      hint: `用 WinRAR 打开，删去不必交的；要交的另存为 ${types.join('、')} 后换入，里面的压缩包先解开。`,
    }),
    en: ({ file, count, names, types }) => ({
      message: `${file} holds types that the portal does not take: ${fewEn(names, count)}`,
      hint: `Open it in WinRAR and delete what is not needed; save the rest as ${types.join(', ')} and put it back; unpack archives inside first.`,
    }),
    samples: [
      { file, count: 1, names: ['a.zip'], types },
      { file, count: 4, names: ['a.zip', 'b.exe', 'c.txt'], types },
    ],
  }),

  /** A part of an archive in several volumes. */
  'rar-volume': warning<File>({
    zh: ({ file }) => ({
      message: `${file} 是分卷压缩的一卷，缺其他卷就解不开`,
      hint: '用 WinRAR 重新压缩，不分卷；太大时分成几个各自能解开的 RAR。',
    }),
    en: ({ file }) => ({
      message: `${file} is one volume of an archive and cannot be unpacked without the others`,
      hint: 'Pack it again with WinRAR without volumes; if it is too large, as several RAR files that unpack by themselves.',
    }),
    samples: [{ file }],
  }),

  /** More entries than are looked at, which `count` tells. */
  'rar-many': note<File & { readonly count: number }>({
    zh: ({ file, count }) => ({
      message: `${file} 里的文件太多，只检查了前 ${count} 个`,
      hint: '自行打开看一看；不必交的文件不要放入。',
    }),
    en: ({ file, count }) => ({
      message: `${file} holds so many files that only the first ${count} were looked at`,
      hint: 'Open it and look at it yourself; leave out what need not be submitted.',
    }),
    samples: [{ file, count: 20_000 }],
  }),

  /** The reader of RAR is not installed. */
  'rar-unchecked': unread<File>({
    zh: ({ file }) => ({
      message: `没有安装读取 RAR 的组件（node-unrar-js），没有打开 ${file}：是否损坏、有无密码、里面是什么都未检查`,
      hint: '重新安装本程序，安装时不要略过可选组件；或用 WinRAR 打开，点“测试”，自行核对。',
    }),
    en: ({ file }) => ({
      message: `the reader of RAR files (node-unrar-js) is not installed, and ${file} was not opened: damage, passwords and what is inside are unchecked`,
      hint: 'Install this program again with its optional packages, or open the file in WinRAR, press Test and look yourself.',
    }),
    samples: [{ file }],
  }),

  'file-macros': error<Typed & { readonly found: string }>({
    zh: ({ file, extension, found }) => ({
      message: `${file} 的内容是启用宏的文件（${found}），与扩展名 ${extension} 不符，Office 会拒绝打开`,
      hint: `把扩展名改回 ${found} 打开，再“另存为”不含宏的 ${extension}，或打印为 PDF。`,
    }),
    en: ({ file, extension, found }) => ({
      message: `the content of ${file} is macro-enabled (${found}), not ${extension}; Office will refuse to open it`,
      hint: `Rename it to ${found}, open it, and save it as ${extension} without macros, or print it to PDF.`,
    }),
    samples: [{ file, extension: 'docx', found: 'docm' }],
  }),

  'file-macros-inside': warning<File>({
    zh: ({ file }) => ({
      message: `${file} 含有宏，平台的杀毒程序可能拦截`,
      hint: '另存为不含宏的 docx 或 xlsx，或打印为 PDF。',
    }),
    en: ({ file }) => ({
      message: `${file} holds macros; the portal’s virus scanner may stop it`,
      hint: 'Save it as docx or xlsx without macros, or print it to PDF.',
    }),
    samples: [{ file }],
  }),

  /** `seen` of `all` pages were looked at; then there were too many, or they held too much, or one asked too much or could not be looked at. */
  'pdf-partly-seen': warning<
    File & {
      readonly seen: number;
      readonly all: number;
      readonly why: 'pages' | 'content' | 'memory' | 'crash';
    }
  >({
    zh: ({ file, seen, all, why }) => ({
      message: {
        pages: `${file} 共 ${all} 页，页数过多，只检查了前 ${seen} 页`,
        content: `${file} 共 ${all} 页，内容过多，只检查了前 ${seen} 页`,
        memory: `${file} 共 ${all} 页，占用内存过多，只检查了 ${seen} 页`,
        crash: `${file} 共 ${all} 页，只检查了 ${seen} 页，其后有一页无法检查`,
      }[why],
      hint: '其余各页自行看一看；能分开的分成几个文件，或用“打印为 PDF”另存一份。',
    }),
    en: ({ file, seen, all, why }) => ({
      message: {
        pages: `${file}: of ${all} pages only the first ${seen} ${seen === 1 ? 'was' : 'were'} inspected, because there are too many`,
        content: `${file}: of ${all} pages only the first ${seen} ${seen === 1 ? 'was' : 'were'} inspected, because they hold too much`,
        memory: `${file}: of ${all} pages only ${seen} ${seen === 1 ? 'was' : 'were'} inspected, because the file takes too much memory`,
        crash: `${file}: of ${all} pages only ${seen} ${seen === 1 ? 'was' : 'were'} inspected; a later one cannot be`,
      }[why],
      hint: 'Look at the other pages yourself; split the file if you can, or print it to PDF.',
    }),
    samples: each(['pages', 'content', 'memory', 'crash'], (why) => ({ file, seen: 12, all: 800, why })),
  }),

  'pdf-too-heavy': warning<File>({
    zh: ({ file }) => ({
      message: `${file} 打开时占用内存过多，没有检查`,
      hint: '自行打开看一看；用 WPS 或 Acrobat 的“缩小文件”或“打印为 PDF”另存一份。',
    }),
    en: ({ file }) => ({
      message: `${file} takes too much memory to open and was not inspected`,
      hint: 'Open it and look at it yourself; save a smaller copy in WPS or Acrobat, or print it to PDF.',
    }),
    samples: [{ file }],
  }),
};
