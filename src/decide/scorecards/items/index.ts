// The list of kinds: the ways in which an item of a scorecard gives points.
import { bands } from './bands.ts';
import { betterOf } from './better-of.ts';
import { choice } from './choice.ts';
import { each } from './each.ts';
import type { AnyKind } from './kind.ts';
import { per } from './per.ts';
import { stated } from './stated.ts';

export const kinds: readonly AnyKind[] = [bands, betterOf, choice, each, per, stated];
