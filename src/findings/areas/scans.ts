// What is done with, and seen in, scans by the optional packages: made to fit the limit, searched for a name.
import { megabytes } from '../several.ts';
import { note } from './spec.ts';

/** Bytes, pixels of the largest picture, and quality from 1 to 100 of a JPEG. */
export type FitLoss = {
  readonly from: number;
  readonly to: number;
  readonly width: number;
  readonly height: number;
  readonly newWidth: number;
  readonly newHeight: number;
  readonly quality?: number;
};

/**
 * Why a file cannot be made smaller: another type, a PDF that is no series of JPEG scans, a signature that would break,
 * a file that cannot be read, or a picture that would be too small to read.
 */
export type Unfit = 'type' | 'not scans' | 'signed' | 'unreadable' | 'too much';

const unfitZh: Record<Unfit, string> = {
  type: '只能压缩 JPG、PNG 和扫描的 PDF',
  'not scans': '这个 PDF 不是每页一张 JPEG 的扫描件',
  signed: '这个 PDF 带电子签名，压缩会使签名失效',
  unreadable: '图像读不完整',
  'too much': '再压缩就看不清了',
};

const unfitEn: Record<Unfit, string> = {
  type: 'only JPG, PNG and scanned PDFs can be made smaller',
  'not scans': 'this PDF is not a scan with one JPEG per page',
  signed: 'this PDF has an electronic signature, which compression would make invalid',
  unreadable: 'the picture cannot be read in full',
  'too much': 'any smaller it could not be read',
};

const loss = { file: '附件/执照.jpg', from: 61_200_000, to: 38_100_000, width: 9000, height: 6000 };

const limitBytes = 50_000_000;

export const scanCodes = {
  'file-fitted': note<{ readonly file: string } & FitLoss>({
    zh: ({ file, from, to, width, height, newWidth, newHeight, quality }) => ({
      message: `${file} 由 ${megabytes(from)} 压缩为 ${megabytes(to)} 放入材料包：${
        width === newWidth && height === newHeight
          ? `像素不变（${width}×${height}）`
          : `${width}×${height} 像素减为 ${newWidth}×${newHeight}`
      }${quality === undefined ? '' : `，JPEG 质量 ${quality}`}`,
      hint: '原文件没有改动。打开材料包里的这份文件，看小字和印章是否清楚。',
    }),
    en: ({ file, from, to, width, height, newWidth, newHeight, quality }) => ({
      message: `${file} was brought from ${megabytes(from)} down to ${megabytes(to)} for the bundle: ${
        width === newWidth && height === newHeight
          ? `all ${width}×${height} pixels kept`
          : `${newWidth}×${newHeight} pixels of ${width}×${height}`
      }${quality === undefined ? '' : `, JPEG quality ${quality}`}`,
      hint: 'The file itself was not touched. Open the one in the bundle and see whether small print and seals are clear.',
    }),
    samples: [
      { ...loss, newWidth: 9000, newHeight: 6000, quality: 85 },
      { ...loss, newWidth: 4500, newHeight: 3000 },
    ],
  }),

  /** Neither name nor code was read on the `pages` that were looked at. */
  'ocr-name-absent': note<{ readonly file: string; readonly pages: number }>({
    zh: ({ file, pages }) => ({
      message: `${file} 的图像里没有识别出企业名称或信用代码（看了 ${pages} 页）`,
      hint: '打开文件，看是否放错。文字识别会有误，图上写着本企业的就不用改。',
    }),
    en: ({ file, pages }) => ({
      message: `neither the enterprise nor its credit code was read in the picture of ${file} (${pages === 1 ? '1 page' : `${pages} pages`} looked at)`,
      hint: 'Open it and see whether it is the right one. Machines misread: if it names the enterprise, nothing is to be done.',
    }),
    samples: [
      { file: '附件/执照.jpg', pages: 1 },
      { file: '附件/审计.pdf', pages: 3 },
    ],
  }),

  'fit-impossible': note<{ readonly file: string; readonly why: Unfit; readonly limit: number }>({
    zh: ({ file, why, limit }) => ({
      message: `${file} 不能压缩到 ${megabytes(limit)}：${unfitZh[why]}`,
      hint: '用较低的分辨率重新扫描或导出（A4 用 200 dpi 即可），或分成几个文件。',
    }),
    en: ({ file, why, limit }) => ({
      message: `${file} cannot be brought down to ${megabytes(limit)}: ${unfitEn[why]}`,
      hint: 'Scan or export it again at a lower resolution (200 dpi is enough for A4), or split it.',
    }),
    samples: [
      { file: '附件/说明.docx', why: 'type', limit: limitBytes },
      { file: '附件/审计.pdf', why: 'not scans', limit: limitBytes },
      { file: '附件/审计.pdf', why: 'signed', limit: limitBytes },
      { file: '附件/审计.pdf', why: 'unreadable', limit: limitBytes },
      { file: '附件/审计.pdf', why: 'too much', limit: limitBytes },
    ],
  }),
};
