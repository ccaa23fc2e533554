// The folders of src/ import each other only as the architecture says, and the check really saw them.
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
type Cruise = {
  modules: { source: string }[];
  summary: { violations: { rule: { name: string }; from: string; to: string }[] };
};

describe('boundaries', () => {
  it('hold, over every file of src/', () => {
    const out = execFileSync(
      'node_modules/.bin/depcruise',
      ['src', '--config', '.dependency-cruiser.mjs', '-T', 'json'],
      {
        cwd: root,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    const { modules, summary } = JSON.parse(out) as Cruise;
    const seen = modules.filter(({ source }) => source.startsWith('src/')).length;
    const files = readdirSync(resolve(root, 'src'), { recursive: true, withFileTypes: true }).filter((entry) =>
      /\.[jt]s$/.test(entry.name),
    );
    expect(seen).toBe(files.length);
    expect(seen).toBeGreaterThan(100);
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
  });
});
