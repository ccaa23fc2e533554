// What the signature beside a bundle can have wrong.
import { each, hard, note } from './spec.ts';

/** `file` is the name of the signature. */
type File = { readonly file: string };

const againZh = '不要使用这份材料包。请提供方把材料包和签名一起重新发送。';

const againEn = 'Do not use this bundle: ask its sender for the bundle and the signature again.';

const file = '江苏示例精密机械有限公司-jiangsu-2021-product.zip.minisig';

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
