// A workbook that is filled from a dossier and read back says what the dossier says, for every example.
import { expect, it } from 'vitest';
import { openCatalog } from '../../src/category/catalog.ts';
import type { Category } from '../../src/category/category.ts';
import { spellingOf } from '../../src/dossier/edit.ts';
import { valuesOf, workbookOf } from '../../src/intake/sheet/book.ts';
import { openWorkbook } from '../../src/intake/sheet/open.ts';
import { isValues, type Value, type Values } from '../../src/intake/starter/given.ts';
import { starterText } from '../../src/intake/starter/write.ts';
import { example, exampleNames, mapOf } from '../intake/sheet/examples.ts';

/** Equal things alike: no empty values, a list of one for the one, the year of a field that prints one. */
function plain(value: Value): Value | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (!isValues(value)) return value.length === 1 ? plain(value[0] ?? '') : value.map((one) => plain(one) ?? '');
  const pairs = Object.entries(value).flatMap(([key, one]): [string, Value][] => {
    const made = plain(one);
    return made === undefined ? [] : [[key, made]];
  });
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Lists in which none and nothing are one: tables of the form, and what stands beside it. */
function withoutEmpty(values: Values, category: Category): Values {
  const tables = new Set(
    category.form.sections.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'table' ? [item.id] : []))),
  );
  const isNone = (key: string, value: Value): boolean =>
    Array.isArray(value) &&
    value.length === 0 &&
    (tables.has(key) || ['claims', 'waivers', 'attestations'].includes(key));
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      isNone(key, value) ? [] : [[key, isValues(value) && key !== 'facts' ? withoutEmpty(value, category) : value]],
    ),
  );
}

it.each(exampleNames)('%s comes back as it was read', async (name) => {
  const { root, category } = await example(name);
  const bytes = await workbookOf(category, '1.0.0', root);
  const opened = await openWorkbook(bytes, 'book.xlsx', await openCatalog([]));
  if (opened.is !== 'read') throw new Error(opened.why);
  const [one] = opened.dossiers;
  const again = starterText(category, one?.given ?? {}, { spelling: spellingOf(root) });
  const values = (map: ReturnType<typeof mapOf>) =>
    plain(withoutEmpty(valuesOf(map.entries, category), category)) ?? '';
  expect(values(mapOf(again))).toEqual(values(root));
  if (!name.includes('faulty')) expect(opened.findings).toEqual([]);
});
