// The thread that opens PDFs: it is used again for the next file, and ended when one keeps it too long.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { inspectPdf } from '../../src/pdf/inspect.ts';
import { openLibrary } from '../../src/pdf/library.ts';
import { pdfOf } from './build.ts';
import { sample } from './dossier.ts';

const question = { leastSide: 1000, deep: false };
const paper = { width: 210, height: 297, varies: false };

const bytesOf = (content: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(content);

/** A file without a table of its objects, which a reader has to search for them. */
function tangled(): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(60_000_000);
  const line = Buffer.from('\n1 0 obj<</A 1>>end');
  for (let at = 0; at + line.length <= bytes.length; at += line.length) bytes.set(line, at);
  bytes.set(Buffer.from('%PDF-1.4\n'));
  return bytes;
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

test('a file that takes too long is given up, and the next one is inspected', async () => {
  expect(await inspectPdf(tangled(), question, 20)).toEqual({ is: 'timeout' });
  expect(await inspectPdf(bytesOf(pdfOf(1)), question)).toMatchObject({ is: 'opened', pages: 1 });
});

test('only the thread’s own work counts: a busy program does not make it late', async () => {
  await inspectPdf(bytesOf(pdfOf(1)), question);
  const report = inspectPdf(bytesOf(sample('owner-only.pdf')), question, 300);
  // By now the thread has begun; its answer comes while nobody listens.
  await new Promise((resolve) => setImmediate(resolve));
  const until = performance.now() + 600;
  while (performance.now() < until);
  expect(await report).toMatchObject({ is: 'opened', pages: 1 });
});

test('the main thread opens a PDF through the library', async () => {
  const library = await openLibrary();
  const document = await library.loadDocument(pdfOf(3));
  expect(document.getPageCount()).toBe(3);
  document.destroy();
  library.destroy();
});

test('a thread without a parent refuses to start', () => {
  const worker = fileURLToPath(new URL('../../src/pdf/worker.js', import.meta.url));
  expect(() => execFileSync(process.execPath, [worker], { stdio: 'pipe' })).toThrow('to be started as a thread');
});
