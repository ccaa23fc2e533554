// A bundle of a definition that was corrected since: taken where that of today comes to the same state, and refused where not.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Catalog, openCatalog } from '../../src/category/catalog.ts';
import type { Category } from '../../src/category/category.ts';
import { wasShipped } from '../../src/category/prebuilt.ts';
import { verify } from '../../src/verify/verify.ts';
import { readyIn } from '../support/ready.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';

const catalog = await openCatalog();
const id = 'jiangsu/2021/product';
const { sha256 } = await catalog.open(id);

/** A catalog whose definition is another one than that of the bundle. */
const corrected = (change: (category: Category) => Partial<Category>): Catalog => ({
  ...catalog,
  async open(asked) {
    const category = await catalog.open(asked);
    return { ...category, sha256: 'c'.repeat(64), ...change(category) };
  },
});

const told = async (bundle: string, change: (category: Category) => Partial<Category>): Promise<readonly string[]> =>
  (await verify(bundle, { catalog: corrected(change) })).findings.flatMap(({ code, severity }) =>
    severity === 'note' ? [] : [`${severity} ${code}`],
  );

it('an earlier definition stands where today’s gives the same state, and nowhere else', async () => {
  const cwd = emptyFolder();
  const ran = await zjtx(['build', readyIn(cwd, '甲'), '-o', '出'], { cwd });
  expect(ran.code, ran.stderr).toBe(0);
  const [zip = ''] = readdirSync(join(cwd, '出'));
  const bundle = join(cwd, '出', zip);
  expect(await told(bundle, () => ({}))).toEqual(['warning category-renewed']);
  // What has become stricter since is asked of the dossier of before as well.
  const stricter = ({ criteria }: Category): Partial<Category> => ({
    criteria: criteria.map((one) => ({
      ...one,
      severity: 'error',
      rule: { ...one.rule, decide: () => ({ is: 'not met', shown: '' }) },
    })),
  });
  expect(await told(bundle, stricter)).toEqual(['error category-altered']);
  // The receiver's own definitions are no correction of the program's.
  expect(await told(bundle, () => ({ shipped: sha256 }))).toEqual(['error category-altered']);
});

it('only what the program came with is known as such', async () => {
  expect(await wasShipped(id, sha256)).toBe(true);
  expect(await wasShipped('jiangsu/2021/giant-innovation', sha256)).toBe(false);
  expect(await wasShipped(id, 'c'.repeat(64))).toBe(false);
});
