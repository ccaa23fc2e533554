// What a bundle can have wrong with its zip, its lists and its digests.
import { originalEn, originalZh } from './received.ts';
import { each, hard } from './spec.ts';

/** `file` is the path of the entry inside the zip, control characters replaced. */
export type File = { readonly file: string };

/** Why an entry must not be unpacked. */
export type UnsafeEntry =
  | 'traversal'
  | 'absolute'
  | 'backslash'
  | 'name'
  | 'link'
  | 'encrypted'
  | 'encoding'
  | 'header'
  | 'method'
  | 'ratio'
  | 'alias'
  | 'mode'
  | 'comment'
  | 'laden'
  | 'overlap';

const againZh = '不要使用这份材料包，请提供方重新发送；自己的材料包用 zjtx build 重新生成。';

const hostileZh = '不要解压。这不是 zjtx 生成的材料包，请提供方用 zjtx build 重新生成。';

const unsafeZh: Record<UnsafeEntry, string> = {
  traversal: '路径含有 .. 或空的一级，解压会写到文件夹之外',
  absolute: '是绝对路径，解压会写到文件夹之外',
  backslash: '路径含有反斜杠，Windows 会当作文件夹',
  name: '文件名在某些系统上不可用（特殊字符、控制字符、结尾的点或空格、非 NFC 形式）',
  link: '是链接或设备，不是普通文件',
  encrypted: '设有密码，不能核对',
  encoding: '文件名没有 UTF-8 标记或编码错误，在别的电脑上会变成乱码',
  header: '两处文件头互相矛盾，不同软件会解出不同的内容',
  method: '被别的压缩软件重新压缩过，用了 zjtx 不用的方法',
  ratio: '声称的大小超过压缩算法的极限，可能是压缩炸弹',
  alias: '另外带着一个不同的文件名',
  mode: '带有程序才有的权限（setuid 等）或隐藏、系统属性',
  comment: '带有注释，材料包里的文件没有注释',
  laden: '文件头里夹带了看不见的数据，材料包和常见压缩软件都不这样写',
  overlap: '与另一个文件共用同一段数据，可能是压缩炸弹',
};

const brokenZh = { data: '数据无法解压', size: '解压后的大小与记录不符', crc: 'CRC 校验不符' };

const againEn = 'Do not use this bundle: ask its sender for it again; build your own again with zjtx build.';

const hostileEn = 'Do not unpack it: zjtx writes no such bundle. Ask its sender to build it again with zjtx build.';

const unsafeEn: Record<UnsafeEntry, string> = {
  traversal: 'its path has .. or an empty part and would be unpacked outside the folder',
  absolute: 'its path is absolute and would be unpacked outside the folder',
  backslash: 'its path has a backslash, which Windows takes for a folder',
  name: 'its name does not work on every system (special or control characters, a dot or space at the end, not NFC)',
  link: 'it is a link or a device, no regular file',
  encrypted: 'it has a password and cannot be verified',
  encoding: 'its name has no UTF-8 flag or broken UTF-8 and is garbled on other computers',
  header: 'its two headers disagree, so that different programs unpack different things',
  method: 'another program has packed it again, with a method that zjtx does not use',
  ratio: 'it claims to unpack to more than deflate can hold, which may be a zip bomb',
  alias: 'it carries a second, different name',
  mode: 'it has permissions that only programs have (setuid and the like), or is hidden or a system file',
  comment: 'it carries a comment, which no file of a bundle has',
  laden: 'its header carries hidden data, which no bundle has and no usual packer writes',
  overlap: 'it shares its data with another entry, which may be a zip bomb',
};

const brokenEn = { data: 'it cannot be unpacked', size: 'its size is not the recorded one', crc: 'its CRC differs' };

/** `octets.files` in words; whatever else somebody wrote there as it stands. */
const sizeOf = (oxum: string, octets: string, files: string): string =>
  /^\d+\.\d+$/.test(oxum) ? `${oxum.replace('.', octets)}${files}` : oxum;

/** What another program does to a bundle, without harm in mind. */
const byPacker: ReadonlySet<UnsafeEntry> = new Set(['encrypted', 'method', 'laden']);

export const bagCodes = {
  'bundle-too-large': hard<{ readonly what: 'entries' | 'bytes'; readonly limit: number }>({
    zh: ({ what, limit }) => ({
      message: what === 'entries' ? `包内文件超过 ${limit} 个，没有展开检查` : `解压后超过 ${limit} 字节，没有展开检查`,
      hint: hostileZh,
    }),
    en: ({ what, limit }) => ({
      message:
        what === 'entries'
          ? `more than ${limit} entries; it was not looked into`
          : `more than ${limit} bytes when unpacked; it was not looked into`,
      hint: hostileEn,
    }),
    samples: each(['entries', 'bytes'], (what) => ({ what, limit: 10_000 })),
  }),

  'bundle-stray-bytes': hard({
    zh: () => ({ message: 'zip 里有不属于任何文件的数据（藏在文件之间、开头或结尾）', hint: hostileZh }),
    en: () => ({
      message: 'the zip has bytes that belong to no entry (between entries, at the start or at the end)',
      hint: hostileEn,
    }),
    samples: [{}],
  }),

  'bundle-entry-unsafe': hard<File & { readonly why: UnsafeEntry }>({
    zh: ({ file, why }) => ({
      message: `${file}：${unsafeZh[why]}`,
      hint: byPacker.has(why) ? originalZh : hostileZh,
    }),
    en: ({ file, why }) => ({
      message: `${file}: ${unsafeEn[why]}`,
      hint: byPacker.has(why) ? originalEn : hostileEn,
    }),
    samples: each(
      [
        'traversal',
        'absolute',
        'backslash',
        'name',
        'link',
        'encrypted',
        'encoding',
        'header',
        'method',
        'ratio',
        'alias',
        'mode',
        'comment',
        'laden',
        'overlap',
      ],
      (why) => ({ file: 'data/a.pdf', why }),
    ),
  }),

  /** `other` is the entry that would be the same file on Windows or macOS. */
  'bundle-entry-twice': hard<File & { readonly other: string }>({
    zh: ({ file, other }) => ({
      message: file === other ? `${file} 出现两次` : `${file} 与 ${other} 在 Windows 或 macOS 上是同一个文件`,
      hint: hostileZh,
    }),
    en: ({ file, other }) => ({
      message: file === other ? `${file} is there twice` : `${file} and ${other} are one file on Windows or macOS`,
      hint: hostileEn,
    }),
    samples: [{ file: 'data/a.pdf', other: 'data/A.pdf' }],
  }),

  'bundle-folder-broken': hard<{ readonly folders: readonly string[] }>({
    zh: ({ folders }) => ({
      message: `最外层应当只有一个文件夹，现在有：${folders.length === 0 ? '（没有）' : folders.join('、')}`,
      hint: againZh,
    }),
    en: ({ folders }) => ({
      message: `there must be exactly one top folder, found: ${folders.length === 0 ? '(none)' : folders.join(', ')}`,
      hint: againEn,
    }),
    samples: [{ folders: ['a', 'b'] }, { folders: [] }],
  }),

  'bundle-entry-broken': hard<File & { readonly why: 'data' | 'size' | 'crc' }>({
    zh: ({ file, why }) => ({ message: `${file} 已损坏：${brokenZh[why]}`, hint: againZh }),
    en: ({ file, why }) => ({ message: `${file} is damaged: ${brokenEn[why]}`, hint: againEn }),
    samples: each(['data', 'size', 'crc'], (why) => ({ file: 'data/a.pdf', why })),
  }),

  /** `label` is the line of the tag file that is missing or wrong. */
  'bundle-bag-broken': hard<File & { readonly label: string }>({
    zh: ({ file, label }) => ({ message: `${file} 里的 ${label} 缺失或不对`, hint: againZh }),
    en: ({ file, label }) => ({ message: `${label} is missing or wrong in ${file}`, hint: againEn }),
    samples: [{ file: 'bagit.txt', label: 'BagIt-Version' }],
  }),

  'bundle-manifest-broken': hard<File & { readonly line: number }>({
    zh: ({ file, line }) => ({
      message: `${file} 第 ${line} 行不是“摘要  路径”，或路径重复、不安全`,
      hint: againZh,
    }),
    en: ({ file, line }) => ({
      message: `line ${line} of ${file} is not a digest and a path, or its path is unsafe or stands twice`,
      hint: againEn,
    }),
    samples: [{ file: 'manifest-sha256.txt', line: 3 }],
  }),

  /** Without `manifest`: every bundle has it. */
  'bundle-file-missing': hard<File & { readonly manifest?: string }>({
    zh: ({ file, manifest }) => ({
      message: manifest === undefined ? `缺少每份材料包都有的 ${file}` : `缺少 ${file}（${manifest} 里有）`,
      hint: againZh,
    }),
    en: ({ file, manifest }) => ({
      message:
        manifest === undefined ? `${file} is missing, which every bundle has` : `${file} of ${manifest} is missing`,
      hint: againEn,
    }),
    samples: [{ file: 'data/a.pdf', manifest: 'manifest-sha256.txt' }, { file: 'data/申请表.pdf' }],
  }),

  'bundle-file-extra': hard<File & { readonly manifest: string }>({
    zh: ({ file, manifest }) => ({
      message: `${file} 不在 ${manifest} 里，是后来加进去的`,
      hint: againZh,
    }),
    en: ({ file, manifest }) => ({
      message: `${file} is not in ${manifest}: it was added later`,
      hint: againEn,
    }),
    samples: [{ file: 'data/a.pdf', manifest: 'manifest-sha256.txt' }],
  }),

  'bundle-digest-differs': hard<File & { readonly expected: string; readonly found: string }>({
    zh: ({ file, expected, found }) => ({
      message: `${file} 被改动：SHA-256 应为 ${expected}，实为 ${found}`,
      hint: againZh,
    }),
    en: ({ file, expected, found }) => ({
      message: `${file} was changed: its SHA-256 should be ${expected} and is ${found}`,
      hint: againEn,
    }),
    samples: [{ file: 'data/a.pdf', expected: 'a'.repeat(64), found: 'b'.repeat(64) }],
  }),

  /** Both as `octets.files`, the `Payload-Oxum` of BagIt. */
  'bundle-size-differs': hard<{ readonly expected: string; readonly found: string }>({
    zh: ({ expected, found }) => ({
      message: `data/ 下应为 ${sizeOf(expected, ' 字节、', ' 个文件')}，实为 ${sizeOf(found, ' 字节、', ' 个文件')}`,
      hint: againZh,
    }),
    en: ({ expected, found }) => ({
      message: `below data/ there should be ${sizeOf(expected, ' octets in ', ' files')}, and there are ${sizeOf(found, ' octets in ', ' files')}`,
      hint: againEn,
    }),
    samples: [{ expected: '100.3', found: '101.3' }],
  }),
};
