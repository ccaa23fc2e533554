// Bundles that a changed copy of the program packed, each refused with its exact codes.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { verify } from '../../src/verify/verify.ts';
import { assessed, bytesOf, catalog, packed, rareFont } from './cheat.ts';
import { cheats } from './cheats/program.ts';
import { alterations } from './cheats/summary.ts';
import { apart, copied, sealed, zipped } from './forge.ts';

async function codesOf(path: string): Promise<string[]> {
  const { findings } = await verify(path, { catalog, final: true });
  const told = [...new Set(findings.map(({ code, at }) => `${code} ${at.file.replace(/^.*\/(?=data\/)/, '')}`))];
  return told.sort();
}

it('accepts what the program packs when nobody has changed it, under any name of a version', async () => {
  const assessment = await assessed();
  expect(await codesOf(await packed(assessment))).toEqual([]);
  expect(await codesOf(await packed(assessment, { version: '9.9.9' }))).toEqual([
    'bundle-version-other data/assessment.json',
  ]);
  expect(await codesOf(await packed(assessment, { merge: true }))).toEqual([]);
});

describe('a changed copy of the program', () => {
  for (const [index, { what, given, change, how, codes }] of cheats.entries())
    it(`${index + 1} ${what}`, async () => {
      const assessment = await assessed(given);
      const path = await packed(change === undefined ? assessment : change(assessment), how);
      expect(await codesOf(path)).toEqual([...codes].sort());
    });
});

const summary = 'data/申请表.pdf';
const folder = mkdtempSync(join(tmpdir(), 'zjtx-altered-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a summary with', () => {
  // A character that no font here has: nothing of its page can be drawn again, and the list of what may be there decides.
  const rare = assessed({ edits: [['云岭示例科技', '云岭𠮷祥科技']], fonts: [rareFont] })
    .then((assessment) => packed(assessment, { fonts: [rareFont] }))
    .then((path) => apart(bytesOf(path)));

  it('such a character, which says that it is not proved', async () => {
    const path = join(folder, 'honest.zip');
    writeFileSync(path, zipped(sealed(copied(await rare))));
    expect(await codesOf(path)).toEqual([`bundle-unproved ${summary}`]);
    const known = await verify(path, { catalog, final: true, fonts: [rareFont] });
    expect(known.findings).toEqual([]);
  });

  for (const [index, [what, alter]] of alterations.entries())
    it(`${index + 1} ${what}`, async () => {
      const parts = copied(await rare);
      parts.files.set(summary, Buffer.from(await alter(parts.files.get(summary) ?? Buffer.alloc(0))));
      const path = join(folder, `${index}.zip`);
      writeFileSync(path, zipped(sealed(parts)));
      expect(await codesOf(path)).toEqual([`bundle-summary-differs ${summary}`]);
    });
});
