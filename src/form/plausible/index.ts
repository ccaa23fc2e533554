// The list of checks of plausibility, those that prove most first: the first that speaks of a value words its finding.
import { above } from './above.ts';
import { age, beforeFoundation, notOver } from './age.ts';
import type { Check } from './check.ts';
import { difference } from './difference.ts';
import { jump } from './jump.ts';
import { part } from './part.ts';
import { range } from './range.ts';
import { rank } from './rank.ts';
import { ratio } from './ratio.ts';
import { reversed } from './reversed.ts';
import { yearOf } from './year-of.ts';

export const checks: readonly Check[] = [
  part,
  above,
  difference,
  rank,
  ratio,
  range,
  jump,
  reversed,
  yearOf,
  age,
  beforeFoundation,
  notOver,
];
