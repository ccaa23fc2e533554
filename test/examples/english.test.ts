// Every sentence that a definition says of its own accord has its English beside it, which claims the same, and every English report shows it.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { membersOf } from '../../src/advise/explain/members.ts';
import { assess } from '../../src/assess.ts';
import { rootFinder } from '../../src/batch/config.ts';
import { readDossier } from '../../src/batch/find.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import { reporters } from '../../src/reporters/index.ts';
import { reportedOf } from '../../src/reporters/reported.ts';
import { zjtx } from '../support/terminal.ts';

const root = resolve(import.meta.dirname, '../..');
const schemas = join(root, 'schemas');
const english: Readonly<Record<string, string>> = JSON.parse(readFileSync(join(schemas, 'english.json'), 'utf8'));

type Tree = Readonly<Record<string, unknown>>;
const treeOf = (value: unknown): Tree => (typeof value === 'object' && value !== null ? (value as Tree) : {});
const texts = (value: unknown): readonly string[] => (typeof value === 'string' ? [value] : []);

const definitions: readonly Tree[] = readdirSync(schemas, { recursive: true })
  .map(String)
  .filter((path) => /^[a-z]+[\\/]\d{4}[\\/].+\.yaml$/.test(path))
  .map((path) => treeOf(parse(readFileSync(join(schemas, path), 'utf8'))));

const hintsIn = (value: unknown): readonly string[] =>
  Object.entries(treeOf(value)).flatMap(([key, inner]) => (key === 'hint' ? texts(inner) : hintsIn(inner)));

/**
 * What a definition says of its own accord. All other texts of it are names and quotes (titles, labels, options, clauses), which
 * stay as the source prints them.
 */
const ownIn = ({ tests: _, ...definition }: Tree): readonly string[] => {
  const { superseded, expected, sources, checklist, metrics, criteria } = definition;
  const members = (group: unknown): readonly Tree[] => Object.values(treeOf(group)).map(treeOf);
  return [
    ...hintsIn(definition),
    ...texts(treeOf(superseded).text),
    ...texts(treeOf(expected).text),
    ...Object.values(treeOf(treeOf(expected).compare)).flatMap(texts),
    ...members(sources).flatMap(({ note }) => texts(note)),
    ...members(checklist).flatMap(({ text }) => texts(text)),
    ...[...members(metrics), ...members(criteria)].flatMap(({ as, readings }) => [
      ...texts(as),
      ...members(readings).flatMap(({ label }) => texts(label)),
    ]),
  ];
};

const own = [...new Set(definitions.flatMap(ownIn))];
const pairs = Object.entries(english);

/** Names of the dossier, which has one in each language; all else in quotes stands on a form and is searched for there. */
const keys: Readonly<Record<string, string>> = { 已有称号: 'titles', 有效期至: 'valid_until', 其他情况: 'facts' };
/** Figures that English writes as words. */
const inWords: Readonly<Record<string, string>> = {
  '3000 万元': '30 million yuan',
  '12月': 'December',
  第2项: 'second',
};

describe('the English of what definitions say', () => {
  it('is there for each sentence, and for none that no definition says any more', () => {
    expect(own.length).toBeGreaterThan(150);
    expect(pairs.map(([zh]) => zh).sort()).toEqual([...own].sort());
  });

  it.each(pairs)('%s: has the same figures, names and end', (zh, en) => {
    let [left, said] = [zh, en];
    for (const [chinese, word] of Object.entries(inWords)) {
      if (!left.includes(chinese)) continue;
      expect(said).toContain(word);
      left = left.replaceAll(chinese, '');
      said = said.replaceAll(word, '');
    }
    const figures = (text: string) => [...new Set(text.match(/\d+/g) ?? [])].sort();
    expect(figures(said)).toEqual(figures(left));
    const quoted = [...zh.matchAll(/“([^”]+)”/g)].flatMap(([, name = '']) =>
      name === '是/否' ? ['是', '否'] : [name],
    );
    for (const name of quoted) expect(en).toContain(keys[name] ?? name);
    for (const [name] of zh.matchAll(/《[^》]+》|\S{2}〔\d{4}〕\d+号/g)) expect(en).toContain(name);
    expect(en.endsWith('.')).toBe(zh.endsWith('。'));
    // Outside of names that a person must find in Chinese.
    expect(en.replace(/《[^》]+》|“[^”]+”|\([^)]+\)|[一-九]、[^.]+/g, '')).not.toMatch(/[，；：、。]/);
  });
});

const folders = readdirSync(join(root, 'examples'), { recursive: true, withFileTypes: true })
  .filter(({ name }) => name === 'dossier.yaml')
  .map(({ parentPath }) => relative(root, parentPath))
  .sort();
const catalog = await openCatalog();
const ids = (await catalog.list()).map(({ id }) => id);

const unspaced = (text: string): string => text.replace(/\s+/g, '');
const stringsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : Object.entries(treeOf(value)).flatMap(([key, inner]) => [key, ...stringsIn(inner)]);

/** The clause of a citation without its source, the name of a figure without its unit. */
const bare = (name: string): readonly string[] => [name, name.replace(/^[a-z]\w* /, ''), name.replace(/%$/, '')];

/** Names and quotes in which a sentence of ours stands by chance: a title that begins with the name of a reading. */
let names: readonly string[] = [];
/** Those that are no name of something else as well, such as 申报时间 of a clause. */
let told: readonly string[] = [];
beforeAll(() => {
  const ours = new Set(own);
  const others = new Set(
    definitions
      .flatMap(stringsIn)
      .filter((text) => !ours.has(text))
      .flatMap(bare),
  );
  told = own.filter((one) => !others.has(one));
  const all = [...others, ...Object.values(english)].map(unspaced);
  names = all.filter((text) => told.some((one) => text.includes(unspaced(one)))).sort((a, b) => b.length - a.length);
});

/** The sentences of ours that stand in a text in Chinese. */
function chineseIn(text: string): readonly string[] {
  let left = unspaced(text);
  for (const name of names) left = left.replaceAll(name, '');
  return told.filter((one) => left.includes(unspaced(one)));
}

describe('no Chinese sentence of a definition is left in English', () => {
  const findRoot = rootFinder();
  const program = { name: 'zjtx', version: '0.0.0' } as const;
  const formats = reporters.filter(({ name }) => name !== 'json');

  it('and one would be found', () => {
    expect(told.length).toBeGreaterThan(own.length - 10);
    expect(chineseIn(`To do: ${told[0]}`)).toEqual([told[0]]);
  });

  it.each(folders)('in the reports of %s', async (folder) => {
    const dossier = await readDossier({ folder: join(root, folder), shown: folder, file: 'dossier.yaml' }, findRoot);
    const outcome = reportedOf(await assess(dossier, { catalog, today: '2026-11-21' }));
    const shown = { program, outcomes: [outcome], language: 'en', width: 100, colour: false, unicode: true } as const;
    for (const { name, render } of formats)
      expect([name, chineseIn(await render({ ...shown, verbose: true }))]).toEqual([name, []]);
    const json = JSON.parse(
      await (reporters.find(({ name }) => name === 'json')?.render({ ...shown, verbose: true }) ?? ''),
    );
    const said = (value: unknown): readonly string[] =>
      Object.entries(treeOf(value)).flatMap(([key, inner]) => (key === 'en' ? texts(inner) : said(inner)));
    expect(said(json).flatMap(chineseIn)).toEqual([]);
  });

  it('in what match says of every category', async () => {
    const folder = join(root, 'examples/national-2026-little-giant/faulty-conditions');
    for (const format of ['text', 'html']) {
      const { stdout } = await zjtx(['match', folder, '--all', '--verbose', '-f', format, '--lang', 'en']);
      expect(stdout.length).toBeGreaterThan(1000);
      expect([format, chineseIn(stdout)]).toEqual([format, []]);
    }
  });

  it.each(ids)('in what is explained and shown of %s', async (id) => {
    const members = membersOf(await catalog.open(id), { language: 'en' });
    expect(
      members.flatMap((one) => chineseIn(JSON.stringify([one.label, one.aspects.map(({ text }) => text)]))),
    ).toEqual([]);
    const { code, stdout } = await zjtx(['categories', 'show', id, '--verbose', '--lang', 'en']);
    expect([code, chineseIn(stdout)]).toEqual([0, []]);
  });

  it.each(ids)('and no id of ours, in either language, in what is explained of %s', async (id) => {
    const category = await catalog.open(id);
    const { vocabulary, metrics, criteria, slots } = category;
    const facts = [...vocabulary.values()].flatMap((fact) => [fact, ...fact.fields.values()]);
    // A word of its own, such as that for a date, may stand in a sentence; in English two keys of a dossier are named.
    const named = new Set([...facts, ...metrics, ...criteria, ...slots, ...category.checklist].map((one) => one.id));
    const shown = [...named].filter((one) => /[_-]/.test(one) && one !== 'valid_until');
    for (const language of ['zh', 'en'] as const) {
      const said = membersOf(category, { language }).flatMap(({ aspects }) => aspects.flatMap(({ text }) => text));
      const words = new Set(said.flatMap((text) => text.match(/[\w-]+/g) ?? []));
      expect([language, shown.filter((one) => words.has(one))]).toEqual([language, []]);
    }
  });

  it('in the list of what only a person can see', async () => {
    const folder = join(root, 'examples/national-2023-little-giant/ready');
    const { code, stdout } = await zjtx(['record', 'attest', folder, '--lang', 'en']);
    expect([code, chineseIn(stdout)]).toEqual([0, []]);
    expect(stdout).toContain('Copies agree with the originals');
  });
});
