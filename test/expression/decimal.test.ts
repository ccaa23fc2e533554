// Properties of decimals, held against arithmetic of whole numbers.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Decimal, readDecimal, showRounded } from '../../src/expression/decimal.ts';
import { precise } from '../../src/expression/explain.ts';

/** Digits as a form writes them, with the same figure as a whole number of ten-thousandths. */
const written = fc
  .record({ negative: fc.boolean(), whole: fc.bigInt(0n, 10n ** 18n), places: fc.integer({ min: 0, max: 4 }) })
  .chain(({ negative, whole, places }) =>
    fc.bigInt(0n, 10n ** BigInt(places) - 1n).map((part) => {
      const decimals = places === 0 ? '' : `.${String(part).padStart(places, '0')}`;
      const units = whole * 10_000n + (places === 0 ? 0n : part * 10n ** BigInt(4 - places));
      return { text: `${negative ? '-' : ''}${whole}${decimals}`, units: negative ? -units : units };
    }),
  );

/** A whole number of ten-thousandths, rounded half away from zero to two places. */
function rounded(units: bigint): string {
  if (units === 0n) return '0';
  const size = units < 0n ? -units : units;
  const cents = (size + 50n) / 100n;
  const sign = units < 0n && cents > 0n ? '-' : '';
  return `${sign}${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
}

test('a figure is read without losing a digit, and rounds half up as whole numbers do', () => {
  fc.assert(
    fc.property(written, ({ text, units }) => {
      const value = readDecimal(text);
      expect(value?.times(10_000).toFixed()).toBe(units === 0n && text.startsWith('-') ? '0' : String(units));
      expect(showRounded(value ?? new Decimal(0), 2)).toBe(rounded(units));
    }),
  );
});

test('what a form shows reads back as the rounded figure', () => {
  fc.assert(
    fc.property(written, fc.integer({ min: 0, max: 6 }), ({ text }, places) => {
      const value = new Decimal(text);
      const shown = readDecimal(showRounded(value, places));
      expect(shown?.eq(value.toDecimalPlaces(places))).toBe(true);
    }),
  );
});

test('only plain numbers are figures', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0129.-+eE, 一万%') }), (text) => {
      expect(readDecimal(text) === undefined).toBe(!/^-?(\d+(\.\d*)?|\.\d+)$/.test(text));
    }),
  );
});

test('a text of a million digits that is no figure is refused', () => {
  expect(readDecimal(`${'1'.repeat(1_000_000)}x`)).toBeUndefined();
});

test('precise figures are cut, never rounded up', () => {
  fc.assert(
    fc.property(written, fc.integer({ min: 1, max: 999 }), ({ text }, divisor) => {
      const value = new Decimal(text).div(divisor);
      const shown = new Decimal(precise(value).replaceAll(',', '').replace('−', '-').replace('…', ''));
      expect(shown.abs().lte(value.abs())).toBe(true);
      expect(shown.eq(value)).toBe(!precise(value).endsWith('…'));
    }),
  );
});
