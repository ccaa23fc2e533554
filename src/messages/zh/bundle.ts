// What a bundle can have wrong: the sentences in Chinese.
import type { bundleCodes, UnsafeEntry } from '../../findings/codes/bundle.ts';
import type { Messages } from '../message.ts';

const again = '不要使用这份材料包，请提供方重新发送；自己的材料包用 zjtx build 重新生成。';
const hostile = '不要解压。这不是 zjtx 生成的材料包，请提供方用 zjtx build 重新生成。';

const unsafe: Record<UnsafeEntry, string> = {
  traversal: '路径含有 .. 或空的一级，解压会写到文件夹之外',
  absolute: '是绝对路径，解压会写到文件夹之外',
  backslash: '路径含有反斜杠，Windows 会当作文件夹',
  name: '文件名在某些系统上不可用（特殊字符、控制字符、结尾的点或空格、非 NFC 形式）',
  link: '是链接或设备，不是普通文件',
  encrypted: '已加密',
  encoding: '文件名没有 UTF-8 标记或编码错误，在别的电脑上会变成乱码',
  header: '两处文件头互相矛盾，不同软件会解出不同的内容',
  method: '用了 zjtx 不用的压缩方法',
  ratio: '声称的大小超过压缩算法的极限，可能是压缩炸弹',
  alias: '另外带着一个不同的文件名',
  overlap: '与另一个文件共用同一段数据，可能是压缩炸弹',
};

const broken = { data: '数据无法解压', size: '解压后的大小与记录不符', crc: 'CRC 校验不符' };

export const bundle: Messages<typeof bundleCodes> = {
  'bundle-not-zip': ({ detail }) => ({
    message: `不是完整的 zip 文件（${detail}）`,
    hint: '文件可能没有下载完，或结尾多了内容。请重新下载，或请提供方重新发送。',
  }),
  'bundle-too-large': ({ what, limit }) => ({
    message: what === 'entries' ? `包内文件超过 ${limit} 个，没有展开检查` : `解压后超过 ${limit} 字节，没有展开检查`,
    hint: hostile,
  }),
  'bundle-stray-bytes': () => ({ message: 'zip 里有不属于任何文件的数据（藏在文件之间、开头或结尾）', hint: hostile }),
  'bundle-entry-unsafe': ({ file, why }) => ({ message: `${file}：${unsafe[why]}`, hint: hostile }),
  'bundle-entry-twice': ({ file, other }) => ({
    message: file === other ? `${file} 出现两次` : `${file} 与 ${other} 在 Windows 或 macOS 上是同一个文件`,
    hint: hostile,
  }),
  'bundle-folder-broken': ({ folders }) => ({
    message: `最外层应当只有一个文件夹，现在有：${folders.length === 0 ? '（没有）' : folders.join('、')}`,
    hint: again,
  }),
  'bundle-entry-broken': ({ file, why }) => ({ message: `${file} 已损坏：${broken[why]}`, hint: again }),
  'bundle-bag-broken': ({ file, label }) => ({ message: `${file} 里的 ${label} 缺失或不对`, hint: again }),
  'bundle-manifest-broken': ({ file, line }) => ({
    message: `${file} 第 ${line} 行不是“摘要  路径”，或路径重复、不安全`,
    hint: again,
  }),
  'bundle-file-missing': ({ file, manifest }) => ({
    message: manifest === undefined ? `缺少每份材料包都有的 ${file}` : `缺少 ${file}（${manifest} 里有）`,
    hint: again,
  }),
  'bundle-file-extra': ({ file, manifest }) => ({
    message: `${file} 不在 ${manifest} 里，是后来加进去的`,
    hint: again,
  }),
  'bundle-digest-differs': ({ file, expected, found }) => ({
    message: `${file} 被改动：SHA-256 应为 ${expected}，实为 ${found}`,
    hint: again,
  }),
  'bundle-size-differs': ({ expected, found }) => ({
    message: `data/ 下的字节数和文件数应为 ${expected}，实为 ${found}`,
    hint: again,
  }),
};
