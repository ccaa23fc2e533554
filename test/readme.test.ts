// The reports in README.md are what the program prints; `npm run update` writes them anew.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { main } from '../src/cli/main.ts';

const root = resolve(import.meta.dirname, '..');
const block = /(<!-- output: (.+?) -->\n```text\n)[\s\S]*?(```)/g;

async function printed(line: string, stdin = ''): Promise<string> {
  let out = '';
  let clock = Date.parse('2026-11-21T00:00:00Z');
  const terminal = {
    stdout: {
      write: (text: string) => {
        out += text;
      },
      isTTY: false,
    },
    stderr: { write: () => undefined, isTTY: false },
    stdin: Readable.from([Buffer.from(stdin)]),
    cwd: root,
    env: { COLUMNS: '100' },
    // Each look at the clock is 0.4 s later, so that the report shows a time.
    now: () => {
      clock += 400;
      return new Date(clock);
    },
  };
  await main(line.split(' '), terminal);
  return `${out.trimEnd()}\n`;
}

it.each(['README.md', 'README.zh-CN.md'])('%s shows what the program prints', async (name) => {
  const file = resolve(root, name);
  const text = readFileSync(file, 'utf8');
  const lines = [...text.matchAll(block)].map(([, , line = '']) => line);
  expect(lines.length).toBeGreaterThan(0);
  const outputs = new Map<string, string>();
  for (const line of lines) outputs.set(line, await printed(line));
  const fresh = text.replace(
    block,
    (_all, head: string, line: string, end: string) => head + (outputs.get(line) ?? '') + end,
  );
  await expect(fresh).toMatchFileSnapshot(file);
});

it.each(['README.md', 'README.zh-CN.md'])('what %s writes of attachments and claims is taken', async (name) => {
  const [yaml = ''] = /attachments:\n[^`]*claims:\n[^`]*/.exec(readFileSync(resolve(root, name), 'utf8')) ?? [];
  const given = readFileSync(resolve(root, 'examples/jiangsu-2021-product/ready/dossier.yaml'), 'utf8');
  const head = given.slice(0, given.search(/^attachments:/m)).replaceAll('\r', '');
  const ran = await printed('validate - -f json', head + yaml);
  const { dossiers } = JSON.parse(ran) as { dossiers: { claims: object[]; findings: { code: string }[] }[] };
  const shape = dossiers[0]?.findings.filter(({ code }) =>
    /^(?:key|value|slot-unknown|claim-fact|evidence-fact)/.test(code),
  );
  expect(shape).toEqual([]);
});
