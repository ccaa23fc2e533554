// The definitions that the build has checked: taken as they are while their files are, and in no other case.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { openCatalog } from '../../src/category/catalog.ts';

const root = resolve(import.meta.dirname, '../..');
const [first, second] = ['jiangsu/2021/product', 'jiangsu/2021/review-product'];

type Opened = {
  readonly title?: string;
  readonly sha256?: string;
  readonly facts?: number;
  readonly findings?: string[];
};
type Case = {
  readonly id: string;
  /** A file and what it is to hold meanwhile. */
  readonly changed?: readonly [string, string];
  readonly folders?: readonly string[];
};

/** Opens a category again and again, each time with a file changed; one process, because loading it takes longest. */
const program = `import { readFileSync, writeFileSync } from 'node:fs';
const { openCatalog } = await import('./dist/index.js');
const results = [];
for (const { id, changed: [name, text] = [], folders } of JSON.parse(readFileSync('cases.json', 'utf8'))) {
  const before = name && readFileSync(name);
  if (name) writeFileSync(name, text);
  results.push(await openCatalog(folders).then((catalog) => catalog.open(id)).then(
    ({ definition, sha256, vocabulary }) => ({ title: definition.title, sha256, facts: vocabulary.size }),
    ({ findings = [], message }) => ({ findings: findings.map(({ code }) => code), message })));
  if (name) writeFileSync(name, before);
}
console.log(JSON.stringify(results));`;

test('what the build has checked is taken only for the files that it was made of, and as it was written', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'zjtx-prechecked-'));
  try {
    const names = 'schemas package.json dist/package.json dist/index.js dist/cli dist/chunks dist/definitions';
    for (const name of `${names} dist/schemas.json.br`.split(' '))
      cpSync(join(root, name), join(copy, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
    mkdirSync(join(copy, 'own'));
    writeFileSync(join(copy, 'own/facts.yaml'), 'format: 1\nfacts:\n  own_figure: {type: number, meaning: 自定的数}\n');
    const catalog = await openCatalog();
    const [one, other] = [await catalog.open(first), await catalog.open(second)];
    const text = (name: string): string => readFileSync(join(copy, name), 'utf8');
    const kept = `dist/definitions/${second}.json`;
    const tampered = text(kept).replaceAll(other.definition.title, '另一个');
    const [, body = ''] = tampered.split('\n');
    const sealed = `${createHash('sha256').update(body).digest('hex')}\n${body}`;
    const yaml = `schemas/${second}.yaml`;
    const list = 'schemas/lists/regions.yaml';
    const cases: Case[] = [
      // Without the trees of the files it could not be parsed.
      { id: first, changed: ['dist/schemas.json.br', '{'] },
      { id: second, changed: [kept, sealed] },
      { id: second, changed: [kept, tampered] },
      { id: second, changed: ['dist/definitions/shared.json', text('dist/definitions/shared.json').slice(0, -9)] },
      { id: second },
      { id: second, changed: [yaml, text(yaml).replace(/^title: .*/m, 'title: 另一个')] },
      { id: second, changed: [yaml, `${text(yaml)}\nsurplus: 1\n`] },
      { id: second, changed: [list, text(list).replace(/^levels:.*/m, 'levels: 1')] },
      { id: second, folders: ['own'] },
    ];
    writeFileSync(join(copy, 'cases.json'), JSON.stringify(cases));
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      cwd: copy,
      encoding: 'utf8',
    });
    const results = JSON.parse(run.stdout) as Opened[];
    const asIs = ({ definition, sha256, vocabulary }: typeof one): Opened => ({
      title: definition.title,
      sha256,
      facts: vocabulary.size,
    });
    const same = asIs(other);
    expect(tampered).toContain('另一个');
    expect(results.slice(0, 5)).toEqual([asIs(one), same, same, same, same]);
    expect(results[5]).toMatchObject({ title: '另一个' });
    expect(results[5]?.sha256).not.toBe(same.sha256);
    expect(results[6]?.findings).toEqual(['key-unknown']);
    expect(results[7]?.findings).toEqual(['value-wrong']);
    expect(results[8]).toEqual({ ...same, facts: other.vocabulary.size + 1 });
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});
