// Bad input whose fault is the text itself: another encoding, no text at all, one character too many.
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lineOf, ready, readyText } from '../support/ready.ts';
import { said } from '../support/said.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';

/** Bytes of GBK, or another code of pairs, found by asking the decoder for every pair. */
function gbk(text: string, code = 'gbk'): Buffer {
  const decoder = new TextDecoder(code);
  const pairs = new Map<string, number[]>();
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const sign = decoder.decode(Uint8Array.of(high, low));
      if (!pairs.has(sign)) pairs.set(sign, [high, low]);
    }
  return Buffer.from([...text].flatMap((sign) => (sign < '\u0080' ? [sign.charCodeAt(0)] : (pairs.get(sign) ?? []))));
}

describe('a file that is no YAML', () => {
  it('in GBK', async () => {
    const cwd = ready();
    const text = 'format: 1\ncategory: jiangsu/2021/product\nenterprise: 江苏示例精密机械有限公司\n';
    writeFileSync(join(cwd, 'dossier.yaml'), gbk(text));
    const { code, findings } = await said(cwd);
    expect(code).toBe(1);
    expect(findings).toMatchObject([{ code: 'yaml-encoding', at: { line: 3, column: 13 } }]);
    expect(findings[0]?.message.zh).toBe('文件是 GBK 编码，应为 UTF-8');
    expect((await zjtx(['build', '--draft'], { cwd })).code).toBe(1);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });
  const head = 'format: 1\r\ncategory: jiangsu/2021/product\r\n';
  const named = `${head}enterprise: 江苏示例精密机械有限公司   # 陶喆的名字在 GB2312 之外\r\n`;
  it.each([
    ['GBK', gbk(named)],
    ['UTF-16', Buffer.from(`\ufeff${named}`, 'utf16le')],
  ])('in %s is written anew in UTF-8 by fix, to the letter', async (name, bytes) => {
    const cwd = ready();
    const file = join(cwd, 'dossier.yaml');
    writeFileSync(file, bytes);
    const dry = await zjtx(['fix', '--dry-run'], { cwd });
    expect(dry.stderr).toContain(`“${name}” → “UTF-8”`);
    expect(readFileSync(file)).toEqual(bytes);
    const { stdout } = await zjtx(['fix'], { cwd });
    expect(stdout).toContain(`“${name}” → “UTF-8”`);
    expect(readFileSync(file, 'utf8')).toBe(named);
    expect(readFileSync(`${file}.bak`)).toEqual(bytes);
    expect((await said(cwd)).findings.map(({ code }) => code)).not.toContain('yaml-encoding');
    expect((await zjtx(['fix'], { cwd })).stdout).toContain('没有能自动改正的');
  });
  it.each([
    ['Big5', gbk(`${head}enterprise: 廣東省東莞市精密機械有限公司\n`, 'big5')],
    ['two encodings', Buffer.concat([Buffer.from(named), gbk('# 又在记事本里写的一行\n')])],
    ['GBK that is no dossier', gbk('通知：请于本月底前报送材料，逾期不再受理。\n')],
  ])('in %s is left alone', async (_, bytes) => {
    const cwd = ready();
    writeFileSync(join(cwd, 'dossier.yaml'), bytes);
    await zjtx(['fix', '--all', '--yes'], { cwd });
    expect(readFileSync(join(cwd, 'dossier.yaml'))).toEqual(bytes);
  });
  it('but an attachment', async () => {
    const cwd = ready();
    const paper = '附件/完税证明/2020年度完税证明.pdf';
    const ran = await zjtx(['validate', paper], { cwd });
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('dossier.yaml  jiangsu/2021/product');
    // One that belongs to no dossier is told of.
    const bare = emptyFolder();
    copyFileSync(join(cwd, paper), join(bare, '完税证明.pdf'));
    const alone = await zjtx(['validate', '完税证明.pdf'], { cwd: bare });
    expect(alone.code).not.toBe(0);
    expect(alone.stdout + alone.stderr).toContain('完税证明.pdf 不是申报材料');
  });
  it('but nothing at all', async () => {
    const cwd = ready();
    writeFileSync(join(cwd, 'dossier.yaml'), '');
    expect((await said(cwd)).findings).toMatchObject([{ code: 'yaml-empty', at: { line: 1, column: 1 } }]);
  });
});

describe('the profile', () => {
  const end = '连续三年无安全与质量责任事故。';
  const [, block = ''] = /profile: \|[^\n]*\n((?: {6}[^\n]*\n)+)/.exec(readyText) ?? [];
  const now = [...block.replace(/\n {6}|^ {6}|\n$/g, '')].length;
  const withCharacters = (count: number) => ready([end, end + '字'.repeat(count - now)]);

  it('of exactly 3000 characters passes', async () => {
    expect(now).toBeGreaterThan(400);
    expect(await said(withCharacters(3000))).toEqual({ code: 0, stderr: '', findings: [] });
  });
  it('of 3001 does not', async () => {
    const { code, findings } = await said(withCharacters(3001));
    expect(code).toBe(1);
    expect(findings).toMatchObject([{ code: 'text-too-long', message: { zh: '企业简介 共 3001 字，超过 3000 字' } }]);
    expect(`${findings[0]?.at.line}:${findings[0]?.at.column}`).toBe(
      lineOf(readyText, '|                         # 企业简介'),
    );
  });
});
