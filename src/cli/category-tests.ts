// How the tests of a definition went, as text: a line a category, and one for everything found otherwise.
import type { TestFailure, TestRun } from '../category/test.ts';
import { penOf, type View } from '../reporters/block.ts';
import { wrap } from '../reporters/wrap.ts';
import { type CategoriesWords, categoriesWords } from '../words/categories.ts';

export function testedLines(id: string, { passed, failed, failures }: TestRun, view: View): string {
  const words = categoriesWords(view.language).tested;
  const { paint, marks } = penOf({ ...view, verbose: true });
  if (passed + failed === 0) return `${paint.dim(marks.note)} ${paint.bold(id)}  ${paint.dim(words.none)}\n`;
  if (failed === 0) return `${paint.ready(marks.ready)} ${paint.bold(id)}  ${words.passed(passed)}\n`;
  const lines = failures.flatMap((failure) =>
    wrap(`${words.test(failure.test)}  ${sentence(failure, words)}`, view.width - 2).map((line) => `  ${line}`),
  );
  const head = `${paint.error(marks.error)} ${paint.bold(id)}  ${words.failed(failed, passed + failed)}`;
  return `${[head, ...lines].join('\n')}\n`;
}

function sentence({ part, name, expected, found }: TestFailure, words: CategoriesWords['tested']): string {
  if (part === 'given') return words.given(name);
  if (found === 'unknown name') return words.unknownName(name);
  const said = { metrics: words.metric, points: words.points, criteria: words.criterion }[part];
  return said(name, expected, found);
}
