// What a YAML file can have wrong with itself: the sentences in Chinese.
import type { documentCodes, Encoding, SyntaxFault } from '../../findings/codes/document.ts';
import type { Messages, Words } from '../message.ts';

const saveAsUtf8 =
  'VS Code：点右下角的编码名，选“通过编码重新打开”并选 {}，再点一次，选“通过编码保存”，选 UTF-8；记事本：“另存为”，编码选 UTF-8；WPS：复制全部文字，粘贴到新建的记事本里，以 UTF-8 保存。';

const encodings: Record<Encoding, Words> = {
  gbk: { message: '文件是 GBK 编码，应为 UTF-8', hint: saveAsUtf8.replace('{}', 'GB18030') },
  'utf-16': { message: '文件是 UTF-16（Unicode）编码，应为 UTF-8', hint: saveAsUtf8.replace('{}', 'UTF-16') },
  binary: {
    message: '这不是文本文件',
    hint: '申报数据是纯文本的 YAML；Word、Excel、WPS 文件改扩展名不行，请把内容填入 zjtx init 生成的 dossier.yaml。',
  },
  unknown: { message: '文件不是 UTF-8 编码，有字读不出', hint: saveAsUtf8.replace('{}', '原来的编码') },
};

const faults: Record<SyntaxFault, Words> = {
  indentation: { message: '这一行的缩进与同级的行不一致', hint: '同级的行左对齐；下级比上级多两个半角空格。' },
  'no-colon': {
    message: '这一行没有冒号，读不出哪是名称、哪是值',
    hint: '写成“名称: 值”，冒号用半角，后面空一格；若是上一行文字的续行，缩进要比上一行的名称多。',
  },
  'no-space-after-dash': { message: '列表的减号后面缺空格', hint: '“-”后空一格再写内容。' },
  'unclosed-quote': { message: '引号没有合上', hint: '在值的末尾补上同样的半角引号。' },
  'unclosed-bracket': { message: '括号没有合上', hint: '补上对应的 ] 或 }，并检查中间的逗号是否为半角。' },
  'colon-in-value': { message: '值里有“: ”，会被当成名称与值的分隔', hint: '给整个值加半角引号。' },
  'reserved-start': { message: '值的第一个字符在 YAML 里有特殊含义', hint: '给整个值加半角引号。' },
  escape: { message: '双引号里的反斜杠 \\ 有特殊含义', hint: '路径用 / 分隔；确要反斜杠，改用单引号。' },
  'after-quote': {
    message: '引号合上之后还有多余的字',
    hint: '整个值放进一对引号；值里本身有双引号时，外面用单引号。',
  },
  'long-key': { message: '冒号前的名称过长', hint: '名称不超过 1024 个字符；若这是正文，请用“名称: |”另起一行写。' },
  'comment-space': { message: '注释号 # 前缺空格', hint: '在 # 前空一格；若 # 是值的一部分，给整个值加半角引号。' },
  other: { message: '这里不合 YAML 的写法', hint: '与 zjtx init 生成的样例对照；值里有特殊符号时加半角引号。' },
};

export const document: Messages<typeof documentCodes> = {
  'yaml-too-large': ({ bytes, limit }) => ({
    message: `文件有 ${(bytes / 1_048_576).toFixed(1)} MiB，超过 ${limit / 1_048_576} MiB`,
    hint: '申报数据只写文字和附件的路径，不要把附件的内容放进来。',
  }),
  'yaml-too-many': ({ what, limit }) => ({
    message: {
      lines: `文件超过 ${limit} 行`,
      text: `文件里的文字合计超过 ${limit} 个字，从这一行起没有再读`,
      tokens: `文件里的名称、内容和标点超过 ${limit} 个，从这一行起没有再读`,
      characters: `这里的一段文字超过 ${limit} 个字`,
      items: `这里的一组内容超过 ${limit} 项`,
    }[what],
    hint: '申报数据一般只有几百行，最长的栏目几千字；删去不属于申报数据的内容。',
  }),
  'yaml-encoding': ({ encoding }) => encodings[encoding],
  'yaml-empty': () => ({ message: '文件里没有内容', hint: '用 zjtx init 生成一份样例再填写。' }),
  'yaml-control': ({ code }) => ({
    message: `这里有看不见的控制字符 ${code}`,
    hint: '删去这个字符；多半是从别处粘贴来的。',
  }),
  'yaml-tab': ({ mended }) => ({
    message: `行首用了制表符（Tab）缩进`,
    hint: `YAML 只认半角空格。编辑器里设为“用空格缩进”并全部替换；这一行应为\n  ${mended}`,
  }),
  'yaml-wide-indent': ({ mended }) => ({
    message: `行首用了全角空格或不间断空格缩进`,
    hint: `全部替换为半角空格；这一行应为\n  ${mended}`,
  }),
  'yaml-wide-colon': ({ mended }) => ({
    message: '名称后面是全角冒号“：”，应为半角冒号加空格',
    hint: `改为\n  ${mended}`,
  }),
  'yaml-colon-space': ({ mended }) => ({ message: '冒号后面缺半角空格', hint: `改为\n  ${mended}` }),
  'yaml-wide-quote': ({ typed, mended }) => ({
    message: `值用了中文引号 ${typed} 括起来，应为半角引号 "`,
    hint: `若中文引号本身是内容，外面再加一对半角单引号；否则改为\n  ${mended}`,
  }),
  'yaml-wide-comma': ({ mended }) => ({
    message: '括号里用了全角逗号“，”分隔，应为半角逗号',
    hint: `若逗号是内容，给那一项加半角引号；否则改为\n  ${mended}`,
  }),
  'yaml-duplicate-key': ({ key, line }) => ({
    message: `${key} 写了两次，前一次在第 ${line} 行`,
    hint: '留下对的一行，删去另一行。',
  }),
  'yaml-key': () => ({ message: '冒号前面没有名称，或名称不是一段文字', hint: '写成“名称: 值”。' }),
  'yaml-alias': ({ name, fault }) =>
    fault === 'too-many'
      ? { message: `引用 *${name} 展开后过大或指向自身`, hint: '把内容直接写出来，不用引用。' }
      : {
          message: `以 * 开头的值是 YAML 的引用，没有叫 ${name || '（空）'} 的锚点`,
          hint: `若是通配的文件名或文字，加引号：  "*${name}"`,
        },
  'yaml-merge-key': () => ({ message: '不支持合并键 <<', hint: '把要合并的各行直接写出来。' }),
  'yaml-tag': ({ tag }) => ({
    message: `不支持类型标签 ${tag}`,
    hint: '删去以 ! 开头的标签；若感叹号是内容，给整个值加半角引号。',
  }),
  'yaml-documents': () => ({
    message: '一个文件里有多份 YAML（--- 或 ... 分隔）',
    hint: '一份材料一个文件；删去分隔行，或拆成几个文件。',
  }),
  'yaml-root': ({ is }) => ({
    message: is === 'list' ? '文件最外层是列表，应为“名称: 值”' : '文件最外层是一段文字，应为“名称: 值”',
    hint: '与 zjtx init 生成的样例对照，最外层是 category、enterprise、form 等名称。',
  }),
  'yaml-too-deep': ({ limit }) => ({
    message: `层次过多，超过 ${limit} 层`,
    hint: '检查括号或缩进是否写错；一份申报数据只有几层。',
  }),
  'yaml-syntax': ({ fault, mended }) => {
    const { message, hint } = faults[fault];
    return { message, hint: mended === undefined ? `${hint}` : `${hint}例如\n  ${mended}` };
  },
};
