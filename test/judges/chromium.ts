// Opens a report in Debian's Chromium, with or without its script, and reads what a person would see.
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { judges } from './judges.ts';

const executablePath = '/usr/bin/chromium';

/** Starts the browser. Throws when it is not installed, naming the package. */
export async function startBrowser(): Promise<Browser> {
  if (!existsSync(executablePath)) throw new Error(`the judge chromium is absent: apt-get install ${judges.chromium}`);
  // A judge runs as root in CI, where Chromium has no sandbox.
  return puppeteer.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

export type Opened = {
  readonly page: Page;
  /** What the page did that no report may do: dialogs, errors, refusals of its policy, requests. */
  readonly misdeeds: readonly string[];
};

export type View = { readonly width?: number; readonly script?: boolean; readonly fragment?: string };

/** Opens a file in a new page. */
export async function openFile(browser: Browser, file: string, view: View = {}): Promise<Opened> {
  const { width = 1280, script = true, fragment = '' } = view;
  const page = await browser.newPage();
  const misdeeds: string[] = [];
  const url = `${pathToFileURL(file).href}${fragment}`;
  page.on('dialog', (dialog) => {
    misdeeds.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => void misdeeds.push(`error ${String(error)}`));
  page.on('console', (message) => void misdeeds.push(`console ${message.text()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(pathToFileURL(file).href)) misdeeds.push(`request ${request.url()}`);
  });
  await page.setViewport({ width, height: 900 });
  await page.setJavaScriptEnabled(script);
  await page.goto(url);
  return { page, misdeeds };
}

/** What axe-core finds against WCAG and good practice, a line each. */
export async function judgeAccess(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ': ' + html.slice(0, 160) + ' ' + failureSummary)))`);
  return found as string[];
}

/** How many elements a selector finds that are shown. */
export const countShown = async (page: Page, selector: string): Promise<number> =>
  Number(
    await page.evaluate(
      `[...document.querySelectorAll(${JSON.stringify(selector)})].filter((each) => each.checkVisibility()).length`,
    ),
  );

/** Text of the first element a selector finds. */
export const textOf = async (page: Page, selector: string): Promise<string> =>
  String(await page.evaluate(`document.querySelector(${JSON.stringify(selector)})?.textContent ?? ''`));

/** The focused element as `tag#id` or `tag href`. */
export const focused = async (page: Page): Promise<string> =>
  String(
    await page.evaluate(`(() => { const { localName, id } = document.activeElement;
      return localName + (document.activeElement.getAttribute('href') ?? (id === '' ? '' : '#' + id)); })()`),
  );
