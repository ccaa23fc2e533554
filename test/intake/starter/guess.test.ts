// Which slot a file belongs to: its name, the folder it is in, and for names that say nothing the text of the PDF.
import { expect, it } from 'vitest';
import { openCatalog } from '../../../src/category/catalog.ts';
import { guessByName, guessByText, wordsOfSlot } from '../../../src/intake/starter/take.ts';

const { slots } = await (await openCatalog()).open('jiangsu/2021/giant-innovation');

it.each([
  ['营业执照.jpg', 'business_license', '营业执照'],
  ['扫描/2019年度审计报告.pdf', 'audit_reports_3y', '审计'],
  ['2020年度完税证明.pdf', 'tax_certificate', '完税证明'],
  ['企业简介（盖章）.pdf', 'profile_stamped', '企业简介(盖章)'],
  ['知识产权/专利证书-1.pdf', 'ip_quality_brand_3y', '知识产权'],
  ['核心团队情况证明材料.pdf', 'core_team_proof', '核心团队情况证明材料'],
  ['高新技术证书.png', 'rd_hitech_proof', '高新技术'],
  ['其他企业认为需提供的材料/说明.pdf', 'other', '其他企业认为需提供的材料'],
] as const)('%s belongs to %s', (path, slot, word) => {
  const guess = guessByName(path, slots);
  expect([guess.slot?.id, guess.word, guess.by]).toEqual([slot, word, 'name']);
});

it.each(['扫描0001.pdf', '证明材料.pdf', '2020年.pdf', 'IMG_2030.jpg'])('%s says nothing', (path) => {
  expect(guessByName(path, slots)).toEqual({ path });
});

it('asks the text only for words that are a slot’s own', async () => {
  const asked: string[] = [];
  const guess = await guessByText('扫描0001.pdf', slots, async (word) => {
    asked.push(word);
    return word === '完税';
  });
  expect([guess.slot?.id, guess.by]).toEqual(['tax_certificate', 'text']);
  expect(asked).toEqual(['营业执照', '企业简介', '审计', '完税']);
  expect(await guessByText('x.pdf', slots, async () => false)).toEqual({ path: 'x.pdf' });
});

it('takes no word that every slot has', () => {
  for (const slot of slots)
    for (const word of wordsOfSlot(slot)) expect(['证明', '材料', '相关', '企业']).not.toContain(word);
});
