// Bundles that a changed copy of the program packed, each refused with its exact codes.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, describe, expect, it } from 'vitest';
import { verify } from '../../src/verify/verify.ts';
import { assessed, bytesOf, catalog, packed, rareFont } from './cheat.ts';
import { cheats } from './cheats/program.ts';
import { alterations, resaved, unseen } from './cheats/summary.ts';
import { apart, copied, editJson, type Loose, sealed, zipped } from './forge.ts';

const folder = mkdtempSync(join(tmpdir(), 'zjtx-altered-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

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

it('tells the first text that a record of another version puts otherwise, and how many', async () => {
  const assessment = await assessed();
  const forged = await packed(assessment, {
    version: '9.9.9',
    record: (document: Loose) => {
      document.metrics = structuredClone(document.metrics);
      document.metrics[0].outcome.shown = '99.99';
      document.metrics[0].label = '别的';
    },
  });
  const { findings } = await verify(forged, { catalog });
  expect(findings.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
    'note bundle-version-other',
    'note bundle-words-differ',
  ]);
  expect(findings[1]).toMatchObject({ args: { stated: '别的', found: assessment.metrics[0]?.label, count: 2 } });
});

describe('a merged PDF', () => {
  for (const version of [undefined, '0.0.9'])
    it(`of other pages is refused, of version ${version ?? 'this'}`, async () => {
      const made = await packed(await assessed(), { merge: true, ...(version === undefined ? {} : { version }) });
      const parts = await apart(bytesOf(made));
      const path = [...parts.files.keys()].find((name) => name.startsWith('data/合并/')) ?? '';
      const document = await PDFDocument.load(parts.files.get(path) ?? Buffer.alloc(0), { updateMetadata: false });
      document.getPage(0).drawRectangle({ width: 600, height: 900 });
      const data = Buffer.from(await document.save());
      parts.files.set(path, data);
      editJson(parts, 'data/assessment.json', ({ merged }) => {
        merged[0].bytes = data.length;
        merged[0].sha256 = createHash('sha256').update(data).digest('hex');
      });
      const forged = join(folder, `merged-${version}.zip`);
      writeFileSync(forged, zipped(sealed(parts)));
      const older = version === undefined ? [] : ['bundle-version-other data/assessment.json'];
      expect(await codesOf(forged)).toEqual(['bundle-record-differs data/assessment.json', ...older]);
    });
});

const summary = 'data/申请表.pdf';
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

  it('nothing changed, saved by another program, which holds nothing foreign', async () => {
    const parts = copied(await rare);
    parts.files.set(summary, Buffer.from(await resaved(parts.files.get(summary) ?? Buffer.alloc(0))));
    const path = join(folder, 'resaved.zip');
    writeFileSync(path, zipped(sealed(parts)));
    expect(await codesOf(path)).toEqual([`bundle-unproved ${summary}`]);
  });

  it.each(unseen)('%s, which only the bytes tell', async (_, alter) => {
    const path = await packed(await assessed(), { alter });
    const { findings } = await verify(path, { catalog, final: true });
    expect(findings).toMatchObject([{ code: 'bundle-summary-differs', args: { why: 'drawing' } }]);
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
