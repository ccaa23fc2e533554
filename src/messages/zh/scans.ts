// What is done with, and seen in, scans: the sentences in Chinese.
import type { scanCodes, Unfit } from '../../findings/codes/scans.ts';
import type { Messages } from '../message.ts';
import { megabytes } from '../sizes.ts';

const unfit: Record<Unfit, string> = {
  type: '只能压缩 JPG、PNG 和扫描的 PDF',
  'not scans': '这个 PDF 不是每页一张 JPEG 的扫描件',
  signed: '这个 PDF 带电子签名，压缩会使签名失效',
  unreadable: '图像读不完整',
  'too much': '再压缩就看不清了',
};

export const scans: Messages<typeof scanCodes> = {
  'file-fitted': ({ file, from, to, width, height, newWidth, newHeight, quality }) => ({
    message: `${file} 由 ${megabytes(from)} 压缩为 ${megabytes(to)} 放入材料包：${
      width === newWidth && height === newHeight
        ? `像素不变（${width}×${height}）`
        : `${width}×${height} 像素减为 ${newWidth}×${newHeight}`
    }${quality === undefined ? '' : `，JPEG 质量 ${quality}`}`,
    hint: '原文件没有改动。打开材料包里的这份文件，看小字和印章是否清楚。',
  }),
  'ocr-name-absent': ({ file, pages }) => ({
    message: `${file} 的图像里没有识别出企业名称或信用代码（看了 ${pages} 页）`,
    hint: '打开文件，看是否放错。文字识别会有误，图上写着本企业的就不用改。',
  }),
  'fit-impossible': ({ file, why, limit }) => ({
    message: `${file} 不能压缩到 ${megabytes(limit)}：${unfit[why]}`,
    hint: '用较低的分辨率重新扫描或导出（A4 用 200 DPI 即可），或分成几个文件。',
  }),
};
