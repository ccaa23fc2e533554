// What an attachment or a slot can have wrong: the sentences in Chinese.
import type { attachmentCodes } from '../../findings/codes/attachments.ts';
import { systemFault } from '../../findings/system-fault.ts';
import type { Messages } from '../message.ts';
import { grouped, megabytes, ofMib } from '../sizes.ts';
import { named } from './several.ts';

const kinds: Readonly<Record<string, string>> = {
  html: '网页（HTML）',
  txt: '纯文本',
  zip: 'ZIP 压缩包',
  cfb: '无法识别的复合文档',
  encrypted: '加密的 Office 文件',
  msi: 'Windows 安装包',
};
const kind = (found: string): string => kinds[found] ?? found.toUpperCase();
const list = (types: readonly string[]): string => types.join('、');
const size = (bytes: number): string => `${megabytes(bytes)}（${grouped(bytes)} 字节）`;

function shrink(extension: string): string {
  if (extension === 'pdf')
    return '用 WPS 或 Acrobat“另存为”缩小的 PDF，或以 200 dpi 灰度重新扫描；仍过大时拆分成几个 PDF。';
  if (/^(jpe?g|png)$/.test(extension)) return '用“画图”等看图软件缩小后另存为 JPG。';
  if (extension === 'rar') return '用 WinRAR 分成几个较小的 RAR。';
  return '压缩其中的图片后另存，或打印为 PDF 再上传。';
}

function convert(extension: string): string {
  if (/^(zip|7z|tar|gz)$/.test(extension)) return '解压后用 WinRAR 重新压缩为 RAR，或合并打印为一个 PDF。';
  if (/^(docm|dotx?|wps|rtf|odt|ofd|txt|html?|ppt[xm]?|dps)$/.test(extension)) return '打开后“另存为”或打印为 PDF。';
  if (/^(xlsm|xlsb|et|ods|csv)$/.test(extension)) return '用 Excel 或 WPS 表格“另存为”xlsx，或打印为 PDF。';
  if (/^(gif|bmp|tiff?|webp|heic|heif)$/.test(extension)) return '用“画图”等看图软件“另存为”JPG 或 PNG。';
  return '打开后“另存为”允许的类型，或打印为 PDF；不要只改扩展名。';
}

const outside = {
  absolute: ['写成了绝对路径', '把文件复制到申报文件夹内，写相对路径，例如：附件/营业执照.pdf'],
  above: ['在允许读取的文件夹之外', '把文件复制到申报文件夹内，再改写路径。'],
  link: ['是指向允许读取的文件夹之外的链接', '用文件本身替换这个链接。'],
} as const;

const refusedNames = {
  characters: (bad: string) => [`含有字符 ${bad}`, '改名，去掉 \\ / : * ? " < > | 和控制字符。'],
  ending: (bad: string) => [`以${bad === '.' ? '句点' : '空格'}结尾`, '改名，去掉末尾的句点和空格。'],
  reserved: (bad: string) => [`用了 Windows 保留的名称 ${bad}`, '换一个文件名。'],
  length: (bad: string) => [`长 ${bad} 个字`, '缩短到 100 个字以内。'],
} as const;

const plus = (...hints: readonly (string | undefined)[]): string => hints.filter((hint) => hint !== undefined).join('');

const intoFolders = '把文件放入 附件/ 下以附件名称命名的文件夹，或在 attachments 下逐项写明路径。';

/** Evidence kinds that the engine's own definitions use, as people say them. */
const kindNames: Readonly<Record<string, string>> = { audit: '审计报告', statements: '财务报表', summary: '汇总版' };
const kindName = (name: string): string => kindNames[name] ?? name;
/** `2022-12` → `2022年12月` */
const monthName = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;

/** Every slot by its label: a category has few. */
const labels = (slot: string, slots: readonly string[] = [slot]): string => slots.join('、');

export const attachment: Messages<typeof attachmentCodes> = {
  'slot-empty': ({ slot, slots, folder, hint }) =>
    slots === undefined
      ? {
          message: `附件 ${slot} 没有文件`,
          hint: plus(`把文件放入 ${folder}，或在 attachments 下写明路径，例如  ${slot}: 附件/文件名.pdf 。`, hint),
        }
      : { message: `${slots.length} 项附件没有文件：${slots.join('、')}`, hint: intoFolders },
  'slot-empty-doubtful': ({ slot, slots, folder, hint }) =>
    slots === undefined
      ? {
          message: `附件 ${slot} 没有文件；没有见到要求交这一项的原文`,
          hint: plus(`核对当年通知；需要就把文件放入 ${folder}，或在 attachments 下写明路径。`, hint),
        }
      : {
          message: `${slots.length} 项附件没有文件，没有见到要求交这些项的原文：${slots.join('、')}`,
          hint: `核对当年通知。需要的，${intoFolders}`,
        },
  'slot-several': ({ slots }) => ({
    message: `${slots.map(({ slot, count }) => `附件 ${slot} 有 ${count} 个文件`).join('，')}；平台一栏能否传多个文件没有说明`,
    hint: '上传时若只能选一个，合并成一个 PDF，或压缩为一个 RAR。',
  }),
  'slot-type-unexpected': ({ extension, slot, types, hint, ...about }) => ({
    message: `附件 ${slot} 应为 ${list(types)}，所附 ${named(about)} 为 ${extension}`,
    hint: hint ?? `换成 ${list(types)} 文件：打印、盖章后扫描，或另存为 PDF。`,
  }),
  'slot-years-missing': ({ slot, years, covered, hint }) => ({
    message: `附件 ${slot} 缺 ${years.join('、')} 年；所附文件注明的是 ${covered.join('、')}`,
    hint: hint ?? `补上 ${years.join('、')} 年的文件，并注明 covers；年份写错则改正 covers。`,
  }),
  'slot-years-unknown': ({ slot, slots, years, file, files, hint }) => ({
    message:
      files === undefined
        ? `附件 ${slot} 没有注明所属年份，不知是否包括 ${years.join('、')} 年`
        : `${files.length} 个文件没有注明所属年份，不知所需的年份是否齐全：${labels(slot, slots)}`,
    hint: plus(`打开文件核对后写明年份，例如  {file: ${file}, covers: [${years.join(', ')}]} 。`, hint),
  }),
  'slot-month-missing': ({ slot, month, covered, hint }) => ({
    message: `附件 ${slot} 应为 ${monthName(month)}的；所附文件注明的是 ${covered.join('、')}`,
    hint: hint ?? `换成 ${monthName(month)}的文件，并注明 covers: ${month}；月份写错则改正 covers。`,
  }),
  'slot-month-unknown': ({ slot, slots, month, file, files, hint }) => ({
    message:
      files === undefined
        ? `附件 ${slot} 没有注明所属月份，不知是否为 ${monthName(month)}的`
        : `${files.length} 个文件没有注明所属月份，不知是否为 ${monthName(month)}的：${labels(slot, slots)}`,
    hint: plus(`打开文件核对后写明月份，例如  {file: ${file}, covers: ${month}} 。`, hint),
  }),
  'slot-kind-wrong': ({ slot, kind, expected, hint, ...about }) => ({
    message:
      expected.length === 0
        ? `附件 ${slot} 不能用${kindName(kind)}代替：${named(about)}`
        : `附件 ${slot} 应为${expected.map(kindName).join('或')}，${named(about)} 注明的是${kindName(kind)}`,
    hint: hint ?? '换成所要求的文件；文件没错则改正 kind。',
  }),
  'slot-kind-unknown': ({ slot, slots, file, files, expected, refused, hint }) => ({
    message:
      files !== undefined
        ? `${files.length} 个文件没有注明是什么文件：${labels(slot, slots)}`
        : `附件 ${slot} 没有注明 ${file} 是什么文件${expected.length > 0 ? `（应为${expected.map(kindName).join('或')}）` : `（不能是${refused.map(kindName).join('、')}）`}`,
    hint: plus(`打开文件核对后写明，例如  {file: ${file}, kind: ${expected[0] ?? '…'}} 。`, hint),
  }),

  'file-missing': ({ file, files, glob, near, folder }) => ({
    message:
      files !== undefined && folder !== undefined
        ? `没有 ${folder} 这个文件夹，找不到其中的 ${named({ file, files })}`
        : glob
          ? `没有与 ${file} 相符的文件`
          : `找不到文件 ${file}`,
    hint:
      near !== undefined && files === undefined
        ? `是否应为 ${near} ？改正路径，或把文件放到所写的位置。`
        : folder === undefined
          ? '路径相对于申报文件所在的文件夹；核对文件夹名、文件名和扩展名。'
          : `路径相对于申报文件所在的文件夹，那里没有 ${folder}；核对文件夹名，或把文件夹复制过来。`,
  }),
  'patterns-too-many': ({ pattern, limit }) => ({
    message: `通配符太多或文件夹里的文件太多（合计要比对 ${limit} 次以上），没有查找 ${pattern}`,
    hint: '直接写出文件的路径，或让通配符只指向附件所在的文件夹。',
  }),
  'path-too-long': ({ length, limit }) => ({
    message: `路径有 ${length} 个字符，超过 ${limit} 个`,
    hint: '路径只写文件夹和文件名；多个文件各写一行。',
  }),
  'file-outside': ({ why, ...about }) => ({
    message: `${named(about)} ${outside[why][0]}，不予读取`,
    hint: outside[why][1],
  }),
  'file-is-folder': ({ file }) => ({
    message: `${file} 是文件夹，不是文件`,
    hint: `写明其中的文件，或写  ${file}/*  表示其中所有文件。`,
  }),
  'file-unreadable': ({ reason, ...about }) => ({
    message: `无法读取 ${named(about)}（${systemFault(reason).zh}）`,
    hint: '检查文件的权限，关闭正在使用它的程序，或复制一份普通文件替换。',
  }),
  'file-empty': ({ file }) => ({
    message: `${file} 是空文件（0 字节）`,
    hint: '从原件重新复制、导出或扫描一次；网盘中的文件要先下载完。',
  }),
  'file-too-large': ({ file, bytes, mib, extension }) => ({
    message: `${file} 为 ${size(bytes)}，超过上限 ${mib}M，即 ${size(ofMib(mib))}`,
    hint: shrink(extension),
  }),
  'file-size-doubtful': ({ file, bytes, mib, extension }) => ({
    message: `${file} 为 ${size(bytes)}；上限写作 ${mib}M，若 1M 按 1,000,000 字节计，即 ${size(mib * 1_000_000)}，则已超过`,
    hint: `最好缩小。${shrink(extension)}`,
  }),
  'file-type-refused': ({ extension, types, ...about }) => ({
    message:
      extension === ''
        ? `${named(about)} 没有扩展名，平台只收 ${list(types)}`
        : `${named(about)} 的类型 ${extension} 不在允许之列，平台只收 ${list(types)}`,
    hint: extension === '' ? '用相应的程序打开后另存为允许的类型。' : convert(extension),
  }),
  'file-content-differs': ({ extension, found, ...about }) => ({
    message:
      found === undefined
        ? `${named(about)} 的内容不是 ${extension.toUpperCase()}，也认不出是什么，可能已损坏`
        : `${named(about)} 的内容不是 ${extension.toUpperCase()}，而是 ${kind(found)}`,
    hint:
      found === undefined
        ? '用相应的程序打开看看；打不开就从原件重新导出或扫描。'
        : `不能只改扩展名：用能打开它的程序“另存为”${extension.toUpperCase()}，或打印为 PDF。`,
  }),
  'file-broken': ({ file, extension }) => ({
    message: `${file} 不完整或已损坏，不是可用的 ${extension.toUpperCase()} 文件`,
    hint: '从原件重新复制或下载；用 Word、Excel 或 WPS 打开，能打开就另存一份。',
  }),
  'file-password': ({ file }) => ({
    message: `${file} 设有打开密码，评审人员无法打开`,
    hint: '在 Word、Excel 或 WPS 中打开，“文件—信息—保护文档”里清空密码后保存，或打印为 PDF。',
  }),
  'file-encrypted': ({ file }) => ({
    message: `${file} 经过加密（设有打开密码，或保护了工作簿结构）`,
    hint: '双击打开：若要求输入密码，取消密码后保存，或打印为 PDF；不要求则不必处理。',
  }),
  'file-macros': ({ file, extension, found }) => ({
    message: `${file} 的内容是启用宏的文件（${found}），与扩展名 ${extension} 不符，Office 会拒绝打开`,
    hint: `把扩展名改回 ${found} 打开，再“另存为”不含宏的 ${extension}，或打印为 PDF。`,
  }),
  'file-macros-inside': ({ file }) => ({
    message: `${file} 含有宏，平台的杀毒程序可能拦截`,
    hint: '另存为不含宏的 docx 或 xlsx，或打印为 PDF。',
  }),
  'file-system': (about) => ({
    message: `${named(about)} 是系统或办公软件自动留下的文件，不作为附件`,
    hint: '关闭正在编辑的文档，删除这个文件；路径若指向它，改为真正的附件。',
  }),
  'file-twice': ({ file, files = [file], slot, slots = [slot], other, otherSlot }) => ({
    message: files.some((one) => one !== other)
      ? `${named({ file, files })}（${slots.join('、')}）与 ${other}（${otherSlot}）内容完全相同`
      : slots.length === 1
        ? `同一文件 ${file} 用在 ${otherSlot} 和 ${slot} 两处`
        : `同一文件 ${file} 用在 ${slots.length + 1} 处：${[otherSlot, ...slots].join('、')}`,
    hint: '看是否放错了文件；确需都用，可加豁免并写明理由。',
  }),

  'name-twice': ({ file, slot, other }) => ({
    message: `附件 ${slot} 里 ${file} 与 ${other} 同名（不分大小写）`,
    hint: '改其中一个的文件名，以免互相覆盖。',
  }),
  'name-refused': ({ why, bad, ...about }) => {
    const [what, hint] = refusedNames[why](bad);
    return { message: `${named(about)} 的文件名${what}，Windows 或平台可能不收`, hint: hint ?? '' };
  },

  'not-inspected': ({ file }) => ({
    message: `${file} 读了很久也读不完，没有检查，其中有没有问题不得而知`,
    hint: /\.rar$/i.test(file)
      ? '用 WinRAR 解压，只留要交的文件，重新压缩后再检查。'
      : /\.pdf$/i.test(file)
        ? '用 WPS、Acrobat 或浏览器打开，“打印为 PDF”另存一份，换下这个文件后再检查。'
        : '打开看一看；用 200 DPI 重新扫描，换下这个文件后再检查。',
  }),
  'probe-skipped': ({ file, bytes, limit }) => ({
    message: `${file} 为 ${megabytes(bytes)}，超过 ${megabytes(limit)}，没有检查其内容`,
    hint: '自行打开看一看。',
  }),
};
