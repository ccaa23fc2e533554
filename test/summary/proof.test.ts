// The proof of a finished PDF by reading it back.
import { expect, test } from 'vitest';
import { pageTexts } from '../../src/files/pdf/library.ts';
import { contentFault } from '../../src/summary/foreign-content.ts';
import { Page } from '../../src/summary/page.ts';
import { firstLost, prove } from '../../src/summary/proof.ts';
import { TYPE } from '../../src/summary/tokens.ts';
import { render } from '../../src/summary/write.ts';
import { fonts } from './faces.ts';

const PROPERTIES = { title: '题', author: '企', subject: 's', keywords: [], creator: 'zjtx', date: '2021-08-16' };

const pageWith = (...lines: string[]): Page => {
  const page = new Page(fonts);
  lines.forEach((line, index) => {
    page.text(line, 30, 40 + index * 8, index % 2 === 0 ? TYPE.value : TYPE.section);
  });
  return page;
};
const drawn = (...pages: Page[]): Promise<Uint8Array> =>
  render(
    { pages, bookmarks: [], structure: pages[0]?.structure.root ?? new Page(fonts).structure.root },
    fonts,
    PROPERTIES,
    true,
  );

test('look-alikes, ligatures, hyphens at line ends and bold are read back as drawn', async () => {
  const pages = [pageWith('用⽤ …⋯ µμ ΩΩ', 'ﬁ fi ffi', '专精特新-', '小巨人 (A)-', '一二　三'), pageWith('第二页')];
  await expect(prove(await drawn(...pages), pages)).resolves.toBeUndefined();
});

test('the draft watermark leaves no text', async () => {
  expect(await pageTexts(await drawn(pageWith('正文')))).toEqual(['正文']);
});

test('a planted difference is found, with page and text', async () => {
  const bytes = await drawn(pageWith('甲'), pageWith('金额 8,600.00', '乙'));
  const planted = [pageWith('甲'), pageWith('金额 8,500.00', '乙')];
  await expect(prove(bytes, planted)).rejects.toMatchObject({
    code: 'proof-failed',
    field: '第 2 页',
    detail: '金额 8,500.00',
  });
});

test('a page too few is found', async () => {
  const bytes = await drawn(pageWith('甲'));
  await expect(prove(bytes, [pageWith('甲'), pageWith('乙')])).rejects.toMatchObject({ detail: '1 of 2 pages' });
});

test('order counts, and so does what nobody drew', () => {
  expect(firstLost(['甲', '乙'], '甲\r\n乙')).toBeUndefined();
  expect(firstLost(['乙', '甲'], '甲\r\n乙')).toBe('乙');
  expect(firstLost(['甲'], '甲\r\n多')).toBe('多');
  // A reader takes a mark that stands twice over one letter for one.
  expect(firstLost(['a\u0301\u20dd\u0301', '\u20dd\u20dd 乙'], 'a\u0301\u20dd\r\n\u20dd 乙')).toBeUndefined();
});

test('the operators of a page end where nothing is open', () => {
  const drawn = ['/Artifact BMC', 'q', '0 0 0 rg', '0 0 m', '0 1 l', 'f', 'Q', 'EMC'];
  const faults = drawn.map((_, at) => contentFault(drawn.slice(0, at).join('\n')));
  expect(faults).toEqual([undefined, 'Q', 'Q', 'Q', 'Q', 'Q', 'Q', 'Q']);
  expect(contentFault(drawn.join('\n'))).toBeUndefined();
  expect(contentFault([...drawn, 'q'].join('\n'))).toBe('q');
});
