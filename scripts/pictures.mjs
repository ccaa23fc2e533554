// Makes the pictures of the README from the built program: a report in a terminal, a page of the summary, the report of a batch. Needs chromium.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { AnsiUp } from 'ansi_up';
import puppeteer from 'puppeteer-core';
import sharp from 'sharp';
import { sourceOf } from './picture-source.mjs';

/** @typedef {import('./picture-source.mjs').Picture} Picture */

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'docs/pictures');
const { main } = await import(pathToFileURL(join(root, 'dist/cli/main.js')).href);
/** @type {Picture[]} */
const list = JSON.parse(readFileSync(join(folder, 'pictures.json'), 'utf8'));
const faces = { sans: 'NotoSansSC_400Regular.ttf' };

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
});

/**
 * @param {string} html
 * @param {string | undefined} selector
 * @param {number} width
 * @param {number} height
 */
async function shot(html, selector, width, height) {
  const page = await browser.newPage();
  await page.setViewport({ width, height, deviceScaleFactor: 2 });
  await page.setContent(html, { waitUntil: 'load' });
  await page.evaluate('document.fonts.ready');
  const element = selector ? await page.$(selector) : page;
  if (element === null) throw new Error(`no ${selector}`);
  const png = await element.screenshot({ type: 'png' });
  await page.close();
  return png;
}

/**
 * The colours of a plain light terminal; `rows` lines of the output.
 * @param {string} text
 * @param {Picture} picture
 */
function terminal(text, { command, rows }) {
  const font = readFileSync(join(root, 'dist/fonts', faces.sans)).toString('base64');
  const lines = text.split('\n');
  const ansi = new AnsiUp();
  const shown = ansi.ansi_to_html(lines.slice(0, rows).join('\n'));
  return `<!doctype html><meta charset="utf-8"><style>
    @font-face { font-family: zjtx; src: url(data:font/ttf;base64,${font}) }
    body { margin: 0; background: #fff }
    #screen { width: max-content; padding: 18px 22px; background: #fdfdfb; border: 1px solid #c9c9c2; border-radius: 6px }
    pre { margin: 0; font: 15px/23px "Noto Sans Mono CJK SC", "DejaVu Sans Mono", monospace, zjtx; color: #1c1c1a }
    .prompt { color: #6b6b66 }
  </style><div id="screen"><pre><span class="prompt">$ zjtx ${command}</span>\n\n${shown}</pre></div>`;
}

/**
 * @param {Buffer} bytes
 * @param {number} number From 1.
 */
async function pageOf(bytes, number) {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  const { data } = await document.getPage(number - 1).render({
    scale: 2,
    render: ({ data: pixels, width, height }) =>
      sharp(pixels, { raw: { width, height, channels: 4 } })
        .png()
        .toBuffer(),
  });
  document.destroy();
  library.destroy();
  return sharp(data).extend({ top: 2, bottom: 2, left: 2, right: 2, background: '#c9c9c2' }).toBuffer();
}

const made = [];
for (const picture of list) {
  const { bytes, sha256 } = await sourceOf(main, picture, root);
  const text = bytes.toString('utf8');
  const draw = {
    terminal: () => shot(terminal(text, picture), '#screen', 1200, 900),
    html: () => shot(text, undefined, 1280, 860),
    pdf: () => pageOf(bytes, picture.page ?? 1),
  };
  const png = await draw[picture.kind]();
  const small = await sharp(png).png({ palette: true, effort: 10 }).toBuffer();
  writeFileSync(join(folder, picture.file), small);
  made.push({ ...picture, sha256 });
  process.stdout.write(`${picture.file} ${Math.round(small.length / 1024)} KB\n`);
}
await browser.close();
writeFileSync(join(folder, 'pictures.json'), `${JSON.stringify(made, undefined, 2)}\n`);
