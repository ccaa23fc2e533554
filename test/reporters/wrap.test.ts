// Wrapping prose: kinsoku, numbers with their units, and things to copy that stay whole.

import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { expect, test } from 'vitest';
import { wrap } from '../../src/reporters/wrap.ts';

test.each([
  ['a full stop is not left alone', '核对后改写', 8, ['核对后改', '写']],
  ['a full stop takes a sign with it', '核对后改。', 8, ['核对后', '改。']],
  ['an opening bracket goes down', '核对后（改）', 8, ['核对后', '（改）']],
  ['a number keeps its unit', '共计二 12 万元', 9, ['共计二', '12 万元']],
  ['a number keeps its unit without a space', '在前二2020年', 8, ['在前二', '2020年']],
  ['a path stays whole', '放入 附件/完税证明/ 再运行', 12, ['放入', '附件/完税证明/', '再运行']],
  ['a file name stays whole', '替换 2018审计报告.pdf 一次', 16, ['替换', '2018审计报告.pdf', '一次']],
  ['a command stays whole', '逐条说明：zjtx explain uscc-check', 26, ['逐条说明：', 'zjtx explain uscc-check']],
  [
    'options belong to a command',
    '用 zjtx build 材料/一 -o 输出 生成',
    28,
    ['用', 'zjtx build 材料/一 -o 输出', '生成'],
  ],
  [
    'an argument in quotes stays whole, whatever blanks it has',
    '接着填写：zjtx init "我的 材料 2026/dossier.yaml" 。',
    40,
    ['接着填写：', 'zjtx init "我的 材料 2026/dossier.yaml"。'],
  ],
  [
    'a command is broken nowhere between its arguments',
    '手工放：zjtx add 收到/x.pdf --slot "体系认证证书(评分 佐证)" --to \'它 的\'',
    30,
    ['手工放：', 'zjtx add 收到/x.pdf --slot "体系认证证书(评分 佐证)" --to \'它 的\''],
  ],
  [
    'a folder with a Chinese name belongs to it',
    '再运行 zjtx build 材料 -o 输出',
    20,
    ['再运行', 'zjtx build 材料 -o 输出'],
  ],
  [
    'and the value of its last option',
    '有理由的豁免：zjtx record waive --code uscc-check --until 日期。',
    30,
    ['有理由的豁免：', 'zjtx record waive --code uscc-check --until 日期。'],
  ],
  ['a paste fits on its line', '改为：  a: "b c"', 40, ['改为：  a: "b c"']],
  ['a paste moves to its own line', '把这一行改为：  a: "b c d e"', 20, ['把这一行改为：', 'a: "b c d e"']],
  ['a paste after a line end keeps its indentation', '改为\n    b: 1', 40, ['改为', '  b: 1']],
  ['English', 'easily confused words', 12, ['easily', 'confused', 'words']],
  ['nothing', '', 10, []],
])('%s', (_, text, width, expected) => {
  expect(wrap(text, width)).toEqual(expected);
});

const unit = fc.constantFrom(...'他说好专精特新，。：；、（）“”…—%）a1b2 ./-年万𠮷é'.split(/(?:)/u));
const prose = fc.string({ unit, maxLength: 120 });
const widths = fc.integer({ min: 16, max: 100 });

test('a line is wider than allowed only for something that cannot be broken', () => {
  fc.assert(
    fc.property(prose, widths, (text, width) => {
      for (const line of wrap(text.replace(/ {2,}/g, ' '), width)) {
        if (stringWidth(line) <= width) continue;
        expect(line).toMatch(/\/|\.[A-Za-z0-9]{1,5}|[!-~]{16}/);
      }
    }),
    { numRuns: 2000 },
  );
});

test('nothing is lost or added but white space', () => {
  fc.assert(
    fc.property(prose, widths, (text, width) => {
      expect(wrap(text, width).join('').replace(/ /g, '')).toBe(text.replace(/ /g, ''));
    }),
  );
});

test('no line begins with what closes or ends with what opens', () => {
  const gentle = fc.array(fc.constantFrom('他', '说', '好的', '，', '。', '（', '）', 'ab', ' '), { maxLength: 80 });
  fc.assert(
    fc.property(gentle, widths, (parts, width) => {
      const text = parts
        .join('')
        .replace(/[，。（）]{2,}|（$/g, '他')
        .replace(/(^|\s)[，。）]/g, '$1')
        .replace(/（ /g, ' ')
        .replace(/ {2,}/g, ' ')
        .trim();
      const lines = wrap(text.replace(/^[，。）]+|（$/g, ''), width);
      for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，。）]/);
      for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/（$/);
    }),
  );
});
