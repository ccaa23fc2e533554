// Every edition that is shipped says which days it is for: its own example, a day before or after them, is unsettled; and
// one that only expects its call is unsettled on every day.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess.ts';
import { rootFinder } from '../../src/batch/config.ts';
import { readDossier } from '../../src/batch/find.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import { isDay } from '../../src/expression/day.ts';
import { cache } from '../support/looked.ts';

const root = resolve(import.meta.dirname, '../../examples');
const catalog = await openCatalog();
const entries = await catalog.list();
const findRoot = rootFinder();

const shifted = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

async function assessed(id: string, asOf: string) {
  const example = id.replaceAll('/', '-');
  const folder = `${example}/${existsSync(join(root, example, 'ready')) ? 'ready' : 'expected'}`;
  const dossier = await readDossier({ folder: join(root, folder), shown: folder, file: 'dossier.yaml' }, findRoot);
  return assess(dossier, { catalog, today: '2020-01-01', asOf, cache });
}

describe.each(entries)('$id', ({ id, season: { from, until } }) => {
  it('names days that exist, the first one first', () => {
    expect([isDay(from), isDay(until), from <= until]).toEqual([true, true, true]);
  });

  it.each([
    ['before', shifted(from, -1)],
    ['after', shifted(until, 1)],
  ])('settles nothing on the day %s its season', async (_, day) => {
    const outcome = await assessed(id, day);
    expect(outcome.findings.filter(({ code }) => code === 'out-of-season')).toMatchObject([{ severity: 'warning' }]);
    expect(outcome.state).toBe(outcome.counts.errors > 0 ? 'errors' : 'unsettled');
  });

  it.each([from, until])('is for its own day %s', async (day) => {
    expect((await assessed(id, day)).findings.map(({ code }) => code)).not.toContain('out-of-season');
  });
});

describe.each(entries.filter(({ expected }) => expected).map(({ id }) => id))('%s', (id) => {
  it('says that the call is not out, in its title too, and never settles', async () => {
    const { definition, season, expected } = await catalog.open(id);
    expect(definition.title).toContain('预计');
    const outcome = await assessed(id, season.until);
    expect(outcome.findings.filter(({ code }) => code === 'edition-expected')).toMatchObject([
      { severity: 'warning', args: { text: expected?.text, year: definition.year } },
    ]);
    expect(expected?.text).toContain('以正式通知为准');
    expect(outcome.state).toBe('unsettled');
    expect(outcome.counts).toMatchObject({ errors: 0, warnings: 1 });
  });

  it('blocks nothing: no criterion of it is an error', async () => {
    expect((await catalog.open(id)).criteria.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
