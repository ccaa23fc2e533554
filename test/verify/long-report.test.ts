// A long report among the attachments: the same bundle each time, and accepted, whatever else the machine does.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pdfSample } from '../files/pdf/samples.ts';
import { ready } from '../support/ready.ts';
import { zjtx } from '../support/terminal.ts';

test('a report of 300 pages is inspected whole, and its bundle is the same each time, and whole', async () => {
  const cwd = ready();
  writeFileSync(join(cwd, '附件/其他企业认为需提供的材料/三百页报告.pdf'), pdfSample('long-report-300-pages.pdf'));
  const digests = new Set<string>();
  for (const output of ['一', '二']) {
    const built = await zjtx(['build', '-o', output, '-f', `json=${output}.json`], { cwd });
    expect(built).toMatchObject({ code: 0, stderr: '' });
    const [bundle = ''] = readdirSync(join(cwd, output));
    // The report says where it wrote to.
    const report = readFileSync(join(cwd, `${output}.json`), 'utf8').replaceAll(`"${output}/`, '"');
    for (const content of [readFileSync(join(cwd, output, bundle)), report])
      digests.add(createHash('sha256').update(content).digest('hex'));
  }
  // The two are the same to the byte: one of them stands for both.
  expect(digests.size).toBe(2);
  const [bundle = ''] = readdirSync(join(cwd, '一'));
  expect(await zjtx(['verify', '--final', join('一', bundle)], { cwd })).toMatchObject({ code: 0 });
  const report = readFileSync(join(cwd, '一.json'), 'utf8');
  expect(report).toMatch(/三百页报告\.pdf",[^{]*"traits":\{"pages":300,/);
  expect(report).not.toContain('pdf-partly-seen');
});
