// The reports that stand in the README in both languages: what the program prints.
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { main } from '../../src/cli/main.ts';

const root = resolve(import.meta.dirname, '../..');
const block = /(<!-- output: (.+?) -->\n```text\n)[\s\S]*?(```)/g;

/** What `zjtx` with this line of arguments prints in the checkout. */
export async function printed(line: string, stdin = ''): Promise<string> {
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

/** The page with fresh output. Throws where it shows none. */
export async function withOutput(page: string): Promise<string> {
  const lines = [...page.matchAll(block)].map(([, , line = '']) => line);
  if (lines.length === 0) throw new Error('no output is shown');
  const outputs = new Map<string, string>();
  for (const line of lines) outputs.set(line, await printed(line));
  return page.replace(block, (_all, head: string, line: string, end: string) => head + (outputs.get(line) ?? '') + end);
}
