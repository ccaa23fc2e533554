// A messy client goes from an empty folder to 就绪 at a terminal, without a line of YAML; its answers and keys are counted.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder } from '../support/terminal.ts';
import { ask } from './judges.ts';
import { messyPapers } from './messy-papers.ts';

const program = resolve(import.meta.dirname, '../../bin/zjtx.js');
const run = (folder: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8' });

/**
 * The same dossier took 58 answers and 440 keys before; 90 when every part, cell and figure was a question, a place and an
 * industry three, and the papers came last.
 */
it.each([
  ['read from the certificates', 29, 150],
  ['copied from a table', 31, 154],
])(
  'goes from an empty folder to 就绪 with init, its papers, the answers and fix; its rights are %s',
  (rights, mostAnswers, mostKeys) => {
    const folder = emptyFolder();
    messyPapers(join(folder, '收到'));
    const how = rights === 'copied from a table' ? ['table'] : [];
    const walked = ask('/usr/bin/python3', [join(import.meta.dirname, 'messy.py'), program, folder, '收到', ...how]);
    expect([walked.code, walked.err]).toEqual([0, '']);
    const { answers, keys } = JSON.parse(walked.out) as { answers: number; keys: number };
    expect(answers).toBeLessThanOrEqual(mostAnswers);
    // Most of them are names, addresses and numbers that stand nowhere else.
    expect(keys).toBeLessThanOrEqual(mostKeys);
    expect(run(folder, 'fix', '.').status).toBe(0);
    const report = JSON.parse(run(folder, 'validate', '.', '-f', 'json').stdout);
    const [{ state, attachments, findings }] = report.dossiers;
    expect([state, findings.filter(({ severity }: { severity: string }) => severity !== 'note')]).toEqual([
      'ready',
      [],
    ]);
    const placed: readonly string[] = attachments.slots.flatMap(({ files }: { files: readonly { source: string }[] }) =>
      files.map(({ source }) => source),
    );
    expect(placed).toHaveLength(13);
    expect(placed.filter((source) => /别家|副本/.test(source))).toEqual([]);
    expect(run(folder, 'build', '.', '-o', '输出').status).toBe(0);
  },
);
