// The page of `zjtx match` before html-validate and a browser: one dossier, several, hostile text; no script, no request, no sideways scroll.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { HtmlValidate } from 'html-validate';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder, zjtx } from '../support/terminal.ts';
import { countShown, judgeAccess, openFile, startBrowser, textOf } from './chromium.ts';
import { ask } from './judges.ts';

const examples = resolve(import.meta.dirname, '../../examples');
const validator = new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:a11y'] });

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

const sets = {
  one: ['jiangsu-2021-product/ready'],
  readings: ['national-2023-little-giant/faulty-readings'],
  matrix: [
    'jiangsu-2021-product/ready',
    'jiangsu-2021-giant-innovation/ready',
    'national-2023-little-giant/faulty-readings',
  ],
  hostile: ['jiangsu-2021-product/ready', 'hostile'],
} as const;
type Set = keyof typeof sets;

/** The page over copies of examples without their attachments, as a file. */
async function pageOf(set: Set, lang: string): Promise<string> {
  const cwd = emptyFolder();
  for (const name of sets[set]) {
    mkdirSync(join(cwd, name), { recursive: true });
    const text = readFileSync(join(examples, name === 'hostile' ? sets.one[0] : name, 'dossier.yaml'), 'utf8');
    const evil = `<img src=x onerror=alert(1)>"&\u202e${'甲'.repeat(80)}`;
    const shown = name === 'hostile' ? text.replace(/^enterprise: .*$/m, `enterprise: '${evil}'`) : text;
    writeFileSync(join(cwd, name, 'dossier.yaml'), shown);
  }
  const ran = await zjtx(['match', '.', '--lang', lang, '-f', 'html=match.html'], { cwd });
  expect([ran.code, ran.stderr]).toEqual([0, '']);
  return join(cwd, 'match.html');
}

// The two languages have the same elements: of English the page with most words is enough.
describe('is valid and accessible', () => {
  it.each([
    ['zh', 'one'],
    ['zh', 'readings'],
    ['zh', 'matrix'],
    ['zh', 'hostile'],
    ['en', 'matrix'],
  ] as const)('in %s: %s', async (lang, set) => {
    const file = await pageOf(set, lang);
    const { results } = await validator.validateString(readFileSync(file, 'utf8'));
    expect(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${line} ${ruleId} ${message}`)),
    ).toEqual([]);
    for (const width of [1280, 390]) {
      const { page, misdeeds } = await openFile(browser, file, { width });
      expect(await judgeAccess(page)).toEqual([]);
      expect(misdeeds).toEqual([]);
      expect(Number(await page.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(width);
      await page.close();
    }
  });
});

it('shows under which reading a requirement is met', async () => {
  const { page } = await openFile(browser, await pageOf('readings', 'zh'));
  expect(await textOf(page, 'main')).toContain('3000 万元为每年');
  await page.close();
});

it('leads from every cell of the matrix to its category', async () => {
  const { page } = await openFile(browser, await pageOf('matrix', 'zh'));
  const links = Number(await page.evaluate("document.querySelectorAll('.matrix a').length"));
  expect(links).toBeGreaterThan(sets.matrix.length);
  expect(
    await page.evaluate(
      "[...document.querySelectorAll('.matrix a')].filter((each) => document.querySelector(each.getAttribute('href')) === null).length",
    ),
  ).toBe(0);
  expect(await countShown(page, 'section.panel')).toBe(sets.matrix.length);
  await page.close();
});

it('prints every category of a dossier with what keeps it from each, on few pages', async () => {
  const { page } = await openFile(browser, await pageOf('one', 'zh'));
  const file = join(emptyFolder(), 'match.pdf');
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
  const text = ask('pdftotext', ['-layout', file, '-']).out.replace(/\s/g, '');
  for (const title of ['专精特新产品认定2021年度', '小巨人企业认定(创新类)2021年度']) expect(text).toContain(title);
  expect(text).not.toContain('jiangsu/2021/');
  expect(ask('pdfinfo', [file]).out).toMatch(/Pages: +[1-5]\n/);
  await page.close();
});
