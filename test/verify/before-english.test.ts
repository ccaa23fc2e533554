// A bundle of before the sentences of definitions had English holds their Chinese in its English sentences: it still verifies.
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess.ts';
import { rootFinder } from '../../src/batch/config.ts';
import { readDossier } from '../../src/batch/find.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import { ofDefinition } from '../../src/findings/sentence.ts';
import { findingData } from '../../src/reporters/json.ts';
import { findingFindings } from '../../src/verify/again.ts';
import type { BundleRecord } from '../../src/verify/record.ts';

const folder = resolve(import.meta.dirname, '../../examples/jiangsu-2021-product/faulty-conditions');

type Stated = BundleRecord['findings'][number];

/** As `assessment.json` has them. */
async function findings(): Promise<readonly Stated[]> {
  const dossier = await readDossier({ folder: join(folder), shown: folder, file: 'dossier.yaml' }, rootFinder());
  const outcome = await assess(dossier, { catalog: await openCatalog(), today: '2021-08-16' });
  return JSON.parse(JSON.stringify(outcome.findings.map(findingData)));
}

describe('a bundle of before', () => {
  const how = { words: true, dossier: 'dossier.yaml' };
  const inChinese = (one: Stated): Stated =>
    one.hint === undefined || one.hint.en !== ofDefinition(one.hint.zh, 'en')
      ? one
      : { ...one, hint: { ...one.hint, en: one.hint.zh } };

  it('agrees where only the Chinese of a definition stands for its English', async () => {
    const derived = await findings();
    const stated = derived.map(inChinese);
    expect(stated).not.toEqual(derived);
    expect(findingFindings(stated, derived, how)).toEqual([]);
  });

  it('differs where anything else stands there', async () => {
    const derived = await findings();
    const stated = derived.map((one) => {
      const before = inChinese(one);
      return before === one || before.hint === undefined
        ? one
        : { ...before, hint: { ...before.hint, en: 'Nothing to do.' } };
    });
    const found = findingFindings(stated, derived, how).map(({ code }) => code);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found)).toEqual(new Set(['bundle-finding-invented']));
  });
});
