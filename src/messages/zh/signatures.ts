// What the signature beside a bundle can have wrong: the sentences in Chinese.
import type { signatureCodes } from '../../findings/codes/signatures.ts';
import type { Messages } from '../message.ts';

const again = '不要使用这份材料包。请提供方把材料包和签名一起重新发送。';

export const signatures: Messages<typeof signatureCodes> = {
  'signature-missing': ({ file }) => ({
    message: `旁边没有签名 ${file}`,
    hint: '把签名和材料包放在同一个文件夹。没有签名就请提供方用 zjtx build --sign 签名。',
  }),
  'signature-malformed': ({ file, line }) => ({
    message: `${file} 第 ${line} 行不是 minisign 的签名格式`,
    hint: '签名可能没有下载完，或被编辑过。请提供方重新发送签名。',
  }),
  'signature-legacy': ({ file }) => ({
    message: `${file} 是 minisign 的旧式签名，不能核对`,
    hint: '请提供方用 minisign -S 重新签名，不加 -l。',
  }),
  'signature-other-key': ({ file, found, expected }) => ({
    message: `${file} 由另一把密钥 ${found} 签名，应为 ${expected}`,
    hint: '向提供方核实公钥。公钥要另行取得，不能只随材料包发来。',
  }),
  'signature-differs': ({ file, why }) => ({
    message: {
      file: `签名 ${file} 与材料包不符：材料包或签名被改动过`,
      comment: `签名 ${file} 的说明被改动过`,
      digest: `签名 ${file} 说明里的 SHA-256 不是这份材料包的`,
    }[why],
    hint: again,
  }),
  'signature-unchecked': ({ file }) => ({
    message: `旁边有签名 ${file}，没有核对`,
    hint: '加 --key 公钥 核对是谁签的。',
  }),
};
