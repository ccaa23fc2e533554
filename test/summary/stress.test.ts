// A dossier as large as they come: no row is lost, heads repeat, no row stands alone, figures end at one edge.

import { expect, test } from 'vitest';
import type { FilledSection } from '../../src/assessment.ts';
import { pageTexts } from '../../src/files/pdf/library.ts';
import { Page } from '../../src/summary/page.ts';
import { TYPE } from '../../src/summary/tokens.ts';
import { lay, writeSummary } from '../../src/summary/write.ts';
import { draft, final, fonts } from './faces.ts';
import { boxOf, crossings, expectReadable, expectSound } from './geometry.ts';
import * as given from './sample.ts';

const SENTENCE = '公司主营 JX 系列高精度行星减速器，近三年累计销售 4.2 万台，占营业收入 30.15%；';
const PROFILE = `一、企业概况 ${SENTENCE.repeat(80)}`.slice(0, 3000);
const NAME = '江苏省苏州工业园区示例精密机械制造与智能装备研究开发及技术服务集团股份有限公司分';
const PATENTS = 200;
const FILES = 300;

/** 80 characters and the number of the file. */
const longName = (index: number): string =>
  `${'关于高精度行星减速器关键技术研究与产业化项目的验收报告及其附件'.repeat(3).slice(0, 76)}${String(index).padStart(4, '0')}`;
const files = Array.from({ length: FILES }, (_, index) => given.file(`${longName(index)}.pdf`, 1_234_567, 12));
const slots = Array.from({ length: 10 }, (_, index) =>
  given.slot(index + 1, `第${index + 1}类证明材料`, files.slice(index * 30, index * 30 + 30)),
);
const empty: FilledSection = { id: 'optional', title: '选填情况', open: false, items: [] };
const optional: FilledSection = {
  id: 'more',
  title: '其他情况',
  open: false,
  items: [
    given.field('remark', '备注', { required: false }),
    given.field('story', '典型案例', { type: 'long_text', required: false }),
    given.yearlyField('extra', '其他收入(万元)', { kind: 'years', cells: [] }),
  ],
};
const assessment = given.sample({
  enterprise: NAME,
  form: {
    sections: [given.basics(), given.operations(), given.profile(PROFILE), empty, optional, given.evidence(PATENTS)],
    required: 58,
    filled: 58,
  },
  inventory: { slots, rows: given.rowFiles(PATENTS) },
  claims: files.map(({ source }) => ({
    what: '营业收入',
    year: 2020,
    value: '8,600.00 万元',
    file: source,
    pages: '3',
  })),
});
const { pages } = lay(assessment, final);
const texts = pages.map((page) => page.texts().map(({ text }) => text));
const squeezed = (await pageTexts((await writeSummary(assessment, final)).bytes)).map((page) =>
  page.replace(/\s/g, ''),
);
const whole = squeezed.join('');
const times = (words: string): number => whole.split(words).length - 1;

test('nothing overlaps, crosses a line or leaves the page, final or draft', () => {
  expect([...NAME]).toHaveLength(40);
  expectSound(pages);
  expectSound(lay(assessment, draft).pages);
});

test('the check sees a text that has left its cell', () => {
  const page = new Page(fonts);
  page.text('宽出单元格的文字', 30, 40, TYPE.value);
  expect(crossings(page)).toEqual([]);
  page.rule(35, 30, 35, 50);
  expect(crossings(page)).toEqual(['宽出单元格的文字']);
});

test('no row is lost: each patent, file and claim stands there, in order', () => {
  for (let index = 0; index < PATENTS; index++) expect(times(`ZL2018100000${10 + index}.${index % 10}`)).toBe(1);
  // A page's own words part a text that goes on over it, so file names are looked for by their last characters.
  const found = [...whole.matchAll(/(\d{4})\.pdf/g)].map(([, number]) => Number(number));
  const listed = Array.from({ length: FILES }, (_, index) => index);
  expect(found.filter((_, at) => at >= found.length - 2 * FILES)).toEqual([...listed, ...listed]);
});

test('not a character of the text is lost', () => {
  const body = texts
    .flatMap((_, index) => pages[index]?.body ?? [])
    .filter(({ style }) => style.size === TYPE.body.size && style.leading === TYPE.body.leading)
    .map(({ text }) => text)
    .join('');
  expect(body.replace(/\s/g, '')).toContain(PROFILE.replace(/\s/g, ''));
});

test('a table that goes on repeats its title with 续表, its rows and its heads, and no row stands alone', () => {
  const parts = texts.filter((page) => page.some((text) => text.startsWith('专利证书-')));
  expect(parts.length).toBeGreaterThan(4);
  parts.forEach((page, index) => {
    const rows = page.filter((text) => text.startsWith('专利证书-')).length;
    expect(rows).toBeGreaterThanOrEqual(2);
    expect(page).toContain('专利授权号');
    expect(page.some((text) => text.includes('（续表）'))).toBe(index > 0);
    if (index > 0) expect(page.some((text) => /^第 \d+—\d+ 行，共 200 行$/.test(text))).toBe(true);
  });
});

test('the lists of the appendices repeat their heads, and say which slot goes on', () => {
  const lists = texts.filter((page) => page.includes('SHA-256 前12位'));
  expect(lists.length).toBeGreaterThan(10);
  for (const page of lists.slice(1)) expect(page.join('')).toContain('附三　附件目录（续）');
  expect(lists.some((page) => page.some((text) => text.endsWith('类证明材料（续）')))).toBe(true);
});

test('figures end at one edge, column by column', () => {
  const page = pages[texts.findIndex((each) => each.includes('1、营业收入(万元)'))];
  const figures = (page?.texts() ?? []).filter(({ text }) => /^[\d,]+\.\d\d$/.test(text));
  const edges = new Map<number, number>();
  for (const drawn of figures) {
    const edge = Math.round(boxOf(drawn).right * 20);
    edges.set(edge, (edges.get(edge) ?? 0) + 1);
  }
  const columns = [...edges.values()].filter((count) => count > 1);
  expect(columns.length).toBeGreaterThanOrEqual(5);
  expect(columns.reduce((all, count) => all + count, 0)).toBeGreaterThanOrEqual(figures.length - 4);
});

test('no line begins with a closing sign or ends with an opening one, and no page is nearly empty', () => {
  expect(
    pages.flatMap((page) => page.body.filter(({ style }) => style.leading === TYPE.body.leading)).length,
  ).toBeGreaterThan(50);
  expectReadable(pages);
  expectReadable(lay(assessment, draft).pages);
});
