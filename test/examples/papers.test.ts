// The papers of every example, under their own names and under those of a camera: placed rightly or asked about, never wrongly.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { openCatalog } from '../../src/category/catalog.ts';
import { names } from '../../src/form/keys.ts';
import { paperKinds, recognise } from '../../src/intake/add/recognise.ts';
import { readPaper, textOf } from '../../src/intake/add/says.ts';

const examples = new URL('../../examples/', import.meta.url).pathname;
const catalog = await openCatalog();

type Entry = string | { file: string };

/** Every file that stands in a slot of an example, with the slot. */
const papers = readdirSync(examples).flatMap((name) =>
  ['ready', 'expected'].flatMap((kind) => {
    const folder = join(examples, name, kind);
    if (!existsSync(join(folder, 'dossier.yaml'))) return [];
    const dossier = parse(readFileSync(join(folder, 'dossier.yaml'), 'utf8'));
    return Object.entries((dossier.attachments ?? {}) as Record<string, Entry | Entry[]>).flatMap(([key, value]) =>
      [value].flat().flatMap((entry) => {
        const file = typeof entry === 'string' ? entry : entry.file;
        return /[*{]/.test(file)
          ? []
          : [{ category: String(dossier.category), enterprise: String(dossier.enterprise), folder, key, file }];
      }),
    );
  }),
);

it('are known by their names, and by their texts alone', async () => {
  const counts = { named: 0, read: 0, withText: 0, all: 0 };
  const wrong: string[] = [];
  for (const { category, enterprise, folder, key, file } of papers) {
    const { slots, form } = await catalog.open(category);
    const kinds = paperKinds(form.lists);
    const home = slots.find((slot) => names(key, slot.id, slot.label));
    const text = await textOf(join(folder, file), basename(file));
    const byName = recognise(basename(file), undefined, kinds, slots);
    const byText = recognise(`IMG_2034.${file.split('.').at(-1)}`, text, kinds, slots);
    counts.all += 1;
    if (text !== undefined) counts.withText += 1;
    if (byName.slot === home) counts.named += 1;
    if (byText.slot === home) counts.read += 1;
    for (const found of [byName, byText])
      if (found.certain && found.slot !== home) wrong.push(`${category} ${file}: ${found.slot?.id}, not ${home?.id}`);
    const owner = { enterprise, uscc: '', former: [] };
    if (readPaper(text, byText.kind, owner, false).whose === 'foreign') wrong.push(`${file}: of somebody else`);
  }
  expect(wrong).toEqual([]);
  expect(counts.all).toBeGreaterThan(60);
  expect(counts.named / counts.all).toBeGreaterThan(0.85);
  expect(counts.read / counts.withText).toBeGreaterThan(0.8);
});
