// The list of rules: the ways in which a criterion can be decided.
import { advise, unknown } from './advise.ts';
import { agrees } from './agrees.ts';
import { anyOf } from './any-of.ts';
import { assert } from './assert.ts';
import { declared } from './declared.ts';
import { followUp } from './follow-up.ts';
import { hasTitle } from './has-title.ts';
import { noTitle } from './no-title.ts';
import type { AnyRule } from './rule.ts';
import { scored } from './scored.ts';

export const rules: readonly AnyRule[] = [
  assert,
  anyOf,
  scored,
  declared,
  noTitle,
  hasTitle,
  agrees,
  followUp,
  advise,
  unknown,
];
