// The thread that opens PDFs: it is used again for the next file, and ended when one has made it run away.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { inspectPdf } from '../../src/files/pdf/inspect.ts';
import { openLibrary } from '../../src/files/pdf/library.ts';
import { pdfWith, stream } from '../files/pdf/build.ts';
import { pdfOf } from './build.ts';
import { sample } from './dossier.ts';

const question = { leastSide: 1000, deep: false };
const paper = { width: 210, height: 297, varies: false };

const bytesOf = (content: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(content);

/** Hours of work in some kilobytes: many pages share one content, which draws nothing for a very long time. */
function endless(): Uint8Array<ArrayBuffer> {
  const pages = 10_000;
  const content = deflateSync(Buffer.alloc(40_000_000, 'q Q '));
  return bytesOf(
    pdfWith([
      '<</Type/Catalog/Pages 2 0 R>>',
      `<</Type/Pages/Kids[${'3 0 R '.repeat(pages)}]/Count ${pages}>>`,
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>',
      stream(content, '/Filter/FlateDecode'),
    ]),
  );
}

test('reports come in the order asked for, also after a file that does not open', async () => {
  const files = [
    sample('text.pdf'),
    Buffer.from('%PDF-1.4'),
    sample('user-password.pdf'),
    pdfOf(30),
    sample('owner-only.pdf'),
  ];
  const whole = { is: 'opened', restricted: false, damaged: false, unread: 0, paper };
  expect(await Promise.all(files.map((file) => inspectPdf(bytesOf(file), question)))).toEqual([
    { ...whole, pages: 1, seen: 1, text: true },
    { is: 'broken' },
    { is: 'password' },
    { ...whole, pages: 30, seen: 30, unread: 30, text: false },
    { ...whole, pages: 1, restricted: true, seen: 1, text: true },
  ]);
});

test('a file whose reader has run away is given up, and the next one is inspected', async () => {
  expect(await inspectPdf(endless(), question, 100)).toEqual({ is: 'not inspected' });
  expect(await inspectPdf(bytesOf(pdfOf(1)), question)).toMatchObject({ is: 'opened', pages: 1 });
});

test('the main thread opens a PDF through the library', async () => {
  const library = await openLibrary();
  const document = await library.loadDocument(pdfOf(3));
  expect(document.getPageCount()).toBe(3);
  document.destroy();
  library.destroy();
});

test('a thread without a parent refuses to start', () => {
  const worker = fileURLToPath(new URL('../../src/files/pdf/worker.js', import.meta.url));
  expect(() => execFileSync(process.execPath, [worker], { stdio: 'pipe' })).toThrow('to be started as a thread');
});
