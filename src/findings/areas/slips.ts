// Slips of the keyboard in a YAML file, each told with the line as it should read.
import type { Words } from '../sentence.ts';
import { each, hard, warning } from './spec.ts';

/** A slip in one place: how the line should read. */
type Slip = { readonly mended: string };

/** `step`: the spaces that a wrong sign stands for. */
type Indent = Slip & { readonly step: number };

const spaces = ({ step }: Indent, { stands }: { readonly stands: string }) =>
  ({ is: 'safe', text: stands.replace(/[\t\u3000]/g, ' '.repeat(step)).replace(/[^ ]/g, ' ') }) as const;

/** A sign with the white space behind it, which may not be what YAML takes for it. */
function signed(put: string, { stands, after }: { readonly stands: string; readonly after: string }) {
  const rest = `${stands}${after}`;
  const gap = /^\s*/.exec(rest.slice(1))?.[0].length ?? 0;
  return { text: 1 + gap < rest.length ? `${put} ` : put, to: 1 + gap };
}

/** What the parser could not make sense of, in our own words. */
export type SyntaxFault =
  | 'indentation'
  | 'no-colon'
  | 'no-space-after-dash'
  | 'unclosed-quote'
  | 'unclosed-bracket'
  | 'colon-in-value'
  | 'reserved-start'
  | 'escape'
  | 'after-quote'
  | 'long-key'
  | 'comment-space'
  | 'comment-sign'
  | 'sign-behind'
  | 'sign-before-name'
  | 'fence'
  | 'other';

/** Those of other notations than YAML: the line reads in one way only, and is written so. */
const foreign: ReadonlySet<SyntaxFault> = new Set(['no-space-after-dash', 'sign-behind', 'sign-before-name', 'fence']);

const faultsZh: Record<SyntaxFault, Words> = {
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
  'comment-sign': { message: '注释要以半角的 # 开头', hint: '改为' },
  'sign-behind': { message: '值的后面多了标点', hint: '改为' },
  'sign-before-name': { message: '名称前后的 * 不是名称的一部分', hint: '改为' },
  fence: { message: '这一行是代码块的记号，不是材料的内容', hint: '删去这一行。' },
  other: { message: '这里不合 YAML 的写法', hint: '与 zjtx init 生成的样例对照；值里有特殊符号时加半角引号。' },
};

const faultsEn: Record<SyntaxFault, Words> = {
  indentation: {
    message: 'this line is not indented like its neighbours',
    hint: 'Lines of one level begin in one column; a level below has two spaces more.',
  },
  'no-colon': {
    message: 'this line has no colon, so name and value cannot be told apart',
    hint: 'Write “name: value” with a space after the colon; a line that goes on with the text above must be indented more than its name.',
  },
  'no-space-after-dash': { message: 'a space is missing after the dash of a list', hint: 'Put a space after “-”.' },
  'unclosed-quote': { message: 'this quote is not closed', hint: 'Put the same quote at the end of the value.' },
  'unclosed-bracket': {
    message: 'this bracket is not closed',
    hint: 'Put the matching ] or } at its end, and see that the commas between are ASCII.',
  },
  'colon-in-value': { message: 'the value holds “: ”, which separates name and value', hint: 'Quote the whole value.' },
  'reserved-start': { message: 'the first sign of the value means something in YAML', hint: 'Quote the whole value.' },
  escape: {
    message: 'a backslash \\ in double quotes has a meaning of its own',
    hint: 'Separate folders by /; for a real backslash use single quotes.',
  },
  'after-quote': {
    message: 'something stands after the closing quote',
    hint: 'Put the whole value into one pair of quotes; around double quotes use single ones.',
  },
  'long-key': {
    message: 'the name before the colon is too long',
    hint: 'A name has at most 1024 characters; write a text as “name: |” with its lines below.',
  },
  'comment-space': {
    message: 'a space is missing before the comment sign #',
    hint: 'Put a space before #; if # belongs to the value, quote the whole value.',
  },
  'comment-sign': { message: 'a comment begins with an ASCII #', hint: 'Change it to' },
  'sign-behind': { message: 'a sign too many stands behind the value', hint: 'Change it to' },
  'sign-before-name': { message: 'the * around this name is no part of it', hint: 'Change it to' },
  fence: { message: 'this line marks a block of code and says nothing of the dossier', hint: 'Delete this line.' },
  other: {
    message: 'this is not YAML',
    hint: 'Compare with the sample that zjtx init makes; quote values that hold special signs.',
  },
};

const mended = '  邮编: "210000"';

export const slipCodes = {
  'yaml-tab': hard<Indent>({
    zh: ({ mended }) => ({
      message: `行首用了制表符（Tab）缩进`,
      hint: `YAML 只认半角空格。编辑器里设为“用空格缩进”并全部替换；这一行应为\n  ${mended}`,
    }),
    en: ({ mended }) => ({
      message: `the line is indented with a tab`,
      hint: `YAML knows spaces only. Set the editor to indent with spaces and replace all tabs; this line should be\n  ${mended}`,
    }),
    mend: spaces,
    samples: [{ mended, step: 2 }],
  }),

  'yaml-wide-indent': hard<Indent>({
    zh: ({ mended }) => ({
      message: `行首用了全角空格或不间断空格缩进`,
      hint: `全部替换为半角空格；这一行应为\n  ${mended}`,
    }),
    en: ({ mended }) => ({
      message: `the line is indented with full-width or no-break spaces`,
      hint: `Replace them all by ASCII spaces; this line should be\n  ${mended}`,
    }),
    mend: spaces,
    samples: [{ mended, step: 2 }],
  }),

  'yaml-wide-colon': hard<Slip>({
    zh: ({ mended }) => ({
      message: '名称后面是全角冒号“：”，应为半角冒号加空格',
      hint: `改为\n  ${mended}`,
    }),
    en: ({ mended }) => ({
      message: 'a full-width colon “：” follows the name; it should be an ASCII colon and a space',
      hint: `Change it to\n  ${mended}`,
    }),
    mend: (_, around) => ({ is: 'safe', ...signed(':', around) }),
    samples: [{ mended }],
  }),

  /** `typed` is the sign that stands where a list mark must. */
  'yaml-list-mark': hard<Slip & { readonly typed: string }>({
    zh: ({ mended, typed }) => ({
      message: `清单各条的开头是“${typed}”，应为半角减号加空格`,
      hint: `每一条都这样改：\n  ${mended}`,
    }),
    en: ({ mended, typed }) => ({
      message: `“${typed}” begins an item of a list; it should be an ASCII hyphen and a space`,
      hint: `Change every item like this:\n  ${mended}`,
    }),
    mend: ({ typed }, { stands, after }) => {
      const gap = /^[ \t\u3000\u00a0]*/.exec(`${stands}${after}`.slice(typed.length))?.[0].length ?? 0;
      return { is: 'safe', text: '- ', to: typed.length + gap };
    },
    samples: [{ mended: '- 附件/营业执照.pdf', typed: '—' }],
  }),

  'yaml-colon-space': hard<Slip>({
    zh: ({ mended }) => ({ message: '冒号后面缺半角空格', hint: `改为\n  ${mended}` }),
    en: ({ mended }) => ({
      message: 'an ASCII space is missing after the colon',
      hint: `Change it to\n  ${mended}`,
    }),
    mend: (_, around) => ({ is: 'safe', ...signed(':', around) }),
    samples: [{ mended }],
  }),

  'yaml-wide-quote': hard<Slip & { readonly typed: string }>({
    zh: ({ typed, mended }) => ({
      message: `值用了中文引号 ${typed} 括起来，应为半角引号 "`,
      hint: `若中文引号本身是内容，外面再加一对半角单引号；否则改为\n  ${mended}`,
    }),
    en: ({ typed, mended }) => ({
      message: `the value stands in Chinese quotes ${typed}; they should be ASCII quotes "`,
      hint: `If the Chinese quotes belong to the value, put single ASCII quotes around them; else change it to\n  ${mended}`,
    }),
    mend: (_, { stands, after }) => {
      if (stands.length > 1 && /["”’＂]$/.test(stands)) {
        const inner = stands.replace(/^["“‘＂]+/, '').replace(/(?<!["”’＂])["”’＂]+$/, '');
        return { is: 'safe', value: inner };
      }
      const rest = `${stands}${after}`;
      return { is: 'doubtful', text: rest.replace(/["“”‘’＂]/g, '"'), to: rest.length };
    },
    samples: [{ mended, typed: '“' }],
  }),

  'yaml-wide-comma': hard<Slip>({
    zh: ({ mended }) => ({
      message: '括号里用了全角逗号“，”分隔，应为半角逗号',
      hint: `若逗号是内容，给那一项加半角引号；否则改为\n  ${mended}`,
    }),
    en: ({ mended }) => ({
      message: 'a full-width comma “，” separates items in brackets; it should be an ASCII comma',
      hint: `If the comma belongs to the item, quote the item; else change it to\n  ${mended}`,
    }),
    mend: (_, around) => ({ is: 'doubtful', ...signed(',', around) }),
    samples: [{ mended }],
  }),

  /** Nobody can tell a remark from a number by its looks alone, so it warns. */
  'yaml-comment-lost': warning<Slip & { readonly lost: string }>({
    zh: ({ lost, mended }) => ({
      message: `“${lost}”前有空格，被当作注释，没有读入`,
      hint: `若是内容，给整个值加半角引号\n  ${mended}`,
    }),
    en: ({ lost, mended }) => ({
      message: `“${lost}” stands behind a space and is taken for a comment: it was not read`,
      hint: `If it belongs to the value, quote the whole value\n  ${mended}`,
    }),
    samples: [{ lost: '#3幢', mended: '"江宁区示例路 18 号 #3幢"' }],
  }),

  'yaml-syntax': hard<{ readonly fault: SyntaxFault; readonly mended?: string }>({
    zh: ({ fault, mended }) => {
      const { message, hint } = faultsZh[fault];
      const eg = hint?.endsWith('。') ? '例如' : '';
      return { message, hint: mended === undefined || mended === '' ? `${hint}` : `${hint}${eg}\n  ${mended}` };
    },
    en: ({ fault, mended }) => {
      const { message, hint } = faultsEn[fault];
      const eg = hint?.endsWith('.') ? ' For example' : '';
      return { message, hint: mended === undefined || mended === '' ? `${hint}` : `${hint}${eg}\n  ${mended}` };
    },
    mend: ({ fault, mended }, { stands, before, after }) => {
      if (mended === undefined || fault === 'comment-sign') return undefined;
      const line = `${before}${stands}${after}`;
      const lead = /^\s*/.exec(line)?.[0] ?? '';
      const text = mended === '' ? '' : `${lead}${mended}`;
      if (foreign.has(fault)) return { is: 'safe', text, from: -before.length, to: stands.length + after.length };
      const rest = line.slice(line.indexOf(': ') + 1);
      // A remark behind the value stays one.
      const value = rest.replace(/\s#.*$/s, '').trim();
      if (value === '' || rest === line) return undefined;
      const from = line.indexOf(value, line.length - rest.length) - before.length;
      const is = fault === 'reserved-start' ? 'safe' : 'doubtful';
      return { is, text: JSON.stringify(value), from, to: from + value.length };
    },
    samples: [
      ...each(
        [
          'indentation',
          'no-colon',
          'no-space-after-dash',
          'unclosed-quote',
          'unclosed-bracket',
          'colon-in-value',
          'reserved-start',
          'escape',
          'after-quote',
          'long-key',
          'comment-space',
          'other',
        ],
        (fault) => ({ fault }),
      ),
      ...each(['comment-sign', 'sign-behind', 'sign-before-name'], (fault) => ({ fault, mended })),
      { fault: 'fence', mended: '' },
      { fault: 'no-colon', mended },
    ],
  }),
};
