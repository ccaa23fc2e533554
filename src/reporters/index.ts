// The list of reporters, by the name that --format takes.
import { json } from './json.ts';
import type { Reporter } from './reporter.ts';
import { text } from './text.ts';

export const reporters: readonly Reporter[] = [text, json];
