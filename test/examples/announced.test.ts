// Each example gives exactly the findings that its comments announce, on the very lines where they stand.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess.ts';
import { rootFinder } from '../../src/batch/config.ts';
import { readDossier } from '../../src/batch/find.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import { allPlaces } from '../../src/findings/finding.ts';
import { cache } from '../support/looked.ts';

const root = resolve(import.meta.dirname, '../../examples');
const folders = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.name === 'dossier.yaml')
  .map((entry) => entry.parentPath.slice(root.length + 1))
  .sort();

/** `# expect: code code` at the end of a line. */
function announced(text: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const codes = /#\s*expect:\s*(.+)$/.exec(line)?.[1]?.trim().split(/\s+/) ?? [];
    return codes.map((code) => `${index + 1} ${code}`);
  });
}

const findRoot = rootFinder();
const catalog = await openCatalog();
const assessed = async (folder: string) => {
  const dossier = await readDossier({ folder: join(root, folder), shown: folder, file: 'dossier.yaml' }, findRoot);
  return assess(dossier, { catalog, today: '2026-11-21', cache });
};

describe('examples', () => {
  it('are found', () => {
    expect(folders).toContain('jiangsu-2021-product/ready');
  });

  it.each(folders.filter((folder) => folder.includes('faulty')))('%s gives what it announces', async (folder) => {
    const outcome = await assessed(folder);
    const found = outcome.findings.flatMap((finding) =>
      allPlaces(finding).map(({ line }) => `${line} ${finding.code}`),
    );
    const expected = announced(readFileSync(join(root, folder, 'dossier.yaml'), 'utf8'));
    expect(expected.length).toBeGreaterThan(0);
    expect(found.sort()).toEqual(expected.sort());
  });

  it.each(folders.filter((folder) => folder.endsWith('/expected')))(
    '%s waits for its call and nothing else',
    async (folder) => {
      const outcome = await assessed(folder);
      const told = outcome.findings.filter((finding) => finding.severity !== 'note');
      expect(told.map(({ code }) => code)).toEqual(['edition-expected']);
      expect(outcome.state).toBe('unsettled');
    },
  );

  it.each(folders.filter((folder) => !/faulty|expected/.test(folder)))('%s is ready', async (folder) => {
    const outcome = await assessed(folder);
    expect(outcome.findings.filter((finding) => finding.severity !== 'note')).toEqual([]);
    expect(outcome.state).toBe('ready');
  });

  it('gives the same with printed labels as with ids', async () => {
    const [ids, labels] = await Promise.all([
      assessed('jiangsu-2021-product/ready'),
      assessed('jiangsu-2021-product/labels'),
    ]);
    if (ids.kind !== 'assessed' || labels.kind !== 'assessed') throw new Error('not assessed');
    expect(labels.criteria).toEqual(ids.criteria);
    expect(labels.metrics.map((metric) => metric.outcome)).toEqual(ids.metrics.map((metric) => metric.outcome));
    const said = (outcome: typeof ids) =>
      outcome.findings.map(({ code, severity, at }) => ({ code, severity, path: at.path }));
    expect(said(labels)).toEqual(said(ids));
  });
});
