// The shipped forms at their largest before poppler: every word inside the margins, none upon another, no row lost.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { overhang } from '../../src/characters/signs.ts';
import { MM, PAGE } from '../../src/summary/tokens.ts';
import { writeSummary } from '../../src/summary/write.ts';
import { final } from '../summary/faces.ts';
import { FILES, FORMS, largeOf, NAME, ROWS, readyOf, rowName } from '../summary/large.ts';
import { ask } from './judges.ts';

const work = mkdtempSync(join(tmpdir(), 'zjtx-large-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** A word where poppler sees it, mm from the top left. */
type Word = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

const WORD = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g;

function pagesOf(path: string): Word[][] {
  const judged = ask('pdftotext', ['-bbox', path, '-']);
  expect(judged).toMatchObject({ code: 0, err: '' });
  return judged.out
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(WORD)].map(([, left, top, right, bottom, text = '']) => ({
        text,
        left: Number(left) / MM,
        right: Number(right) / MM,
        top: Number(top) / MM,
        bottom: Number(bottom) / MM,
      })),
    );
}

/** Of the height of a word's box, the size of its letters. */
const BODY = 0.69;

/** Pairs that lie upon each other. The box of a word is as high as its font, so only its middle half is looked at. */
function overlaps(words: readonly Word[]): string[] {
  const inner = words.map((word) => {
    const quarter = (word.bottom - word.top) / 4;
    return { ...word, top: word.top + quarter, bottom: word.bottom - quarter };
  });
  return inner.flatMap((a, index) =>
    inner.slice(index + 1).flatMap((b) => {
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      return wide > 0.3 && high > 0.3 ? [`${a.text} × ${b.text}`] : [];
    }),
  );
}

describe.each(FORMS)('%s', async (form) => {
  const large = largeOf(await readyOf(form));
  const path = join(work, `${form}.pdf`);
  writeFileSync(path, (await writeSummary(large, final)).bytes);
  const pages = pagesOf(path);
  const text = pages.flatMap((words) => words.map((word) => word.text)).join('');

  it('has its words inside the margins, none upon another', () => {
    expect(pages.length).toBeGreaterThan(20);
    for (const words of pages) {
      expect(words.length).toBeGreaterThan(5);
      expect(overlaps(words)).toEqual([]);
      for (const word of words) {
        // An opening mark hangs out with its empty half.
        const left = word.left + overhang(word.text[0] ?? '') * (word.bottom - word.top) * BODY;
        expect(left, word.text).toBeGreaterThanOrEqual(PAGE.left - 0.2);
        expect(word.right, word.text).toBeLessThanOrEqual(PAGE.right + 0.2);
        expect(word.top, word.text).toBeGreaterThan(10);
        expect(word.bottom, word.text).toBeLessThan(288);
      }
    }
  });

  it('has every row and every file', () => {
    const tables = large.form.sections
      .flatMap(({ items }) => items)
      .filter((item) => item.kind === 'table' && item.rows.length > 0);
    for (let index = 0; index < ROWS; index++) expect(text.split(rowName(index))).toHaveLength(tables.length + 1);
    // Poppler reads a row of cells in an order of its own.
    const listed = [...text.matchAll(/(\d{4})\.pdf/g)].map(([, number]) => Number(number)).sort((a, b) => a - b);
    expect(listed).toEqual(Array.from({ length: FILES }, (_, index) => index));
    expect(text).toContain(NAME.slice(0, 12));
  });

  it('is drawn by poppler without a word', () => {
    expect(ask('pdftoppm', ['-r', '30', '-png', '-l', '3', path, join(work, form)]).err).toBe('');
  });
});
