// Names inside a bundle are safe, unique, short, and left alone once they are.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundleName, safeName, shortName, twinKey, uniqueNames } from '../../src/bundle/names.ts';
import { stamps } from '../../src/decide/state.ts';

/** Every character that has a meaning somewhere, and Chinese, composed and decomposed. */
const awkward = fc.oneof(
  fc.constantFrom(
    ...'%\r\n\\/:*?"<>|. \t\0\u007f\u202e\ufeff\u2028',
    '营',
    '业',
    'é',
    'e\u0301',
    'ß',
    'İ',
    '가',
    '\ud800',
  ),
  fc.constantFrom('.pdf', 'CON', 'nul.', 'COM1.txt', '..', '-2', '𠮷', '…'),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const names = fc.array(awkward, { maxLength: 60 }).map((parts) => parts.join(''));

describe('names inside a bundle', () => {
  it('are safe: no syntax of Windows, BagIt or a terminal is left', () => {
    fc.assert(
      fc.property(names, (name) => {
        const safe = safeName(name);
        expect(safe).not.toMatch(/[%\\/:*?"<>|\p{Cc}\p{Cs}\u202a-\u202e]|[. ]$|^$/u);
        expect(safe).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
        expect(safe.normalize('NFC')).toBe(safe);
      }),
      { numRuns: 2000 },
    );
  });

  it('stay as they are once safe', () => {
    fc.assert(
      fc.property(names, (name) => {
        expect(safeName(safeName(name))).toBe(safeName(name));
      }),
      { numRuns: 2000 },
    );
  });

  it('are unique on systems that fold case and forms, short enough, and the same the second time', () => {
    fc.assert(
      fc.property(fc.array(names, { maxLength: 12 }), fc.integer({ min: 24, max: 60 }), (given, units) => {
        const own = uniqueNames(given, units);
        expect(new Set(own.map(twinKey)).size).toBe(given.length);
        for (const name of own) {
          expect(name.length).toBeLessThanOrEqual(units);
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(240);
          expect(safeName(name)).toBe(name);
        }
        expect(uniqueNames(own, units)).toEqual(own);
      }),
      { numRuns: 1000 },
    );
  });

  it('keep their extension when they are cut', () => {
    const base = fc.string({ unit: fc.constantFrom('审', '计', 'a', '𠮷'), minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(base, fc.constantFrom('.pdf', '.docx', '.JPG'), (text, extension) => {
        const short = shortName(`${text}${extension}`, 50);
        expect(short.endsWith(extension)).toBe(true);
        expect(short.length).toBeLessThanOrEqual(50);
        expect(short).not.toMatch(/\p{Cs}/u);
      }),
    );
  });

  it('look as the design says', () => {
    expect(safeName('证明: 2020/2021 (95%).pdf')).toBe('证明： 2020／2021 (95％).pdf');
    expect(safeName('a.. ')).toBe('a．．_');
    expect(safeName('nul.pdf')).toBe('_nul.pdf');
    expect(uniqueNames(['A.pdf', 'a.PDF', 'a.pdf', 'e\u0301.jpg', 'é.jpg'], 40)).toEqual([
      'A.pdf',
      'a-2.PDF',
      'a-3.pdf',
      'é.jpg',
      'é-2.jpg',
    ]);
    expect(shortName(`${'前'.repeat(40)}${'后'.repeat(20)}.pdf`, 20)).toBe(`${'前'.repeat(10)}…${'后'.repeat(5)}.pdf`);
  });

  it('name a bundle by enterprise, category and status', () => {
    expect(bundleName('江苏示例精密机械有限公司', 'jiangsu/2021/product', 'final')).toBe(
      '江苏示例精密机械有限公司-jiangsu-2021-product',
    );
    expect(bundleName('甲', 'jiangsu/2021/product', 'draft')).toBe('甲-jiangsu-2021-product-草稿');
    expect(bundleName('甲', 'jiangsu/2021/product', 'unsettled')).toBe('甲-jiangsu-2021-product-待核实');
    fc.assert(
      fc.property(names, fc.constantFrom(...stamps), (enterprise, stamp) => {
        const name = bundleName(enterprise, 'jiangsu/2021/product', stamp);
        expect(name.length).toBeLessThanOrEqual(80);
        expect(safeName(name)).toBe(name);
        expect(name.endsWith('-草稿')).toBe(stamp === 'draft');
        expect(name.endsWith('-待核实')).toBe(stamp === 'unsettled');
      }),
    );
  });
});
