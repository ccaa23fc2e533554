// What a Windows machine hands in: drives and backslashes in paths, and dossiers whose lines end with CRLF.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readFormats } from '../../src/cli/formats.ts';
import { ready } from '../support/ready.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';

const textOf = (cwd: string): string => readFileSync(join(cwd, 'dossier.yaml'), 'utf8');

it('a report goes to a path with a drive, whatever signs the path holds', () => {
  const read = (value: string) => readFormats(['json', 'html'], [value], 'zjtx validate');
  expect(read('json=C:\\x\\y.json')).toEqual([{ name: 'json', file: 'C:\\x\\y.json' }]);
  expect(read('html=\\\\server\\报告\\a=b:c.html')).toEqual([{ name: 'html', file: '\\\\server\\报告\\a=b:c.html' }]);
});

it('waive keeps CRLF and the BOM', async () => {
  const cwd = ready([
    '企业简介(盖章).pdf\n      issued_to: 江苏示例精密机械有限公司\n      stamped: true',
    '企业简介(盖章).pdf\n      stamped: false',
  ]);
  const text = `\ufeff${textOf(cwd)}`.replaceAll('\n', '\r\n');
  writeFileSync(join(cwd, 'dossier.yaml'), text);
  const found = {
    code: 'evidence-unstamped',
    at: 'attachments.profile_stamped',
    reason: '补',
    by: '甲',
    until: '2021-08-31',
  };
  const ran = await zjtx(['waive', ...Object.entries(found).flatMap(([key, value]) => [`--${key}`, value])], { cwd });
  expect(ran.stderr).toBe('');
  const after = textOf(cwd);
  expect(after.startsWith(text.trimEnd())).toBe(true);
  expect(after).toContain('\r\nwaivers:\r\n  - code: evidence-unstamped\r\n');
  expect(after).not.toMatch(/[^\r]\n/);
});

it('fill keeps CRLF and the comments', async () => {
  const cwd = emptyFolder();
  expect((await zjtx(['init', '.', '--category', 'jiangsu/2021/product', '--yes'], { cwd })).code).toBe(0);
  const begun = textOf(cwd);
  writeFileSync(join(cwd, 'dossier.yaml'), begun.replaceAll('\n', '\r\n'));
  writeFileSync(
    join(cwd, 'answers.yaml'),
    'form:\r\n  basics:\r\n    address: 南京市江宁区示例路18号\r\n    employees: 136\r\n',
  );
  expect((await zjtx(['fill', '.', '--answers', 'answers.yaml'], { cwd })).code).toBe(0);
  const after = textOf(cwd);
  expect(after).not.toMatch(/[^\r]\n/);
  expect(after.replaceAll('\r\n', '\n')).toBe(
    begun
      .replace('    address:\n', '    address: 南京市江宁区示例路18号\n')
      .replace('    employees:\n', '    employees: 136\n'),
  );
  expect(readFileSync(join(cwd, 'dossier.yaml.bak'), 'utf8')).toBe(begun.replaceAll('\n', '\r\n'));
});
