// Before the first tests: one folder for whatever they, and the programs they start, write for a while; gone after them.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const setup = (): (() => void) | undefined => {
  // All parts share it, where several run.
  if (process.env.ZJTX_TESTS_LOOKED !== undefined) return;
  const folder = mkdtempSync(join(tmpdir(), 'zjtx-tests-'));
  process.env.TMPDIR = folder;
  // What is seen of the attachments of examples (looked.ts).
  process.env.ZJTX_TESTS_LOOKED = join(folder, 'looked');
  mkdirSync(process.env.ZJTX_TESTS_LOOKED);
  return () => rmSync(folder, { recursive: true, force: true });
};
