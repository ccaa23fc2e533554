// Every regular expression of the program has been judged: none takes more than linear time, or its text is short.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const src = join(import.meta.dirname, '../src');

/**
 * One a line, sorted, those of `new RegExp(` as the call is written. A new one is judged before it is added, with the
 * package recheck (`check(source, flags)` must say `safe`): what a text may be is not bounded by what it usually is.
 * Begin a run where it begins, `(?<!\s)\s+$`, and never let two parts take the same sign.
 */
const judged = readFileSync(join(import.meta.dirname, 'regular-expressions.txt'), 'utf8')
  .trimEnd()
  .split('\n');

/** Those that recheck finds wanting, and why they may stay. */
const accepted: readonly (readonly [string, string])[] = [
  [
    `/"(?:[^"\\\\\\n]|\\\\.)*"|'(?:[^'\\\\\\n]|\\\\.)*'/g`,
    'an expression of a definition has at most 5,000 characters',
  ],
  [
    "/zjtx(?!\\.)(?: [a-z]+)?(?: (?:\"[^\"]*\"|'[^']*'(?:\\\\''[^']*')*|-\\w [^\\s，。；\"']+|--[\\w-]+(?:=[^\\s，。；\"']+| [^\\s，。；：、（）“”\"'-][^\\s，。；：、（）“”\"']{0,19}(?=[，。；]|$))?|[^\\s，。；：、（）“”\"']*[/._#-][^\\s，。；：、（）“”]*|[^\\s，。；：、（）“”\"']{1,20}(?= -)))*/y",
    'nothing follows the last part, so that it never has to be tried again',
  ],
  [
    '/(?:(?<![\\p{L}\\p{N}/.~])(?:[A-Za-z]:|~|\\.{1,2})?[/\\\\](?=[^\\s/\\\\])[^\\s"\'“”‘’「」()（）<>|:：，。；、？=,;]{1,500})|(?:[^\\s"\'“”‘’「」()（）<>|:：，。；、？=,;/\\\\]{1,60}[/\\\\]){0,8}[^\\s"\'“”‘’「」()（）<>|:：，。；、？=,;/\\\\.]{1,60}\\.(?:pdf|jpe?g|png|zip|rar|docx?|xlsx?|ya?ml|json|html|xml|sarif|txt|pem|key|pub|ttf|otf)\\b/gu',
    'a part of a path has at most 60 signs, and at most nine of them are taken together',
  ],
  ['/^(?:[−-]?[\\d.,:%/-]{3,}|[0-9A-Z]{18}|数据 .*zjtx .*)$/u', 'a text that we draw on one line of a page'],
  [
    '/(?<![\\d近前满超第去续立])((?:[1-4]\\d[、,和及])*[1-4]\\d)年(?!来|以上|前|内)/gu',
    'the name of a file has at most 255 bytes',
  ],
  ['/^(.+?(?:省|自治区|自治州|地区|市|盟|区|县|旗))(..+)$/u', 'longer regions are not parted'],
  [
    '/[\\u4e00-\\u9fff()]{2,30}(?:有限责任公司|股份有限公司|有限公司)/u',
    'at most thirty signs are tried at one place, of the name of a file',
  ],
  [
    '/[\\u4e00-\\u9fff]{2,20}?会计师事务所(?:有限(?:责任)?公司)?(?:\\([\\u4e00-\\u9fff]{2,10}\\))?/u',
    'at most thirty signs are tried at one place',
  ],
];

function expressionsIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(join(src, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) found.push(node.getText());
    if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp')
      found.push(node.getText().replace(/\s+/g, ' '));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.[jt]s$/.test(file));
const used = new Set(files.flatMap(expressionsIn));

it('every regular expression has been judged, and none that is gone is still listed', () => {
  expect([...used].filter((one) => !judged.includes(one))).toEqual([]);
  expect(judged.filter((one) => !used.has(one))).toEqual([]);
  expect(judged).toEqual([...judged].sort());
});

it('each that may stay all the same is in use', () => {
  expect(accepted.map(([one]) => one).filter((one) => !used.has(one))).toEqual([]);
});
