// What a picture of the README is made of: the program's own output for its command, the same on every machine.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

export async function sourceOf(main, picture, root) {
  const folder = mkdtempSync(join(tmpdir(), 'zjtx-picture-'));
  const pdf = join(folder, 'preview.pdf');
  let out = '';
  let clock = Date.parse('2026-11-21T00:00:00Z');
  const argv = picture.command.split(' ');
  await main(picture.kind === 'pdf' ? [...argv, pdf] : argv, {
    stdout: {
      write: (text) => {
        out += text;
      },
      isTTY: false,
    },
    stderr: { write: () => undefined, isTTY: false },
    stdin: Readable.from([]),
    cwd: root,
    env: { COLUMNS: '90', FORCE_COLOR: '1', ZJTX_LANG: 'zh' },
    // Each look at the clock is a little later, so that the report shows a time.
    now: () => {
      clock += 400;
      return new Date(clock);
    },
  });
  const bytes = picture.kind === 'pdf' ? readFileSync(pdf) : Buffer.from(out);
  rmSync(folder, { recursive: true });
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}
