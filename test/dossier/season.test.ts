// An edition is for certain days: the window of its call where one is known, else its year. On another day it decides nothing.
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../src/category/catalog.ts';
import type { MapNode } from '../../src/document/node.ts';
import { readDocument } from '../../src/document/read.ts';
import { openDossier } from '../../src/dossier/head.ts';
import { dayFor, seasonFindings } from '../../src/dossier/season.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { wordsOf } from '../../src/words/of-finding.ts';

const catalog = await openCatalog();
const root = readDocument(Buffer.from('category: x\nas_of: 2023-03-20\n'), 'dossier.yaml').node as MapNode;
const found = async (id: string, asOf: string, deadline?: string): Promise<readonly Finding[]> =>
  seasonFindings(await catalog.open(id), root, 'dossier.yaml', { asOf, deadline, editions: () => catalog.list() });
const told = async (id: string, asOf: string, deadline?: string): Promise<string[]> =>
  (await found(id, asOf, deadline)).map(
    ({ code, severity, at }) => `${severity} ${code} ${at.path} ${at.line}:${at.column}`,
  );
const hint = async (id: string, asOf: string): Promise<string> => {
  const [finding] = await found(id, asOf);
  return finding === undefined ? '' : (wordsOf(finding, 'zh').hint ?? '');
};

const outside = 'warning out-of-season as_of 2:8';

describe('the season', () => {
  it.each(['2023-03-15', '2023-04-10'])('is the window of a call, both ends included: %s', async (day) => {
    expect(await told('national/2023/little-giant', day)).toEqual([]);
  });

  it.each(['2023-03-14', '2023-04-11', '2022-03-20', '2026-11-28'])('has not %s: one finding', async (day) => {
    expect(await told('national/2023/little-giant', day)).toEqual([outside]);
  });

  it('is the calendar year where no window is known', async () => {
    expect(await told('guangdong/2021/srdi-sme', '2021-01-01')).toEqual([]);
    expect(await told('guangdong/2021/srdi-sme', '2021-12-31')).toEqual([]);
    expect(await told('guangdong/2021/srdi-sme', '2020-12-31')).toEqual([outside]);
    expect(await told('guangdong/2021/srdi-sme', '2022-01-01')).toEqual([outside]);
  });

  it('is the rest of the year where one end is known', async () => {
    expect(await told('national/2022/little-giant', '2022-05-31')).toEqual([outside]);
    expect(await told('national/2022/little-giant', '2022-06-01')).toEqual([]);
    expect(await told('national/2022/little-giant', '2022-12-31')).toEqual([]);
    expect(await told('national/2026/srdi-sme', '2026-03-31')).toEqual([outside]);
    expect(await told('national/2026/srdi-sme', '2026-04-01')).toEqual([]);
    expect(await told('national/2026/srdi-sme', '2026-12-31')).toEqual([]);
    expect(await told('national/2026/srdi-sme', '2027-01-01')).toEqual([outside]);
    expect(await told('jiangsu/2021/product', '2021-11-05')).toEqual([]);
    expect(await told('jiangsu/2021/product', '2021-11-06')).toEqual([outside]);
  });

  it('leaves a deadline that is past on such a day to the same finding', async () => {
    expect(await told('jiangsu/2021/product', '2021-11-06', '2021-10-31')).toEqual([outside]);
    expect(await told('jiangsu/2021/product', '2021-11-01', '2021-10-31')).toEqual(['warning deadline-past as_of 2:8']);
  });
});

describe('the edition to take instead', () => {
  it.each([
    ['jiangsu/2021/product', '2022-10-01', 'jiangsu/2022/srdi-sme'],
    ['jiangsu/2021/product', '2026-11-28', 'national/2026/srdi-sme'],
    ['jiangsu/2021/review-innovation', '2026-11-28', 'national/2026/srdi-sme'],
    ['guangdong/2021/srdi-sme', '2022-08-01', 'national/2022/srdi-sme'],
    ['national/2022/srdi-sme', '2026-11-28', 'national/2026/srdi-sme'],
    ['national/2022/little-giant', '2026-05-01', 'national/2026/little-giant'],
    ['national/2026/little-giant', '2025-05-20', 'national/2025/little-giant'],
    ['national/2026/little-giant', '2027-05-01', 'national/2027/little-giant'],
    ['national/2026/innovative-sme', '2027-01-01', 'national/2027/innovative-sme'],
  ])('%s on %s: %s, whose day it is', async (id, day, instead) => {
    expect(await hint(id, day)).toMatch(new RegExp(`^改用.*“申报类别”写 ${instead}`));
  });

  it.each([
    ['national/2023/little-giant', '2024-05-01', 'national/2025/little-giant'],
    ['national/2025/little-giant', '2025-06-06', 'national/2026/little-giant'],
    ['jiangsu/2022/srdi-sme', '2024-10-01', 'national/2026/srdi-sme'],
  ])('%s on %s: none, and the nearest later one is %s', async (id, day, instead) => {
    expect(await hint(id, day)).toMatch(new RegExp(`^没有适用于这一天的版本.*“申报类别”写 ${instead}.*正式通知`));
  });

  it('is not there after the last one: the notice decides', async () => {
    expect(await hint('national/2027/srdi-sme', '2028-03-01')).toMatch(/^本程序没有更晚的版本，以当年的正式通知为准/);
  });

  it('is waited for before its first day', async () => {
    expect(await hint('national/2026/srdi-sme', '2026-03-31')).toMatch(/^2026-04-01 起才适用/);
  });

  it('comes with the document that followed', async () => {
    expect(await hint('jiangsu/2021/product', '2024-10-01')).toContain('苏工信中小〔2023〕313号');
    expect(await hint('national/2023/little-giant', '2024-05-01')).toContain('2024 年第六批');
  });
});

it('stands in for a day that cannot be read, so that nothing is told of today', async () => {
  const category = await catalog.open('national/2023/little-giant');
  const day = (asOf: string, today: string) => {
    const bytes = Buffer.from(`category: national/2023/little-giant\n${asOf}\n`);
    const { head } = openDossier({ bytes, file: 'dossier.yaml' });
    return head && dayFor(category, head, head.asOf ?? today);
  };
  expect(day('as_of: 今天', '2026-11-28')).toBe('2023-04-10');
  expect(day('as_of: 2023-02-30', '2022-11-28')).toBe('2023-03-15');
  expect(day('as_of: 2023-02-30', '2023-03-20')).toBe('2023-03-20');
  expect(day('as_of: 2023-02-28', '2026-11-28')).toBe('2023-02-28');
  expect(day('format: 1', '2026-11-28')).toBe('2026-11-28');
});
