// LibreOffice as the client: it opens the empty workbook of every category, types the example's values, and saves;
// what comes back is decided as the example is, and the computed cells show our metrics.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AssessOptions, assess } from '../../src/assess.ts';
import type { Assessment } from '../../src/assessment.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import type { MapNode } from '../../src/document/node.ts';
import { Decimal } from '../../src/expression/decimal.ts';
import { answered, sheetsOf } from '../../src/intake/sheet/book.ts';
import { firstLine, valueColumn } from '../../src/intake/sheet/layout.ts';
import { openWorkbook } from '../../src/intake/sheet/open.ts';
import { type OutSheet, readWorkbook, writeWorkbook } from '../../src/intake/sheet/workbook.ts';
import { starterText } from '../../src/intake/starter/write.ts';
import { wordsOf } from '../../src/words/of-finding.ts';
import { example, exampleFolder, exampleNames, mapOf } from '../intake/sheet/examples.ts';
import { ask } from './judges.ts';

const ready = exampleNames.filter((name) => name.endsWith('/ready') || name.endsWith('/expected'));
const folder = mkdtempSync(join(tmpdir(), 'zjtx-office-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const fileOf = (name: string, end: string): string => join(folder, `${name.replace('/', '-')}${end}.xlsx`);

type Typed = readonly [sheet: string, column: number, row: number, text: string];

/** What is to be typed to make one workbook of the other: by a client, and by us in the sheets that a client does not see. */
function typed(empty: readonly OutSheet[], full: readonly OutSheet[]): readonly Typed[] {
  return full.flatMap(({ name, rows }, at) => {
    const other = empty[at];
    if (other?.name !== name) throw new Error(`${name} is not in the empty workbook`);
    return rows.flatMap((cells, row) =>
      cells.flatMap((cell, column): Typed[] => {
        if (cell?.look !== 'answer') return [];
        const text = String(cell.value ?? '');
        return text === String(other.rows[row]?.[column]?.value ?? '') ? [] : [[name, column, row, text]];
      }),
    );
  });
}

/** The same facts beside the form without a value: whoever sends the workbook leaves room for them. */
function unanswered(root: MapNode): MapNode {
  const facts = root.entries.flatMap(({ key, value }) =>
    key === 'facts' && value.kind === 'map' ? value.entries : [],
  );
  const lines = facts.map(({ key, value }) => {
    const years =
      value.kind === 'map' ? value.entries.flatMap((one) => (/^\d{4}$/.test(one.key) ? [one.key] : [])) : [];
    return years.length === 0 ? `  ${key}:` : `  ${key}: {${years.map((year) => `${year}: `).join(', ')}}`;
  });
  return mapOf(['format: 1', 'facts:', ...lines].join('\n'));
}

beforeAll(async () => {
  const jobs = await Promise.all(
    ready.map(async (name) => {
      const { root, category } = await example(name);
      const empty = sheetsOf(category, '1.0.0', unanswered(root));
      const from = fileOf(name, '-empty');
      writeFileSync(from, await writeWorkbook(category.definition.title, empty));
      return { from, to: fileOf(name, ''), cells: typed(empty, sheetsOf(category, '1.0.0', root)) };
    }),
  );
  expect(ask('soffice', ['--version']).out).toContain('LibreOffice');
  const list = join(folder, 'jobs.json');
  writeFileSync(list, JSON.stringify(jobs));
  const script = join(import.meta.dirname, 'fill.py');
  const { code, err } = ask('/usr/bin/python3', [script, list, join(folder, 'profile')]);
  expect([code, err]).toEqual([0, '']);
});

/** Decisions and findings, places aside. */
const judged = ({ criteria, findings, metrics }: Assessment) => ({
  decisions: criteria.map(({ id, decision }) => `${id} ${decision.is}`),
  metrics: metrics.map(({ id, outcome }) => `${id} ${outcome.is === 'value' ? outcome.shown : outcome.is}`),
  findings: findings.map((finding) => `${finding.severity} ${finding.code} ${wordsOf(finding, 'zh').message}`).sort(),
});

async function assessed(name: string, text: string): Promise<Assessment> {
  const at = exampleFolder(name);
  const options: AssessOptions = { catalog: await openCatalog([]), today: '2026-11-22' };
  const bytes = Buffer.from(text);
  const outcome = await assess({ folder: at, shown: '.', file: 'dossier.yaml', bytes, root: join(at, '..') }, options);
  if (outcome.kind !== 'assessed') throw new Error(name);
  return outcome;
}

it('has an example of every category', async () => {
  const categories = await Promise.all(ready.map(async (name) => (await example(name)).category.id));
  expect([...categories].sort()).toEqual((await (await openCatalog([])).list()).map(({ id }) => id).sort());
});

it.each(ready)('%s is decided alike when a client filled in its workbook', async (name) => {
  const { root, text, category } = await example(name);
  const bytes = new Uint8Array(readFileSync(fileOf(name, '')));
  const opened = await openWorkbook(bytes, 'book.xlsx', await openCatalog([]));
  if (opened.is !== 'read') throw new Error(opened.why);
  expect(opened.findings).toEqual([]);
  const again = starterText(category, opened.dossiers[0]?.given ?? {});
  const before = await assessed(name, text);
  expect(judged(await assessed(name, again))).toEqual(judged(before));

  const book = await readWorkbook(bytes);
  if (typeof book === 'string') throw new Error(book);
  for (const sheet of answered(root, category).layout.sheets) {
    const read = book.sheets.find((one) => one.name === sheet.name);
    for (const [index, line] of sheet.kind === 'lines' ? sheet.lines.entries() : []) {
      const cell = read?.at(firstLine + index, valueColumn);
      if (line.kind !== 'computed' || !cell?.formula) continue;
      const outcome = before.metrics.find(({ id }) => id === line.metric)?.outcome;
      const ours = outcome?.is === 'value' ? new Decimal(outcome.shown.replaceAll(',', '')).toNumber() : outcome?.is;
      expect([line.label, cell.value]).toEqual([line.label, ours]);
    }
  }
});
