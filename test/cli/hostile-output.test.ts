// Text from strangers in what is printed: it commands no terminal and no pipeline, in no format and on no way out.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonText } from '../../src/characters/shown.ts';
import { explainStop } from '../../src/cli/stopped.ts';
import { guarded } from '../../src/cli/terminal.ts';
import { emptyFolder, type Ran, zjtx } from '../support/terminal.ts';

/** Every trick in one text, as YAML writes it in double quotes; none of them is a name that anybody has. */
const tricks =
  'x\\n::error file=a.js::pwned\\n \\t::stop-commands::tok\\n##[error]pwned\\n##vso[task.complete]\\rsection_start:0:x\\e[2K\\e[31m\\a\\u202e\\u2028\\u200b\\ud800';
/** The same as a name on disk, which holds no slash and no half of a character. */
const named = 'x\n::error::pwned\n##[error]\u001b[2K\u0007\u202e\u2028';

const hidden = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/u;
const command = /^\s*::|##\w*\[/mu;

function expectHarmless({ stdout, stderr }: Ran, own: 'none' | 'commands' = 'none'): void {
  for (const text of [stdout, stderr]) {
    expect(hidden.exec(text)?.index, JSON.stringify(text.slice(0, 2000))).toBeUndefined();
  }
  if (own === 'none') expect(command.exec(stdout)?.[0], stdout).toBeUndefined();
  expect(command.exec(stderr)?.[0], stderr).toBeUndefined();
}

function folderWith(dossier: string, config?: string): string {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'dossier.yaml'), dossier);
  if (config !== undefined) writeFileSync(join(cwd, 'zjtx.config.yaml'), config);
  return cwd;
}

const known = 'category: jiangsu/2021/product\n';
const dossiers: readonly (readonly [string, string])[] = [
  ['category', `category: "${tricks}"\nenterprise: 甲\n`],
  ['enterprise', `${known}enterprise: "${tricks}"\n`],
  ['key', `${known}"${tricks}": 1\n`],
  ['field', `${known}form:\n  "${tricks}": {}\n  basics:\n    "${tricks}": 1\n    uscc: "${tricks}"\n`],
  ['attachment', `${known}attachments:\n  tax_certificate: "${tricks}"\n  "${tricks}": a\n`],
  ['as_of', `${known}as_of: "${tricks}"\nformat: "${tricks}"\n`],
  ['waiver', `${known}waivers:\n  - {code: "${tricks}", at: x, reason: r, by: "${tricks}", until: 2030-01-01}\n`],
  ['claim', `${known}claims:\n  - {fact: "${tricks}", file: "${tricks}"}\n`],
  ['tag and anchor', `${known}a: !x::error:: 1\nb: *y\n`],
  ['syntax', `${known}a: "b" ::error::c\n`],
];

describe('from a dossier', () => {
  it.each(dossiers)('%s, in every format', async (_name, dossier) => {
    const cwd = folderWith(dossier);
    for (const format of ['text', 'json', 'sarif', 'junit', 'gitlab', 'html'])
      expectHarmless(await zjtx(['validate', '--format', format], { cwd }));
    expectHarmless(await zjtx(['validate', '--lang', 'en'], { cwd }));
    const annotated = await zjtx(['validate', '--format', 'github'], { cwd });
    expectHarmless(annotated, 'commands');
    for (const line of annotated.stdout.split('\n'))
      expect(line).toMatch(/^(?:$|::(?:error|warning|notice) file=dossier)/);
  });

  const told = ['category', 'enterprise', 'attachment', 'claim'];
  it.each(dossiers.filter(([name]) => told.includes(name)))('%s, in every other command', async (_name, dossier) => {
    const cwd = folderWith(dossier);
    for (const argv of [
      ['match'],
      ['match', '--format', 'json'],
      ['attachments'],
      ['attachments', '--json'],
      ['attest'],
    ])
      expectHarmless(await zjtx(argv, { cwd }));
  });

  it('its names, in what is built', async () => {
    const cwd = folderWith(`${known}enterprise: "${tricks}"\nform:\n  basics:\n    address: "${tricks}"\n`);
    for (const argv of [['build', '--draft'], ['preview'], ['diff', '.', '.']])
      expectHarmless(await zjtx(argv, { cwd }));
  });
});

describe('from elsewhere', () => {
  it('the name of a folder', async () => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, named));
    writeFileSync(join(cwd, named, 'dossier.yaml'), `${known}enterprise: 甲\n`);
    for (const format of ['text', 'json', 'sarif', 'junit', 'gitlab', 'html'])
      expectHarmless(await zjtx(['validate', '--format', format], { cwd }));
    expectHarmless(await zjtx(['build', '--draft', '-o', named], { cwd }));
    expectHarmless(await zjtx(['verify', named], { cwd }));
  });

  it('the command line', async () => {
    const cwd = folderWith(known);
    const argvs = [[named], ['validate', named], ['validate', '--format', named], ['validate', `--${named}`]];
    for (const argv of [...argvs, ['explain', named], ['validate', '--as-of', named], ['init', '--category', named]])
      expectHarmless(await zjtx(argv, { cwd }));
  });

  it('a configuration, and a definition that it names', async () => {
    expectHarmless(await zjtx(['validate'], { cwd: folderWith(known, `"${tricks}": 1\n`) }));
    expectHarmless(
      await zjtx(['validate'], { cwd: folderWith(known, `schemas: ["${tricks.replace('\\ud800', '')}"]\n`) }),
    );
    const cwd = folderWith(known.replace('product', 'own'), 'schemas: [own]\n');
    mkdirSync(join(cwd, 'own/jiangsu/2021'), { recursive: true });
    writeFileSync(
      join(cwd, 'own/jiangsu/2021/own.yaml'),
      `format: 1\nextends: jiangsu/2021/base\ntitle: "${tricks}"\nform:\n  "${tricks}": 1\n`,
    );
    expectHarmless(await zjtx(['validate'], { cwd }));
    expectHarmless(await zjtx(['categories', '--schemas', 'own'], { cwd }));
  });

  it('a fault of the program itself', async () => {
    let stderr = '';
    const output = { write: () => undefined, isTTY: false };
    const terminal = guarded({
      stdout: output,
      stderr: { ...output, write: (text) => (stderr += text) },
      stdin: process.stdin,
      cwd: '.',
      env: {},
      now: () => new Date(),
    });
    await explainStop(new Error(named), terminal, 'zh', new AbortController().signal);
    expectHarmless({ code: 2, stdout: '', stderr });
    expect(stderr).toContain('[U+202E]');
  });
});

it('our own colours reach a screen, and nothing else that begins with escape', () => {
  let shown = '';
  const write = (text: string): void => {
    shown += text;
  };
  const screen = { write, isTTY: true };
  const given = { stdout: screen, stderr: screen, stdin: process.stdin, cwd: '.', env: {}, now: () => new Date() };
  guarded(given).stderr.write('\r\u001b[2K\u001b[31mred\u001b[39m \u001b[2J\u001b]0;title\u0007\n');
  expect(shown).toBe('\r\u001b[2K\u001b[31mred\u001b[39m [U+001B][2J[U+001B]]0;title[U+0007]\n');
});

it('JSON parses to what it was made of, but for half a character', () => {
  const value = { '\u202ea': ['\u2028\u200b', '##[x] ##vso[y] # #', '\\ud800', 'a\\\ud800b', '😀'] };
  const text = jsonText(value);
  expect(text).not.toMatch(/[\u202e\u2028\u200b]|##/);
  expect(JSON.parse(text)).toEqual({ ...value, '\u202ea': value['\u202ea'].with(3, 'a\\\ufffdb') });
});
