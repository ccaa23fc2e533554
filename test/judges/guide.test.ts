// The page that helps to fill in the portal before a browser, opened from a file: buttons, keyboard, no script.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { guidePage } from '../../src/bundle/guide/page.ts';
import { readAssets } from '../../src/reporters/html/assets.ts';
import * as given from '../summary/sample.ts';
import { countShown, judgeAccess, openFile, startBrowser, textOf } from './chromium.ts';
import { ask } from './judges.ts';

const folder = mkdtempSync(join(tmpdir(), 'zjtx-guide-'));
const file = join(folder, '填报指引.html');
const odd = '第一行  两个空格\n第二行 <b>&amp;</b> "引号"\n\n　全角';
const sections = [given.basics(), given.operations(), given.profile(odd), given.evidence(2)];
let browser: Browser;
beforeAll(async () => {
  const assessment = given.sample({ form: { sections, required: 1, filled: 1 } });
  writeFileSync(file, guidePage(assessment, [], [], await readAssets('guide')));
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('each button copies the value beside it, exactly', async () => {
  const { page, misdeeds } = await openFile(browser, file);
  const buttons = await page.$$('button');
  expect(buttons.length).toBeGreaterThan(50);
  // What the page gives to the clipboard, seen where it gives it.
  await page.evaluate(
    `window.seen = []; window.addEventListener('copy', (event) => seen.push(event.clipboardData.getData('text/plain')));`,
  );
  for (const button of buttons) await button.click();
  const seen = (await page.evaluate('window.seen')) as string[];
  const values = (await page.evaluate(
    `[...document.querySelectorAll('.value')].map((each) => each.textContent)`,
  )) as string[];
  expect(seen).toEqual(values);
  expect(seen).toContain(odd);
  expect(seen).toContain('8600');
  expect(seen).toContain('13900000018');
  expect(misdeeds).toEqual([]);
  await page.close();
});

it('what was copied can be pasted, by the keyboard alone', async () => {
  const { page } = await openFile(browser, file);
  await page.focus('.tick input[aria-label="已填 注册地区 第 1 级"]');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await textOf(page, '#said')).toBe('已复制：注册地区 第 1 级');
  const target = await browser.newPage();
  await target.setContent('<textarea></textarea>');
  await target.bringToFront();
  await target.focus('textarea');
  await target.keyboard.down('Control');
  await target.keyboard.press('v');
  await target.keyboard.up('Control');
  expect(await target.$eval('textarea', (area) => (area as unknown as { value: string }).value)).toBe('江苏省');
  await Promise.all([target.close(), page.close()]);
});

it('keeps what is ticked in the browser, and opens a value again that was changed', async () => {
  const { page, misdeeds } = await openFile(browser, file);
  const boxes = Number(await page.evaluate("document.querySelectorAll('.tick input').length"));
  await page.click('.tick input[aria-label="已填 注册通讯地址"]');
  expect(await textOf(page, '#said')).toBe(`已填 1 / ${boxes} 项`);
  const ticked = "[...document.querySelectorAll('.tick input:checked')].map((each) => each.ariaLabel).join()";
  const reloaded = async (): Promise<unknown> => {
    await page.reload();
    return page.evaluate(ticked);
  };
  // A busy Chromium may load the page anew before it has put away what the page keeps.
  await expect.poll(reloaded, { timeout: 300_000 }).toBe('已填 注册通讯地址');
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('示例路 18 号');
  writeFileSync(file, text.replaceAll('示例路 18 号', '示例路 19 号'));
  expect(await reloaded()).toBe('');
  writeFileSync(file, text);
  expect(misdeeds).toEqual([]);
  await page.close();
});

it('prints on A4 with a box to tick', async () => {
  const { page } = await openFile(browser, file);
  const paper = join(folder, 'guide.pdf');
  writeFileSync(paper, await page.pdf({ preferCSSPageSize: true }));
  expect(ask('pdfinfo', [paper]).out).toMatch(/Page size: +59\d(?:\.\d+)? x 84\d/);
  await page.close();
});

it('axe-core finds nothing, on a screen wide or narrow', async () => {
  for (const width of [1280, 390]) {
    const { page } = await openFile(browser, file, { width });
    expect(await judgeAccess(page)).toEqual([]);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    expect(await judgeAccess(page)).toEqual([]);
    await page.close();
  }
});

it('without its script it is a list with every value and no dead button', async () => {
  const { page, misdeeds } = await openFile(browser, file, { script: false });
  expect(await countShown(page, 'button')).toBe(0);
  expect(await countShown(page, '.value')).toBeGreaterThan(50);
  expect(misdeeds).toEqual([]);
  await page.close();
});
