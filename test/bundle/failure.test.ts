// A build that cannot end leaves nothing behind, says why, and large files pass in flat memory.
import { mkdir, readdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AttachedFile } from '../../src/assessment.ts';
import { verifyBundle } from '../../src/bundle/verify.ts';
import { placeIn } from '../../src/bundle/verify-zip.ts';
import { writeBundle } from '../../src/bundle/write.ts';
import { openZip } from '../../src/files/zip/zip.ts';
import { Stop } from '../../src/findings/stop.ts';
import { build, type Given, makeDossier, noise, options, scratch, sha256 } from './support.ts';

/** An assessment, its folder and an empty output folder. */
async function prepared(slots?: readonly (readonly Given[])[]) {
  const folder = await scratch();
  return { folder, assessment: await makeDossier(folder, slots), output: join(folder, 'out') };
}
const licence = '附件/营业执照.pdf';

describe('a build that fails', () => {
  it('stops at an attachment that is gone, longer, shorter, replaced or a folder, and leaves nothing', async () => {
    const changes: [RegExp, (path: string) => Promise<unknown>][] = [
      [/cannot read/, (path) => rm(path)],
      [/changed after/, (path) => writeFile(path, noise(3001, 'licence'))],
      [/changed after/, (path) => truncate(path, 2999)],
      [/changed after/, (path) => rm(path).then(() => mkdir(path))],
    ];
    for (const [message, change] of changes) {
      const { folder, assessment, output } = await prepared();
      await change(join(folder, licence));
      const failed = writeBundle(assessment, options(output));
      await expect(failed).rejects.toBeInstanceOf(Stop);
      await expect(failed).rejects.toMatchObject({ message, zh: { message: expect.stringContaining(licence) } });
      expect(await readdir(output)).toEqual([]);
    }
  });

  it('stops at an attachment of the same size and another digest, where one is known', async () => {
    const { folder, assessment, output } = await prepared();
    const slots = assessment.inventory.slots.map((slot) => ({
      ...slot,
      files: slot.files.map((file) =>
        file.source === licence ? { ...file, sha256: sha256(noise(3000, 'licence')) } : file,
      ),
    }));
    const known = { ...assessment, inventory: { ...assessment.inventory, slots } };
    expect((await writeBundle(known, options(output))).skipped).toBe(false);
    await writeFile(join(folder, licence), noise(3000, 'another'));
    await expect(writeBundle(known, { ...options(output), force: true })).rejects.toThrow(/changed after/);
    expect(await readdir(output)).toHaveLength(1);
  });

  it('leaves nothing when the summary or the document fails', async () => {
    const { assessment, output } = await prepared();
    const boom = () => {
      throw new Error('boom');
    };
    const broken = { ...options(output), summary: async () => boom() };
    await expect(writeBundle(assessment, broken)).rejects.toThrow('boom');
    await expect(writeBundle(assessment, { ...options(output), assessmentDocument: boom })).rejects.toThrow('boom');
    expect(await readdir(output)).toEqual([]);
  });

  it('leaves nothing when it is interrupted, wherever it is', async () => {
    for (const at of [0, 1, 4, 'summary']) {
      const { assessment, output } = await prepared();
      const controller = new AbortController();
      let steps = 0;
      const interrupt = () => {
        if (steps++ === at) controller.abort(new Error('interrupted'));
      };
      const failed = writeBundle(assessment, {
        ...options(output),
        signal: controller.signal,
        onProgress: interrupt,
        summary: async () => {
          if (at === 'summary') controller.abort(new Error('interrupted'));
          return { bytes: Buffer.from('%PDF'), pages: 1 };
        },
      });
      await expect(failed).rejects.toThrow('interrupted');
      expect(await readdir(output)).toEqual([]);
    }
    const { assessment, output } = await prepared();
    await expect(writeBundle(assessment, { ...options(output), signal: AbortSignal.abort() })).rejects.toThrow();
    await expect(readdir(output)).rejects.toThrow(/ENOENT/);
  });

  it('stops when the output cannot be written, or is taken by what no bundle may replace', async () => {
    const { folder, assessment } = await prepared();
    const file = join(folder, 'file');
    await writeFile(file, 'x');
    await expect(writeBundle(assessment, options(join(file, 'out')))).rejects.toMatchObject({
      name: 'Stop',
      message: /cannot write/,
    });
    const { path, folder: other } = await build();
    await rm(path);
    await symlink(file, path);
    const forced = { ...options(join(other, 'out')), force: true };
    await expect(writeBundle(assessment, forced)).rejects.toMatchObject({ message: /not a regular file/ });
    await rm(path);
    await mkdir(path);
    await expect(writeBundle(assessment, forced)).rejects.toMatchObject({ message: /not a regular file/ });
  });
});

describe('large files', () => {
  const mib = 1024 * 1024;

  /** The assessment with the files in its last slot, each a little noise and then a hole of that many MiB. */
  async function withLarge(...sizes: number[]) {
    const { folder, assessment, output } = await prepared();
    const files: AttachedFile[] = [];
    for (const size of sizes) {
      const name = `${size}.pdf`;
      const absolute = join(folder, name);
      await writeFile(absolute, noise(mib, name));
      await truncate(absolute, size * mib);
      const at = placeIn('dossier.yaml');
      files.push({ source: name, absolute, name, bytes: size * mib, format: 'pdf', traits: {}, evidence: {}, at });
    }
    const slots = assessment.inventory.slots.map((slot) => ({ ...slot, files: slot.id === 'slot_3' ? files : [] }));
    return { assessment: { ...assessment, inventory: { slots, rows: [] } }, output };
  }

  it('are stored up to 64 MiB, deflated by stream above, and come back whole', async () => {
    const { assessment, output } = await withLarge(64, 70);
    const { path } = await writeBundle(assessment, options(output));
    expect((await verifyBundle(path)).findings).toEqual([]);
    const zip = await openZip(path);
    if (zip.kind === 'no zip') throw new Error(zip.detail);
    const [stored, deflated] = zip.entries.map((entry) => entry.packed / entry.bytes);
    await zip.close();
    expect(stored).toBe(1);
    expect(deflated).toBeLessThan(0.1);
  });

  it('pass in flat memory', async () => {
    const { assessment, output } = await withLarge(300);
    const held = () => process.memoryUsage().arrayBuffers;
    const before = held();
    let peak = 0;
    const onProgress = () => {
      peak = Math.max(peak, held() - before);
    };
    await writeBundle(assessment, { ...options(output), onProgress });
    expect(peak).toBeGreaterThan(0);
    expect(peak).toBeLessThan(100 * mib);
  });
});
