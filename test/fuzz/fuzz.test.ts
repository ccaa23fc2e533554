// Whatever is read from strangers, changed as chance wants, ends in findings or in a refusal in words, never in a crash.
// `npm run fuzz` goes on for FUZZ_SECONDS a part, from FUZZ_SEED; without them a few cases, the same each time.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { assess } from '../../src/assess.ts';
import { readConfig } from '../../src/batch/config.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import { compile } from '../../src/expression/compile.ts';
import { Stop } from '../../src/findings/stop.ts';
import { workbookOf } from '../../src/intake/sheet/book.ts';
import { openWorkbook } from '../../src/intake/sheet/open.ts';
import { verify } from '../../src/verify/verify.ts';
import { assessed, bytesOf, catalog as ownCatalog, packed } from '../bundle/cheat.ts';
import { apart, copied, sealed, zipped } from '../bundle/forge.ts';
import { folderOf } from '../category/folder.ts';
import { files as definitions, id } from '../category/yunling.ts';
import { scope } from '../expression/scope.ts';
import { mutated, mutatedBytes, oneOf, randomOf } from './mutate.ts';

const folder = mkdtempSync(join(tmpdir(), 'zjtx-fuzz-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const seconds = Number(process.env.FUZZ_SECONDS ?? 0);
const first = Number(process.env.FUZZ_SEED ?? (seconds > 0 ? Date.now() % 1e9 : 20261128));
const catalog = await openCatalog();
const examples = resolve(import.meta.dirname, '../../examples');
const dossiers = ['jiangsu-2021-product', 'national-2023-little-giant', 'national-2026-little-giant'].map((name) =>
  readFileSync(join(examples, name, 'ready/dossier.yaml'), 'utf8'),
);

/** Tries cases one after the other; a refusal in words is as good as findings. The number of a case tells which failed. */
function fuzz(name: string, cases: number, attempt: (random: () => number) => unknown): void {
  it(name, { timeout: (seconds + 600) * 1000 }, async () => {
    const end = performance.now() + seconds * 1000;
    let tried = 0;
    for (; seconds > 0 ? performance.now() < end : tried < cases; tried++)
      try {
        await attempt(randomOf(first + tried));
      } catch (error) {
        if (!(error instanceof Stop)) throw new Error(`case ${first + tried}`, { cause: error });
      }
    expect(tried).toBeGreaterThan(0);
    if (seconds > 0) process.stdout.write(`${name}: ${tried} cases\n`);
  });
}

fuzz('a dossier', 200, async (random) => {
  const bytes = Buffer.from(mutated(random, oneOf(random, dossiers)));
  const dossier = { folder, shown: '.', file: 'dossier.yaml', bytes, root: folder };
  const outcome = await assess(dossier, { catalog, today: '2026-11-28' });
  // Its attachments are not there: whatever the text says, it is not ready.
  expect(['ready', 'submittable']).not.toContain(outcome.state);
});

fuzz('a definition', 40, async (random) => {
  const changed = oneOf(random, Object.keys(definitions));
  const files = Object.fromEntries(
    Object.entries(definitions).map(([path, text]) => [path, path === changed ? mutated(random, text) : text]),
  );
  await (await openCatalog([folderOf(files)])).open(id);
});

const expressions = [
  'rd_expense.at(Y-1) / revenue.at(Y-1) * 100 >= 3',
  'cagr(revenue, Y-4, Y-1)',
  'research_bodies.exists(b, b.level in ["市级", "省级", "国家级"]) && !(employees.at(Y-1) < 300)',
  'liabilities_total.at(Y-1) / assets_total.at(Y-1) * 100',
  'years_between(founded, as_of) >= 3 ? 1.0 : 0.0',
];
fuzz('an expression', 4000, (random) => {
  const text = mutated(random, oneOf(random, expressions));
  for (const result of ['bool', 'Decimal'] as const) {
    const compiled = compile(text, scope, result);
    if ('ok' in compiled) compiled.ok.evaluate({ facts: new Map(), metrics: new Map(), asOf: '2021-08-16' });
  }
});

fuzz('a configuration', 300, async (random) => {
  const file = join(folder, 'zjtx.config.yaml');
  const text = `root: true
folders:
  - {path: 客户, as_of: 2021-08-16, deadline: 2021-08-31}
  - {path: '*/乙*', category: jiangsu/2021/product}
waivers:
  - {dossier: 客户/甲, code: b, at: form.x, reason: r, by: b, until: 2021-08-31}
`;
  writeFileSync(file, mutated(random, text));
  const config = await readConfig(file, 'zjtx.config.yaml');
  config.defaultsOf(join(folder, '客户/甲/dossier.yaml'));
  config.waiversOf(join(folder, '客户/甲/dossier.yaml'));
});

const workbook = await workbookOf(await catalog.open('national/2026/innovative-sme'), '0.0.0');
fuzz('a workbook', 150, (random) => openWorkbook(mutatedBytes(random, workbook), 'a.xlsx', catalog));

const bundle = bytesOf(await packed(await assessed()));
const parts = await apart(bundle);
async function refused(bytes: Buffer): Promise<void> {
  const path = join(folder, 'a.zip');
  writeFileSync(path, bytes);
  const { findings } = await verify(path, { catalog: ownCatalog, final: true });
  expect(findings.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(0);
}

fuzz('a bundle', 120, async (random) => {
  const bytes = mutatedBytes(random, bundle);
  if (!bytes.equals(bundle)) await refused(bytes);
});

fuzz('a record that agrees with its bundle', 25, async (random) => {
  const changed = copied(parts);
  const record = String(parts.files.get('data/assessment.json'));
  const text = mutated(random, record);
  changed.files.set('data/assessment.json', Buffer.from(text));
  if (text !== record) await refused(zipped(sealed(changed)));
});
