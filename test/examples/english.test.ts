// Every sentence that a definition says of its own accord has its English beside it, which claims the same, and every English report shows it.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { membersOf } from '../../src/advise/explain/members.ts';
import { assess } from '../../src/assess.ts';
import { rootFinder } from '../../src/batch/config.ts';
import { readDossier } from '../../src/batch/find.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import { type Code, codes } from '../../src/findings/areas/index.ts';
import { report } from '../../src/findings/report.ts';
import { reporters } from '../../src/reporters/index.ts';
import { reportedOf } from '../../src/reporters/reported.ts';
import { wordsOf } from '../../src/words/of-finding.ts';
import { at } from '../support/assessment.ts';
import { Names } from '../support/names.ts';
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

/** The titles of routes, of which one is enough. */
const routesIn = (value: unknown): readonly string[] => {
  const { title, assert, ...rest } = treeOf(value);
  const own = assert === undefined ? [] : texts(title);
  return [...own, ...Object.values(rest).flatMap(routesIn)];
};

/**
 * What a definition says of its own accord. All other texts of it are names and quotes (titles, labels, options, clauses), which
 * stay as the source prints them.
 */
const ownIn = ({ tests: _, ...definition }: Tree): readonly string[] => {
  const { superseded, expected, sources, form, checklist, metrics, criteria } = definition;
  const members = (group: unknown): readonly Tree[] => Object.values(treeOf(group)).map(treeOf);
  return [
    ...hintsIn(definition),
    ...texts(treeOf(superseded).text),
    ...texts(treeOf(expected).text),
    ...Object.values(treeOf(treeOf(expected).compare)).flatMap(texts),
    ...members(sources).flatMap(({ note, standing, short, title }) => [
      ...texts(note),
      ...(standing === 'proposal' ? [...texts(short), ...texts(title)] : []),
    ]),
    ...members(form).flatMap(({ title }) => texts(title).filter((text) => text.includes('本程序'))),
    ...members(checklist).flatMap(({ text }) => texts(text)),
    ...[...members(metrics), ...members(criteria)].flatMap(({ as, readings }) => [
      ...texts(as),
      ...members(readings).flatMap(({ label }) => texts(label)),
    ]),
    ...members(criteria).flatMap(({ title, ...rest }) => [...texts(title), ...routesIn(rest)]),
  ];
};

/** What definitions of before said, titles of conditions and hints: bundles still hold it. */
const earlier: readonly string[] = [
  '在江苏省注册、具有独立法人资格',
  '没有数据造假(造假的取消称号，三年内不得申报)',
  '所列Ⅰ类知识产权中有专利以外的(如集成电路布图设计)，附其证书。',
];

const own = [...new Set([...definitions.flatMap(ownIn), ...earlier])];
const pairs = Object.entries(english);

/** Names of the dossier, which has one in each language; all else in quotes stands on a form and is searched for there. */
const keys: Readonly<Record<string, string>> = { 已有称号: 'titles', 有效期至: 'valid_until', 其他情况: 'facts' };
/** Figures that English writes as words. */
const inWords: Readonly<Record<string, string>> = {
  '12月': 'December',
  '4 月': 'April',
  '1 亿元': '10000 万元',
  '5000 万元至': '5000 to',
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

/** Where a text stands: `criteria.growth.title`; keys and items of lists count alike. */
type At = readonly string[];

/** Whether a definition says this of its own accord: the places that `ownIn` reads. */
function isOwn(at: At): boolean {
  const [part = '', second = ''] = at;
  const key = at.at(-1) ?? '';
  const isMember = part === 'metrics' || part === 'criteria';
  return (
    key === 'hint' ||
    (part === 'superseded' && key === 'text') ||
    (part === 'expected' && (key === 'text' || second === 'compare')) ||
    (part === 'sources' && key === 'note') ||
    (part === 'checklist' && key === 'text') ||
    (isMember && (key === 'as' || (key === 'label' && at.includes('readings')))) ||
    (part === 'criteria' && key === 'title')
  );
}

const textsIn = (value: unknown, at: At = []): readonly string[] =>
  typeof value === 'string'
    ? isOwn(at)
      ? []
      : [value]
    : Object.entries(treeOf(value)).flatMap(([key, inner]) => [key, ...textsIn(inner, [...at, key])]);

/** The clause of a citation without its source, the name of a figure without its unit, what an expression compares with. */
const bare = (text: string): readonly string[] => {
  const name = text.replace(/^[a-z]\w* /, '');
  const literals = [...text.matchAll(/"([^"]+)"/g)].flatMap(([, literal]) => texts(literal));
  return [name, name.replace(/ ?(%|\([^()]*\))$/, ''), ...literals];
};

const titles = definitions.flatMap(({ title }) => texts(title));
const vocabulary = [
  ...textsIn(parse(readFileSync(join(schemas, 'facts.yaml'), 'utf8'))),
  // What names of files are known by is no name of anything.
  ...readdirSync(join(schemas, 'lists')).flatMap((list) =>
    list === 'papers.yaml' ? [] : textsIn(parse(readFileSync(join(schemas, 'lists', list), 'utf8'))),
  ),
];
/** What forms, sources and lists print, as a category has it, and what facts mean. */
const namesOf = async (id: string): Promise<readonly string[]> => {
  const { flattened, scope, vocabulary: facts } = await catalog.open(id);
  const { definition, ...others } = treeOf(JSON.parse(flattened));
  const labels = [...facts.keys()].map((fact) => scope.label(fact));
  return [
    ...textsIn(definition),
    ...textsIn(others),
    ...vocabulary,
    ...titles,
    ...labels,
    ...Object.values(english),
    ...printedNames,
  ].flatMap(bare);
};
/** Everything that somebody named in the examples: values, keys, files. */
const pathsIn = readdirSync(join(root, 'examples'), { recursive: true }).flatMap((path) => String(path).split(/[\\/]/));
const dossierOf = (folder: string): readonly string[] => [
  ...textsIn(parse(readFileSync(join(root, folder, 'dossier.yaml'), 'utf8'))),
  ...pathsIn,
];

/** The lines of the dossier that reports show stay as they are written. */
const unframed = (text: string): string =>
  text
    .replace(/<code class="frame[\s\S]*?<\/code>/g, '')
    .replace(/^[ >]*\d+ \|.*$/gm, '')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** Keys of a person, the number of a software right, a kind of statement: what a hint shows how to write. */
const keyNames = ['姓名', '电话', '手机', '软著登字第', '号', '单体', '周明远'];

/** Whatever an argument is. */
const rawTextsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : Object.entries(treeOf(value)).flatMap(([key, inner]) => [key, ...rawTextsIn(inner)]);

/** Names that forms, the portal and dossiers have in Chinese, whatever the language of the program. */
const printedNames = ['是', '否', '附件', '万元', '人', '年', '件', '项', '省', '市', '县', '门类'];

/** Of a JSON document what it says in English. */
const englishIn = (value: unknown): readonly string[] =>
  Object.entries(treeOf(value)).flatMap(([key, inner]) =>
    key === 'en' || key === 'shownEn' ? texts(inner) : englishIn(inner),
  );

describe('nothing is left in Chinese in English but names, quotes and what the dossier says', () => {
  const findRoot = rootFinder();
  const program = { name: 'zjtx', version: '0.0.0' } as const;

  it('and a word of it would be found', () => {
    const names = new Names(['已有称号', '称号']);
    expect(names.leftIn('To do: 已有 称号, 称号')).toEqual([]);
    expect(names.leftIn('To do: 没有称号 here')).toEqual(['Todo:没有']);
  });

  it.each(folders)('in the reports of %s', async (folder) => {
    const dossier = await readDossier({ folder: join(root, folder), shown: folder, file: 'dossier.yaml' }, findRoot);
    const outcome = reportedOf(await assess(dossier, { catalog, today: '2026-11-21' }));
    const names = new Names([
      ...(outcome.kind === 'assessed' ? await namesOf(outcome.category.id) : vocabulary),
      ...dossierOf(folder),
    ]);
    const shown = {
      program,
      outcomes: [outcome],
      language: 'en',
      width: 100_000,
      colour: false,
      unicode: true,
    } as const;
    for (const { name, render } of reporters) {
      const text = await render({ ...shown, verbose: true });
      const said = name === 'json' ? englishIn(JSON.parse(text)).join('\n') : unframed(text);
      expect([name, names.leftIn(said)]).toEqual([name, []]);
    }
  });

  const every = Promise.all(ids.map(namesOf)).then((names) => names.flat());
  const all = every.then((names) => new Names([...names, ...pathsIn]));

  it('in what match says of every category', async () => {
    const folder = 'examples/national-2026-little-giant/faulty-conditions';
    const names = new Names(dossierOf(folder), await all);
    for (const format of ['text', 'html']) {
      const { stdout } = await zjtx(['match', join(root, folder), '--all', '--verbose', '-f', format, '--lang', 'en']);
      expect(stdout.length).toBeGreaterThan(1000);
      expect([format, names.leftIn(unframed(stdout))]).toEqual([format, []]);
    }
  });

  it.each(ids)('in what is explained and shown of %s', async (id) => {
    const names = await all;
    const members = membersOf(await catalog.open(id), { language: 'en' });
    expect(members.flatMap((one) => names.leftIn(JSON.stringify(one.aspects.map(({ text }) => text))))).toEqual([]);
    const { code, stdout } = await zjtx(['categories', 'show', id, '--verbose', '--lang', 'en']);
    // An option that is cut off is no name.
    const whole = stdout.split(/\s+/).filter((word) => !word.endsWith('..'));
    expect([code, names.leftIn(whole.join(' '))]).toEqual([0, []]);
  });

  it.each([
    ['national/2025/little-giant', 'national/2026/little-giant'],
    ['jiangsu/2021/product', 'jiangsu/2021/giant-innovation'],
    ['national/2023/little-giant', 'national/2025/little-giant'],
  ])('in what is said to change from %s to %s', async (from, to) => {
    const names = await all;
    for (const more of [[], ['--verbose']]) {
      const { code, stdout } = await zjtx(['categories', 'diff', from, to, '--lang', 'en', ...more]);
      expect([code, names.leftIn(unframed(stdout))]).toEqual([0, []]);
    }
  });

  it.each(ids)('and no id of ours, in either language, in what is explained and shown of %s', async (id) => {
    const category = await catalog.open(id);
    const { vocabulary, metrics, criteria, slots } = category;
    const facts = [...vocabulary.values()].flatMap((fact) => [fact, ...fact.fields.values()]);
    // A word of its own, such as that for a date, may stand in a sentence; in English two keys of a dossier are named.
    const named = new Set([...facts, ...metrics, ...criteria, ...slots, ...category.checklist].map((one) => one.id));
    const shown = [...named].filter((one) => /[_-]/.test(one) && one !== 'valid_until');
    for (const language of ['zh', 'en'] as const) {
      const said = membersOf(category, { language }).flatMap(({ aspects }) => aspects.flatMap(({ text }) => text));
      const { stdout } = await zjtx(['categories', 'show', id, '--lang', language]);
      const words = new Set([...said, stdout.replaceAll(id, '')].flatMap((text) => text.match(/[\w-]+/g) ?? []));
      expect([language, shown.filter((one) => words.has(one))]).toEqual([language, []]);
    }
  });

  it('in the list of what only a person can see', async () => {
    const folder = 'examples/national-2023-little-giant/ready';
    const { code, stdout } = await zjtx(['record', 'attest', join(root, folder), '--lang', 'en']);
    const names = new Names([...(await namesOf('national/2023/little-giant')), ...dossierOf(folder)]);
    expect([code, names.leftIn(unframed(stdout))]).toEqual([0, []]);
    expect(stdout).toContain('Copies agree with the originals');
  });

  it.each(Object.keys(codes) as Code[])('in what %s says', async (code) => {
    for (const args of codes[code].samples) {
      const { message, hint = '' } = wordsOf(report(code, args as never, at(3, 5, 9)), 'en');
      const names = new Names([...rawTextsIn(args), ...keyNames], await all);
      expect(names.leftIn(`${message} ${hint}`)).toEqual([]);
    }
  });
});
