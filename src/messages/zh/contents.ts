// What an image, an archive or an Office file can have wrong inside: the sentences in Chinese.
import type { contentCodes } from '../../findings/codes/contents.ts';
import type { Messages } from '../message.ts';

const few = (names: readonly string[], count: number): string =>
  `${names.join('、')}${count > names.length ? ` 等 ${count} 个文件` : ''}`;

/** How to turn a picture of an EXIF orientation upright. */
function turned(orientation: number): string {
  if (orientation === 3) return '旋转 180° ';
  if (orientation === 6) return '向右旋转 90° ';
  if (orientation === 8) return '向左旋转 90° ';
  return orientation === 2 ? '左右翻转' : orientation === 4 ? '上下翻转' : '旋转并翻转';
}

export const content: Messages<typeof contentCodes> = {
  'image-broken': ({ file }) => ({
    message: `${file} 不完整，图片数据中断或校验不符`,
    hint: '从原件重新复制，或重新扫描、拍照；用看图软件能打开的，另存一份。',
  }),
  'image-small': ({ file, width, height, least }) => ({
    message: `${file} 为 ${width}×${height} 像素，短边不足 ${least}，文字可能看不清`,
    hint: '以 200 dpi 以上重新扫描，或发送原图；不要用截图和聊天软件压缩过的图。',
  }),
  'image-turned': ({ file, orientation }) => ({
    message: `${file} 的画面本身不正，要靠方向标记（EXIF）${turned(orientation)}才正；不认这个标记的程序会显示成横的或倒的`,
    hint: '用看图软件打开，转正后另存一份（看着已正的，左转、右转各一次再保存）；上传后点开看一眼。',
  }),
  'image-cmyk': ({ file }) => ({
    message: `${file} 是印刷用的 CMYK 颜色，在网页里可能偏色或打不开`,
    hint: '用看图软件打开后另存为 RGB 的 JPG 或 PNG。',
  }),

  'rar-broken': ({ file }) => ({
    message: `${file} 不完整或已损坏，解不开`,
    hint: '重新复制或下载；用 WinRAR 打开，点“测试”，有错误就从原文件重新压缩。',
  }),
  'rar-password': ({ file }) => ({
    message: `${file} 设有密码，评审人员解不开`,
    hint: '用 WinRAR 解压后重新压缩为 RAR，不设密码。',
  }),
  'rar-empty': ({ file }) => ({
    message: `${file} 里没有文件`,
    hint: '用 WinRAR 把要交的文件重新压缩为 RAR。',
  }),
  'rar-only-refused': ({ file, count, names, types }) => ({
    message: `${file} 里只有平台不收的类型：${few(names, count)}`,
    hint: `解压，把其中的文件另存为 ${types.join('、')}，再用 WinRAR 压缩为 RAR；不要只改扩展名。`,
  }),
  'rar-refused-inside': ({ file, count, names, types }) => ({
    message: `${file} 里有平台不收的类型：${few(names, count)}`,
    hint: `用 WinRAR 打开，删去不必交的；要交的另存为 ${types.join('、')} 后换入，里面的压缩包先解开。`,
  }),
  'rar-volume': ({ file }) => ({
    message: `${file} 是分卷压缩的一卷，缺其他卷就解不开`,
    hint: '用 WinRAR 重新压缩，不分卷；太大时分成几个各自能解开的 RAR。',
  }),
  'rar-many': ({ file, count }) => ({
    message: `${file} 里的文件太多，只检查了前 ${count} 个`,
    hint: '自行打开看一看；不必交的文件不要放入。',
  }),
  'rar-unchecked': ({ file }) => ({
    message: `没有安装读取 RAR 的组件（node-unrar-js），没有打开 ${file}：是否损坏、有无密码、里面是什么都未检查`,
    hint: '重新安装本程序，安装时不要略过可选组件；或用 WinRAR 打开，点“测试”，自行核对。',
  }),
};
