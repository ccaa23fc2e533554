// Damaged, hostile and forged bundles, each refused with its exact codes and a sentence, in bounded memory, writing nothing.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCatalog } from '../../src/category/catalog.ts';
import { verify } from '../../src/verify/verify.ts';
import { wordsOf } from '../../src/words/of-finding.ts';
import { type Edit, readyIn } from '../support/ready.ts';
import { zjtx } from '../support/terminal.ts';
import { apart, copied, type Parts, zipped } from './forge.ts';
import { forgeries } from './forgeries/index.ts';
import { hostile } from './hostile.ts';

const outer = mkdtempSync(join(tmpdir(), 'zjtx-forged-'));
const inner = join(outer, 'tmp');
const catalog = await openCatalog();
const before = process.env.TMPDIR;

afterAll(() => {
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  rmSync(outer, { recursive: true, force: true });
});

async function built(name: string, edits: readonly Edit[], more: readonly string[] = []): Promise<Parts> {
  const folder = readyIn(outer, name, edits);
  await zjtx(['build', '-o', 'out', ...more], { cwd: folder });
  const [zip = ''] = readdirSync(join(folder, 'out'));
  return apart(readFileSync(join(folder, 'out', zip)));
}

let whole: Parts;
let other: Parts;
let draft: Parts;
beforeAll(async () => {
  whole = await built('ready', []);
  other = await built('other', [['示例路18号3幢', '示例路19号3幢']]);
  draft = await built('draft', [['mobile: "13900000018"', 'mobile:']], ['--draft']);
  mkdirSync(inner);
  process.env.TMPDIR = inner;
});

const mostMemory = 400 * 1024 * 1024;

async function codesOf(bytes: Buffer): Promise<string[]> {
  const folder = mkdtempSync(join(outer, 'case-'));
  const path = join(folder, 'x.zip');
  writeFileSync(path, bytes);
  const memory = process.memoryUsage.rss();
  const { findings } = await verify(path, { catalog });
  expect(process.memoryUsage.rss() - memory).toBeLessThan(mostMemory);
  expect(readdirSync(folder)).toEqual(['x.zip']);
  expect(readdirSync(inner)).toEqual([]);
  for (const finding of findings) {
    for (const language of ['zh', 'en'] as const) expect(wordsOf(finding, language).message).not.toBe('');
  }
  return [...new Set(findings.map(({ code, at }) => `${code} ${at.file.replace(/^.*\/(?=data\/)/, '')}`))];
}

it('accepts the bundles that the others are made of', async () => {
  for (const parts of [whole, other, draft]) expect(await codesOf(zipped(parts))).toEqual([]);
});

describe('a hostile zip', () => {
  for (const [what, make, ...codes] of hostile)
    it(what, async () => {
      expect(await codesOf(make(copied(whole)))).toEqual(codes);
    });
});

describe('a forgery with every digest right', () => {
  for (const [what, make, ...codes] of forgeries)
    it(what, async () => {
      const given = { whole: copied(whole), other: copied(other), draft: copied(draft) };
      expect(await codesOf(await make(given))).toEqual(codes);
    });
});

it('counts at least sixty-four kinds', () => {
  expect(hostile.length + forgeries.length).toBeGreaterThanOrEqual(64);
});
