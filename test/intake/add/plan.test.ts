// Plans of any set of papers: the same bytes are placed once, whatever they are called, and a second time not at all.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { openCatalog } from '../../../src/category/catalog.ts';
import { type About, type PlanItem, planFor, type Status } from '../../../src/intake/add/plan.ts';
import { paperKinds, slotNamed } from '../../../src/intake/add/recognise.ts';
import { isOpen } from '../../../src/intake/add/shown.ts';
import type { Paper } from '../../../src/intake/add/sources.ts';
import { chinesePdf } from '../../files/pdf/build.ts';
import { emptyFolder } from '../../support/terminal.ts';

const { slots, form } = await (await openCatalog()).open('jiangsu/2021/giant-innovation');
const about: About = {
  slots,
  kinds: paperKinds(form.lists),
  owner: { enterprise: '江苏示例精密机械有限公司', uscc: '', former: [] },
  held: [],
};

function papersIn(
  folder: string,
  files: readonly (readonly [name: string, content: string | Uint8Array])[],
): readonly Paper[] {
  return files.map(([name, content], index) => {
    const path = join(folder, String(index), name);
    mkdirSync(join(folder, String(index)));
    writeFileSync(path, content);
    return { shown: `${index}/${name}`, inside: name, path, name, bytes: Buffer.from(content).length };
  });
}

const name = fc.constantFrom(
  '营业执照.jpg',
  '营业执照(1).jpg',
  'IMG_1.JPG',
  '2019审计报告.pdf',
  '完税证明2020.jpg',
  '软著.png',
);
const content = fc.constantFrom('a', 'b', 'c', 'd');

test('the same bytes go to one place, and nowhere once they are there', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(name, content), { maxLength: 6 }), async (files) => {
      const papers = papersIn(emptyFolder(), files);
      const items = await planFor(papers, about);
      expect(items.map(({ paper }) => paper)).toEqual(papers);
      const placed = items.filter(({ status }) => status === 'certain');
      const bytes = placed.map(({ paper }) => files[papers.indexOf(paper)]?.[1]);
      expect(new Set(bytes).size).toBe(bytes.length);
      const held = placed.map(({ paper, slot, evidence }) => {
        return {
          slot: slot?.label ?? '',
          source: paper.name,
          absolute: paper.path,
          bytes: 1,
          covers: evidence.covers ?? [],
        };
      });
      const again = await planFor(papers, { ...about, held });
      for (const item of again)
        if (bytes.includes(files[papers.indexOf(item.paper)]?.[1])) expect(item.status).toBe('held');
    }),
    { numRuns: 30 },
  );
});

test('two licences, or two reports of a year, are for a person; so is one where the dossier has another', async () => {
  const statuses = async (files: readonly (readonly [string, string])[], more: Partial<About> = {}) =>
    (await planFor(papersIn(emptyFolder(), files), { ...about, ...more })).map(({ status }) => status);
  expect(
    await statuses([
      ['营业执照.jpg', 'a'],
      ['营业执照正本.jpg', 'bb'],
    ]),
  ).toEqual(['likely', 'likely']);
  expect(
    await statuses([
      ['2019审计报告.pdf', 'a'],
      ['19年审计报告.pdf', 'bb'],
      ['2018审计报告.pdf', 'c'],
    ]),
  ).toEqual(['likely', 'likely', 'certain']);
  // Of which year it is nobody has said.
  expect(await statuses([['审计报告.pdf', 'a']])).toEqual(['likely']);
  const label = slotNamed('审计', slots)?.label ?? '';
  const held = [{ slot: label, source: 'x', absolute: '/x', bytes: 9, covers: ['2019'] }];
  expect(
    await statuses(
      [
        ['2019审计报告.pdf', 'a'],
        ['2018审计报告.pdf', 'c'],
      ],
      { held },
    ),
  ).toEqual(['likely', 'certain']);
});

it.each([
  ['business_license', 'business_license'],
  ['完税证明', 'tax_certificate'],
  ['完税', 'tax_certificate'],
  ['企业简介（盖章）', 'profile_stamped'],
  ['证明', undefined],
  ['', undefined],
  ['没有', undefined],
] as const)('a slot may be called %s', (written, id) => {
  expect(slotNamed(written, slots)?.id).toBe(id);
});

test('while nobody has said who applies, a paper of another enterprise than most is for a person, and all where none is of most', async () => {
  const nobody = { ...about, owner: { enterprise: '', uscc: '', former: [] } };
  const audit = (year: number, name: string) =>
    [`${year}审计报告.pdf`, chinesePdf([['审计报告', `${name}全体股东：`, `${year}年12月31日的资产负债表`]])] as const;
  const [own, other] = ['江苏示例精密机械有限公司', '南京别家机电有限公司'];
  const statuses = async (papers: readonly (readonly [string, Uint8Array])[], whom: About = nobody) =>
    (await planFor(papersIn(emptyFolder(), papers), whom)).map(({ status, reasons }) => [
      status,
      ...reasons.flatMap((reason) => (reason.is === 'unlike' ? [reason.whom, reason.others] : [])),
    ]);
  expect(await statuses([audit(2018, own), audit(2019, other), audit(2020, own)])).toEqual([
    ['certain'],
    ['likely', other, own],
    ['certain'],
  ]);
  expect(await statuses([audit(2018, own), audit(2019, other)])).toEqual([
    ['likely', own, other],
    ['likely', other, own],
  ]);
  expect(await statuses([audit(2018, own), audit(2019, own)])).toEqual([['certain'], ['certain']]);
  // Of a year there is one report: that of another enterprise does not stand beside the own one.
  expect(await statuses([audit(2019, own), audit(2019, other), audit(2020, own)])).toEqual([
    ['certain'],
    ['likely', other, own],
    ['certain'],
  ]);
  expect(await statuses([audit(2018, own), audit(2019, other)], about)).toEqual([['certain'], ['foreign']]);
});

test('what is there already is left to nobody', () => {
  const all: readonly Status[] = ['certain', 'likely', 'unknown', 'refused', 'foreign', 'held', 'twin'];
  const open = all.filter((status) => isOpen({ status, reasons: [] } as Partial<PlanItem> as PlanItem));
  expect(open).toEqual(['certain', 'likely', 'unknown', 'refused', 'foreign']);
});
