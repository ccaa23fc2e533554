// Plausible arguments for the codes of `text`.
import type { textCodes } from '../codes/text.ts';
import { each, type Samples } from './samples.ts';

const text = '江苏示例精密机械有限公司';

export const textSamples: Samples<typeof textCodes> = {
  'text-forbidden': [
    ...each(['control', 'direction', 'private', 'broken'], (kind) => ({
      where: 'value' as const,
      text,
      signs: [
        { code: { control: 'U+001B', direction: 'U+202E', private: 'U+F0D8', broken: 'U+FFFD' }[kind], times: 1, kind },
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
  'text-invisible': each(['value', 'key', 'file'], (where) => ({
    where,
    text,
    signs: [
      { code: 'U+200B', times: 2 },
      { code: 'U+3164', times: 1 },
    ],
  })),
  'text-look-alike': each(['value', 'key', 'file'], (where) => ({
    where,
    text: '用户',
    signs: [{ code: 'U+2F64', times: 1, from: '⽤', to: '用' }],
  })),
  'text-undrawable': [
    { field: '企业名称', text: '江苏𠮷林机械有限公司', signs: [{ code: 'U+20BB7', character: '𠮷' }] },
    {
      text: '奖牌😀𠮷.jpg',
      signs: [
        { code: 'U+1F600', character: '😀' },
        { code: 'U+20BB7', character: '𠮷' },
      ],
    },
  ],
};
