// Across a run: an enterprise applies for one review only; everything else stands as it was assessed.
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { assess } from '../../src/assess.ts';
import { rootFinder } from '../../src/batch/config.ts';
import { readDossier } from '../../src/batch/find.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import { across } from '../../src/cli/reporting.ts';
import { type Reported, type ReportedAssessment, reportedAssessment } from '../../src/reporters/reported.ts';

const catalog = await openCatalog();
const examples = resolve(import.meta.dirname, '../../examples');

async function assessed(name: string): Promise<ReportedAssessment> {
  const found = { folder: resolve(examples, name), shown: name, file: 'dossier.yaml' };
  const outcome = await assess(await readDossier(found, rootFinder()), { catalog, today: '2021-08-16' });
  if (outcome.kind !== 'assessed') throw new Error(`${name} cannot be read`);
  return reportedAssessment(outcome);
}

const [product, manufacturing, innovation, newly] = await Promise.all(
  ['review-product', 'review-manufacturing', 'review-innovation', 'giant-manufacturing'].map((name) =>
    assessed(`jiangsu-2021-${name}/ready`),
  ),
);
if (!product || !manufacturing || !innovation || !newly) throw new Error('an example is missing');

const twice = (outcome: Reported | undefined) => outcome?.findings.filter(({ code }) => code === 'applied-twice') ?? [];

it('warns at the credit code of the second dossier and of each after it', () => {
  const [first, second, third] = across([product, manufacturing, innovation]);
  expect(first).toBe(product);
  expect([second, third].map((outcome) => twice(outcome).length)).toEqual([1, 1]);
  const [finding] = twice(second);
  expect(finding).toMatchObject({
    severity: 'warning',
    at: {
      path: 'form.basics.uscc',
      line: manufacturing.usccAt.line,
    },
    args: {
      enterprise: '江苏示例精密机械有限公司',
      first: 'jiangsu-2021-review-product/ready/dossier.yaml',
      title: '专精特新产品复核认定',
    },
    cite: [{ source: 'faq', clause: '7', standing: 'seed', quote: '申报复核一个即可。' }],
  });
});

it('counts the warning, so that the dossier is ready no longer', () => {
  expect(manufacturing.state).toBe('ready');
  const [, second] = across([product, manufacturing]);
  expect(second).toMatchObject({ state: 'submittable', counts: { ...manufacturing.counts, warnings: 1 } });
});

it('leaves a new application, another enterprise, another notice and one without a code alone', () => {
  const elsewhere = { ...product, uscc: '91320505MADEM002X8' };
  const nextYear = {
    ...innovation,
    category: { ...innovation.category, once: { group: 'jiangsu/2022/review', cite: [] } },
  };
  const unknown = { ...manufacturing, uscc: '' };
  const run = [newly, product, elsewhere, nextYear, unknown, unknown];
  expect(across(run)).toEqual(run);
});
