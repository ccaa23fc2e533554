// Merged PDFs before outside judges: sound, all pages, bookmarks, pictures upright, text still text.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { merger } from '../../src/bundle/merged/merge.ts';
import { encryptedPdf, pdfOf, pictureOf, slotOf, upright } from '../bundle/merged/samples.ts';
import { assessment } from '../support/assessment.ts';
import { ask } from './judges.ts';

const work = mkdtempSync(join(tmpdir(), 'zjtx-merged-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

async function write(name: string, samples: Parameters<typeof slotOf>[0]): Promise<string> {
  const { slot, read } = slotOf(samples);
  const { bytes } = await merger(assessment())(slot, read);
  const path = join(work, name);
  writeFileSync(path, bytes ?? '');
  return path;
}

it('passes qpdf and mutool with all pages in order, bookmarks and text', async () => {
  const path = await write('a.pdf', [
    await pdfOf('审计报告.pdf', [400, 410]),
    await encryptedPdf('加密.pdf'),
    pictureOf('照片.png'),
    await pdfOf('附注.pdf', [420, 430, 440]),
  ]);
  const checked = ask('qpdf', ['--check', path]);
  expect(checked, checked.out + checked.err).toMatchObject({ code: 0, err: '' });
  const info = ask('pdfinfo', ['-l', '9', path]).out;
  expect(info).toMatch(/^Pages: +6$/m);
  expect([...info.matchAll(/size: +([\d.]+) x/g)].map(([, width]) => Math.round(Number(width)))).toEqual([
    400, 410, 842, 420, 430, 440,
  ]);
  expect(ask('mutool', ['show', path, 'outline']).out.match(/"[^"]+"\s+#page=\d+/g)).toEqual([
    '"审计报告.pdf"\t#page=1',
    '"照片.png"\t#page=3',
    '"附注.pdf"\t#page=4',
  ]);
  expect(ask('pdftotext', ['-f', '5', '-l', '5', path, '-']).out.trim()).toBe('6 430');
});

it('pdftoppm draws a picture of each orientation upright', async () => {
  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const path = await write(`o${orientation}.pdf`, [pictureOf('照片.png', orientation)]);
    expect(ask('pdftoppm', ['-r', '36', '-gray', path, join(work, `o${orientation}`)]).err).toBe('');
    const drawn = readFileSync(join(work, readdirSync(work).find((name) => name.startsWith(`o${orientation}-`)) ?? ''));
    const [head = '', width = '', height = ''] = /^P5\s+(\d+) (\d+)\s+255\s/.exec(drawn.toString('latin1')) ?? [];
    const [w, h] = [Number(width), Number(height)];
    const high = ((w - 28) * 2) / 3;
    const seen = upright.map((line, row) =>
      line.map((_, column) => {
        const x = Math.round(14 + ((column + 0.5) * (w - 28)) / 3);
        const y = Math.round((h - high) / 2 + ((row + 0.5) * high) / 2);
        return drawn[head.length + y * w + x] ?? -1;
      }),
    );
    expect(seen).toEqual(upright);
  }
});

it('pages that qpdf has turned, or moved to the front for the web, look as they do by themselves', async () => {
  const source = join(work, 'source.pdf');
  const plain = await pdfOf('页.pdf', [300, 310, 320, 330]);
  writeFileSync(source, plain.bytes);
  const turned = join(work, 'turned.pdf');
  const turns = ['+90:1', '+180:2', '+270:3'].map((turn) => `--rotate=${turn}`);
  expect(ask('qpdf', [source, turned, ...turns, '--linearize', '--object-streams=generate']).code).toBe(0);
  const path = await write('m.pdf', [{ file: plain.file, bytes: readFileSync(turned) }, pictureOf('照片.png')]);
  const drawn = (file: string, name: string): Buffer[] => {
    ask('pdftoppm', ['-r', '20', '-l', '4', file, join(work, name)]);
    const pages = readdirSync(work).filter((one) => one.startsWith(`${name}-`));
    return pages.sort().map((one) => readFileSync(join(work, one)));
  };
  const before = drawn(turned, 'before');
  expect(before).toHaveLength(4);
  expect(drawn(path, 'after')).toEqual(before);
});
