// No text of a stranger's definition makes compiling or running throw.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile, type Input } from '../../src/expression/compile.ts';
import { Decimal } from '../../src/expression/decimal.ts';
import type { FactValue } from '../../src/expression/values.ts';
import { scope } from './scope.ts';

const asOf = '2021-08-16';

const pieces = fc.constantFrom(
  'revenue',
  'profit_total',
  ...'Y as_of titles patents pool market_share profile chains hi_tech region.province t x null true 0 1 7 2.5 1e9 "a" b"a"'.split(
    ' ',
  ),
  ...'+ - * / % > >= == != && || ! ? : , . ( ) [ ] { } in'.split(' '),
  ...[
    '.at(',
    '.exists(t, ',
    '.all(x, ',
    '.map(x, ',
    '.filter(x, ',
    '.size()',
    '[0]',
    '.matches(',
    'size(',
    'has(',
    'int(',
  ],
  ...[
    'cagr(',
    'mean(',
    'sum(',
    'growth(',
    'days_between(',
    'year_of(',
    'timestamp(',
    'duration(',
    'dyn(',
    'cel.bind(x, ',
  ],
  ...[
    'constructor',
    '__proto__',
    'toString',
    '"',
    "'",
    '\\',
    '`',
    '€',
    '营业收入',
    '\n',
    '\u0000',
    '9223372036854775808',
  ],
);
const soup = fc.array(pieces, { maxLength: 20 }).map((parts) => parts.flat().join(' '));
const nothing: Input = { facts: new Map(), metrics: new Map(), asOf };
const something: Input = {
  facts: new Map<string, FactValue>([
    ['profile', '研发'],
    ['chains', []],
    ['hi_tech', true],
    ['patents', { kind: 'table', rows: [{ kind: 'record', fields: new Map([['name', '一']]) }] }],
    ['titles', { kind: 'table', rows: [] }],
    ['revenue', { kind: 'yearly', years: new Map([[2020, new Decimal(0)]]) }],
    ['pool', { kind: 'record', fields: new Map() }],
  ]),
  metrics: new Map(),
  asOf,
};

test('no text throws: it compiles, or is refused inside its own bounds; what compiles gives one of three outcomes', () => {
  fc.assert(
    fc.property(fc.oneof(soup, fc.string({ unit: 'grapheme' })), fc.constantFrom('Decimal', 'bool'), (text, result) => {
      const compiled = compile(text, scope, result);
      if ('problem' in compiled) {
        const { start, end } = compiled.problem;
        expect(start >= 0 && start <= end && end <= text.length).toBe(true);
        return;
      }
      for (const given of [nothing, something]) {
        expect(['value', 'undecided', 'not computable']).toContain(compiled.ok.evaluate(given).is);
      }
    }),
    { numRuns: 5000 },
  );
});

/** Texts that mostly compile, so that running them is what is tried. */
const { condition } = fc.letrec<{ condition: string; figure: string; text: string; whole: string }>((tie) => ({
  figure: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(
      'revenue.at(Y-1)',
      'revenue.at(2 - Y)',
      'market_share.share',
      'profit_total.at(Y) * 1e300',
      'software_copyrights',
    ),
    fc.tuple(tie('figure'), fc.constantFrom('+', '-', '*', '/'), tie('figure')).map((parts) => `(${parts.join(' ')})`),
    fc
      .tuple(tie('figure'), fc.constantFrom('/ 0', '/ 0.0', '* (0.0 / 0.0)', '* 9007199254740993'))
      .map((parts) => parts.join(' ')),
  ),
  whole: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(
      'Y',
      '-1',
      '9223372036854775807',
      'size(patents)',
      'patents.size()',
      'profile.indexOf("发")',
      'year_of(profile)',
    ),
    fc.tuple(tie('text'), tie('text')).map(([a, b]) => `days_between(${a}, ${b})`),
    fc.tuple(tie('whole'), fc.constantFrom('+', '-', '*'), tie('whole')).map((parts) => `(${parts.join(' ')})`),
    tie('text').map((text) => `int(${text})`),
  ),
  text: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(
      'profile',
      'patents[0].name',
      'patents[1].type',
      'titles[0].kind',
      'as_of',
      '"x"',
      'chains[3]',
      'pool.approved_on',
    ),
    fc.tuple(tie('text'), tie('whole')).map(([text, from]) => `${text}.substring(${from})`),
    fc.tuple(tie('text'), tie('text')).map(([a, b]) => `(${a} + ${b})`),
  ),
  condition: fc.oneof(
    { maxDepth: 3 },
    fc
      .tuple(tie('figure'), fc.constantFrom('>=', '<', '==', '!='), fc.oneof(tie('figure'), tie('whole')))
      .map((p) => p.join(' ')),
    fc.tuple(tie('whole'), fc.constantFrom('>=', '<', '=='), tie('whole')).map((parts) => parts.join(' ')),
    fc.tuple(tie('text'), fc.constantFrom('>=', '<', '=='), tie('text')).map((parts) => parts.join(' ')),
    fc.tuple(tie('condition'), fc.constantFrom('&&', '||'), tie('condition')).map((parts) => `(${parts.join(' ')})`),
    tie('condition').map((inner) => `patents.exists(p, ${inner})`),
    tie('condition').map((inner) => `!(${inner})`),
    fc.tuple(tie('condition'), tie('condition'), tie('condition')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
  ),
}));

test('running never throws and never gives NaN or Infinity', () => {
  let ran = 0;
  fc.assert(
    fc.property(condition, (text) => {
      const compiled = compile(text, scope, 'bool');
      if ('problem' in compiled) return;
      for (const given of [nothing, something]) {
        ran += 1;
        const outcome = compiled.ok.evaluate(given);
        expect(['value', 'undecided', 'not computable']).toContain(outcome.is);
        if (outcome.is === 'undecided') expect(outcome.needs.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 3000 },
  );
  expect(ran).toBeGreaterThan(1000);
});
