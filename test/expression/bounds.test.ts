// Bounds are read as they are written, and a text that bounds nothing is refused.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBounds } from '../../src/expression/types.ts';

const figure = fc
  .tuple(
    fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fc.option(fc.integer({ min: 1, max: 999 }), { nil: undefined }),
  )
  .map(([whole, part]) => (part === undefined ? `${whole}` : `${whole}.${part}`));

describe('bounds', () => {
  it('come back as written', () => {
    fc.assert(
      fc.property(figure, figure, (one, other) => {
        const [least, most] = Number(one) <= Number(other) ? [one, other] : [other, one];
        expect(readBounds(`${least}..${most}`)).toEqual({ least, most });
        expect(readBounds(`${least}..`)).toEqual({ least });
        expect(readBounds(`..${most}`)).toEqual({ most });
        if (Number(least) < Number(most)) expect(readBounds(`${most}..${least}`)).toBeUndefined();
      }),
    );
  });

  it('may be days, or the day of the assessment', () => {
    expect(readBounds('1949-10-01..as_of')).toEqual({ least: '1949-10-01', most: 'as_of' });
    expect(readBounds('1949..as_of')).toEqual({ least: '1949', most: 'as_of' });
  });

  it.each(['', '..', '5', '0...5', '1..2..3', '2021-02-30..', 'today..', '2021-05-01..2020-05-01', ' 0..1'])(
    '%j is none',
    (text) => {
      expect(readBounds(text)).toBeUndefined();
    },
  );
});
