// The JSON of every command against the schema that the package publishes for it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ValidateFunction } from 'ajv';
import { expect, it } from 'vitest';
import { assessmentSchema, matchSchema, reportSchema } from '../../src/reporters/json-definition.ts';
import { resultSchemas } from '../../src/reporters/results.ts';
import { fits } from '../support/ajv.ts';
import { ready } from '../support/ready.ts';
import { emptyFolder, type Ran, zjtx } from '../support/terminal.ts';

const root = resolve(import.meta.dirname, '../..');
const published = { ...resultSchemas(), report: reportSchema(), assessment: assessmentSchema(), match: matchSchema() };
const checks = new Map<string, ValidateFunction>(
  Object.entries(published).map(([name, schema]) => [name, fits(schema, { allErrors: true })]),
);
const seen = new Set<string>();

/** The document on standard output, which is that and nothing else. */
function document<Shape = object>(name: string, { stdout }: Ran): Shape {
  const data = JSON.parse(stdout) as Shape;
  const check = checks.get(name);
  check?.(data);
  expect(check?.errors, name).toBeNull();
  seen.add(name);
  return data;
}

it('has an $id for each, and the package exports them', () => {
  for (const [name, schema] of Object.entries(published)) {
    expect(schema).toMatchObject({ $id: `urn:zjtx:schema:${name}:${name === 'report' ? 2 : 1}` });
    expect(JSON.parse(readFileSync(join(root, `schemas/${name}.schema.json`), 'utf8'))).toEqual(schema);
  }
  const { exports: out, files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    exports: object;
    files: string[];
  };
  expect(out).toHaveProperty(['./schemas/*'], './schemas/*');
  expect(files).toContain('schemas');
});

it('of a dossier from its first line to its bundle', async () => {
  const cwd = emptyFolder();
  const run = (...argv: string[]) => zjtx([...argv, '-f', 'json'], { cwd });
  const begun = document<{ open: object[] }>(
    'init',
    await run('init', '新', '--category', 'jiangsu/2021/product', '--yes'),
  );
  expect(begun.open.length).toBeGreaterThan(10);
  writeFileSync(join(cwd, 'a.yaml'), 'enterprise: 江苏示例精密机械有限公司\nform: {basics: {邮政编码: "211100"}}\n');
  expect(document('fill', await run('fill', '新', '--answers', 'a.yaml'))).toMatchObject({
    dossier: '新/dossier.yaml',
  });
  document('add', await run('add', cwd, '--to', '新'));
  const folder = ready();
  const built = document<{ dossiers: { built: { path: string } }[] }>('report', await run('build', folder));
  const zip = built.dossiers[0]?.built.path ?? '';
  const verified = document('verify', await run('verify', zip, 'nichts.zip'));
  expect(verified).toMatchObject({ bundles: [{ path: zip, verdict: 'whole', status: 'final' }], unread: [{}] });
  document('report', await run('validate', folder, '--statistics'));
  expect(document('attachments', await run('attachments', folder))).toMatchObject({
    dossiers: [{ slots: expect.anything() }],
  });
  expect(document('preview', await run('preview', folder, '-o', 'a.pdf'))).toMatchObject({
    dossiers: [{ path: 'a.pdf' }],
  });
  document('match', await run('match', folder));
  expect(document('diff', await run('diff', folder, zip))).toMatchObject({ changes: 0 });
  document('config-show', await run('config', 'show', folder));
  const list = document<{ checklist: { id: string; files: string[] }[] }>('attest', await run('attest', folder));
  const open = list.checklist.find(({ files }) => files.length > 0)?.id ?? '';
  const word = await run('attest', folder, '--item', open, '--by', '王某');
  expect(document('attest', word)).toMatchObject({ written: { items: [open], by: '王某', on: '2021-08-16' } });
  const bad = ready(['mobile: "13900000018"', 'mobile:']);
  const report = document<{ dossiers: { findings: { code: string; at: { path: string } }[] }[] }>(
    'report',
    await run('validate', bad),
  );
  const [found] = report.dossiers[0]?.findings.filter(({ code }) => code === 'field-missing') ?? [];
  if (found !== undefined) {
    const until = ['--reason', '原件较小', '--by', '王某', '--until', '2021-12-31'];
    document('waive', await run('waive', bad, '--code', found.code, '--at', found.at.path, ...until));
  }
  expect(document('sheet-export', await run('sheet', 'export', folder, '-o', '表'))).toMatchObject({
    written: [{ is: 'new' }],
  });
  expect(document('sheet-import', await run('sheet', 'import', '表', '-o', '回'))).toMatchObject({
    dossiers: [{ is: 'new' }],
  });
});

it.each([
  ['zh', /"(?:en|\w+En)": ?"/],
  ['en', /"zh": ?"/],
])('in %s alone where --lang asks for it, and in both where only the environment does', async (lang, other) => {
  const folder = ready(['mobile: "13900000018"', 'mobile:']);
  writeFileSync(join(folder, '表.csv'), '企业名称,注册时间\n甲,昨天\n');
  const said = new Set<string>();
  for (const [name, ...argv] of [
    ['add', 'add', join(folder, '附件'), '--to', folder],
    ['verify', 'verify', 'nichts.zip'],
    ['match', 'match', folder, 'nichts'],
    ['diff', 'diff', folder, resolve(root, 'examples/jiangsu-2021-product/faulty-conditions')],
    [
      'sheet-import',
      'sheet',
      'import',
      join(folder, '表.csv'),
      '--category',
      'national/2026/little-giant',
      '-o',
      join(emptyFolder(), '回'),
    ],
    ['report', 'validate', folder],
  ] as const) {
    const both = await zjtx([...argv, '-f', 'json'], { env: { ZJTX_LANG: lang } });
    document(name, both);
    const one = await zjtx([...argv, '-f', 'json', '--lang', lang]);
    document(name, one);
    expect([name, other.exec(one.stdout)]).toEqual([name, null]);
    if (other.test(both.stdout)) said.add(name);
  }
  // Without both there, nothing would be left out.
  expect([...said]).toEqual(['add', 'verify', 'match', 'diff', 'sheet-import', 'report']);
});

it('of definitions', async () => {
  const cwd = emptyFolder();
  const run = (...argv: string[]) => zjtx([...argv, '-f', 'json'], { cwd });
  document('categories', await run('categories', 'list'));
  const old = await zjtx(['categories', 'list', '--json'], { cwd });
  expect(JSON.parse(old.stdout)).toBeInstanceOf(Array);
  document(
    'category-diff',
    await run('categories', 'diff', 'jiangsu/2021/giant-manufacturing', 'jiangsu/2021/giant-innovation'),
  );
  document('category-test', await run('categories', 'test', 'jiangsu/2021/product'));
  document('category-new-year', await run('categories', 'new-year', 'shenzhen/2021/srdi-sme', '-o', '定义'));
  document('explain', await run('explain', 'slot-empty'));
  const flat = await run('categories', 'show', 'jiangsu/2021/product');
  expect(flat.stdout).toBe((await zjtx(['categories', 'show', 'jiangsu/2021/product', '--json'], { cwd })).stdout);
});

it('writes to a file, beside the text; and none for what was refused', async () => {
  const cwd = emptyFolder();
  const ran = await zjtx(['explain', 'slot-empty', '-f', 'text', '-f', 'json=out.json'], { cwd });
  expect(ran.stdout).toBe((await zjtx(['explain', 'slot-empty'], { cwd })).stdout);
  document('explain', { ...ran, stdout: readFileSync(join(cwd, 'out.json'), 'utf8') });
  expect(await zjtx(['explain', 'nichts-da', '-f', 'json'], { cwd })).toMatchObject({ code: 2, stdout: '' });
  expect(await zjtx(['verify', 'a.zip', '-f', 'yaml'], { cwd })).toMatchObject({ code: 2, stdout: '' });
});

it('has tried every one', () => {
  const untried = Object.keys(published).filter((name) => !seen.has(name) && name !== 'assessment' && name !== 'waive');
  expect(untried).toEqual([]);
});
