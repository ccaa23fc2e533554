// Reading YAML: one cause gives one finding, at its line and column, with the mended line.
import { expect, test } from 'vitest';
import { type DocumentRead, maxBytes, readDocument } from '../../src/document/read.ts';
import { wordsOf } from '../../src/words/of-finding.ts';

const read = (text: string): DocumentRead => readDocument(new TextEncoder().encode(text), 'dossier.yaml');

/** `line:column code`, and the line that the hint proposes. */
const told = (text: string): string[] =>
  read(text).findings.map((finding) => {
    const mended = wordsOf(finding, 'zh').hint?.split('\n  ')[1];
    return `${finding.at.line}:${finding.at.column} ${finding.code}${mended === undefined ? '' : ` → ${mended}`}`;
  });

test.each([
  ['a tab', 'a:\n  b: 1\n\tc: 2\n', ['3:1 yaml-tab →   c: 2']],
  [
    'tabs on many lines share the first mend',
    'a:\n\tb: 2\n\tc: 3\n\td: 4\n',
    ['2:1 yaml-tab →   b: 2', '3:1 yaml-tab →   b: 2', '4:1 yaml-tab →   b: 2'],
  ],
  ['a tab takes the step of the file', 'a:\n    b: 1\n\tc: 2\n', ['3:1 yaml-tab →     c: 2']],
  ['a tab in a block text', 'a: |\n\tx\n\ty\nb: 1\n', ['2:1 yaml-tab →   x', '3:1 yaml-tab →   x']],
  ['a line of a tab in a block text', 'a: |\n  x\n\t\n  y\nb: 1\n', ['3:1 yaml-tab →   ']],
  ['U+3000 as indentation', 'x:\n　b: 1\n', ['2:1 yaml-wide-indent →   b: 1']],
  ['no-break spaces', 'x:\n\u00a0\u00a0b: 1\n', ['2:1 yaml-wide-indent →   b: 1']],
  ['U+3000 where a block text should begin', '简介: |\n　　公司\nb: 1\n', ['2:1 yaml-wide-indent →     公司']],
  ['a full-width colon', 'a: 1\n邮编：210001\nb: 2\n', ['2:3 yaml-wide-colon → 邮编: 210001']],
  [
    'a dash of print as the mark of a list',
    'x:\n  — a.pdf\n  — b.pdf\n',
    ['2:3 yaml-list-mark → - a.pdf', '3:3 yaml-list-mark → - b.pdf'],
  ],
  ['a full-width hyphen as the only mark', 'x:\n  － a.pdf\n', ['2:3 yaml-list-mark → - a.pdf']],
  [
    'marks without a space',
    'x:\n  ·a.pdf\n  ·b.pdf\n',
    ['2:3 yaml-list-mark → - a.pdf', '3:3 yaml-list-mark → - b.pdf'],
  ],
  [
    'marks in the column of their key',
    'x:\n· a.pdf\n· b.pdf\n',
    ['2:1 yaml-list-mark → - a.pdf', '3:1 yaml-list-mark → - b.pdf'],
  ],
  ['one beside real marks', 'x:\n- a.pdf\n、b.pdf\n', ['3:1 yaml-list-mark → - b.pdf']],
  ['a mark above a map', 'x:\n  – file: a.pdf\n    kind: k\n', ['2:3 yaml-list-mark → - file: a.pdf']],
  ['a star with a space', 'x:\n  * a.pdf\n', ['2:3 yaml-list-mark → - a.pdf']],
  ['no mark in a text', 'x: 甲\n  — 乙\ny: |\n  — 丙\n  — 丁\nz:\n  ——做精做专\nw:\n  —— 做精做专\n', []],
  ['the only line', '邮编：210001', ['1:3 yaml-wide-colon → 邮编: 210001']],
  ['last of its map', 'x:\n  b: 1\n  邮编：　210001\n', ['3:5 yaml-wide-colon → 邮编: 210001']],
  ['above a map', '企业基本情况：\n  邮编: "210001"\n', ['1:7 yaml-wide-colon → 企业基本情况:']],
  ['above a list', 'a: 1\n审计报告：\n  - x.pdf\n', ['2:5 yaml-wide-colon → 审计报告:']],
  ['above a block text', '简介：|\n  第一：好\nb: 1\n', ['1:3 yaml-wide-colon → 简介: |']],
  ['in a list of maps', 'r:\n  - 姓名：张三\n    电话: 1\n', ['2:7 yaml-wide-colon → - 姓名: 张三']],
  ['a label that holds one itself', '其中：研发费用：1\nb: 2\n', ['1:8 yaml-wide-colon → 其中：研发费用: 1']],
  ['after an astral character', '𠮷𠮷：1\nb: 2\n', ['1:3 yaml-wide-colon → 𠮷𠮷: 1']],
  ['no space after the colon', '邮编:210001\nb: 2\n', ['1:3 yaml-colon-space → 邮编: 210001']],
  ['U+3000 after the colon', 'a:　x\nb: 1\n', ['1:2 yaml-colon-space → a: x']],
  ['a colon in braces', 'a: {file：x.pdf, covers: 2018}', ['1:9 yaml-wide-colon → a: {file: x.pdf, covers: 2018}']],
  ['no space in braces', 'a: {file:附件/x.pdf}', ['1:9 yaml-colon-space → a: {file: 附件/x.pdf}']],
  ['a comma in brackets', 'a: [江苏省，南京市]', ['1:8 yaml-wide-comma → a: [江苏省, 南京市]']],
  ['a comma behind inner brackets', 'a: [[甲], 乙，丙]', ['1:11 yaml-wide-comma → a: [[甲], 乙, 丙]']],
  ['a comma behind an escaped quote', 'a: ["甲\\"乙", 丙，丁]', ['1:14 yaml-wide-comma → a: ["甲\\"乙", 丙, 丁]']],
  ['a comma in braces', 'a: {x: 1，y: 2}', ['1:9 yaml-wide-comma → a: {x: 1, y: 2}']],
  [
    'two slips on a line share the mended line',
    'a: {x：1，y: 2}',
    ['1:6 yaml-wide-colon → a: {x: 1, y: 2}', '1:8 yaml-wide-comma → a: {x: 1, y: 2}'],
  ],
  ['Chinese quotes', 'a: “b”', ['1:4 yaml-wide-quote → a: "b"']],
  ['Chinese quotes in a line that is indented', 'x:\n  a: “b”', ['2:6 yaml-wide-quote → a: "b"']],
  ['Chinese quotes with a colon inside', 'a: “b: c”', ['1:4 yaml-wide-quote → a: "b: c"']],
  ['Chinese quotes around a key', '“a”: b', ['1:1 yaml-wide-quote → "a": b']],
  ['Chinese quotes in brackets', 'a: [“x，y”, z]', ['1:5 yaml-wide-quote → a: ["x，y", z]']],
  [
    'the number of a building taken for a comment',
    'a: 示例路 18 号 #3幢\nb: 科技园 #12-305  \nc: 科技园 #2\n',
    [
      '1:13 yaml-comment-lost → "示例路 18 号 #3幢"',
      '2:8 yaml-comment-lost → "科技园 #12-305"',
      '3:8 yaml-comment-lost → "科技园 #2"',
    ],
  ],
  ['a real comment', 'a: 示例路 # 3幢\nb: 136 #3\nc: 甲 #2020年的\nd: 甲 #注\ne: "甲" #3幢\nf: 科技园#3幢\n', []],
  ['a key twice', 'a: 1\nb: 2\na: 3\n', ['3:1 yaml-duplicate-key']],
  ['a key twice, once full width', 'ａ: 1\na: 2\n', ['2:1 yaml-duplicate-key']],
  ['a key twice, once with spaces', '营业 收入: 1\n营业收入: 2\n', ['2:1 yaml-duplicate-key']],
  ['an unknown alias', 'a: *y', ['1:4 yaml-alias']],
  ['a pattern without quotes', 'a: [*.pdf]', ['1:5 yaml-alias']],
  ['a bare star', 'at: *\n', ['1:5 yaml-alias']],
  ['an alias of itself', 'a: &x [*x]', ['1:8 yaml-alias']],
  ['a merge key', 'a: 1\n<<: {b: 2}\n', ['2:1 yaml-merge-key']],
  ['a tag', 'a: !!binary x', ['1:4 yaml-tag']],
  ['two documents', 'a: 1\n---\nb: 2\n', ['2:1 yaml-documents']],
  ['nothing', '', ['1:1 yaml-empty']],
  ['only comments', '# x\n', ['1:1 yaml-empty']],
  ['a list', '- a\n', ['1:1 yaml-root']],
  ['a text', 'abc', ['1:1 yaml-root']],
  ['a key that is a list', '? [a]\n: b\n', ['1:3 yaml-key']],
  ['no key', ': x', ['1:1 yaml-key']],
  ['a control character', 'a: x\u0007y', ['1:5 yaml-control']],
  ['an open quote is shown where it opens', 'a: "x\nb: 1\nc: 2\n', ['1:4 yaml-syntax']],
  ['an open bracket is shown where it opens', 'a: 1\nb: [1, 2\nc: 3\n', ['2:4 yaml-syntax']],
  ['a colon in a value', 'a: x: y', ['1:4 yaml-syntax → a: "x: y"']],
  ['a line indented too far', 'x:\n  a: 1\n   b: 2\n', ['3:4 yaml-syntax']],
  ['a line indented too little', 'x:\n   a: 1\n  b: 2\n', ['3:3 yaml-syntax']],
  ['a dash indented too little', 'x:\n    - a: 1\n   - a: 2\n', ['3:4 yaml-syntax']],
  ['a dash indented like a name', 'x:\n  - a: 1\n    - a: 2\n', ['3:5 yaml-syntax']],
  ['a dash before a file indented too little', 'x:\n  - a.pdf\n - b.pdf\ny: 1\n', ['3:2 yaml-syntax']],
  ['a name below neither the dash nor the name above', 'x:\n  - a: 1\n   b: 2\n', ['3:4 yaml-syntax']],
  ['no colon at all', 'a: 1\n邮编 210001\nb: 2\n', ['2:1 yaml-syntax']],
  ['a star before a name', 'a: 1\n*邮编: "210001"\n', ['2:1 yaml-syntax → 邮编: "210001"']],
  ['a name in bold', 'x:\n  **邮编：** 210001\n  b: 2\n', ['2:3 yaml-syntax → 邮编: 210001']],
  ['a comma of JSON', 'a: "x",\nb: 1\n', ['1:7 yaml-syntax → a: "x"']],
  ['a comma of JSON behind a name in quotes', '"a": "x",\nb: 1\n', ['1:9 yaml-syntax → "a": "x"']],
  ['a comma of JSON before a comment', 'a: "x"， # 见证\nb: 1\n', ['1:7 yaml-syntax → a: "x"  # 见证']],
  ['a comment of another language', 'a: "x" // 见证\nb: 1\n', ['1:7 yaml-syntax → a: "x"  # 见证']],
  ['a comment of a page', 'a: "x" <!-- 见证 -->\nb: 1\n', ['1:7 yaml-syntax → a: "x"  # 见证']],
  ['a wide comment sign', 'a: "x"　＃见证\nb: 1\n', ['1:7 yaml-syntax → a: "x"  # 见证']],
  ['a dash that sticks to a name', 'x:\n  -a: 1\n    b: 2\n', ['2:3 yaml-syntax → - a: 1']],
  ['a block of code', '```yaml\na: 1\n```\n', ['1:1 yaml-syntax']],
  ['a quote that a Chinese one does not close', 'a: "211100”\nb: "1"\n', ['1:4 yaml-wide-quote → a: "211100"']],
  ['a backslash', 'a: "附件\\营业"', ['1:7 yaml-syntax']],
  ['a reserved sign', 'a: @x', ['1:4 yaml-syntax → a: "@x"']],
])('%s', (_, text, expected) => {
  expect(told(text)).toEqual(expected);
});

test.each([
  ['a colon in a plain value', '备注: 他说：好'],
  ['a plain value on a line of its own', '备注:\n  他说：好\nb: 1\n'],
  ['plain text that goes on', '备注: 第一\n  第二：“好”，［a］\n  　　第三：x\nb: 1\n'],
  ['a block text', 'a: |\n  　　他说：“好”，\n \n  \ty：z\n  [a，b]\n\nb: 1\n'],
  ['a folded text in a list', 'a:\n  - >-\n    x：y\n    “z”\n  - b\n'],
  ['quoted texts', 'a: "x，y：z"\nb: [ "“x”，y", \'p：q\' ] # ：，\n'],
  ['a quoted text over lines', 'a: "x\n  y：z\n  “”"\nb: 1\n'],
  ['a quoted text over lines with quotes in it', "a: 'x\n  it''s\n  [甲，乙]'\nb: 1\n"],
  ['comments', '# 邮编：210001\na: 1 # 其他：“x”，y\n'],
  ['quotes inside a value', 'a: “专精特新”企业\n'],
  ['a comma in a value in braces', 'a: {备注: 好，很好}'],
  ['a printed label with a colon', '其中：研发费用: 1\nb: 2\n'],
  ['JSON', '{"a":1,"b":["x"]}'],
  ['a list of texts', 'r:\n  - 姓名：张三\n  - 李四：x\n'],
  ['a tab after the colon', 'a:\t1\t# x\n'],
  ['a start marker', '---\na: 1\n'],
])('%s is legal', (_, text) => {
  expect(told(text)).toEqual([]);
});

test('a BOM and CRLF are accepted', () => {
  const { node, text } = read('\ufeffa: 1\r\nb: |\r\n  x\r\n  y\r\n');
  expect(text).toBe('a: 1\nb: |\n  x\n  y\n');
  expect(node).toMatchObject({ entries: [{ key: 'a' }, { key: 'b', value: { source: 'x\ny\n' } }] });
});

test('what is meant by Chinese quotes and the first of equal keys stay readable', () => {
  const { node } = read('a: “b”\nc: 1\nc: 2\n');
  expect(node).toMatchObject({
    entries: [
      { key: 'a', value: { source: 'b', quoted: true } },
      { key: 'c', value: { source: '1' } },
    ],
  });
});

test('values keep their text as written', () => {
  const { node } = read('a: 91350100001000E43\nb: 0512\nc: "0512"\nd: 10.00\ne:\nf: 是\n2017: 11\n');
  expect(node).toMatchObject({
    entries: [
      { value: { source: '91350100001000E43', quoted: false } },
      { value: { source: '0512', value: 512 } },
      { value: { source: '0512', value: '0512', quoted: true } },
      { value: { source: '10.00' } },
      { value: { source: '', value: null, range: { line: 5, column: 3 } } },
      { value: { value: '是' } },
      { key: '2017' },
    ],
  });
});

test.each([
  ['gbk', [0x61, 0x3a, 0x20, 0xd3, 0xca, 0xb1, 0xe0], '邮编', 4],
  ['utf-16', [0xff, 0xfe, 0xae, 0x90, 0x16, 0x7f], '邮编', 1],
  ['utf-16', [0x61, 0, 0x3a, 0, 0x20, 0, 0x31, 0], 'a: 1', 1],
  ['binary', [0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xd8], 'PK', 5],
  ['unknown', [0x61, 0x3a, 0x20, 0xff, 0xff], 'a: ', 4],
] as const)('%s is named', (encoding, bytes, shown, column) => {
  const { findings, text, node } = readDocument(new Uint8Array(bytes), 'f');
  expect(node).toBeUndefined();
  expect(text).toContain(shown);
  expect(findings).toMatchObject([{ code: 'yaml-encoding', args: { encoding }, at: { line: 1, column } }]);
});

test('more than 5 MiB is refused unread', () => {
  expect(readDocument(new Uint8Array(maxBytes + 1), 'f').findings).toMatchObject([{ code: 'yaml-too-large' }]);
});

test.each([
  ['brackets', `a: ${'['.repeat(50_000)}`],
  ['dashes', '- '.repeat(40_000)],
  ['indents', Array.from({ length: 900 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')],
])('%s nested without end are refused', (_, text) => {
  expect(read(text).findings.map((finding) => finding.code)).toEqual(['yaml-too-deep']);
});

test('an alias bomb is refused in little time', () => {
  const rows = Array.from({ length: 30 }, (_, at) => `k${at + 1}: &k${at + 1} [*k${at}, *k${at}, *k${at}]`);
  const { node, findings } = read(`k0: &k0 [x, x]\n${rows.join('\n')}\n`);
  expect(node).toBeUndefined();
  expect(new Set(findings.map((finding) => finding.code))).toEqual(new Set(['yaml-alias']));
});

test('a few aliases are resolved', () => {
  expect(read('a: &x {b: 1}\nc: *x\n').node).toMatchObject({ entries: [{}, { value: { entries: [{ key: 'b' }] } }] });
});

test('no sentence shows the words of the parser', () => {
  for (const text of [
    'a: "x',
    'a: [1',
    'a: x: y',
    '- a\nb: 1',
    'a: - b',
    'a: >x\n b',
    'a: "x"# c',
    'a: ]',
    'a: b\n- c',
  ]) {
    for (const finding of read(text).findings) {
      const { message, hint } = wordsOf(finding, 'zh');
      expect(`${message}${hint}`.replace(/zjtx init|YAML|dossier\.yaml|\n {2}.*/g, '')).not.toMatch(/[A-Za-z]{3}/);
    }
  }
});
