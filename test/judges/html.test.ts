// The HTML report before a browser: axe-core, the keyboard, a page without script, paper, and hostile text.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanLine } from '../../src/reporters/clean.ts';
import { html } from '../../src/reporters/html.ts';
import { type Reported, reportedOf } from '../../src/reporters/reported.ts';
import { wordsOf } from '../../src/words/of-finding.ts';
import { batch, hostile, many, one, reportOf } from '../reporters/html-batch.ts';
import { assessment, at, category, notMet } from '../support/assessment.ts';
import { countShown, focused, judgeAccess, openFile, startBrowser, textOf } from './chromium.ts';
import { ask } from './judges.ts';

const folder = mkdtempSync(join(tmpdir(), 'zjtx-html-'));
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const thousand: readonly Reported[] = Array.from({ length: 1000 }, (_, index) =>
  reportedOf(
    assessment({
      folder: `客户/${index}`,
      uscc: `9132${index}`,
      findings: index % 2 === 0 ? [notMet('contact-mobile', '联系人 缺少 手机', at(2, 3, 5), { hint: '补上。' })] : [],
    }),
  ),
);
/** Dossiers with errors, each of one of twelve categories. */
const crowded = (count: number): readonly Reported[] =>
  Array.from({ length: count }, (_, index) =>
    reportedOf(
      assessment({
        folder: `客户/${index}`,
        enterprise: `企业${index}有限公司`,
        uscc: `9132${index}`,
        category: category({ id: `jiangsu/2021/${index % 12}`, title: `类别 ${index % 12}` }),
        findings: Array.from({ length: 9 }, (__, line) =>
          notMet('contact-mobile', '联系人 缺少 手机', at(line + 1, 3, 5), { hint: '补上。' }),
        ),
      }),
    ),
  );
const runs = {
  listed: crowded(40),
  few: crowded(13),
  crowd: crowded(200),
  packed: crowded(51),
  batch,
  one: [one],
  none: [reportedOf(assessment())],
  many: [many],
  hostile,
  thousand,
} as const;
type Run = keyof typeof runs;

async function fileOf(run: Run, language: 'zh' | 'en' = 'zh'): Promise<string> {
  const file = join(folder, `${run}-${language}.html`);
  writeFileSync(file, await html.render(reportOf(runs[run], language)));
  return file;
}

const rows = '.matrix tbody tr';

// The two languages have the same elements: of English the page with most words is enough.
describe('axe-core', () => {
  it.each([
    ['zh', 'batch', 1280],
    ['zh', 'batch', 390],
    ['zh', 'one', 1280],
    ['zh', 'one', 390],
    ['zh', 'none', 1280],
    ['zh', 'many', 1280],
    ['zh', 'hostile', 390],
    ['zh', 'packed', 1280],
    ['zh', 'few', 390],
    ['en', 'one', 390],
  ] as const)('finds nothing in %s: %s at %i', async (language, run, width) => {
    const { page, misdeeds } = await openFile(browser, await fileOf(run, language), { width });
    expect(await judgeAccess(page)).toEqual([]);
    // As it stands without the script: every panel is there.
    await page.evaluate("document.body.classList.remove('js')");
    expect(await judgeAccess(page)).toEqual([]);
    expect(misdeeds).toEqual([]);
    await page.close();
  });
});

it.each(['batch', 'one', 'few'] as const)('axe-core finds nothing in the dark: %s', async (run) => {
  const { page } = await openFile(browser, await fileOf(run));
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe('rgb(22, 24, 27)');
  expect(await judgeAccess(page)).toEqual([]);
  await page.close();
});

it('axe-core sees what is wrong', async () => {
  const file = join(folder, 'bad.html');
  writeFileSync(file, '<!DOCTYPE html><html><body><p style="color:#aaa">words</p><input></body></html>');
  const { page } = await openFile(browser, file);
  const found = (await judgeAccess(page)).join('\n');
  expect(found).toContain('color-contrast');
  expect(found).toContain('label');
});

describe('the keyboard', () => {
  it('filters by text, category and state, says how many are left, and resets', async () => {
    const { page } = await openFile(browser, await fileOf('batch'));
    expect(await countShown(page, rows)).toBe(13);
    await page.keyboard.press('/');
    expect(await focused(page)).toBe('input#f-text');
    await page.keyboard.type('MADEM0249');
    expect(await countShown(page, rows)).toBe(1);
    expect(await textOf(page, '.shown')).toBe('显示 1 / 13 家');
    expect(await page.evaluate('location.hash')).toContain('text=MADEM0249');
    await page.keyboard.press('Escape');
    expect(await countShown(page, rows)).toBe(13);
    expect(await focused(page)).toBe('body');

    await page.keyboard.press('/');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('select#f-category');
    await page.keyboard.press('ArrowDown');
    const chosen = String(await page.evaluate("document.querySelector('#f-category').value"));
    expect(chosen).not.toBe('');
    expect(await countShown(page, rows)).toBe(
      new Set(batch.flatMap((each) => (each.kind === 'assessed' && each.category.id === chosen ? [each.uscc] : [])))
        .size,
    );
    await page.keyboard.press('Escape');

    await page.focus('[name="state"][value="errors"]');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    const ready = new Set(
      batch.flatMap((each) => (each.kind === 'assessed' && each.state === 'ready' ? [each.uscc] : [])),
    );
    expect(await countShown(page, rows)).toBe(ready.size);
    await page.close();
  });

  it('moves by row, opens a panel, closes it and comes back', async () => {
    const { page } = await openFile(browser, await fileOf('batch'));
    expect(await page.evaluate("document.querySelector('.panel.open').id")).toBe('e1-giant-manufacturing');
    await page.keyboard.press('j');
    expect(await focused(page)).toBe('a#e1-giant-manufacturing');
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('k');
    expect(await focused(page)).toBe('a#e2-product');
    const outline = await page.evaluate(
      '(({ outlineStyle, outlineWidth }) => outlineStyle + outlineWidth)(getComputedStyle(document.activeElement))',
    );
    expect(outline).toBe('solid2px');
    await page.keyboard.press('Enter');
    expect(await countShown(page, '.panel')).toBe(1);
    expect(await focused(page)).toBe('section#e2-product');
    expect(await textOf(page, '.panel.open h2')).toBe('淮安示例食品机械有限公司');
    await page.keyboard.press('Escape');
    expect(await countShown(page, '.panel')).toBe(0);
    expect(await focused(page)).toBe('a#e2-product');
    await page.keyboard.press('Enter');
    await page.click('.panel.open .back a');
    expect(await countShown(page, '.panel')).toBe(0);
    expect(await focused(page)).toBe('a#e2-product');
    await page.close();
  });

  it('leaves letters alone in fields, with a modifier, and when switched off', async () => {
    const { page } = await openFile(browser, await fileOf('batch'));
    await page.focus('#f-text');
    await page.keyboard.type('j/k');
    expect(await page.evaluate("document.querySelector('#f-text').value")).toBe('j/k');
    await page.keyboard.press('Escape');
    await page.focus('[name="keys"]');
    await page.keyboard.press('Space');
    await page.keyboard.press('j');
    expect(await focused(page)).toBe('input');
    await page.close();
  });

  it('filters the findings of one dossier by text and level', async () => {
    const { page } = await openFile(browser, await fileOf('one'));
    const lines = '.findings tbody tr';
    expect(await countShown(page, lines)).toBe(8);
    await page.keyboard.press('/');
    await page.keyboard.type('uscc-check');
    expect(await countShown(page, lines)).toBe(1);
    await page.keyboard.press('Escape');
    await page.select('#f-level', 'warning');
    expect(await countShown(page, lines)).toBe(2);
    expect(await textOf(page, '.shown')).toBe('显示 2 / 8 项');
    await page.close();
  });

  it('a view that was sent is the view that opens', async () => {
    const fragment = '#text=MADEM0249&without=r&open=e1-product';
    const { page } = await openFile(browser, await fileOf('batch'), { fragment });
    expect(await countShown(page, rows)).toBe(1);
    expect(await textOf(page, '.panel.open h2')).toBe('常州试样智能装备有限公司');
    expect(await page.evaluate(`document.querySelector('[value="ready"]').checked`)).toBe(false);
    await page.close();
  });
});

it('shows everything without its script', async () => {
  const { page } = await openFile(browser, await fileOf('batch'), { script: false });
  expect(await countShown(page, '.filter')).toBe(0);
  expect(await countShown(page, '.panel')).toBe(batch.length);
  const shown = String(await page.evaluate('document.body.innerText')).replace(/\s/g, '');
  for (const finding of batch.flatMap((outcome) => outcome.findings))
    expect(shown).toContain(cleanLine(wordsOf(finding, 'zh').message).replace(/\s/g, ''));
  await page.close();
});

it.each([320, 390, 768, 1280])('never scrolls sideways at %i', async (width) => {
  for (const run of ['batch', 'one', 'many', 'hostile', 'few'] as const) {
    const { page } = await openFile(browser, await fileOf(run), { width });
    const wide = Number(await page.evaluate('document.documentElement.scrollWidth'));
    expect(wide, run).toBeLessThanOrEqual(width);
    await page.close();
  }
});

it('gives the name of an enterprise the width of a phone, and one dossier on paper the width of the page', async () => {
  const widthOf = (page: Page, selector: string): Promise<unknown> =>
    page.evaluate(`document.querySelector('${selector}').getBoundingClientRect().width`);
  const { page } = await openFile(browser, await fileOf('few'), { width: 390 });
  expect(Number(await widthOf(page, '.matrix.list tbody th'))).toBeGreaterThan(300);
  await page.close();
  const { page: paper } = await openFile(browser, await fileOf('one'));
  await paper.emulateMediaType('print');
  expect(await widthOf(paper, '.findings')).toEqual(await widthOf(paper, '.body'));
  await paper.close();
});

async function printed(run: Run): Promise<{ readonly file: string; readonly text: string }> {
  const { page } = await openFile(browser, await fileOf(run));
  const file = join(folder, `${run}.pdf`);
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
  await page.close();
  return { file, text: ask('pdftotext', ['-layout', file, '-']).out };
}

it('prints on A4 landscape: the table, and of what has errors the findings; the filter is gone', async () => {
  const { file, text } = await printed('batch');
  expect(ask('mutool', ['pages', file, '1']).out).toMatch(/MediaBox l="0" b="0" r="84\d(?:\.\d+)?" t="59\d/);
  expect(text).not.toContain('快捷键');
  expect(text).not.toContain('返回清单');
  for (const { enterprise } of batch) expect(text).toContain(enterprise);
  expect(text.split('\f').length - 1).toBeLessThan(14);
});

it('prints forty dossiers of many categories on fewer pages than there are dossiers, none of its columns a sign wide', async () => {
  const { text } = await printed('listed');
  expect(text.split('\f').length - 1).toBeLessThan(40);
  expect(text).toContain('类别 11 2021 年度');
});

it('opens one of two hundred dossiers of many categories, and goes back to its row', async () => {
  const { page, misdeeds } = await openFile(browser, await fileOf('crowd'));
  const { Nodes: before = 0 } = await page.metrics();
  expect(before).toBeLessThan(20_000);
  expect(await countShown(page, '.panel')).toBe(1);
  await page.keyboard.press('/');
  await page.keyboard.type('客户/150/');
  expect(await countShown(page, rows)).toBe(1);
  await page.click(`${rows}:not([data-away]) a`);
  expect(await textOf(page, '.panel.open .place')).toContain('客户/150/');
  expect(await judgeAccess(page)).toEqual([]);
  await page.click('.panel.open .back a');
  expect(await countShown(page, '.panel')).toBe(0);
  expect(misdeeds).toEqual([]);
  await page.close();
});

it('says without its script that the panels of many dossiers need it', async () => {
  const { page } = await openFile(browser, await fileOf('crowd'), { script: false });
  expect(await countShown(page, rows)).toBe(200);
  expect(await textOf(page, '.byscript')).toContain('200 份申报');
  await page.close();
});

it('hostile text does nothing: no dialog, no script, no request, no element of its own', async () => {
  const { page, misdeeds } = await openFile(browser, await fileOf('hostile'));
  expect(await page.evaluate("document.querySelectorAll('script').length")).toBe(1);
  expect(await page.evaluate("document.querySelectorAll('[onmouseover]').length")).toBe(0);
  await page.keyboard.press('/');
  await page.keyboard.type('alert');
  expect(await countShown(page, rows)).toBe(2);
  expect(misdeeds).toEqual([]);
  await page.close();
});

it('finds some of a thousand dossiers', async () => {
  const { page, misdeeds } = await openFile(browser, await fileOf('thousand'));
  await page.keyboard.press('/');
  await page.evaluate(`(() => { const field = document.querySelector('#f-text');
    field.value = '91329'; field.dispatchEvent(new Event('input', { bubbles: true })); })()`);
  expect(await countShown(page, rows)).toBe(111);
  expect(misdeeds).toEqual([]);
  await page.close();
});
