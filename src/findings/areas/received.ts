// What is told of a bundle before it is opened: that it is none, or not the original, and what its signature has wrong.
import { some } from '../several.ts';
import { each, hard, note } from './spec.ts';

/** `file` is the name of the signature. */
type File = { readonly file: string };

export const originalZh =
  '不要用重新压缩、加密或分卷的包：请提供方发送 zjtx build 生成的原包；自己的材料包用 zjtx build 重新生成，原样发送。';

export const originalEn =
  'Take the original, not one that was zipped again, encrypted or split: ask its sender for the file that zjtx build wrote; build your own again and send it as it is.';

const noZipZh = {
  other: {
    message: '不是 zip 文件',
    hint: '材料包是 zjtx build 生成的 .zip。核对是不是选错了文件，或请提供方发送原包。',
  },
  broken: {
    message: '不是完整的 zip 文件',
    hint: '文件可能没有下载完，或结尾多了内容。请重新下载，或请提供方重新发送。',
  },
  split: { message: '是分卷压缩包的一卷', hint: originalZh },
};

const noZipEn = {
  other: {
    message: 'not a zip file',
    hint: 'A bundle is a .zip that zjtx build wrote. See whether it is the file you mean, or ask its sender for the original.',
  },
  broken: {
    message: 'not a complete zip file',
    hint: 'The download may be cut off, or something was added at its end. Download it again, or ask its sender for it again.',
  },
  split: { message: 'one part of a split archive', hint: originalEn },
};

const againZh = '不要使用这份材料包。请提供方把材料包和签名一起重新发送。';

const againEn = 'Do not use this bundle: ask its sender for the bundle and the signature again.';

const file = '江苏示例精密机械有限公司-jiangsu-2021-product.zip.minisig';

export const receivedCodes = {
  /** `detail` is the parser's own sentence, in English. */
  'bundle-not-zip': hard<{ readonly why: keyof typeof noZipZh; readonly detail: string }>({
    zh: ({ why }) => noZipZh[why],
    en: ({ why }) => noZipEn[why],
    samples: each(['broken', 'other', 'split'], (why) => ({ why, detail: 'end of central directory not found' })),
  }),

  /**
   * Nothing is wrong but the `count` names that another program has written in its own way; `file` is the first. Without
   * `count`: `file` is the declaration of the bag, which lies in another folder than the one on top.
   */
  'bundle-rezipped': hard<File & { readonly count?: number }>({
    zh: ({ file, count }) => ({
      message: `被解开后重新压缩过：${count === undefined ? `多或少了一层文件夹（${file}）` : `${count} 个文件名（如 ${file}）没有 UTF-8 标记，在别的电脑上会变成乱码`}`,
      hint: originalZh,
    }),
    en: ({ file, count }) => ({
      message: `it was unpacked and zipped again: ${count === undefined ? `with a folder more or less (${file})` : `${some(count, 'name')} (such as ${file}) without a UTF-8 flag, garbled on other computers`}`,
      hint: originalEn,
    }),
    samples: [
      { file: '示例-jiangsu-2021-product/data/申请表.pdf', count: 24 },
      { file: '收件/示例-jiangsu-2021-product/bagit.txt' },
    ],
  }),

  /** A sound zip of something else: of zips, of a dossier that somebody zipped, of any papers; the first `files` of `count`. */
  'bundle-none': hard<{
    readonly what: 'zips' | 'dossier' | 'papers';
    readonly files: readonly string[];
    readonly count: number;
  }>({
    zh: ({ what, files, count }) =>
      ({
        zips: {
          message: `不是材料包，里面是别的 zip：${files.join('、')}${count > files.length ? ` 等 ${count} 个` : ''}`,
          hint: '先解压，再逐个核对解压出来的 zip。',
        },
        dossier: {
          message: `不是材料包，是压缩起来的申报材料：${files.join('、')}${count > files.length ? ` 等 ${count} 份` : ''}`,
          hint: '请提供方用 zjtx build 生成材料包；只想检查材料的，解压后运行 zjtx validate。',
        },
        papers: {
          message: `不是材料包，里面是别的文件：${files.join('、')}${count > files.length ? ` 等 ${count} 个` : ''}`,
          hint: noZipZh.other.hint,
        },
      })[what],
    en: ({ what, files, count }) =>
      ({
        zips: {
          message: `no bundle; other zips are in it: ${files.join(', ')}${count > files.length ? ` and ${count - files.length} more` : ''}`,
          hint: 'Unpack it, and verify the zips in it one by one.',
        },
        dossier: {
          message: `no bundle, but a dossier that was zipped: ${files.join(', ')}${count > files.length ? ` and ${count - files.length} more` : ''}`,
          hint: 'Ask its sender for the bundle that zjtx build writes; only to check the dossier, unpack it and run zjtx validate.',
        },
        papers: {
          message: `no bundle; other files are in it: ${files.join(', ')}${count > files.length ? ` and ${count - files.length} more` : ''}`,
          hint: noZipEn.other.hint,
        },
      })[what],
    samples: [
      { what: 'zips', files: ['示例-jiangsu-2021-product.zip'], count: 1 },
      { what: 'dossier', files: ['示例/dossier.yaml'], count: 1 },
      { what: 'papers', files: ['营业执照.pdf', '审计报告.pdf'], count: 9 },
    ],
  }),
};

export const signatureCodes = {
  'signature-missing': hard<File>({
    zh: ({ file }) => ({
      message: `旁边没有签名 ${file}`,
      hint: '把签名和材料包放在同一个文件夹。没有签名就请提供方用 zjtx build --sign 签名。',
    }),
    en: ({ file }) => ({
      message: `there is no signature ${file} beside it`,
      hint: 'Put it into the folder of the bundle; if there is none, ask its sender to sign with zjtx build --sign.',
    }),
    samples: [{ file }],
  }),

  'signature-malformed': hard<File & { readonly line: number }>({
    zh: ({ file, line }) => ({
      message: `${file} 第 ${line} 行不是 minisign 的签名格式`,
      hint: '签名可能没有下载完，或被编辑过。请提供方重新发送签名。',
    }),
    en: ({ file, line }) => ({
      message: `line ${line} of ${file} is not what minisign writes`,
      hint: 'The download may be cut off, or somebody edited it. Ask its sender for the signature again.',
    }),
    samples: [{ file, line: 2 }],
  }),

  /** It covers the file itself, not its digest. */
  'signature-legacy': hard<File>({
    zh: ({ file }) => ({
      message: `${file} 是 minisign 的旧式签名，不能核对`,
      hint: '请提供方用 minisign -S 重新签名，不加 -l。',
    }),
    en: ({ file }) => ({
      message: `${file} is a legacy signature of minisign, which cannot be checked`,
      hint: 'Ask its sender to sign again with minisign -S, without -l.',
    }),
    samples: [{ file }],
  }),

  /** The numbers of both keys. */
  'signature-other-key': hard<File & { readonly found: string; readonly expected: string }>({
    zh: ({ file, found, expected }) => ({
      message: `${file} 由另一把密钥 ${found} 签名，应为 ${expected}`,
      hint: '向提供方核实公钥。公钥要另行取得，不能只随材料包发来。',
    }),
    en: ({ file, found, expected }) => ({
      message: `${file} was made with another key, ${found}, not ${expected}`,
      hint: 'Ask its sender for the public key, by another way than the bundle came.',
    }),
    samples: [{ file, found: '52BE480A7CD61A50', expected: '83D1F9A27C4B5E60' }],
  }),

  /** What is not as signed: the bundle, the comment, or the digest that the comment names. */
  'signature-differs': hard<File & { readonly why: 'file' | 'comment' | 'digest' }>({
    zh: ({ file, why }) => ({
      message: {
        file: `签名 ${file} 与材料包不符：材料包或签名被改动过`,
        comment: `签名 ${file} 的说明被改动过`,
        digest: `签名 ${file} 说明里的 SHA-256 不是这份材料包的`,
      }[why],
      hint: againZh,
    }),
    en: ({ file, why }) => ({
      message: {
        file: `the signature ${file} is not of this bundle: one of them was changed`,
        comment: `the comment of the signature ${file} was changed`,
        digest: `the SHA-256 in the comment of the signature ${file} is not that of this bundle`,
      }[why],
      hint: againEn,
    }),
    samples: each(['file', 'comment', 'digest'], (why) => ({ file, why })),
  }),

  'signature-unchecked': note<File>({
    zh: ({ file }) => ({
      message: `旁边有签名 ${file}，没有核对`,
      hint: '加 --key 公钥 核对是谁签的。',
    }),
    en: ({ file }) => ({
      message: `there is a signature ${file} beside it, which was not checked`,
      hint: 'With --key and a public key, verify tells who signed.',
    }),
    samples: [{ file }],
  }),
};
