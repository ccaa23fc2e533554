// What the text of a value can have wrong whatever it is about: the sentences in Chinese.
import type { Forbidden, Sign, textCodes } from '../../findings/codes/text.ts';
import type { Messages } from '../message.ts';

const places = { value: '里', key: '这个名称里', file: '这个文件名里' } as const;

/** What the commonest of them are called. */
const called: Readonly<Record<string, string>> = {
  'U+00AD': '软连字符',
  'U+200B': '零宽空格',
  'U+200C': '零宽不连字',
  'U+200D': '零宽连字',
  'U+2028': '行分隔符',
  'U+2029': '段分隔符',
  'U+2060': '禁止换行符',
  'U+FEFF': '字节序标记',
  'U+3164': '韩文填充符',
  'U+FFFD': '替换符',
  'U+001B': '转义',
  'U+202E': '从右到左覆盖',
};

const kinds: Record<Forbidden, string> = {
  control: '控制字符',
  direction: '改变文字方向的字符',
  private: '没有公开含义的专用字符',
  broken: '残缺的字符',
};

const quoted = (text: string): string => (text === '' ? '这里' : `“${text}”`);

const listed = (signs: readonly Sign[]): string =>
  signs
    .map(({ code, times }) => {
      const name = called[code];
      return `${code}${name === undefined ? '' : `（${name}）`}${times > 1 ? ` ${times} 处` : ''}`;
    })
    .join('、');

export const text: Messages<typeof textCodes> = {
  'text-forbidden': ({ where, text, signs }) => ({
    message: `${quoted(text)}${places[where]}有${[...new Set(signs.map(({ kind }) => kinds[kind]))].join('、')}：${listed(signs)}`,
    hint: '多半是从网页、PDF 或即时消息里复制带来的：删去整个值，用键盘重新输入。',
  }),
  'text-invisible': ({ where, text, signs }) => ({
    message: `${quoted(text)}${places[where]}有看不见的字符：${listed(signs)}，使用时已略去`,
    hint: '删去整个值，用键盘重新输入，或留着不管。',
  }),
  'text-look-alike': ({ where, text, signs }) => ({
    message: `${quoted(text)}${places[where]}有字形相同、编码不同的字，已按通用字使用：${signs
      .map(({ from, to, code, times }) => `${from}（${code}）作${to}${times > 1 ? `，${times} 处` : ''}`)
      .join('；')}`,
    hint: '多半是从 PDF 复制带来的：换成输入法打出的字，或留着不管。',
  }),
  'text-undrawable': ({ field, text, signs }) => ({
    message: `${field === undefined ? '' : `“${field}”的`}${quoted(text)}里有申请表字体没有的字：${signs.map(({ code, character }) => `${character}（${code}）`).join('、')}`,
    hint: '改用营业执照等登记时的写法；确实要用这个字，把含有它的 TrueType 字体文件写进 zjtx.config.yaml 的 fonts。',
  }),
};
