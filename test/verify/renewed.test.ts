// A bundle of a definition that was corrected since: taken where that of today comes to the same state, and refused where not.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { assess } from '../../src/assess.ts';
import { type Catalog, openCatalog } from '../../src/category/catalog.ts';
import type { Category } from '../../src/category/category.ts';
import { wasShipped } from '../../src/category/prebuilt.ts';
import { type Finding, isCriterion } from '../../src/findings/finding.ts';
import { wordFindings } from '../../src/verify/compare.ts';
import { verify } from '../../src/verify/verify.ts';
import { packed } from '../bundle/cheat.ts';
import { apart, editJson, sealed, zipped } from '../bundle/forge.ts';
import { edited, readyIn } from '../support/ready.ts';
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
  (await verify(bundle, { catalog: corrected(change) })).findings.flatMap((one) =>
    one.severity === 'note' ? [] : [`${one.severity} ${one.code}${whereOf(one)}`],
  );

/** Where a definition is another one, as an error tells it. */
const whereOf = (finding: Finding): string =>
  !isCriterion(finding) && finding.code === 'category-altered' ? ` ${finding.args.where}` : '';

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
  expect(await told(bundle, stricter)).toEqual(['error category-altered earlier']);
  // The receiver's own definitions are no correction of the program's.
  expect(await told(bundle, () => ({ shipped: sha256 }))).toEqual(['error category-altered bundle']);
});

it('the program of an earlier definition is an earlier one, whatever it calls itself: what it worded otherwise is no forgery', async () => {
  const cwd = emptyFolder();
  await zjtx(['build', readyIn(cwd, '甲'), '-o', '出'], { cwd });
  const [zip = ''] = readdirSync(join(cwd, '出'));
  const parts = await apart(readFileSync(join(cwd, '出', zip)));
  editJson(parts, 'data/assessment.json', (record) => {
    record.findings[0].message.zh = '从前的说法';
    record.register[0].counted[0].because.zh = '从前的理由';
  });
  const before = join(cwd, '从前.zip');
  writeFileSync(before, zipped(sealed(parts)));
  expect(await told(before, () => ({}))).toEqual(['warning category-renewed']);
  const here = (await verify(before, { catalog })).findings.map(({ code }) => code);
  expect(here).toEqual(['bundle-finding-invented', 'bundle-record-differs']);
});

it('a section without a printed title may be called by its id, as programs of before had it', async () => {
  const cwd = emptyFolder();
  readyIn(cwd, '甲');
  const folder = join(cwd, '甲');
  const text = edited(readFileSync(join(folder, 'dossier.yaml'), 'utf8'), '    level: 省级 ', '    level:  ');
  const before: Catalog = {
    ...catalog,
    async open(asked) {
      const category = await catalog.open(asked);
      const sections = category.form.sections.map((one) => ({ ...one, called: one.title ?? one.id }));
      return { ...category, form: { ...category.form, sections } };
    },
  };
  const assessed = await assess(
    { folder, root: cwd, shown: '甲', file: 'dossier.yaml', bytes: Buffer.from(text) },
    { catalog: before, today: '2021-08-16', digests: true },
  );
  if (assessed.kind !== 'assessed') throw new Error('the example cannot be read');
  const [missing] = assessed.findings.filter(({ code }) => code === 'field-missing');
  expect(missing).toMatchObject({ args: { section: 'head' } });
  const { findings } = await verify(await packed(assessed), { catalog });
  // It was packed as if nothing were missing.
  expect(findings.map(({ code }) => code)).toEqual(['bundle-stamp-flatters']);
});

it('only what the program came with is known as such', async () => {
  expect(await wasShipped(id, sha256)).toBe(true);
  expect(await wasShipped('jiangsu/2021/giant-innovation', sha256)).toBe(false);
  expect(await wasShipped(id, 'c'.repeat(64))).toBe(false);
});

it('of words in both languages those are shown that differ', () => {
  const record = (because: object) => ({ criteria: [], metrics: [], register: [{ counted: [{ because }] }] }) as never;
  const said = (stated: object, gives: object) =>
    wordFindings(record(stated), record(gives), []).map((one) => ('args' in one ? one.args : {}));
  const now = { zh: '发明专利', en: 'invention patent' };
  expect(said({ ...now, en: 'patent' }, now)).toEqual([{ stated: 'patent', found: 'invention patent', count: 1 }]);
  expect(said({ ...now, zh: '专利' }, now)).toEqual([{ stated: '专利', found: '发明专利', count: 1 }]);
  expect(said(now, now)).toEqual([]);
});
