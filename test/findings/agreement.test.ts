// Agreement of readings: every, some, none, and no answer while an undecided reading could turn it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreement } from '../../src/findings/agreement.ts';
import { readingsShown, readingsText } from '../../src/words/readings.ts';

type Is = 'met' | 'not met' | 'undecided';
const read = (...all: readonly Is[]) => ({ readings: all.map((is, at) => ({ label: `读法${at}`, decision: { is } })) });

describe('agreement', () => {
  it.each<[readonly Is[], string | undefined]>([
    [[], undefined],
    [['met', 'met'], 'every'],
    [['not met', 'not met'], 'none'],
    [['met', 'not met'], 'some'],
    [['undecided', 'not met', 'met'], 'some'],
    [['met', 'undecided'], undefined],
    [['not met', 'undecided'], undefined],
    [['undecided', 'undecided'], undefined],
  ])('of %j is %s', (all, expected) => {
    expect(agreement(read(...all))).toBe(expected);
  });

  it('is nothing where a criterion has no readings', () => {
    expect(agreement({})).toBeUndefined();
  });

  it('never turns once it is said, however the undecided readings come out', () => {
    const is = fc.constantFrom<Is>('met', 'not met', 'undecided');
    const out = fc.constantFrom<Is>('met', 'not met');
    fc.assert(
      fc.property(fc.array(fc.tuple(is, out), { minLength: 1, maxLength: 8 }), (pairs) => {
        const before = agreement(read(...pairs.map(([one]) => one)));
        const after = agreement(read(...pairs.map(([one, later]) => (one === 'undecided' ? later : one))));
        expect(after).toBeDefined();
        if (before !== undefined) expect(after).toBe(before);
      }),
    );
  });
});

describe('the sentence about readings', () => {
  it.each<[readonly Is[], string, string]>([
    [['met', 'met'], '各种口径均符合', 'met under every reading'],
    [['not met', 'not met'], '各种口径均不符合', 'met under no reading'],
    [
      ['met', 'not met', 'undecided'],
      '仅按“读法0”口径符合，按“读法1”口径不符合，按“读法2”口径待定',
      'met only under “读法0”, not under “读法1”, undecided under “读法2”',
    ],
    [['met', 'undecided'], '按“读法0”口径符合，按“读法1”口径待定', 'met under “读法0”, undecided under “读法1”'],
  ])('of %j', (all, zh, en) => {
    expect(readingsText(read(...all), 'zh')).toBe(zh);
    expect(readingsText(read(...all), 'en')).toBe(en);
  });

  it('is none where nothing is decided: the missing facts say it', () => {
    expect(readingsText(read('undecided', 'undecided'), 'zh')).toBeUndefined();
  });
});

describe('the figures of readings', () => {
  const shown = (...all: readonly (readonly [Is, string])[]) =>
    all.map(([is, text], at) => ({ label: `读法${at}`, decision: { is, shown: text } }));

  it('stand once where all come to the same, in whatever words', () => {
    expect(readingsShown(shown(['met', '甲 2 ≥ 1'], ['met', '乙 2 ≥ 1']), 'zh')).toBe('甲 2 ≥ 1');
    expect(readingsShown(shown(['not met', '甲 0 < 1'], ['not met', '乙 0 < 1']), 'zh')).toBe('甲 0 < 1');
  });

  it('stand under their labels where they do not', () => {
    expect(readingsShown(shown(['met', '2 ≥ 1'], ['not met', '0 < 1']), 'zh')).toBe('读法0：2 ≥ 1；读法1：0 < 1');
  });
});
