// What an attached file can have wrong, whatever its slot.
import { grouped, megabytes, namedEn, ofMib, subjectZh, verbEn } from '../several.ts';
import { type File, listEn, listZh, type Typed } from './slots.ts';
import { each, error, file, files, hard, type InFiles, unread, warning } from './spec.ts';

type Sized = File & { readonly bytes: number; readonly mib: number };

const kindsZh: Readonly<Record<string, string>> = {
  html: '网页（HTML）',
  txt: '纯文本',
  zip: 'ZIP 压缩包',
  cfb: '无法识别的复合文档',
  encrypted: '加密的 Office 文件',
  msi: 'Windows 安装包',
  ofd: 'OFD 版式文件',
  einvoice: '电子发票的数据文件（XML）',
  xml: 'XML 数据文件',
  officexml: 'XML 格式的表格或文档',
  heic: 'HEIC 照片',
};

/** Files that no renaming helps, and how what they show becomes a file that portals take. */
function wayOutZh(found: string): string | undefined {
  if (found === 'ofd')
    return '用 OFD 阅读器打开，看得到印章后“打印为 PDF”或导出 PDF；发票、证照平台能下载 PDF 版的，直接下载。打开新文件，印章还在才换上；不要用只取文字的转换工具。';
  if (found === 'einvoice' || found === 'xml')
    return '这是给财务软件读的数据，没有版面和印章：到开票平台或电子税务局下载同一张发票的 PDF（只有 OFD 的，用 OFD 阅读器“打印为 PDF”），看得到印章再换上。';
  if (found === 'heic' || found === 'heif')
    return '电脑上多半打不开：苹果手机在“设置—相机—格式”里选“兼容性最佳”后重拍；已拍的，在手机上选“打印”存为 PDF，或用看图软件“另存为”JPG。';
  return undefined;
}

const isArchive = (found: string): boolean => /^(?:zip|rar|7z|tar|gz|tar\.gz|bz2|xz)$/.test(found);

/** After a Chinese word; Latin letters are kept apart from it. */
function kindZh(found: string): string {
  const kind = kindsZh[found] ?? found.toUpperCase();
  return kind.charCodeAt(0) < 0x80 ? ` ${kind}` : kind;
}

const sizeZh = (bytes: number): string => `${megabytes(bytes)}（${grouped(bytes)} 字节）`;

function shrinkZh(extension: string): string {
  if (extension === 'pdf')
    return '用 WPS 或 Acrobat“另存为”缩小的 PDF，或以 200 dpi 灰度重新扫描；仍过大时拆分成几个 PDF。';
  if (/^(jpe?g|png)$/.test(extension)) return '用“画图”等看图软件缩小后另存为 JPG。';
  if (extension === 'rar') return '用 WinRAR 分成几个较小的 RAR。';
  return '压缩其中的图片后另存，或打印为 PDF 再上传。';
}

function convertZh(extension: string): string {
  const way = wayOutZh(extension);
  if (way !== undefined) return way;
  if (/^(zip|7z|tar|gz)$/.test(extension)) return '解压后用 WinRAR 重新压缩为 RAR，或合并打印为一个 PDF。';
  if (/^(docm|dotx?|wps|rtf|odt|txt|html?|ppt[xm]?|dps)$/.test(extension)) return '打开后“另存为”或打印为 PDF。';
  if (/^(xlsm|xlsb|et|ods|csv)$/.test(extension)) return '用 Excel 或 WPS 表格“另存为”xlsx，或打印为 PDF。';
  if (/^(gif|bmp|tiff?|webp)$/.test(extension)) return '用“画图”等看图软件“另存为”JPG 或 PNG。';
  return '打开后“另存为”允许的类型，或打印为 PDF；不要只改扩展名。';
}

const kindsEn: Readonly<Record<string, string>> = {
  html: 'a web page (HTML)',
  txt: 'plain text',
  zip: 'a ZIP archive',
  cfb: 'an unknown compound document',
  encrypted: 'an Office file with a password',
  msi: 'a Windows installer',
  ofd: 'an OFD document',
  einvoice: 'the data of an electronic invoice (XML)',
  xml: 'XML data',
  officexml: 'a sheet or document saved as XML',
  heic: 'a HEIC photograph',
};

/** Files that no renaming helps, and how what they show becomes a file that portals take. */
function wayOutEn(found: string): string | undefined {
  if (found === 'ofd')
    return 'Open it in an OFD reader, see that its seal shows, and print or export it to PDF; where its issuer offers a PDF, download that. Use the new file only if the seal is still there; do not use a converter that takes the text alone.';
  if (found === 'einvoice' || found === 'xml')
    return 'This is data for accounting programs, without a page or a seal: download the PDF of the same invoice from its platform or the tax bureau (of an OFD, print it to PDF in an OFD reader), and see that the seal shows.';
  if (found === 'heic' || found === 'heif')
    return 'Most computers cannot open it: on an iPhone choose Settings, Camera, Formats, Most Compatible and take the picture again; print one already taken to PDF on the phone, or save it as JPG in an image program.';
  return undefined;
}

const kindEn = (found: string): string => kindsEn[found] ?? found.toUpperCase();

const sizeEn = (bytes: number): string => `${megabytes(bytes)} (${grouped(bytes)} bytes)`;

function shrinkEn(extension: string): string {
  if (extension === 'pdf')
    return 'Save it as a reduced PDF with WPS or Acrobat, or scan again at 200 dpi in grey; if that is not enough, split it.';
  if (/^(jpe?g|png)$/.test(extension)) return 'Make it smaller in an image program and save it as JPG.';
  if (extension === 'rar') return 'Make several smaller RAR archives of it with WinRAR.';
  return 'Compress the pictures in it and save it, or print it to PDF.';
}

function convertEn(extension: string): string {
  const way = wayOutEn(extension);
  if (way !== undefined) return way;
  if (/^(zip|7z|tar|gz)$/.test(extension))
    return 'Unpack it and pack it again as RAR with WinRAR, or print all to one PDF.';
  if (/^(docm|dotx?|wps|rtf|odt|txt|html?|ppt[xm]?|dps)$/.test(extension))
    return 'Open it and save or print it as PDF.';
  if (/^(xlsm|xlsb|et|ods|csv)$/.test(extension)) return 'Save it as xlsx with Excel or WPS, or print it to PDF.';
  if (/^(gif|bmp|tiff?|webp)$/.test(extension)) return 'Save it as JPG or PNG with an image program.';
  return 'Open it and save it as one of these types, or print it to PDF; do not just rename it.';
}

export const attachedCodes = {
  'file-empty': hard<File>({
    zh: ({ file }) => ({
      message: `${file} 是空文件（0 字节）`,
      hint: '从原件重新复制、导出或扫描一次；网盘中的文件要先下载完。',
    }),
    en: ({ file }) => ({
      message: `${file} is empty (0 bytes)`,
      hint: 'Copy, export or scan it again; files of a cloud drive must be downloaded first.',
    }),
    samples: [{ file }],
  }),

  'file-too-large': hard<Sized & Typed>({
    zh: ({ file, bytes, mib, extension }) => ({
      message: `${file} 为 ${sizeZh(bytes)}，超过上限 ${mib}M，即 ${sizeZh(ofMib(mib))}`,
      hint: shrinkZh(extension),
    }),
    en: ({ file, bytes, mib, extension }) => ({
      message: `${file} is ${sizeEn(bytes)}, above the limit of ${mib}M, that is ${sizeEn(ofMib(mib))}`,
      hint: shrinkEn(extension),
    }),
    samples: [{ file, extension: 'pdf', bytes: 52_428_801, mib: 50 }],
  }),

  'file-size-doubtful': warning<Sized & Typed>({
    zh: ({ file, bytes, mib, extension }) => ({
      message: `${file} 为 ${sizeZh(bytes)}；上限写作 ${mib}M，若 1M 按 1,000,000 字节计，即 ${sizeZh(mib * 1_000_000)}，则已超过`,
      hint: `最好缩小。${shrinkZh(extension)}`,
    }),
    en: ({ file, bytes, mib, extension }) => ({
      message: `${file} is ${sizeEn(bytes)}; the limit is printed as ${mib}M, and if 1M means 1,000,000 bytes, that is ${sizeEn(mib * 1_000_000)}, it is too large`,
      hint: `It is better to make it smaller. ${shrinkEn(extension)}`,
    }),
    samples: [{ file, extension: 'pdf', bytes: 50_000_001, mib: 50 }],
  }),

  'file-type-refused': hard<InFiles & Typed & { readonly types: readonly string[] }>({
    zh: ({ extension, types, ...about }) => ({
      message:
        extension === ''
          ? `${subjectZh(about)}没有扩展名，平台只收 ${listZh(types)}`
          : `${subjectZh(about)}的类型 ${extension} 不在允许之列，平台只收 ${listZh(types)}`,
      hint: extension === '' ? '用相应的程序打开后另存为允许的类型。' : convertZh(extension),
    }),
    en: ({ extension, types, ...about }) => ({
      message:
        extension === ''
          ? `${namedEn(about)} ${verbEn(about, 'has', 'have')} no extension; the portal takes only ${listEn(types)}`
          : `${namedEn(about)}: the portal does not take ${extension}, only ${listEn(types)}`,
      hint: extension === '' ? 'Open it with its program and save it as one of these types.' : convertEn(extension),
    }),
    samples: [
      { file: '附件/a.zip', extension: 'zip', types: ['pdf', 'rar'] },
      { file: '附件/a', extension: '', types: ['pdf'] },
      ...each(['ofd', 'xml', 'heic'], (extension) => ({
        file: `附件/a.${extension}`,
        extension,
        types: ['pdf', 'jpg'],
      })),
      { file, files, extension: 'zip', types: ['pdf'] },
    ],
  }),

  /** `found` is the type that the content shows; none when it shows no known one. */
  'file-content-differs': error<InFiles & Typed & { readonly found?: string }>({
    zh: ({ extension, found, ...about }) => ({
      message:
        found === undefined
          ? `${subjectZh(about)}的内容不是 ${extension.toUpperCase()}，也认不出是什么，可能已损坏`
          : `${subjectZh(about)}的内容不是 ${extension.toUpperCase()}，而是${kindZh(found)}`,
      hint:
        found === undefined
          ? '用相应的程序打开看看；打不开就从原件重新导出或扫描。'
          : (wayOutZh(found) ??
            (isArchive(found)
              ? '解压后放入里面的文件；要交压缩包的，用 WinRAR 压缩为 RAR。'
              : extension === 'rar'
                ? '不能只改扩展名：用 WinRAR 把原来的文件压缩为 RAR。'
                : `不能只改扩展名：用能打开它的程序“另存为”${extension.toUpperCase()}，或打印为 PDF。`)),
    }),
    en: ({ extension, found, ...about }) => ({
      message:
        found === undefined
          ? `the content of ${namedEn(about)} is not ${extension.toUpperCase()} nor any known type; it may be damaged`
          : `the content of ${namedEn(about)} is not ${extension.toUpperCase()} but ${kindEn(found)}`,
      hint:
        found === undefined
          ? 'Try to open it with its program; if that fails, export or scan it again.'
          : (wayOutEn(found) ??
            (isArchive(found)
              ? 'Unpack it and add the files inside; where an archive is wanted, pack them as RAR with WinRAR.'
              : extension === 'rar'
                ? 'Renaming is not enough: pack the original files as RAR with WinRAR.'
                : `Renaming is not enough: open it with its own program and save it as ${extension.toUpperCase()}, or print it to PDF.`)),
    }),
    samples: [
      { file, extension: 'pdf', found: 'html' },
      { file, extension: 'pdf' },
      { file, files, extension: 'pdf' },
      { file, extension: 'pdf', found: 'ofd' },
      { file, extension: 'pdf', found: 'einvoice' },
      { file, extension: 'jpg', found: 'heic' },
    ],
  }),

  'file-broken': error<Typed>({
    zh: ({ file, extension }) => ({
      message: `${file} 不完整或已损坏，不是可用的 ${extension.toUpperCase()} 文件`,
      hint: '从原件重新复制或下载；用 Word、Excel 或 WPS 打开，能打开就另存一份。',
    }),
    en: ({ file, extension }) => ({
      message: `${file} is incomplete or damaged, not a usable ${extension.toUpperCase()} file`,
      hint: 'Copy or download it again; if Word, Excel or WPS opens it, save it anew.',
    }),
    samples: [{ file, extension: 'docx' }],
  }),

  'file-password': error<File>({
    zh: ({ file }) => ({
      message: `${file} 设有打开密码，评审人员无法打开`,
      hint: '在 Word、Excel 或 WPS 中打开，“文件—信息—保护文档”里清空密码后保存，或打印为 PDF。',
    }),
    en: ({ file }) => ({
      message: `${file} needs a password; the reviewers cannot open it`,
      hint: 'Open it in Word, Excel or WPS, clear the password under File, Info, Protect and save it, or print it to PDF.',
    }),
    samples: [{ file }],
  }),

  'file-rights': error<File>({
    zh: ({ file }) => ({
      message: `${file} 受权限管理（IRM）保护，只有作者指定的账户才能打开，评审人员看不到内容`,
      hint: '用有权限的账户打开，“文件—信息—保护文档”里改为“无限制访问”后保存，或打印为 PDF；没有权限的，向出具单位索取。',
    }),
    en: ({ file }) => ({
      message: `${file} is under rights management (IRM): only accounts that its author has named can open it, so reviewers see nothing of it`,
      hint: 'Open it with such an account, choose unrestricted access under File, Info, Protect and save it, or print it to PDF; else ask its issuer.',
    }),
    samples: [{ file }],
  }),

  'file-encrypted': warning<File>({
    zh: ({ file }) => ({
      message: `${file} 经过加密（设有打开密码，或保护了工作簿结构）`,
      hint: '双击打开：若要求输入密码，取消密码后保存，或打印为 PDF；不要求则不必处理。',
    }),
    en: ({ file }) => ({
      message: `${file} is encrypted (a password to open it, or a protected workbook structure)`,
      hint: 'Open it: if it asks for a password, clear the password and save it, or print it to PDF; else leave it.',
    }),
    samples: [{ file }],
  }),

  /** Reading it was given up, which says nothing of the file. */
  'not-inspected': unread<File>({
    zh: ({ file }) => ({
      message: `${file} 读了很久也读不完，没有检查，其中有没有问题不得而知`,
      hint: /\.rar$/i.test(file)
        ? '用 WinRAR 解压，只留要交的文件，重新压缩后再检查。'
        : /\.pdf$/i.test(file)
          ? '用 WPS、Acrobat 或浏览器打开，“打印为 PDF”另存一份，换下这个文件后再检查。'
          : '打开看一看；以 200 dpi 重新扫描，换下这个文件后再检查。',
    }),
    en: ({ file }) => ({
      message: `${file} could not be read to its end and was not inspected; whether anything is wrong with it is not known`,
      hint: /\.rar$/i.test(file)
        ? 'Unpack it in WinRAR, pack only what is to be submitted, and check again.'
        : /\.pdf$/i.test(file)
          ? 'Open it in WPS, Acrobat or a browser, print it to PDF, put that in its place, and check again.'
          : 'Look at it yourself; scan it again at 200 dpi, put that in its place, and check again.',
    }),
    samples: [{ file }, { file: '附件/a.rar' }, { file: '附件/执照.jpg' }],
  }),

  'probe-skipped': warning<File & { readonly bytes: number; readonly limit: number }>({
    zh: ({ file, bytes, limit }) => ({
      message: `${file} 为 ${megabytes(bytes)}，超过 ${megabytes(limit)}，没有检查其内容`,
      hint: '自行打开看一看。',
    }),
    en: ({ file, bytes, limit }) => ({
      message: `${file} is ${megabytes(bytes)}, above ${megabytes(limit)}; its content was not inspected`,
      hint: 'Open it and look at it yourself.',
    }),
    samples: [{ file, bytes: 300_000_000, limit: 200_000_000 }],
  }),
};
