// Silence never passes: no ready example stays fit for a formal bundle once something identifying or listed is gone.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { assess } from '../src/assess.ts';
import { openCatalog } from '../src/category/catalog.ts';
import { isSettled } from '../src/decide/state.ts';
import { codes } from '../src/findings/areas/index.ts';
import { allPlaces } from '../src/findings/finding.ts';

const root = resolve(import.meta.dirname, '../examples');
const examples = readdirSync(root)
  .filter((name) => existsSync(join(root, name, 'ready/dossier.yaml')))
  .sort();
const catalog = await openCatalog();

type Yaml = ReturnType<typeof parseDocument>;

const textOf = (example: string): string => readFileSync(join(root, example, 'ready/dossier.yaml'), 'utf8');

async function outcomeOf(example: string, change: (dossier: Yaml) => void) {
  const dossier = parseDocument(textOf(example));
  change(dossier);
  const folder = join(root, example, 'ready');
  const bytes = Buffer.from(dossier.toString());
  return assess({ folder, shown: example, file: 'dossier.yaml', bytes, root }, { catalog, today: '2026-11-28' });
}

const stateOf = async (example: string, change: (dossier: Yaml) => void) => (await outcomeOf(example, change)).state;

/** Every key path of the dossier at which a value of this name stands, by id or below a section. */
const fieldsNamed = (dossier: Yaml, name: string): string[][] => {
  const form = (dossier.toJS() as { form?: Record<string, Record<string, unknown>> }).form ?? {};
  return Object.entries(form).flatMap(([section, fields]) =>
    fields !== null && typeof fields === 'object' && Object.hasOwn(fields, name) ? [['form', section, name]] : [],
  );
};

describe.each(examples)('%s', (example) => {
  it('is ready as it is', async () => {
    expect(await stateOf(example, () => undefined)).toBe('ready');
  });

  it('with an empty form, or none, is not settled', async () => {
    expect(['errors', 'incomplete']).toContain(await stateOf(example, (dossier) => dossier.set('form', {})));
    expect(['errors', 'incomplete']).toContain(await stateOf(example, (dossier) => void dossier.delete('form')));
  });

  it('with only the head is not settled', async () => {
    const state = await stateOf(example, (dossier) => {
      for (const part of ['form', 'facts', 'titles', 'attachments', 'claims', 'attestations']) dossier.delete(part);
    });
    expect(['errors', 'incomplete']).toContain(state);
  });

  it.each([
    ['uscc', undefined],
    ['region', null],
    ['founded', ''],
  ] as const)('without %s says that it is missing', async (fact, value) => {
    const [path = [], ...others] = fieldsNamed(parseDocument(textOf(example)), fact);
    expect(others).toEqual([]);
    // Told as missing, which is what the state goes by: without attachments, whose inspection would take most of the time.
    const { findings } = await outcomeOf(example, (dossier) => {
      dossier.delete('attachments');
      if (value === undefined) dossier.deleteIn(path);
      else dossier.setIn(path, value);
    });
    const missing = findings.filter(({ code }) => code === 'identity-missing' || code === 'field-missing');
    expect(missing.flatMap(allPlaces).map((place) => place.path)).toContain(path.join('.'));
  });

  it('without its name says that it is missing', async () => {
    expect(['errors', 'incomplete']).toContain(await stateOf(example, (dossier) => dossier.set('enterprise', null)));
  });

  it('with any listed slot or field empty is not settled', async () => {
    const category = await catalog.open((parseDocument(textOf(example)).toJS() as { category: string }).category);
    const settled: string[] = [];
    for (const slot of category.slots.filter(({ required }) => required)) {
      const state = await stateOf(example, (dossier) => dossier.setIn(['attachments', slot.id], []));
      if (isSettled(state)) settled.push(`attachments.${slot.id}: ${state}`);
    }
    const listed = category.form.sections
      .flatMap(({ items }) => items)
      .filter((item) => item.kind === 'field' && item.required);
    // Told as missing, which is what the state goes by: without attachments, whose inspection would take most of the time.
    for (const { id } of listed) {
      const { findings } = await outcomeOf(example, (dossier) => {
        dossier.delete('attachments');
        for (const path of fieldsNamed(dossier, id)) dossier.deleteIn(path);
      });
      const missing = findings.filter(({ code }) => code === 'field-missing' || code === 'identity-missing');
      const told = missing.flatMap(allPlaces).some(({ path }) => path.startsWith('form.') && path.split('.')[2] === id);
      if (!told) settled.push(`form ${id}`);
    }
    expect(settled).toEqual([]);
    expect([codes['field-missing'].means, codes['identity-missing'].means]).toEqual(['absent', 'absent']);
    expect(category.slots.length + listed.length).toBeGreaterThan(0);
  });
});

const placeholders = ['待补充', '见附件', 'XXX', '同上', '（待定）', '？？', '-', '/', '暂无', 'TBD'];
const worded: ReadonlySet<string> = new Set(['text', 'long_text', 'choice', 'person']);

it.each(examples)('%s: what only holds the place of a text is no answer', async (example) => {
  const { category } = parseDocument(textOf(example)).toJS() as { category: string };
  const { form } = await catalog.open(category);
  const asked = form.sections
    .flatMap(({ items }) => items.map((item) => (item.kind === 'field' && item.required ? item : undefined)))
    .filter((item) => item?.fact !== undefined && worded.has(item.fact.type) && item.options.length === 0);
  const silent: string[] = [];
  for (const [index, item] of asked.entries())
    for (const path of fieldsNamed(parseDocument(textOf(example)), item?.id ?? '')) {
      const at = item?.fact?.type === 'person' ? [...path, 'name'] : path;
      const written = placeholders[index % placeholders.length];
      const { findings } = await outcomeOf(example, (dossier) => {
        dossier.delete('attachments');
        dossier.setIn(at, written);
      });
      const told = findings.filter(({ code }) => code === 'value-placeholder').flatMap(allPlaces);
      if (!told.some((place) => place.path === path.join('.'))) silent.push(`${at.join('.')}: ${written}`);
    }
  expect(silent).toEqual([]);
  expect(codes['value-placeholder'].means).toBe('absent');
});

it('a title that is said to outlive its term, and a paper that waits for an answer, are told', async () => {
  const example = 'national-2026-little-giant';
  const told = async (change: (dossier: Yaml) => void): Promise<string[]> =>
    (await outcomeOf(example, change)).findings.flatMap(({ code, at }) =>
      code === 'title-beyond-term' || code === 'slot-need-open' ? [`${code} ${at.path}`] : [],
    );
  const until = (day: string) => (dossier: Yaml) => dossier.setIn(['titles', 0, 'valid_until'], day);
  expect(await told(until('2038-12-19'))).toEqual(['title-beyond-term titles[0].valid_until']);
  expect(await told(until('2029-12-19'))).toEqual(['title-beyond-term titles[0].valid_until']);
  expect(await told(until('2028-12-31'))).toEqual([]);
  const byYear = (dossier: Yaml): void => {
    dossier.deleteIn(['titles', 0, 'granted_on']);
    dossier.setIn(['titles', 0, 'valid_until'], '2029-12-19');
  };
  expect(await told(byYear)).toEqual([]);
  const unanswered = (dossier: Yaml): void => void dossier.deleteIn(['form', 'figures', 'consolidated_figures']);
  expect(await told(unanswered)).toEqual(['slot-need-open attachments.subsidiaries_social_security']);
});

it('what is null or an empty text says as little as what is absent', async () => {
  const example = 'jiangsu-2021-product';
  for (const fact of ['uscc', 'region', 'founded'])
    for (const value of [undefined, null, '']) {
      const [path = []] = fieldsNamed(parseDocument(textOf(example)), fact);
      const state = await stateOf(example, (dossier) => dossier.setIn(path, value));
      expect(['errors', 'incomplete'], `${fact}: ${value}`).toContain(state);
    }
  expect(['errors', 'incomplete']).toContain(await stateOf(example, (dossier) => dossier.set('form', null)));
});

it('an empty form counts what the category lists, never 0/0', async () => {
  for (const { id } of await catalog.list()) {
    const bytes = Buffer.from(`format: 1\ncategory: ${id}\nenterprise: 江苏示例精密机械有限公司\nform: {}\n`);
    const folder = join(root, 'make');
    const outcome = await assess(
      { folder, shown: '.', file: 'dossier.yaml', bytes, root: folder },
      { catalog, today: '2026-11-28' },
    );
    if (outcome.kind !== 'assessed') throw new Error(id);
    expect(outcome.form.required, id).toBeGreaterThan(0);
    expect(outcome.form.filled, id).toBe(0);
    expect(['errors', 'incomplete'], id).toContain(outcome.state);
  }
});
