// The list of checks of plausibility, those that prove most first: the first that speaks of a value words its finding.
import type { Check } from './check.ts';
import { difference, jump, ratio, same } from './compared.ts';
import { age, beforeFoundation, notOver, reversed, yearOf } from './dates.ts';
import { above, part, range, rank } from './part.ts';

export const checks: readonly Check[] = [
  part,
  above,
  difference,
  rank,
  ratio,
  range,
  jump,
  same,
  reversed,
  yearOf,
  age,
  beforeFoundation,
  notOver,
];
