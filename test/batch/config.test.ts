// zjtx.config.yaml: what holds for a run and for the dossiers below a path, and how its errors are told.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configFinder, configSchema, readConfig } from '../../src/batch/config.ts';
import { commonFolder } from '../../src/batch/find.ts';
import { toPlain } from '../../src/document/node.ts';
import { readDocument } from '../../src/document/read.ts';
import { Fault } from '../../src/findings/fault.ts';
import { fits } from '../support/ajv.ts';
import { emptyFolder } from '../support/terminal.ts';

const configOf = async (text: string) => {
  const folder = emptyFolder();
  const file = join(folder, 'zjtx.config.yaml');
  writeFileSync(file, text);
  return { folder, config: await readConfig(file, 'zjtx.config.yaml') };
};

describe('what holds for a dossier', () => {
  const text = `folders:
  - {path: 客户, as_of: 2021-08-16, deadline: 2021-08-31}
  - {path: 客户/甲/, deadline: 2021-08-20}
  - {path: '*/乙*', category: jiangsu/2021/product}
waivers:
  - {code: a, at: form.x, reason: r, by: b, until: 2021-08-31}
  - {dossier: 客户/甲, code: b, at: form.x, reason: r, by: b, until: 2021-08-31}
`;
  it.each([
    ['客户/丙/dossier.yaml', { asOf: '2021-08-16', deadline: '2021-08-31' }, ['a']],
    ['客户/甲/dossier.yaml', { asOf: '2021-08-16', deadline: '2021-08-20' }, ['a', 'b']],
    ['客户/甲乙/dossier.yaml', { asOf: '2021-08-16', deadline: '2021-08-31' }, ['a']],
    ['客户/乙一/dossier.yaml', { asOf: '2021-08-16', deadline: '2021-08-31', category: 'jiangsu/2021/product' }, ['a']],
    ['客户2/dossier.yaml', {}, ['a']],
  ])('%s', async (path, defaults, codes) => {
    const { folder, config } = await configOf(text);
    expect(config.defaultsOf(join(folder, path))).toEqual(defaults);
    expect(config.waiversOf(join(folder, path)).map(({ code }) => code)).toEqual(codes);
  });
  it('is the same for a name that is composed otherwise', async () => {
    const { folder, config } = await configOf(`folders:\n  - {path: ${'é'.normalize('NFD')}, as_of: 2021-08-16}\n`);
    expect(config.defaultsOf(join(folder, 'é'.normalize('NFC'), 'dossier.yaml'))).toEqual({ asOf: '2021-08-16' });
  });
  it('points a waiver to its line', async () => {
    const { config } = await configOf(text);
    expect(config.waivers.map(({ place }) => [place.file, place.path, place.line])).toEqual([
      ['zjtx.config.yaml', 'waivers[0]', 6],
      ['zjtx.config.yaml', 'waivers[1]', 7],
    ]);
  });
});

describe('errors', () => {
  it.each([
    ['root: ja\n', 'value-wrong', 'root'],
    ['rot: true\n', 'key-unknown', 'rot'],
    ['fail-on: fatal\n', 'value-wrong', 'fail-on'],
    ['folders:\n  - {as_of: 2021-08-16}\n', 'key-missing', 'folders[0].path'],
    ['folders:\n  - {path: a, deadline: bald}\n', 'value-wrong', 'folders[0].deadline'],
    ['folders:\n  - {path: a, deadline: 2021-02-31}\n', 'value-wrong', 'folders[0].deadline'],
    ['root: true\nroot: false\n', 'yaml-duplicate-key', ''],
    [
      `waivers:\n  - {code: a, at: b, reason: 无, by: 周明远, until: 2021-12-31}\n`,
      'value-placeholder',
      'waivers[0].reason',
    ],
    [
      `waivers:\n  - {code: a, at: b, reason: 原件较小, by: 待定, until: 2021-12-31}\n`,
      'value-placeholder',
      'waivers[0].by',
    ],
  ])('%j', async (text, code) => {
    const fault = await configOf(text).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(Fault);
    expect(fault).toMatchObject({ findings: [{ code, at: { file: 'zjtx.config.yaml' } }] });
    expect((fault as Fault).texts.get('zjtx.config.yaml')).toBe(text);
  });
});

describe('where it is looked for', () => {
  it('in the folder that all paths stand in, then above', async () => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, 'a/b/c'), { recursive: true });
    mkdirSync(join(cwd, 'a/d'), { recursive: true });
    writeFileSync(join(cwd, 'a/d/dossier.yaml'), '');
    expect(await commonFolder([], cwd)).toBe(cwd);
    expect(await commonFolder(['a/b/c', 'a/d/dossier.yaml'], cwd)).toBe(join(cwd, 'a'));
    expect(await commonFolder(['a/d/dossier.yaml'], cwd)).toBe(join(cwd, 'a/d'));
    expect(await commonFolder(['a/b/*/dossier.yaml'], cwd)).toBe(join(cwd, 'a/b'));
    expect(await commonFolder(['a/b', '..'], join(cwd, 'a'))).toBe(cwd);
  });
  it('in the folder of a dossier and above it, each key from the nearest file, up to one that is the root', async () => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, 'a/b'), { recursive: true });
    const at = (path: string) => configFinder(cwd)(join(cwd, path));
    expect(await at('a/b')).toBeUndefined();
    writeFileSync(join(cwd, 'zjtx.config.yaml'), 'lang: en\nfail-on: never\nroot: true\n');
    expect(await at('a/b')).toMatchObject({ lang: 'en', top: cwd });
    writeFileSync(join(cwd, 'a/zjtx.config.yaml'), 'lang: zh\n');
    expect(await at('a/b')).toMatchObject({ lang: 'zh', 'fail-on': 'never', top: cwd });
    expect((await at('a/b'))?.origins).toEqual(
      new Map([
        ['lang', { file: 'a/zjtx.config.yaml', line: 1 }],
        ['fail-on', { file: 'zjtx.config.yaml', line: 2 }],
        ['root', { file: 'zjtx.config.yaml', line: 3 }],
      ]),
    );
    const waiver = '  - {code: image-small, at: attachments, reason: 原件即如此, by: 张某, until: 2021-12-31}\n';
    writeFileSync(join(cwd, 'zjtx.config.yaml'), `schemas: [类别]\nfonts: [字.ttf]\nwaivers:\n${waiver}`);
    const far = { waivers: [{ code: 'image-small' }], schemas: [join(cwd, '类别')], fonts: [join(cwd, '字.ttf')] };
    expect(await at('a/b')).toMatchObject(far);
    writeFileSync(join(cwd, 'a/zjtx.config.yaml'), 'schemas: [乙]\nfonts: []\nwaivers: []\n');
    expect(await at('a/b')).toMatchObject({ waivers: [], schemas: [join(cwd, 'a/乙')], fonts: [] });
    writeFileSync(join(cwd, 'a/zjtx.config.yaml'), 'lang: zh\nroot: true\n');
    expect(await at('a')).not.toHaveProperty('fail-on');
  });
});

describe('its schema for editors', () => {
  it('takes the configuration of the example repository, which the program takes too', async () => {
    const file = resolve(import.meta.dirname, '../../examples/repository/zjtx.config.yaml');
    const { node } = readDocument(readFileSync(file), file);
    const validate = fits(configSchema());
    validate(node && toPlain(node));
    expect(validate.errors).toBeNull();
    expect((await readConfig(file, file)).waivers).toHaveLength(1);
  });
});
