// Definitions that a folder brings itself, under ids of the program: told of, never settled, never a formal bundle.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { edited, ready } from '../support/ready.ts';
import { zjtx } from '../support/terminal.ts';

const shipped = resolve(import.meta.dirname, '../../schemas');
const id = 'jiangsu/2021/product';
const textOf = (path: string): string => readFileSync(join(shipped, path), 'utf8');
const titled = edited(textOf(`${id}.yaml`), 'title: 专精特新产品认定', 'title: 专精特新产品评定');

/** The ready dossier with definitions of its own below it, which its own configuration names. */
function withOwn(files: Readonly<Record<string, string>>, config = 'schemas: [own]\n'): string {
  const cwd = ready();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, 'own', path)), { recursive: true });
    writeFileSync(join(cwd, 'own', path), text);
  }
  writeFileSync(join(cwd, 'zjtx.config.yaml'), config);
  return cwd;
}

type Told = { code: string; severity: string; at: { path: string } };
const told = async (cwd: string, ...more: string[]) => {
  const ran = await zjtx(['validate', '--format', 'json', ...more], { cwd });
  const [dossier] = (JSON.parse(ran.stdout) as { dossiers: { state: string; findings: Told[] }[] }).dossiers;
  const altered = dossier?.findings.filter(({ code }) => code === 'category-altered') ?? [];
  return { code: ran.code, state: dossier?.state, altered: altered.map(({ severity, at }) => [severity, at.path]) };
};
const once = [['warning', 'category']];

describe('what bears a name of the program and says something else', () => {
  it.each([
    ['the category', { [`${id}.yaml`]: titled }],
    ['its base', { 'jiangsu/2021/base.yaml': edited(textOf('jiangsu/2021/base.yaml'), 'max_mib: ', 'max_mib: 1') }],
    ['a list that it uses', { 'lists/regions.yaml': textOf('lists/regions.yaml').replace('玄武区', '玄武新区') }],
    ['a fact that it uses', { 'facts.yaml': textOf('facts.yaml').replaceAll('range: 0..100', 'range: 0..1000') }],
  ])('%s: a warning, and the dossier is not settled', async (_name, files) => {
    const { state, altered } = await told(withOwn(files), '--fail-on', 'unsettled');
    expect([state, altered]).toEqual(['unsettled', once]);
  });

  it('the same when the command line names the folder', async () => {
    const cwd = withOwn({ [`${id}.yaml`]: titled }, 'folders: []\n');
    expect(await told(cwd)).toEqual({ code: 0, state: 'ready', altered: [] });
    expect(await told(cwd, '--schemas', 'own')).toEqual({ code: 0, state: 'unsettled', altered: once });
  });

  it('a copy to the byte, or what the category does not use, alters nothing', async () => {
    const facts = 'format: 1\nfacts:\n  altitude: {type: number, unit: 米, meaning: 海拔}\n';
    const cwd = withOwn({ [`${id}.yaml`]: textOf(`${id}.yaml`), 'facts.yaml': facts });
    expect(await told(cwd)).toEqual({ code: 0, state: 'ready', altered: [] });
  });

  it('match says so', async () => {
    const cwd = withOwn({ [`${id}.yaml`]: titled });
    const ran = await zjtx(['match', '--category', id], { cwd });
    expect(ran.stderr).toContain(`类别 ${id} 不是随 zjtx 发布的那一份`);
    writeFileSync(join(cwd, 'zjtx.config.yaml'), 'folders: []\n');
    expect((await zjtx(['match', '--category', id], { cwd })).stderr).not.toContain('不是随');
  });

  it('no waiver lifts it', async () => {
    const waiver = `waivers:\n  - {code: category-altered, at: category, reason: r, by: b, until: 2021-08-31}\n`;
    const { code, state, altered } = await told(withOwn({ [`${id}.yaml`]: titled }, `schemas: [own]\n${waiver}`));
    expect([code, state, altered]).toEqual([1, 'errors', once]);
  });

  it('an id in other letters is refused, and no other one is taken for it', async () => {
    const cwd = withOwn({ 'Jiangsu/2021/product.yaml': titled });
    expect(await told(cwd)).toEqual({ code: 0, state: 'ready', altered: [] });
    const dossier = join(cwd, 'dossier.yaml');
    writeFileSync(dossier, edited(readFileSync(dossier, 'utf8'), `category: ${id}`, 'category: Jiangsu/2021/product'));
    const ran = await zjtx(['validate'], { cwd });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('(category-id-wrong)');
  });
});

describe('the bundle of such a dossier', () => {
  const cwdOf = () => withOwn({ [`${id}.yaml`]: titled });

  it('is never formal', async () => {
    const cwd = cwdOf();
    const refused = await zjtx(['build'], { cwd });
    expect(refused.code).toBe(1);
    expect(refused.stdout).toContain('(category-altered)');
    expect(readdirSync(cwd)).not.toContain('out');
  });

  it('says so in its status, is refused where the category is known, and is no final one anywhere', async () => {
    const cwd = cwdOf();
    expect((await zjtx(['build', '--unsettled', '--folder'], { cwd })).code).toBe(0);
    const [folder = ''] = readdirSync(join(cwd, 'out')).filter((name) => !name.endsWith('.zip'));
    const info = readFileSync(join(cwd, 'out', folder, 'bag-info.txt'), 'utf8');
    expect(info).toContain('Zjtx-Status: unsettled\n');
    expect(info).toMatch(/^Zjtx-Open: .*category-altered/m);
    const verify = (...more: string[]) => zjtx(['verify', `out/${folder}.zip`, ...more], { cwd });
    const known = await verify('--schemas', 'own');
    expect(known, known.stdout).toMatchObject({ code: 0 });
    expect((await verify('--schemas', 'own', '--final')).code).toBe(1);
    const elsewhere = await verify();
    expect(elsewhere.code).toBe(1);
    expect(elsewhere.stdout).toContain('(category-altered)');
  });
});
