// A scanned PDF made smaller before outside judges: sound, all pages, each still one picture of fewer bytes.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, it } from 'vitest';
import { fitted } from '../../src/bundle/fit/fitted.ts';
import { jpegOf, scansOf } from '../bundle/fit/samples.ts';
import { ask } from './judges.ts';

const work = mkdtempSync(join(tmpdir(), 'zjtx-fitted-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

it('passes qpdf, and poppler and mutool draw it', async () => {
  const size = { width: 1300, height: 1800 };
  const document = await scansOf([await jpegOf(size), await jpegOf({ ...size, channels: 1 })]);
  const bytes = await document.save();
  const made = await fitted(sharp, bytes, 'pdf', Math.floor(bytes.length * 0.5));
  if (typeof made === 'string') throw new Error(made);
  const path = join(work, 'a.pdf');
  writeFileSync(path, made.bytes);
  const checked = ask('qpdf', ['--check', path]);
  expect(checked, checked.out + checked.err).toMatchObject({ code: 0, err: '' });
  expect(ask('pdfinfo', [path]).out).toMatch(/^Pages: +2$/m);
  expect(ask('pdftoppm', ['-r', '30', '-png', path, join(work, 'p')]).err).toBe('');
  expect(ask('mutool', ['draw', '-N', '-q', '-r', '30', '-o', join(work, 'm%d.png'), path]).err).toBe('');
});
