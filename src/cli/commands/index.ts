// The list of commands.
import type { Command } from '../command.ts';
import { build } from './build.ts';
import { categories } from './categories.ts';
import { validate } from './validate.ts';
import { verify } from './verify.ts';

export const commands: readonly Command[] = [validate, build, verify, categories];
