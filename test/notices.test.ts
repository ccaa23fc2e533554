// The package names what it carries of others: every package that runs, what is compiled into them, the fonts.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

type Locked = {
  readonly version: string;
  readonly name?: string;
  readonly dev?: boolean;
  readonly peer?: boolean;
  readonly devOptional?: boolean;
};
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Readonly<Record<string, Locked>> };
const named = ([path, { version }]: readonly [string, Locked]) => ({
  name: path.replace(/^.*node_modules\//, ''),
  version,
});
/** What npm installs, by what it says itself. */
const installed = Object.entries(packages)
  .filter(([path, { dev, peer, devOptional }]) => path !== '' && !dev && !peer && !devOptional)
  .map(named);
/** What is joined and not installed: fontkit stands for those that need others in turn. */
const joined = Object.entries(packages)
  .filter(([path]) =>
    /^node_modules\/(?:@hyzyla\/pdfium|decimal\.js|fontkit|restructure|unicode-trie|yauzl|pend)$/.test(path),
  )
  .map(named);
const running = [...installed, ...joined];

it('has the licence of every package that runs', () => {
  const text = read('dist/THIRD-PARTY.txt');
  expect([installed.length > 50, joined.length]).toEqual([true, 7]);
  expect(running.filter(({ name, version }) => !text.includes(`\n${name} ${version}  `))).toEqual([]);
});

it('has the terms of what is compiled into them, and of the fonts', () => {
  const text = read('dist/THIRD-PARTY.txt');
  expect(text).toContain('PDFium, in @hyzyla/pdfium');
  for (const name of ['PDFium license', 'FreeType license', 'openjpeg license note', 'libjpeg-turbo license file'])
    expect(text).toContain(`# BEGIN ${name}`);
  expect(text).toContain('cannot be used to develop RAR (WinRAR) compatible archiver');
  expect(text.match(/SIL OPEN FONT LICENSE Version 1\.1/g)).toHaveLength(2);
});

it('comes with a bill of materials that is the same on every machine', () => {
  const bill = JSON.parse(read('dist/sbom.cdx.json'));
  expect(bill).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'zjtx' } } });
  expect([bill.serialNumber, bill.metadata.timestamp]).toEqual([undefined, undefined]);
  type Component = { name: string; version: string; properties?: { name: string }[] };
  const listed = bill.components.map(({ name, version }: Component) => `${name} ${version}`);
  expect(listed).toEqual(expect.arrayContaining(running.map(({ name, version }) => `${name} ${version}`)));
  const bundled = bill.components.filter(({ properties = [] }: Component) =>
    properties.some(({ name }) => name === 'cdx:npm:package:bundled'),
  );
  const inside = bundled.map(({ name, version }: Component) => `${name} ${version}`);
  expect(inside).toEqual(expect.arrayContaining(joined.map(({ name, version }) => `${name} ${version}`)));
  expect(listed).toHaveLength(installed.length + inside.length);
  expect(read('dist/sbom.cdx.json')).not.toContain('cdx:npm:package:development');
});
