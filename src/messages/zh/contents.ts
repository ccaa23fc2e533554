// What an image, an archive or an Office file can have wrong inside: the sentences in Chinese.
import type { contentCodes } from '../../findings/codes/contents.ts';
import type { Messages } from '../message.ts';

export const content: Messages<typeof contentCodes> = {
  'image-broken': ({ file }) => ({
    message: `${file} 不完整，图片数据中断或校验不符`,
    hint: '从原件重新复制，或重新扫描、拍照；用看图软件能打开的，另存一份。',
  }),
  'image-small': ({ file, width, height, least }) => ({
    message: `${file} 为 ${width}×${height} 像素，短边不足 ${least}，文字可能看不清`,
    hint: '以 200 dpi 以上重新扫描，或发送原图；不要用截图和聊天软件压缩过的图。',
  }),
};
