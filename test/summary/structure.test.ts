// Who cannot see a page hears the same document: every text once, in order, in tables with heads, figures in words.
import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { srgbProfile } from '../../src/summary/archival.ts';
import { foreignIn } from '../../src/summary/foreign.ts';
import { lay, type SummaryOptions, writeSummary } from '../../src/summary/write.ts';
import { draft, final } from './faces.ts';
import { elementsOf, type Heard, listen, textOf } from './listened.ts';
import * as given from './sample.ts';

const long = given.profile(
  Array.from({ length: 90 }, (_, index) => `第${index}段，主要产品为高精度行星减速器，占 30.15%。`).join('\n'),
);
const cases: Record<string, readonly [ReturnType<typeof given.sample>, SummaryOptions]> = {
  'a usual dossier': [given.sample({ claims: given.claims() }), final],
  'a draft': [given.sample({ claims: given.claims() }), draft],
  'long texts, tables and slots over several pages': [
    given.sample({
      form: { sections: [given.basics(), given.operations(), long, given.evidence(60)], required: 1, filled: 1 },
      inventory: {
        slots: [
          given.slot(
            1,
            '很多',
            Array.from({ length: 70 }, (_, index) => given.file(`合同${index}.pdf`, 1e6, 9)),
          ),
          ...given.slots(),
        ],
        rows: given.rowFiles(60),
      },
      criteria: Array.from({ length: 12 }, () => given.criteria()).flat(),
    }),
    final,
  ],
  'signs that are composed': [
    given.sample({
      form: { sections: [given.profile('减排 CO₂ 12×10⁻⁶，占 ⅓；10²m')], required: 1, filled: 1 },
    }),
    final,
  ],
};

/** Columns that each row of a table has, cells that reach down from above included. */
function widthsOf(table: Heard): number[] {
  const reach: number[] = [];
  return table.kids.map((row) => {
    const cells = typeof row === 'string' ? [] : row.kids.filter((kid) => typeof kid !== 'string');
    const above = reach.splice(0).filter((rows) => rows > 0);
    const own = cells.flatMap(({ columns, rows }) => Array<number>(columns).fill(rows - 1));
    for (const rows of [...above.map((rows) => rows - 1), ...own]) reach.push(rows);
    return above.length + own.length;
  });
}

describe.each(Object.entries(cases))('%s', (_, [assessment, options]) => {
  test('says every text once and in the order of the pages, and leaves out what is repeated for the eye', async () => {
    const { pages: laid } = lay(assessment, options);
    const { bytes } = await writeSummary(assessment, options);
    expect(await foreignIn(bytes)).toBeUndefined();
    const { root, pages } = await listen(bytes);
    const said = laid.flatMap((page) => page.body.filter(({ of }) => of !== undefined)).map(({ text }) => text);
    expect(textOf(root)).toBe(said.join(''));
    for (const [index, { texts, taken, artifacts }] of pages.entries()) {
      expect([...taken].sort((a, b) => a - b)).toEqual([...texts.keys()]);
      const unsaid = laid[index]?.texts().filter(({ of }) => of === undefined) ?? [];
      expect(artifacts).toBe(unsaid.map(({ text }) => text).join(''));
      const repeated = unsaid.filter((drawn) => laid[index]?.body.includes(drawn)).map(({ text }) => text);
      if (index === 0) expect(repeated.filter((text) => text !== '（接下页）')).toEqual([]);
    }
  });

  test('has one title, headings in steps, tables whose rows are even, and words for every figure', async () => {
    const { root } = await listen((await writeSummary(assessment, options)).bytes);
    const all = elementsOf(root);
    const levels = all.filter(({ role }) => /^H\d$/.test(role)).map(({ role }) => Number(role[1]));
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(2);
    for (const table of all.filter(({ role }) => role === 'Table')) {
      expect(new Set(table.kids.map((row) => (typeof row === 'string' ? row : row.role)))).toEqual(new Set(['TR']));
      expect(new Set(widthsOf(table)).size, textOf(table).slice(0, 60)).toBe(1);
    }
    for (const { role, scope, kids } of all) {
      if (role === 'TR') for (const kid of kids) expect(typeof kid !== 'string' && /^T[HD]$/.test(kid.role)).toBe(true);
      expect(scope !== undefined).toBe(role === 'TH');
    }
    const figures = all.filter(({ role }) => role === 'Figure');
    expect(figures.length).toBe(assessment.metrics.filter(({ chart }) => chart !== undefined).length);
    for (const { alt } of figures) expect(alt).toMatch(/^图：.*\d/);
  });
});

test('cells are named by their heads, and links lead on from the words that show them', async () => {
  const { root, parents } = await listen((await writeSummary(given.sample({ claims: given.claims() }), final)).bytes);
  const all = elementsOf(root);
  const headOf = (text: string) => all.find((one) => /^T[HD]$/.test(one.role) && textOf(one) === text)?.scope;
  expect(headOf('注册地区')).toBe('Row');
  expect(headOf('2019年')).toBe('Column');
  expect(headOf('依据条款')).toBe('Column');
  const links = all.filter(({ role }) => role === 'Link');
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) expect([link.links, textOf(link) !== '']).toEqual([1, true]);
  expect(parents.length / 2).toBe(lay(given.sample({ claims: given.claims() }), final).pages.length + links.length);
});

test('the file has what archiving asks for: XMP with its part, a defined colour space, marks and a number', async () => {
  const { document } = await listen((await writeSummary(given.sample(), final)).bytes);
  const { catalog, context } = document;
  const packet = String(catalog.lookup(PDFName.of('Metadata')));
  expect(packet).toContain('<pdfaid:part>2</pdfaid:part>');
  expect(packet).toContain('<pdfaid:conformance>U</pdfaid:conformance>');
  expect(packet).not.toContain('/Filter');
  expect(catalog.lookup(PDFName.of('MarkInfo'), PDFDict).toString()).toContain('/Marked true');
  expect(String(context.trailerInfo.ID)).toMatch(/^\[ <([0-9a-f]{32})> <\1> \]$/);
});

test('the colour profile names its tags inside its own bytes', () => {
  const profile = srgbProfile();
  expect(profile.readUInt32BE(0)).toBe(profile.length);
  expect(profile.toString('latin1', 36, 40)).toBe('acsp');
  const count = profile.readUInt32BE(128);
  const tags = Array.from({ length: count }, (_, index) => 132 + 12 * index);
  expect(tags.map((at) => profile.toString('latin1', at, at + 4)).sort()).toEqual(
    ['bTRC', 'bXYZ', 'cprt', 'desc', 'gTRC', 'gXYZ', 'rTRC', 'rXYZ', 'wtpt'].sort(),
  );
  for (const at of tags) {
    expect(profile.readUInt32BE(at + 4) % 4).toBe(0);
    expect(profile.readUInt32BE(at + 4) + profile.readUInt32BE(at + 8)).toBeLessThanOrEqual(profile.length);
  }
});

describe('what a stranger adds to it for who listens', () => {
  const changed = async (change: (document: PDFDocument) => void): Promise<string | undefined> => {
    const { document } = await listen((await writeSummary(given.sample(), final)).bytes);
    const { context } = document;
    // The table and the packed objects of the old file go: it is laid out anew.
    for (const [ref, object] of context.enumerateIndirectObjects())
      if (/\/Type \/(?:XRef|ObjStm)/.test(String('dict' in object ? object.dict : ''))) context.delete(ref);
    context.largestObjectNumber = Math.max(...context.enumerateIndirectObjects().map(([ref]) => ref.objectNumber));
    change(document);
    return await foreignIn(await document.save({ useObjectStreams: true, addDefaultPage: false }));
  };
  const tree = ({ catalog }: PDFDocument): PDFDict => catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  const root = (document: PDFDocument): PDFDict => tree(document).lookup(PDFName.of('K'), PDFDict);

  test('is nothing where nothing is changed', async () => {
    expect(await changed(() => {})).toBeUndefined();
  });

  test.each<[string, (document: PDFDocument) => void]>([
    ['RoleMap', (document) => tree(document).set(PDFName.of('RoleMap'), document.context.obj({ P: 'Artifact' }))],
    ['ActualText', (document) => root(document).set(PDFName.of('ActualText'), PDFHexString.fromText('另一种说法'))],
    ['StructElem', (document) => root(document).set(PDFName.of('S'), PDFName.of('Note'))],
    [
      'Metadata',
      ({ catalog, context }) =>
        catalog.set(
          PDFName.of('Metadata'),
          context.register(context.stream('<x/>', { Type: 'Metadata', Subtype: 'XML' })),
        ),
    ],
    [
      'OutputIntents',
      ({ catalog, context }) => {
        const [intent] = catalog.lookup(PDFName.of('OutputIntents'), PDFArray).asArray();
        (intent as PDFDict).set(
          PDFName.of('DestOutputProfile'),
          context.register(context.flateStream(new Uint8Array(9), { N: 3 })),
        );
      },
    ],
    ['MarkInfo', ({ catalog, context }) => catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: false }))],
  ])('is named: %s', async (_, change) => {
    expect(await changed(change)).toBeDefined();
  });
});
