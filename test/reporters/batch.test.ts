// In the table of several dossiers, rows that look alike are told apart by their paths; others stay one line.
import { expect, it } from 'vitest';
import { reportedOf } from '../../src/reporters/reported.ts';
import { text } from '../../src/reporters/text.ts';
import { assessment, program } from '../support/assessment.ts';

const view = { language: 'zh', width: 100, colour: false, unicode: true, verbose: false } as const;
const inFolder = (folder: string) => {
  const outcome = assessment();
  return reportedOf({ ...outcome, dossier: { ...outcome.dossier, folder } });
};
const paths = (report: string): string[] => report.split('\n').filter((line) => line.endsWith('dossier.yaml'));

it('shows the path of each, in a table and in entries, with its state', () => {
  const other = { ...inFolder('客户/c'), enterprise: '南京样本传感科技有限公司' };
  const report = text.render({ ...view, program, outcomes: [inFolder('客户/a'), inFolder('客户/b'), other] });
  expect(paths(report)).toEqual(['   客户/a/dossier.yaml', '   客户/b/dossier.yaml', '   客户/c/dossier.yaml']);
  const narrow = text.render({ ...view, width: 50, program, outcomes: [inFolder('客户/a'), other] });
  expect(paths(narrow)).toEqual(['   客户/a/dossier.yaml', '   客户/c/dossier.yaml']);
  expect(narrow.match(/ {2}(就绪|可提交|有错误|未齐|待核实)$/gm)).toHaveLength(2);
});
