// What is counted is looked at: no ready example stays ready with a row that stands twice, or with a row that is no row.
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { assess } from '../../src/assess.ts';
import { rootFinder } from '../../src/batch/config.ts';
import { readDossier } from '../../src/batch/find.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import { decideCategory } from '../../src/category/decided.ts';
import { openDossier, readForm } from '../../src/dossier/head.ts';
import { cache } from '../support/looked.ts';

const root = resolve(import.meta.dirname, '../../examples');
const folders = readdirSync(root).filter((name) => existsSync(join(root, name, 'ready')));
const findRoot = rootFinder();
const catalog = await openCatalog();

type Row = Record<string, unknown>;

/** The tables of a ready example, and what comes of it when the rows of one are others. */
async function example(name: string) {
  const folder = join(root, name, 'ready');
  const dossier = await readDossier({ folder, shown: name, file: 'dossier.yaml' }, findRoot);
  const document = parseDocument(Buffer.from(dossier.bytes).toString('utf8'));
  const category = await catalog.open(String(document.get('category')));
  const asOf = String(document.get('as_of'));
  const changed = (path: readonly string[], rows: readonly Row[]): Buffer => {
    const other = document.clone();
    other.setIn(path, rows);
    return Buffer.from(other.toString());
  };
  /** Form and conditions alone, which is all that rows bear on. */
  const decided = (path: readonly string[], rows: readonly Row[]) => {
    const { head } = openDossier({ bytes: changed(path, rows), file: 'dossier.yaml' });
    if (head === undefined) throw new Error('not read');
    const { facts, findings } = readForm(category, head, { asOf });
    return { ...decideCategory(category, { facts, asOf }), findings };
  };
  const stateWith = async (path: readonly string[], rows: readonly Row[]) =>
    (await assess({ ...dossier, bytes: changed(path, rows) }, { catalog, today: asOf, cache })).state;
  const printed = category.form.sections.flatMap(({ id: section, items }) =>
    items.flatMap((item) => (item.kind === 'table' ? [{ path: ['form', section, item.id], fact: item.fact }] : [])),
  );
  const beside = [...category.vocabulary.values()]
    .filter(({ type }) => type === 'table')
    .map((fact) => ({ path: fact.id === 'titles' ? ['titles'] : ['facts', fact.id], fact }));
  return [...printed, ...beside].flatMap(({ path, fact }) => {
    const node = document.getIn(path);
    const maps = isSeq(node) ? (node as YAMLSeq).items.filter((row) => isMap(row)) : [];
    const rows = maps.map((row: YAMLMap): Row => row.toJSON() as Row);
    const naming = fact.fields.keys().next().value ?? '';
    return rows.length === 0 ? [] : [{ name, path, id: fact.id, naming, rows, decided, stateWith }];
  });
}

const cases = (await Promise.all(folders.map(example))).flat();
type Decided = ReturnType<(typeof cases)[number]['decided']>;
const told = ({ findings }: Decided) => findings.filter(({ severity }) => severity !== 'note');
const tables =
  'patents class_one_ip product_evidence other_evidence research_bodies management_certs titles core_team'.split(' ');

it.each(tables)('some example has rows of %s', (table) => expect(cases.map(({ id }) => id)).toContain(table));

const noEntries = [
  ['合计', 'total'],
  ['合 计：2 项', 'total'],
  ['备注', 'remark'],
  ['注：以上均在有效期内', 'remark'],
  ['填表人：张三', 'signature'],
] as const;
const none = ['无', '暂无', '—', '/', '（无）', '暂无记录'];

describe.each(cases)('$name $id', ({ path, id, naming, rows, decided, stateWith }) => {
  const next = `${path.join('.')}[${rows.length}]`;

  it.each(rows.map((row, index) => ({ row, index })))('row $index twice', ({ row, index }) => {
    const [twice, ...others] = told(decided(path, [...rows, row]));
    expect(others).toEqual([]);
    expect(twice).toMatchObject({ severity: 'error', code: 'row-twice' });
    expect(twice).toMatchObject({ args: { row: rows.length + 1, first: index + 1 } });
    expect([next, `${next}.number`]).toContain(twice?.at.path);
  });

  it('is never ready with a row twice', async () => {
    expect(await stateWith(path, rows)).toBe('ready');
    expect(await stateWith(path, [...rows, ...rows.slice(-1)])).toBe('errors');
  });

  it('knows a row again in another spelling, and without its file', () => {
    const { file: _, ...first } = rows[0] ?? {};
    const strewn = Object.fromEntries(
      Object.entries(first).map(([key, value]) => {
        const spaced = typeof value === 'string' && [naming, 'number'].includes(key) && id !== 'titles';
        return [key, spaced ? `${value.replace(/^(..)/u, '$1 ')} ` : value];
      }),
    );
    expect(told(decided(path, [...rows, strewn])).map(({ code }) => code)).toContain('row-twice');
  });

  it('tells of rows that are none of its entries, and does not count them', () => {
    const found = decided(path, [...rows, ...noEntries.map(([text]) => ({ [naming]: text }))]);
    expect(told(found)).toMatchObject(
      noEntries.map(([written, is], index) => ({
        code: 'row-no-entry',
        severity: 'error',
        args: { row: rows.length + 1 + index, written, is },
        at: { path: `${path.join('.')}[${rows.length + index}].${naming}` },
      })),
    );
    expect(found.criteria).toEqual(decided(path, rows).criteria);
  });

  it('counts nothing where the rows say that there is none, and tells it', () => {
    const found = decided(
      path,
      none.map((text) => ({ [naming]: text })),
    );
    const empty = decided(path, []);
    expect(found.findings.filter(({ code }) => code === 'row-none')).toHaveLength(none.length);
    expect(told(found)).toEqual(told(empty));
    expect(found.criteria).toEqual(empty.criteria);
    expect(found.scorecard).toEqual(empty.scorecard);
  });
});
