// Programs of others that do a part of the same work, for `npm run bench`: spectral, pdfkit and pdfmake, put into a folder
// of their own, because nothing of the house needs them.
// Run by itself it prints as many PDFs: node bench/peers.mjs <pdfkit|pdfmake> <folder of packages> <texts.json> <count>
import { execFileSync } from 'node:child_process';
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { argv } from 'node:process';
import { finished } from 'node:stream/promises';
import { PDFiumLibrary } from '@hyzyla/pdfium';

const versions = { '@stoplight/spectral-cli': '6.16.3', pdfkit: '0.20.2', pdfmake: '0.3.11' };
const fonts = ['NotoSerifSC_400Regular', 'NotoSansSC_400Regular'].map((name) =>
  resolve(
    import.meta.dirname,
    `../node_modules/@expo-google-fonts/${name.startsWith('NotoSerif') ? 'noto-serif-sc' : 'noto-sans-sc'}/400Regular/${name}.ttf`,
  ),
);

/** Installs the peers into a folder; throws where the registry cannot be reached. */
export function install(folder) {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const names = Object.entries(versions).map(([name, version]) => `${name}@${version}`);
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...names], {
    cwd: folder,
    stdio: 'ignore',
  });
  return Object.entries(versions).map(([name, version]) => `${name.replace(/^.*\//, '')} ${version}`);
}

/** Arguments of Node that lint dossiers by a JSON Schema with spectral. */
export function spectral(packages, schema, files) {
  const ruleset = join(packages, 'ruleset.json');
  const then = {
    function: 'schema',
    functionOptions: { schema: JSON.parse(readFileSync(schema, 'utf8')), dialect: 'draft7' },
  };
  writeFileSync(ruleset, JSON.stringify({ rules: { shape: { given: '$', severity: 'error', then } } }));
  const program = join(packages, 'node_modules/@stoplight/spectral-cli/dist/index.js');
  return [program, 'lint', '--ruleset', ruleset, '--quiet', ...files];
}

/** The lines of each page of a PDF, into a file. */
export async function writeTexts(pdf, target) {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(readFileSync(pdf));
  writeFileSync(target, JSON.stringify(Array.from(document.pages(), (page) => page.getText().split('\r\n'))));
  library.destroy();
}

/** Pages, each a list of lines, set by pdfkit. */
function byPdfkit(PDFDocument, pages, out) {
  const doc = new PDFDocument({ size: 'A4', margin: 50, autoFirstPage: false });
  doc.pipe(out);
  for (const [index, font] of fonts.entries()) doc.registerFont(`${index}`, font);
  for (const lines of pages) {
    doc.addPage();
    // Both faces are used, as a summary uses them: one for what is printed, one for what is filled in.
    for (const [index, line] of lines.entries())
      doc
        .font(`${index % 2}`)
        .fontSize(9)
        .text(line);
  }
  doc.end();
}

/** Pages, each a list of lines, set by pdfmake. */
function byPdfmake(pdfmake, pages) {
  pdfmake.setFonts(Object.fromEntries(fonts.map((normal, index) => [`${index}`, { normal }])));
  const content = pages.flatMap((lines, page) =>
    lines.map((text, index) => {
      const begins = page > 0 && index === 0;
      return { text, font: `${index % 2}`, fontSize: 9, ...(begins ? { pageBreak: 'before' } : {}) };
    }),
  );
  return pdfmake.createPdf({ pageSize: 'A4', content, defaultStyle: { font: '0' } });
}

async function print(name, packages, texts, count) {
  const pages = JSON.parse(readFileSync(texts, 'utf8'));
  const peer = createRequire(join(packages, 'package.json'))(name);
  const target = join(packages, `${name}.pdf`);
  for (let at = 0; at < count; at += 1) {
    if (name === 'pdfmake') await byPdfmake(peer, pages).write(target);
    else {
      const out = createWriteStream(target);
      byPdfkit(peer, pages, out);
      await finished(out);
    }
  }
}

const [, script, name, packages, texts, count] = argv;
if (script === import.meta.filename) await print(name, packages, texts, Number(count));
