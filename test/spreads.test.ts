// No list that a stranger may make long is spread into a call: an engine has room for some hundred thousand arguments.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const src = join(import.meta.dirname, '../src');

/** Calls that take as many arguments as are given; `new Set([...])` and the like take one list. */
const open = /(?:^|\.)(?:push|unshift|splice|concat|max|min|fromCharCode|fromCodePoint|hypot|assign|apply)$/;

/** Folders and files whose spread lists are short whatever is read, and why. */
const short: readonly (readonly [string, string])[] = [
  ['files/jpeg.js', 'components of a frame: four'],
  ['batch/config.ts', 'folders of a configuration, at most 5,000 as every list of a YAML file'],
  ['category/season.ts', 'categories that are known'],
  ['bundle/fit/fitted.ts', 'two sides'],
  ['form/plausible/plausible.ts', 'figures of one suspicion'],
  ['form/types/region.ts', 'ways to read a region, which are bounded there'],
  ['decide/metrics/compute.ts', 'years of a fact'],
  ['files/pdf/', 'numbers of an object of a PDF, lines of a page'],
  ['reporters/', 'columns, years, items of a scorecard, routes of a criterion, lines of a frame'],
  ['decide/scorecards/', 'bands of an item, at most 1,000 as every list of a definition'],
  ['intake/add/', 'kinds of papers and words of labels, which a list and a definition bound'],
  ['intake/sheet/', 'columns of one row, and lines of cells of a layout, which a definition bounds'],
  ['summary/', 'cells of a row, years, cuts of a formula, lines of an option'],
];

const isFew = (node: ts.Expression): boolean => {
  if (ts.isParenthesizedExpression(node)) return isFew(node.expression);
  if (ts.isConditionalExpression(node)) return isFew(node.whenTrue) && isFew(node.whenFalse);
  return ts.isArrayLiteralExpression(node) && !node.elements.some(ts.isSpreadElement);
};

function spreadsIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(join(src, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && open.test(node.expression.getText())) {
      const many = node.arguments.some((given) => ts.isSpreadElement(given) && !isFew(given.expression));
      if (many) found.push(`${file}: ${node.getText()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.[jt]s$/.test(file));
const found = files.flatMap(spreadsIn);

it('a list is gone through, or its length has a reason', () => {
  expect(found.filter((one) => !short.some(([path]) => one.startsWith(path)))).toEqual([]);
});

it('every reason is still needed, and none is for a list that grows', () => {
  expect(short.filter(([path]) => !found.some((one) => one.startsWith(path)))).toEqual([]);
  expect(found.filter((one) => /\.push\(/.test(one) && !/^(?:reporters\/redact|verify\/)/.test(one))).toEqual([]);
});
