// Mending: what has one certain mend is written, with a backup, and nothing else of the file changes.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ready, readyText } from '../support/ready.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';
import { person } from './asker.ts';

const read = (cwd: string, path = 'dossier.yaml'): string => readFileSync(join(cwd, path), 'utf8');
const [postcode, phone] = ['postcode: "211100"  ', 'phone: "025-50000026" '];

describe('without a word', () => {
  it('puts numbers into quotes, names into their spelling, and keeps the rest to the letter', async () => {
    const cwd = ready(
      [postcode, 'Postcode: 211100  '],
      [phone, 'phone: 02550000026 '],
      ['tax_certificate:  ', 'tax-certificate:  '],
    );
    const before = read(cwd);
    const { code, stdout } = await zjtx(['fix'], { cwd });
    expect(read(cwd)).toBe(readyText.replace(phone, 'phone: "02550000026" '));
    expect(read(cwd, 'dossier.yaml.bak')).toBe(before);
    expect(stdout).toContain('已改正 4 处，原文件留在 dossier.yaml.bak');
    expect(stdout).toContain('“211100” → “"211100"”');
    expect(code).toBe(0);
    const again = await zjtx(['fix'], { cwd });
    expect(again.stdout).toContain('没有能自动改正的');
    expect(existsSync(join(cwd, 'dossier.yaml.bak-2'))).toBe(false);
  });

  it('lists of several only those that it has something to say of', async () => {
    const cwd = emptyFolder();
    for (const name of ['甲', '乙', '丙'])
      cpSync(name === '乙' ? ready([postcode, 'postcode: 211100  ']) : ready(), join(cwd, name), { recursive: true });
    const { stdout } = await zjtx(['fix'], { cwd });
    expect(stdout).toContain('乙/dossier.yaml：已改正 1 处');
    expect(stdout).toContain('没有能自动改正的：2 份\n');
    expect(stdout).not.toContain('甲/dossier.yaml：');
  });

  it('mends what a Chinese keyboard types, and then what shows behind it', async () => {
    const cwd = ready(
      [postcode, '邮编：211100  '],
      ['  basics:  ', '　basics:  '],
      ['    share: 11.2   ', '\t\tshare：11.2   '],
    );
    await zjtx(['validate', '--fix'], { cwd });
    const { code, stdout } = await zjtx(['validate'], { cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('就绪') });
    expect(read(cwd)).toContain('邮编: "211100"');
  });

  it.each([
    [postcode, '*postcode: "211100"  '],
    [postcode, '**postcode**："211100"  '],
    [postcode, 'postcode: "211100",  '],
    [postcode, '"postcode": "211100"，  '],
    ['      - name: 低回程', '      -name: 低回程'],
  ])('takes out what other notations write: %j as %j', async (stands, typed) => {
    const cwd = ready([stands, typed]);
    const [line] = readyText.split('\n').filter((one) => one.includes(stands));
    await zjtx(['fix'], { cwd });
    const spaced = (text: string): string => text.replace(/"(postcode)"/, '$1').replace(/ +#/g, ' #');
    expect(spaced(read(cwd))).toBe(spaced(readyText));
    expect(line).toContain('#'.repeat(typed.includes('-name') ? 0 : 1));
  });

  it('takes out the marks of a block of code', async () => {
    const cwd = ready();
    writeFileSync(join(cwd, 'dossier.yaml'), `\`\`\`yaml\n${readyText}\`\`\`\n`);
    await zjtx(['fix'], { cwd });
    expect(read(cwd)).toBe(`\n${readyText}\n`);
  });

  it('leaves what is understood as it is, and what only a person knows', async () => {
    const cwd = ready(
      ['assets_total: 9800.00', 'assets_total: 9,800.00'],
      ['91320115MADEM0011B', '91320115MADEM00118'],
    );
    const before = read(cwd);
    const { code, stdout } = await zjtx(['fix'], { cwd });
    expect(read(cwd)).toBe(before);
    expect(code).toBe(1);
    expect(stdout).toContain('另有 1 处要看过才能改：zjtx fix --all dossier.yaml');
  });

  it('takes out signs that command a terminal, not those that were a character', async () => {
    const road = (sign: string) => `address: "示例路${sign}18号3幢"      # 注册`;
    for (const [sign, is] of [
      ['\u0007', 'made'],
      ['\u0093', 'doubtful'],
      ['\uf0d8', 'left'],
      ['\u202e', 'doubtful'],
      ['\u202e\uf0d8', 'left'],
    ] as const) {
      const cwd = ready(['address: 南京市江宁区示例路18号3幢      # 注册', road(sign)]);
      await zjtx(['fix'], { cwd });
      expect(read(cwd).includes(road(sign)), JSON.stringify(sign)).toBe(is !== 'made');
      await zjtx(['fix', '--all', '--yes'], { cwd });
      expect(read(cwd).includes('示例路18号3幢'), JSON.stringify(sign)).toBe(is !== 'left');
    }
  });

  it('says what a file covers when its name does', async () => {
    const cwd = ready([
      '      covers: 2020\n      issued_to: 江苏示例精密机械有限公司\n      issuer: 示例税务机关',
      '      issued_to: 江苏示例精密机械有限公司\n      issuer: 示例税务机关',
    ]);
    await zjtx(['fix'], { cwd });
    expect(read(cwd)).toContain('2020年度完税证明.pdf\n      covers: 2020\n');
    const plain = ready([
      '    - file: 附件/完税证明/2020年度完税证明.pdf\n      covers: 2020\n      issued_to: 江苏示例精密机械有限公司\n      issuer: 示例税务机关\n      stamped: true\n',
      '    - 附件/完税证明/2020年度完税证明.pdf  # 税\n',
    ]);
    await zjtx(['fix'], { cwd: plain });
    expect(read(plain)).toContain('    - {file: 附件/完税证明/2020年度完税证明.pdf, covers: 2020}  # 税\n');
  });

  it('finds a file that has moved, when no other has its name', async () => {
    const cwd = ready();
    renameSync(join(cwd, '附件/完税证明/2020年度完税证明.pdf'), join(cwd, '附件/2020年度完税证明.PDF'));
    await zjtx(['fix'], { cwd });
    expect(read(cwd)).toContain('- file: 附件/2020年度完税证明.PDF\n');
  });

  it('keeps BOM and line ends', async () => {
    const cwd = ready([postcode, 'postcode：211100  ']);
    const crlf = `\ufeff${read(cwd).replaceAll('\n', '\r\n')}`;
    writeFileSync(join(cwd, 'dossier.yaml'), crlf);
    await zjtx(['fix'], { cwd });
    expect(read(cwd)).toBe(crlf.replace('postcode：211100', 'postcode: "211100"'));
  });

  it('changes nothing in a file of another encoding', async () => {
    const cwd = emptyFolder();
    const gbk = Buffer.concat([Buffer.from('category: '), Buffer.from([0xbd, 0xad, 0xcb, 0xd5, 0x0a])]);
    writeFileSync(join(cwd, 'dossier.yaml'), gbk);
    const { code, stdout } = await zjtx(['fix'], { cwd });
    expect(readFileSync(join(cwd, 'dossier.yaml'))).toEqual(gbk);
    expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining('UTF-8') });
  });

  it('goes on in a batch with the dossiers that it can read', async () => {
    const cwd = emptyFolder();
    for (const name of ['a', 'b']) {
      const folder = join(cwd, name);
      renameSync(ready([postcode, 'postcode: 211100  ']), folder);
    }
    writeFileSync(join(cwd, 'a/dossier.yaml'), 'category: no/such\n');
    const { code, stdout } = await zjtx(['fix'], { cwd });
    expect(code).toBe(2);
    expect(stdout).toContain('b/dossier.yaml：已改正 1 处');
    expect(read(cwd, 'b/dossier.yaml')).toBe(readyText);
  });
});

describe('with --all', () => {
  const slips = [
    ['assets_total: 9800.00', 'assets_total: 9,800.00万元'],
    ['as_of: 2021-08-16', 'as_of: 2021年8月16日'],
    ['region: [江苏省, 南京市, 江宁区]', 'region: 江苏省南京市江宁区'],
    ['hi_tech: 是', 'hi_tech: √'],
    ['titles: []', 'titles: 无'],
    ['founded: 2016-03-18', 'founded: 42447'],
    ['mobile: "13900000026"', 'mobile: 139 0000 0026'],
    ['enterprise: 江苏', 'enterprise: 江\u200b苏'],
  ] as const;

  it('writes what was understood as a dossier writes it', async () => {
    const cwd = ready(...slips);
    const { code } = await zjtx(['fix', '--all'], { cwd });
    expect(read(cwd)).toBe(readyText);
    expect(code).toBe(0);
  });

  it('asks for what is doubtful on a terminal, and takes it with --yes', async () => {
    const slip = ['91320115MADEM0011B', '91320115MADEM00118'] as const;
    const cwd = ready(slip);
    const { asker, asked } = person([]);
    await zjtx(['fix', '--all'], { cwd, asker });
    expect(asked.length).toBe(1);
    expect(read(cwd)).toContain('91320115MADEM00118');
    expect((await zjtx(['fix', '--all'], { cwd })).stdout).toContain('这里不是终端，没有改');
    await zjtx(['validate', '--fix=all', '-y'], { cwd });
    expect(read(cwd)).toBe(readyText);
  });

  it('takes back a name that another one has', async () => {
    const cwd = ready([postcode, 'postcode: "211100"\n    postcde: "210000"  ']);
    const before = read(cwd);
    const { code } = await zjtx(['fix', '--all', '--yes'], { cwd });
    expect(read(cwd)).toBe(before);
    expect(code).toBe(1);
  });

  it('takes back two that make one name of two, makes the rest, and asks for no --yes that was given', async () => {
    const twice = 'assets_totl: 9800.00\n    上年末资产总额(万圆): 9700.00 ';
    const cwd = ready(['assets_total: 9800.00', twice], ['postcode: ', 'postcde: ']);
    const { code, stdout } = await zjtx(['fix', '--all', '--yes'], { cwd });
    expect(read(cwd)).toBe(readyText.replace('assets_total: 9800.00', twice));
    expect(stdout).toContain('2 处照改也不对，没有改，请自己改\n');
    expect(stdout).not.toContain('--yes');
    expect(code).toBe(1);
  });
});

it('keeps a mend beside what cannot be mended in the same line', async () => {
  const cwd = ready(['pool: {enrolled: 是', 'pool: {没有这项: 1, enroled: 是']);
  await zjtx(['fix', '--all', '--yes'], { cwd });
  expect(read(cwd)).toContain('pool: {没有这项: 1, enrolled: 是');
});

describe('the report', () => {
  it('shows a unified diff and writes nothing with --dry-run', async () => {
    const cwd = ready([postcode, 'postcode: 211100  ']);
    const before = read(cwd);
    const { stdout, stderr } = await zjtx(['fix', '--dry-run'], { cwd });
    expect(read(cwd)).toBe(before);
    expect(stdout).toMatch(/^--- a\/dossier\.yaml\n\+\+\+ b\/dossier\.yaml\n@@ -12,7 \+12,7 @@\n/);
    expect(stdout).toContain('\n-    postcode: 211100  ');
    expect(stdout).toContain('\n+    postcode: "211100"  ');
    expect(stderr).toContain('可改正 1 处，没有写入');
    // What git makes of it is what `fix` writes.
    execFileSync('git', ['apply', '-'], { cwd, input: stdout });
    const patched = read(cwd);
    writeFileSync(join(cwd, 'dossier.yaml'), before);
    await zjtx(['fix'], { cwd });
    expect(patched).toBe(read(cwd));
    const masked = await zjtx(['fix', '--dry-run', '--redact'], { cwd });
    expect(masked.code).toBe(2);
  });

  it('lists the mends in JSON, masked with --redact', async () => {
    const mended = {
      at: expect.any(Object),
      code: 'identifier-unquoted',
      is: 'safe',
      put: '"211100"',
      stands: '211100',
    };
    const first = await zjtx(['fix', '-f', 'json'], { cwd: ready([postcode, 'postcode: 211100  ']) });
    expect(JSON.parse(first.stdout).dossiers[0].mended).toEqual([mended]);
    const cwd = ready([phone, 'phone: 02550000026 ']);
    const { stdout, stderr } = await zjtx(['fix', '-f', 'json', '--redact'], { cwd });
    expect(JSON.parse(stdout).dossiers[0].mended[0]).toMatchObject({ code: 'identifier-unquoted', put: '…' });
    expect(`${stdout}${stderr}`).not.toContain('50000026');
  });

  it('carries the edits in JSON and SARIF of validate', async () => {
    const cwd = ready([postcode, 'postcode: 211100  ']);
    const { stdout } = await zjtx(['validate', '-f', 'json'], { cwd });
    const [finding] = JSON.parse(stdout).dossiers[0].findings;
    expect(finding.fix).toEqual([
      {
        at: expect.objectContaining({ line: 15, column: 15, endColumn: 21 }),
        stands: '211100',
        put: '"211100"',
        is: 'safe',
      },
    ]);
    const sarif = await zjtx(['validate', '-f', 'sarif'], { cwd });
    const [result] = JSON.parse(sarif.stdout).runs[0].results;
    expect(result.fixes[0].artifactChanges[0].replacements).toEqual([
      {
        deletedRegion: { startLine: 15, startColumn: 15, endLine: 15, endColumn: 21 },
        insertedContent: { text: '"211100"' },
      },
    ]);
  });

  it('does not write over what somebody has changed meanwhile', async () => {
    const cwd = ready(['91320115MADEM0011B', '91320115MADEM00118']);
    const { asker } = person([]);
    const theirs = `${read(cwd)}# 改\n`;
    const some: typeof asker.some = async (_, choices) => {
      writeFileSync(join(cwd, 'dossier.yaml'), theirs);
      return choices.map(({ value }) => value);
    };
    const { code, stderr } = await zjtx(['fix', '--all'], { cwd, asker: { ...asker, some } });
    expect(code).toBe(2);
    expect(stderr).toContain('在运行期间被改动过，没有写入');
    expect(read(cwd)).toBe(theirs);
  });

  it('refuses standard input and --watch', async () => {
    expect((await zjtx(['fix', '-'], { stdin: readyText })).code).toBe(2);
    expect((await zjtx(['validate', '--fix', '--watch'], { cwd: ready() })).code).toBe(2);
  });
});
