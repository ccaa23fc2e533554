// The list of reporters, by the name that --format takes.
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import type { Reporter } from './reporter.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

export const reporters: readonly Reporter[] = [text, json, sarif, junit, github, gitlab, html];
