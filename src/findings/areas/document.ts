// What a YAML file can have wrong with itself.
import type { Words } from '../sentence.ts';
import { each, hard } from './spec.ts';

/** How a file that is not UTF-8 is encoded, as far as its bytes tell. */
export type Encoding = 'gbk' | 'utf-16' | 'binary' | 'unknown';

/** What a YAML text can have too much of: characters in one text, items in one list. */
export type Crowd = 'lines' | 'text' | 'tokens' | 'characters' | 'items';

const saveAsUtf8Zh =
  'VS Code：点右下角的编码名，选“通过编码重新打开”并选 {}，再点一次，选“通过编码保存”，选 UTF-8；记事本：“另存为”，编码选 UTF-8；WPS：复制全部文字，粘贴到新建的记事本里，以 UTF-8 保存。';

const rewrittenZh = '申报材料可用 zjtx fix 改写为 UTF-8。也可以自己另存。';

const encodingsZh: Record<Encoding, Words> = {
  gbk: { message: '文件是 GBK 编码，应为 UTF-8', hint: `${rewrittenZh}${saveAsUtf8Zh.replace('{}', 'GB18030')}` },
  'utf-16': {
    message: '文件是 UTF-16（Unicode）编码，应为 UTF-8',
    hint: `${rewrittenZh}${saveAsUtf8Zh.replace('{}', 'UTF-16')}`,
  },
  binary: {
    message: '这不是文本文件',
    hint: '申报数据是纯文本的 YAML；Word、Excel、WPS 文件改扩展名不行，请把内容填入 zjtx init 生成的 dossier.yaml。材料包用 zjtx verify 核对。',
  },
  unknown: { message: '文件不是 UTF-8 编码，有字读不出', hint: saveAsUtf8Zh.replace('{}', '原来的编码') },
};

const saveAsUtf8En =
  'VS Code: click the name of the encoding at the lower right, “Reopen with Encoding”, {}; click it again, “Save with Encoding”, UTF-8. Notepad: “Save as”, encoding UTF-8. WPS: copy all text into a new Notepad file and save that as UTF-8.';

const rewrittenEn = 'A dossier is written anew in UTF-8 by zjtx fix. Or save the file so yourself. ';

const encodingsEn: Record<Encoding, Words> = {
  gbk: {
    message: 'the file is encoded in GBK; it should be UTF-8',
    hint: `${rewrittenEn}${saveAsUtf8En.replace('{}', 'GB18030')}`,
  },
  'utf-16': {
    message: 'the file is encoded in UTF-16; it should be UTF-8',
    hint: `${rewrittenEn}${saveAsUtf8En.replace('{}', 'UTF-16')}`,
  },
  binary: {
    message: 'this is not a text file',
    hint: 'A dossier is plain YAML text. Renaming a Word, Excel or WPS file does not help: fill in the dossier.yaml that zjtx init makes. A bundle is checked by zjtx verify.',
  },
  unknown: {
    message: 'the file is not UTF-8: some characters cannot be read',
    hint: saveAsUtf8En.replace('{}', 'the encoding it has'),
  },
};

/** No waiver lifts these: a file that cannot be read cannot say so. */
export const readCodes = {
  'yaml-too-large': hard<{ readonly bytes: number; readonly limit: number }>({
    zh: ({ bytes, limit }) => ({
      message: `文件有 ${(bytes / 1_048_576).toFixed(1)} MiB，超过 ${limit / 1_048_576} MiB`,
      hint: '申报数据只写文字和附件的路径，不要把附件的内容放进来。',
    }),
    en: ({ bytes, limit }) => ({
      message: `the file has ${(bytes / 1_048_576).toFixed(1)} MiB, more than ${limit / 1_048_576} MiB`,
      hint: 'A dossier holds text and the paths of attachments, never their content.',
    }),
    samples: [{ bytes: 6_000_000, limit: 5_242_880 }],
  }),

  'yaml-too-many': hard<{ readonly what: Crowd; readonly limit: number }>({
    zh: ({ what, limit }) => ({
      message: {
        lines: `文件超过 ${limit} 行`,
        text: `文件里的文字合计超过 ${limit} 个字，从这一行起没有再读`,
        tokens: `文件里的名称、内容和标点超过 ${limit} 个，从这一行起没有再读`,
        characters: `这里的一段文字超过 ${limit} 个字`,
        items: `这里的一组内容超过 ${limit} 项`,
      }[what],
      hint: '申报数据一般只有几百行，最长的栏目几千字；删去不属于申报数据的内容。',
    }),
    en: ({ what, limit }) => ({
      message: {
        lines: `the file has more than ${limit} lines`,
        text: `the texts of the file have more than ${limit} characters together; nothing was read from this line on`,
        tokens: `the file has more than ${limit} names, values and signs; nothing was read from this line on`,
        characters: `this text has more than ${limit} characters`,
        items: `there are more than ${limit} items here`,
      }[what],
      hint: 'A dossier has a few hundred lines, its longest field a few thousand characters: take out what does not belong to it.',
    }),
    samples: each(['lines', 'text', 'tokens', 'characters', 'items'], (what) => ({ what, limit: 100_000 })),
  }),

  'yaml-encoding': hard<{ readonly encoding: Encoding }>({
    zh: ({ encoding }) => encodingsZh[encoding],
    en: ({ encoding }) => encodingsEn[encoding],
    samples: each(['gbk', 'utf-16', 'binary', 'unknown'], (encoding) => ({ encoding })),
  }),

  'yaml-empty': hard({
    zh: () => ({ message: '文件里没有内容', hint: '用 zjtx init 生成一份样例再填写。' }),
    en: () => ({ message: 'the file is empty', hint: 'Make a sample with zjtx init and fill it in.' }),
    samples: [{}],
  }),

  'yaml-control': hard<{ readonly code: string }>({
    zh: ({ code }) => ({
      message: `这里有看不见的控制字符 ${code}`,
      hint: '删去这个字符；多半是从别处粘贴来的。',
    }),
    en: ({ code }) => ({
      message: `an invisible control character ${code} stands here`,
      hint: 'Delete it; most likely it was pasted from elsewhere.',
    }),
    // Most of the upper ones were quotation marks in another encoding.
    mend: ({ code }) => ({ is: code < 'U+0080' ? 'safe' : 'doubtful', text: '' }),
    samples: [{ code: 'U+0007' }],
  }),

  'yaml-duplicate-key': hard<{ readonly key: string; readonly line: number }>({
    zh: ({ key, line }) => ({
      message: `${key} 写了两次，前一次在第 ${line} 行`,
      hint: '留下对的一行，删去另一行。',
    }),
    en: ({ key, line }) => ({
      message: `${key} is given twice, the first time on line ${line}`,
      hint: 'Keep the right line and delete the other.',
    }),
    samples: [{ key: '邮编', line: 7 }],
  }),

  'yaml-key': hard({
    zh: () => ({ message: '冒号前面没有名称，或名称不是一段文字', hint: '写成“名称: 值”。' }),
    en: () => ({
      message: 'there is no name before the colon, or it is not a text',
      hint: 'Write “name: value”.',
    }),
    samples: [{}],
  }),

  'yaml-alias': hard<{ readonly name: string; readonly fault: 'unknown' | 'too-many' }>({
    zh: ({ name, fault }) =>
      fault === 'too-many'
        ? { message: `引用 *${name} 展开后过大或指向自身`, hint: '把内容直接写出来，不用引用。' }
        : {
            message: `以 * 开头的值是 YAML 的引用，没有叫 ${name || '（空）'} 的锚点`,
            hint: `若是通配的文件名或文字，加引号：  "*${name}"`,
          },
    en: ({ name, fault }) =>
      fault === 'too-many'
        ? { message: `the alias *${name} grows too large or points to itself`, hint: 'Write the content out.' }
        : {
            message: `a value that begins with * is an alias, and no anchor is called ${name || '(nothing)'}`,
            hint: `If it is a pattern of file names or a text, quote it:  "*${name}"`,
          },
    samples: each(['unknown', 'too-many'], (fault) => ({ name: 'a', fault })),
  }),

  'yaml-merge-key': hard({
    zh: () => ({ message: '不支持合并键 <<', hint: '把要合并的各行直接写出来。' }),
    en: () => ({ message: 'the merge key << is not supported', hint: 'Write the lines out.' }),
    samples: [{}],
  }),

  'yaml-tag': hard<{ readonly tag: string }>({
    zh: ({ tag }) => ({
      message: `不支持类型标签 ${tag}`,
      hint: '删去以 ! 开头的标签；若感叹号是内容，给整个值加半角引号。',
    }),
    en: ({ tag }) => ({
      message: `the type tag ${tag} is not supported`,
      hint: 'Delete the tag that begins with !; if the exclamation mark belongs to the value, quote the whole value.',
    }),
    samples: [{ tag: '!!js/function' }],
  }),

  'yaml-documents': hard({
    zh: () => ({
      message: '一个文件里有多份 YAML（--- 或 ... 分隔）',
      hint: '一份材料一个文件；删去分隔行，或拆成几个文件。',
    }),
    en: () => ({
      message: 'the file holds several YAML documents (separated by --- or ...)',
      hint: 'One dossier, one file: delete the separating line, or split the file.',
    }),
    samples: [{}],
  }),

  'yaml-root': hard<{ readonly is: 'list' | 'text' }>({
    zh: ({ is }) => ({
      message: is === 'list' ? '文件最外层是列表，应为“名称: 值”' : '文件最外层是一段文字，应为“名称: 值”',
      hint: '与 zjtx init 生成的样例对照，最外层是“申报类别”“企业名称”“申请表”等名称。',
    }),
    en: ({ is }) => ({
      message: `the file is a ${is === 'list' ? 'list' : 'text'}; it should consist of lines of “name: value”`,
      hint: 'Compare with the sample that zjtx init makes; its outermost names are category, enterprise, form.',
    }),
    samples: each(['list', 'text'], (is) => ({ is })),
  }),

  'yaml-too-deep': hard<{ readonly limit: number }>({
    zh: ({ limit }) => ({
      message: `层次过多，超过 ${limit} 层`,
      hint: '检查括号或缩进是否写错；一份申报数据只有几层。',
    }),
    en: ({ limit }) => ({
      message: `nested deeper than ${limit} levels`,
      hint: 'See whether brackets or indents are wrong; a dossier has only a few levels.',
    }),
    samples: [{ limit: 50 }],
  }),
};
