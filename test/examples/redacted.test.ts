// Of no example does any report say, in any format or language, what its dossier holds in words, its files or their digests.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { assess } from '../../src/assess.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import { reportedOf } from '../../src/reporters/reported.ts';
import { digestsBelow, documentsOf, examples, folders, leaks, textsOf } from '../redact/said.ts';
import { cache } from '../support/looked.ts';

const catalog = await openCatalog();

it.each(folders)('%s', async (shown) => {
  const folder = join(examples, shown);
  const bytes = readFileSync(join(folder, 'dossier.yaml'));
  const outcome = await assess(
    { folder, shown, file: 'dossier.yaml', bytes, root: examples },
    { catalog, today: '2021-08-16', digests: true, cache },
  );
  const law = outcome.kind === 'assessed' ? outcome.category.flattened : '';
  // The region stays: postcodes and chains of names are told of by it.
  const region =
    outcome.kind === 'assessed' ? JSON.stringify(reportedOf(outcome)).match(/"region":\[[^\]]*\]/)?.[0] : '';
  const texts = [...textsOf(bytes.toString())].filter((text) => !`${law}${region}`.includes(text));
  expect(texts.length).toBeGreaterThan(5);
  const documents = await documentsOf(outcome);
  expect(leaks(documents, [...texts, ...digestsBelow(folder)])).toEqual([]);
});
