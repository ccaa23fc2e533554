// What every command shows at three widths of a terminal, as files to be read; no line is wider than its terminal.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import stringWidth from 'fast-string-width';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepLoaded, runThere } from '../../scripts/generate/run.ts';
import type { Command } from '../../src/cli/command.ts';
import { commands } from '../../src/cli/commands/index.ts';

const examples = resolve(import.meta.dirname, '../../examples');
const widths = [50, 80, 120];
const small = 'jiangsu-2021-product/faulty-small';
const ready = 'jiangsu-2021-product/ready';
const giant = 'national-2026-little-giant/ready';

/** In this order: one reads what another wrote. Each at three widths, in a folder that has the examples. */
const captures: Readonly<Record<string, readonly string[]>> = {
  zjtx: ['--help'],
  'build-help': ['build', '--help'],
  init: ['init', 'neu/$W', '--category', 'national/2026/little-giant', '--yes'],
  'init-refused': ['init', 'neu', '--category', 'national/2026/little-giant'],
  add: ['add', `${ready}/附件/审计报告`, '--to', `${small}`, '--dry-run'],
  validate: ['validate', small],
  'validate-ready': ['validate', giant],
  'validate-several': ['validate', small, ready, giant],
  'validate-statistics': ['validate', 'jiangsu-2021-product', '--statistics', '-q'],
  'validate-unreadable': ['validate', 'nowhere'],
  attachments: ['validate', '--attachments', ready],
  'attachments-verbose': ['validate', '--attachments', giant, '--verbose'],
  fix: ['fix', 'jiangsu-2021-product/faulty-form', '--dry-run'],
  build: ['build', ready, '-o', 'out/$W'],
  'build-paper': ['build', giant, '-o', 'paper/$W', '--paper'],
  'build-several': ['build', ready, giant, '-o', 'both/$W'],
  'build-refused': ['build', small, '-o', 'none'],
  'build-preview': ['build', '--preview', ready, '-o', 'preview-$W.pdf'],
  verify: ['verify', 'both/$W'],
  diff: ['diff', ready, 'jiangsu-2021-product/labels'],
  explain: ['explain', 'slot-empty'],
  'explain-metric': ['explain', 'debt-ratio', '--category', 'national/2026/little-giant'],
  'explain-field': ['explain', 'rd_expense'],
  match: ['match', ready],
  'match-several': ['match', ready, giant, 'national-2026-srdi-sme/ready'],
  'categories-list': ['categories', 'list'],
  'categories-show': ['categories', 'show', 'national/2026/little-giant'],
  'categories-show-scored': ['categories', 'show', 'national/2026/srdi-sme'],
  'categories-schema': ['categories', 'schema', 'nowhere'],
  'categories-diff': ['categories', 'diff', 'national/2022/little-giant', 'national/2023/little-giant'],
  'categories-test': ['categories', 'test', 'jiangsu/2021/product', 'national/2026/little-giant'],
  'categories-new-year': ['categories', 'new-year', 'jiangsu/2022/srdi-sme', '-o', 'own/$W'],
  'sheet-export': ['sheet', 'export', ready, '-o', 'sheet/$W.xlsx'],
  'sheet-import': ['sheet', 'import', 'sheet/$W.xlsx', '-o', 'read/$W'],
  'report-merge': ['report', 'merge', 'nowhere.json'],
  'record-attest': ['record', 'attest', ready],
  'record-waive': ['record', 'waive', small, '--code', 'slot-empty'],
  'config-show': ['config', 'show', ready],
  'config-completion': ['config', 'completion', 'no-shell'],
};

/** Nobody breaks what is copied: a path, an id, a command, a digest. */
const copied = /\S[/.]\S|zjtx |[0-9a-f]{64}/;
/** Lines of a YAML file that `fix` changes and frames show are not ours. */
const verbatim: ReadonlySet<string> = new Set(['fix']);

let folder: string;
let program: Awaited<ReturnType<typeof keepLoaded>>;
beforeAll(async () => {
  program = await keepLoaded();
  folder = mkdtempSync(join(tmpdir(), 'zjtx-captures-'));
  cpSync(examples, folder, { recursive: true });
});
afterAll(() => {
  program.end();
  rmSync(folder, { recursive: true, force: true });
});

/** Without what changes with every change of what is drawn. */
const lasting = (text: string): string =>
  text
    .replace(/[0-9a-f]{64}/g, (digest) => '0'.repeat(digest.length))
    .replace(/sha256:[0-9a-f]{12}/g, `sha256:${'0'.repeat(12)}`);

describe.each(Object.entries(captures))('%s', (name, argv) => {
  it('is as it was read, and fits', async () => {
    const texts: string[] = [];
    for (const width of widths) {
      const given = argv.map((word) => word.replace('$W', String(width)));
      const { code, stdout, stderr } = await runThere(program.socket, given, {
        cwd: folder,
        env: { COLUMNS: String(width), ZJTX_LANG: 'zh' },
      });
      const text = lasting(stderr + stdout);
      expect(text).not.toContain(folder);
      for (const line of text.split('\n'))
        if (!copied.test(line) && !verbatim.has(name))
          expect(stringWidth(line), line).toBeLessThanOrEqual(Math.min(width, 100));
      if (!verbatim.has(name)) expect(text).not.toMatch(/^ *[。，；、：）]+ *$/m);
      texts.push(`==== ${width} ==== zjtx ${given.join(' ')}\n${text}==== ${code}\n`);
    }
    await expect(texts.join('\n')).toMatchFileSnapshot(join(import.meta.dirname, 'captures', `${name}.txt`));
  });
});

it('has every command that is listed', () => {
  const pathsOf = (all: readonly Command[], before: readonly string[] = []): string[][] =>
    all.flatMap((command) => {
      const path = [...before, command.name];
      return command.hidden ? [] : command.commands === undefined ? [path] : pathsOf(command.commands, path);
    });
  const captured = Object.values(captures);
  const left = pathsOf(commands).filter(
    (path) => !captured.some((argv) => path.every((word, at) => argv[at] === word)),
  );
  expect(left).toEqual([]);
});
