// Faulty dossiers as drafts: as soundly laid out as those that are ready, with lines broken where they may be.
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lay } from '../../src/summary/write.ts';
import { draft } from '../summary/faces.ts';
import { expectSound, lonelyHeads, smallFigures, wrongBreaks } from '../summary/geometry.ts';
import { readyOf } from '../summary/large.ts';

const examples = resolve(import.meta.dirname, '../../examples');
const faulty = readdirSync(examples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) =>
    readdirSync(resolve(examples, name)).flatMap((variant) =>
      variant.startsWith('faulty') && existsSync(resolve(examples, name, variant, 'dossier.yaml'))
        ? [[name, variant] as const]
        : [],
    ),
  );

test('all of them', () => expect(faulty.length).toBeGreaterThan(20));

describe.each(faulty)('%s/%s', (form, variant) => {
  test('is laid out soundly', async () => {
    const assessment = await readyOf(form, variant);
    const { pages } = lay(assessment, draft);
    expectSound(pages);
    expect(lonelyHeads(pages)).toEqual([]);
    expect(smallFigures(pages, assessment)).toEqual([]);
    // A path of another folder begins with dots.
    expect(wrongBreaks(pages).filter((text) => !text.startsWith('../'))).toEqual([]);
  });
});
