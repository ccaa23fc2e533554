// The window of a notice decides where one is known, and the year where none is; superseded rules are always told.
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../src/category/catalog.ts';
import type { MapNode } from '../../src/document/node.ts';
import { readDocument } from '../../src/document/read.ts';
import { seasonFindings } from '../../src/dossier/season.ts';

const catalog = await openCatalog();
const national = await catalog.open('national/2023/little-giant');
const product = await catalog.open('jiangsu/2021/product');
const endless = await catalog.open('national/2026/srdi-sme');
const root = readDocument(Buffer.from('category: x\nas_of: 2023-03-20\n'), 'dossier.yaml').node as MapNode;
const told = (category: typeof national, asOf: string): string[] =>
  seasonFindings(category, root, 'dossier.yaml', asOf, undefined).map(
    ({ code, severity, at }) => `${severity} ${code} ${at.line}:${at.column}`,
  );

describe('the season', () => {
  const superseded = 'note category-superseded 1:11';

  it.each(['2023-03-15', '2023-04-10'])('is open on %s, both ends included', (day) => {
    expect(told(national, day)).toEqual([superseded]);
  });

  it.each(['2023-03-14', '2023-04-11', '2022-03-20'])('is closed on %s', (day) => {
    expect(told(national, day)).toEqual(['warning outside-window 2:8', superseded]);
  });

  it('is a year where no window is known', () => {
    expect(told(product, '2021-12-31')).toEqual([]);
    expect(told(product, '2022-01-01')).toEqual(['note as-of-outside 2:8']);
  });

  it('is the rest of its year where a window has no end', () => {
    expect(told(endless, '2026-03-31')).toEqual(['warning outside-window 2:8']);
    expect(told(endless, '2026-04-01')).toEqual([]);
    expect(told(endless, '2026-12-31')).toEqual([]);
    expect(told(endless, '2027-01-01')).toEqual(['note as-of-outside 2:8']);
  });
});
