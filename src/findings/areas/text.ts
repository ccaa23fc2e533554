// What the text of a value can have wrong whatever it is about: characters that nobody sees, or that cannot be printed.
import { each, hard, type Mend, note, warning } from './spec.ts';

/** A character by its code point, `U+202E`, and how often it stands there. */
export type Sign = { readonly code: string; readonly times: number };

/** `where`: in a value, in the name of a key, or in the name of a file; `text` is what is left without them, empty where it is long. */
type Within = { readonly where: 'value' | 'key' | 'file'; readonly text: string };

/** Why no text may hold a character. */
export type Forbidden = 'control' | 'direction' | 'private' | 'broken';

const placesZh = { value: '里', key: '这个名称里', file: '这个文件名里' } as const;

/** What the commonest of them are called. */
const calledZh: Readonly<Record<string, string>> = {
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

const kindsZh: Record<Forbidden, string> = {
  control: '控制字符',
  direction: '改变文字方向的字符',
  private: '没有公开含义的专用字符',
  broken: '残缺的字符',
};

/** A text too long to be quoted is called by where it stands. */
const withinZh = (text: string, where: Within['where']): string =>
  text !== '' ? `“${text}”${placesZh[where]}` : where === 'value' ? '这里' : placesZh[where];

const quotesZh = (field: string | undefined, text: string): string =>
  field === undefined ? withinZh(text, 'value') : `“${field}”${text === '' ? '' : `的“${text}”`}里`;

const listedZh = (signs: readonly Sign[]): string =>
  signs
    .map(({ code, times }) => {
      const name = calledZh[code];
      return `${code}${name === undefined ? '' : `（${name}）`}${times > 1 ? `${name === undefined ? ' ' : ''}${times} 处` : ''}`;
    })
    .join('、');

const placesEn = { value: '', key: 'the name of the key ', file: 'the file name ' } as const;

/** What the commonest of them are called. */
const calledEn: Readonly<Record<string, string>> = {
  'U+00AD': 'soft hyphen',
  'U+200B': 'zero width space',
  'U+200C': 'zero width non-joiner',
  'U+200D': 'zero width joiner',
  'U+2028': 'line separator',
  'U+2029': 'paragraph separator',
  'U+2060': 'word joiner',
  'U+FEFF': 'byte order mark',
  'U+3164': 'Hangul filler',
  'U+FFFD': 'replacement character',
  'U+001B': 'escape',
  'U+202E': 'right-to-left override',
};

const kindsEn: Record<Forbidden, string> = {
  control: 'control characters',
  direction: 'characters that change the direction of text',
  private: 'characters for private use, which mean nothing to others',
  broken: 'broken characters',
};

const withinEn = (text: string, where: Within['where']): string =>
  text !== ''
    ? `${placesEn[where]}“${text}”`
    : where === 'value'
      ? 'this'
      : where === 'key'
        ? 'this name'
        : 'this file name';

const quotesEn = (field: string | undefined, text: string): string =>
  field === undefined ? withinEn(text, 'value') : `“${field}”${text === '' ? '' : `: “${text}”`}`;

const listedEn = (signs: readonly Sign[]): string =>
  signs
    .map(({ code, times }) => {
      const name = calledEn[code];
      return `${code}${name === undefined ? '' : ` (${name})`}${times > 1 ? ` ${times} times` : ''}`;
    })
    .join(', ');

const text = '江苏示例精密机械有限公司';

/** Every such sign from the first one on to the end of its line, or to a remark; nothing where it is written as an escape. */
function replaced(
  is: Mend['is'],
  signs: readonly { readonly code: string; readonly to: string }[],
  { stands, after }: { readonly stands: string; readonly after: string },
): Mend | undefined {
  const by = new Map(signs.map(({ code, to }) => [String.fromCodePoint(Number.parseInt(code.slice(2), 16)), to]));
  if (!by.has(stands)) return undefined;
  const rest = `${stands}${after}`.replace(/\s#.*$/s, '');
  const text = [...rest].map((sign) => by.get(sign) ?? sign).join('');
  // U+2028 and its like part words.
  return { is, text: text.replace(/[\u2028\u2029]/g, ' '), to: rest.length };
}

export const textCodes = {
  /** A cell took what belongs into another one. */
  'text-misplaced': warning<{ field: string; written: string; is: 'applicant' | 'company' | 'figures' }>({
    zh: ({ field, written, is }) => ({
      message: {
        applicant: `${field}填的是申报单位自己的名称“${written}”`,
        company: `${field}填的“${written}”不是人名`,
        figures: `${field}“${written}”只有数字`,
      }[is],
      hint: '请核对是否填错了栏。',
    }),
    en: ({ field, written, is }) => ({
      message: {
        applicant: `${field} is the applicant's own name, “${written}”`,
        company: `${field} “${written}” is the name of no person`,
        figures: `${field} “${written}” is figures alone`,
      }[is],
      hint: 'Check whether it belongs into another field.',
    }),
    samples: [
      { field: '主导产品名称', written: text, is: 'applicant' },
      { field: '联系人', written: '上海另一家科技有限公司', is: 'company' },
      { field: '通讯地址', written: '12345', is: 'figures' },
    ],
  }),

  /** `file`: what the dossier says it covers, and the year in its name. */
  'answers-differ': warning<{ written: string; stated: string; field?: string; other?: string; file?: string }>({
    zh: ({ written, stated, file = '', field = `${file} 所属期间`, other = '文件名' }) => ({
      message: `${field}“${written}”与${other}“${stated}”不一致`,
      hint: '与证明材料核对，改正写错的一处。',
    }),
    en: ({ written, stated, file = '', field = `${file}: covers`, other = 'its name' }) => ({
      message: `${field} “${written}” does not agree with ${other} “${stated}”`,
      hint: 'Compare both with the paper and correct the one that is wrong.',
    }),
    samples: [
      { field: '出具单位级别', written: '县级', other: '出具单位类别', stated: '省级以上行业协会' },
      { field: '研发机构 认定级别', written: '省级', other: '研发机构 认定单位', stated: '南京市科学技术局' },
      { file: '附件/2018年度审计报告.pdf', written: '2017', stated: '2018年度审计报告.pdf' },
    ],
  }),

  /** No waiver lifts these: what commands a terminal or stands for no character can be put on no paper. */
  'text-forbidden': hard<Within & { readonly signs: readonly (Sign & { readonly kind: Forbidden })[] }>({
    zh: ({ where, text, signs }) => ({
      message: `${withinZh(text, where)}有${[...new Set(signs.map(({ kind }) => kindsZh[kind]))].join('、')}：${listedZh(signs)}`,
      hint: `多半是从网页、PDF 或即时消息里复制带来的：${where === 'file' ? '给文件重新命名。' : `删去整个${where === 'key' ? '名称' : '值'}，用键盘重新输入。`}`,
    }),
    en: ({ where, text, signs }) => ({
      message: `${withinEn(text, where)} holds ${[...new Set(signs.map(({ kind }) => kindsEn[kind]))].join(' and ')}: ${listedEn(signs)}`,
      hint: `They mostly come with text copied from a web page, a PDF or a message: ${where === 'file' ? 'rename the file.' : `delete the whole ${where === 'key' ? 'name' : 'value'} and type it anew.`}`,
    }),
    mend: ({ where, signs }, around) => {
      // What stands for no character at all was one: nobody knows which.
      if (where === 'file' || signs.some(({ kind }) => kind === 'private' || kind === 'broken')) return undefined;
      // Most of the upper controls were quotation marks in another encoding.
      const isPlain = signs.every(({ kind, code }) => kind === 'control' && code < 'U+0080');
      const is = isPlain ? 'safe' : 'doubtful';
      return replaced(
        is,
        signs.map(({ code }) => ({ code, to: '' })),
        around,
      );
    },
    samples: [
      ...each(['control', 'direction', 'private', 'broken'], (kind) => ({
        where: 'value' as const,
        text,
        signs: [
          {
            code: { control: 'U+001B', direction: 'U+202E', private: 'U+F0D8', broken: 'U+FFFD' }[kind],
            times: 1,
            kind,
          },
        ],
      })),
      {
        where: 'key',
        text: '统一社会信用代码',
        signs: [
          { code: 'U+202E', times: 1, kind: 'direction' },
          { code: 'U+0007', times: 2, kind: 'control' },
        ],
      },
    ],
  }),

  /** They are left out wherever the value is used. */
  'text-invisible': note<Within & { readonly signs: readonly Sign[] }>({
    zh: ({ where, text, signs }) => ({
      message: `${withinZh(text, where)}有看不见的字符：${listedZh(signs)}，使用时已略去`,
      hint:
        where === 'file'
          ? '给文件重新命名，或留着不管。'
          : `删去整个${where === 'key' ? '名称' : '值'}，用键盘重新输入，或留着不管。`,
    }),
    en: ({ where, text, signs }) => ({
      message: `${withinEn(text, where)} holds invisible characters, which are left out: ${listedEn(signs)}`,
      hint:
        where === 'file'
          ? 'Rename the file, or leave it as it is.'
          : `Delete the whole ${where === 'key' ? 'name' : 'value'} and type it anew, or leave it as it is.`,
    }),
    mend: ({ where, signs }, around) =>
      where === 'file'
        ? undefined
        : replaced(
            'safe',
            signs.map(({ code }) => ({ code, to: '' })),
            around,
          ),
    samples: each(['value', 'key', 'file'], (where) => ({
      where,
      text,
      signs: [
        { code: 'U+200B', times: 2 },
        { code: 'U+3164', times: 1 },
      ],
    })),
  }),

  /** Radicals and compatibility forms are used as the characters that they look like. */
  'text-look-alike': note<
    Within & { readonly signs: readonly (Sign & { readonly from: string; readonly to: string })[] }
  >({
    zh: ({ where, text, signs }) => ({
      message: `${withinZh(text, where)}有字形相同、编码不同的字，已按通用字使用：${signs
        .map(({ from, to, code, times }) => `${from}（${code}）作${to}${times > 1 ? `，${times} 处` : ''}`)
        .join('；')}`,
      hint: '多半是从 PDF 复制带来的：换成输入法打出的字，或留着不管。',
    }),
    en: ({ where, text, signs }) => ({
      message: `${withinEn(text, where)} holds characters that look like others and are used as those: ${signs
        .map(({ from, to, code, times }) => `${from} (${code}) as ${to}${times > 1 ? `, ${times} times` : ''}`)
        .join('; ')}`,
      hint: 'They mostly come with text copied from a PDF: type the character anew, or leave it as it is.',
    }),
    mend: ({ where, signs }, around) => (where === 'file' ? undefined : replaced('safe', signs, around)),
    samples: each(['value', 'key', 'file'], (where) => ({
      where,
      text: '用户',
      signs: [{ code: 'U+2F64', times: 1, from: '⽤', to: '用' }],
    })),
  }),

  /** No font has them, so that no summary could be drawn; `field` is the printed label, where one is known; `text` is empty where it is long. */
  'text-undrawable': hard<{
    readonly field?: string;
    readonly text: string;
    readonly signs: readonly { readonly code: string; readonly character: string }[];
  }>({
    zh: ({ field, text, signs }) => ({
      message: `${quotesZh(field, text)}有申请表字体没有的字：${signs.map(({ code, character }) => `${character}（${code}）`).join('、')}`,
      hint: '改用营业执照等登记时的写法；确实要用这个字，把含有它的 TrueType 字体文件写进 zjtx.config.yaml 的 fonts。',
    }),
    en: ({ field, text, signs }) => ({
      message: `${quotesEn(field, text)} holds characters that the fonts of the summary PDF lack: ${signs.map(({ code, character }) => `${character} (${code})`).join(', ')}`,
      hint: 'Use the spelling of the business registration; where it must be this character, name a TrueType font that has it under `fonts` in zjtx.config.yaml.',
    }),
    samples: [
      { field: '企业名称', text: '江苏𠮷林机械有限公司', signs: [{ code: 'U+20BB7', character: '𠮷' }] },
      { field: '企业简介', text: '', signs: [{ code: 'U+20BB7', character: '𠮷' }] },
      {
        text: '奖牌😀𠮷.jpg',
        signs: [
          { code: 'U+1F600', character: '😀' },
          { code: 'U+20BB7', character: '𠮷' },
        ],
      },
    ],
  }),
};
