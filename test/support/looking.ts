// Before the first tests: a folder for what is seen of the attachments of examples (looked.ts), gone after them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const setup = (): (() => void) | undefined => {
  // Both parts share it, where both run.
  if (process.env.ZJTX_TESTS_LOOKED !== undefined) return;
  const folder = mkdtempSync(join(tmpdir(), 'zjtx-looked-'));
  process.env.ZJTX_TESTS_LOOKED = folder;
  return () => rmSync(folder, { recursive: true, force: true });
};
