// The package names what it carries of others: every package that runs, what is compiled into them, the fonts.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

type Locked = {
  readonly version: string;
  readonly dev?: boolean;
  readonly peer?: boolean;
  readonly devOptional?: boolean;
};
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Readonly<Record<string, Locked>> };
const running = Object.entries(packages)
  .filter(([path, { dev, peer, devOptional }]) => path !== '' && !dev && !peer && !devOptional)
  .map(([path, { version }]) => ({ name: path.replace(/^.*node_modules\//, ''), version }));

it('has the licence of every package that runs', () => {
  const text = read('dist/THIRD-PARTY.txt');
  expect(running.length).toBeGreaterThan(50);
  expect(running.filter(({ name, version }) => !text.includes(`\n${name} ${version}  `))).toEqual([]);
});

it('has the terms of what is compiled into them, and of the fonts', () => {
  const text = read('dist/THIRD-PARTY.txt');
  expect(text).toContain('PDFium, in @hyzyla/pdfium');
  expect(text).toContain('cannot be used to develop RAR (WinRAR) compatible archiver');
  expect(text.match(/SIL OPEN FONT LICENSE Version 1\.1/g)).toHaveLength(2);
});

it('comes with a bill of materials that is the same on every machine', () => {
  const bill = JSON.parse(read('dist/sbom.cdx.json'));
  expect(bill).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'zjtx' } } });
  expect([bill.serialNumber, bill.metadata.timestamp]).toEqual([undefined, undefined]);
  const listed = bill.components.map(({ name, version }: { name: string; version: string }) => `${name} ${version}`);
  expect(listed).toEqual(expect.arrayContaining(running.map(({ name, version }) => `${name} ${version}`)));
});
