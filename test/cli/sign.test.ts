// zjtx build --sign and verify --key: a signature beside the bundle, made once, and asked for by who receives it.
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { encrypted, id, otherLine, password, publicKey, publicLine, secretKey } from '../bundle/minisign/vectors.ts';
import { withCalls } from '../support/faults.ts';
import { ready } from '../support/ready.ts';
import { zjtx } from '../support/terminal.ts';

const zip = 'out/江苏示例精密机械有限公司-jiangsu-2021-product.zip';

/** The ready example with the keys beside its dossier. */
function withKeys(): string {
  const cwd = ready();
  writeFileSync(join(cwd, 'k.key'), secretKey);
  writeFileSync(join(cwd, 'locked.key'), encrypted.byOperations);
  writeFileSync(join(cwd, 'k.pub'), publicKey);
  return cwd;
}

const plain = (text: string): string => text.replace(/\s+/g, '');

it('signs what it builds, and the bundle it finds unchanged; verify accepts it by that key and no other', async () => {
  const cwd = withKeys();
  await zjtx(['build'], { cwd });
  const bytes = readFileSync(join(cwd, zip));
  expect((await zjtx(['verify', zip, '--key', 'k.pub'], { cwd })).stdout).toContain('(signature-missing)');

  const late = await zjtx(['build', '--sign', 'k.key'], { cwd });
  expect(late.code).toBe(0);
  expect(late.stdout).toContain('未变，保留原包');
  expect(late.stderr).toMatch(new RegExp(`^已签名：.*\\.zip\\.minisig（密钥 ${id}）`));
  const signature = readFileSync(join(cwd, `${zip}.minisig`), 'utf8');
  expect((await zjtx(['build', '--sign', 'k.key'], { cwd })).stderr).toContain('签名未变');

  rmSync(join(cwd, 'out'), { recursive: true });
  await zjtx(['build', '--sign', 'k.key'], { cwd });
  expect(readFileSync(join(cwd, zip)).equals(bytes)).toBe(true);
  expect(readFileSync(join(cwd, `${zip}.minisig`), 'utf8')).toBe(signature);
  expect(readdirSync(join(cwd, 'out'))).toHaveLength(2);

  for (const key of ['k.pub', publicLine]) {
    const signed = await zjtx(['verify', zip, '--key', key], { cwd });
    expect(signed).toMatchObject({ code: 0, stderr: '' });
    expect(plain(signed.stdout)).toContain(`签名有效，密钥${id}：zjtx`);
    expect(plain(signed.stdout)).toContain('已按包内材料重新得出');
  }
  const unasked = await zjtx(['verify', zip], { cwd });
  expect(unasked.code).toBe(0);
  expect(unasked.stdout).toContain('(signature-unchecked)');
  const foreign = await zjtx(['verify', zip, '--key', otherLine], { cwd });
  expect(foreign.code).toBe(1);
  expect(foreign.stdout).toContain('(signature-other-key)');
  // Refused before it is opened: what is inside is not even looked at.
  expect(foreign.stdout).not.toContain('完整');
});

it('refuses a bundle whose bytes changed after it was signed', async () => {
  const cwd = withKeys();
  await zjtx(['build', '--sign', 'k.key'], { cwd });
  const bytes = readFileSync(join(cwd, zip));
  for (const at of [0, Math.floor(bytes.length / 2), bytes.length - 1]) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    writeFileSync(join(cwd, zip), changed);
    const ran = await zjtx(['verify', zip, '--key', 'k.pub', '--lang', 'en'], { cwd });
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('(signature-differs)');
  }
});

it('takes the password from ZJTX_KEY_PASSWORD, and stops where nobody can be asked or it is wrong', async () => {
  const cwd = withKeys();
  const argv = ['build', '--sign', 'locked.key'];
  const unasked = await zjtx(argv, { cwd });
  expect(unasked).toMatchObject({ code: 2, stdout: '' });
  expect(unasked.stderr).toContain('ZJTX_KEY_PASSWORD');
  expect(await zjtx(argv, { cwd, env: { ZJTX_KEY_PASSWORD: 'x' } })).toMatchObject({ code: 2, stdout: '' });
  expect(readdirSync(cwd)).not.toContain('out');
  expect((await zjtx(argv, { cwd, env: { ZJTX_KEY_PASSWORD: password } })).code).toBe(0);
  expect((await zjtx(['verify', zip, '--key', 'k.pub'], { cwd })).code).toBe(0);
});

it('says what is no key', async () => {
  const cwd = withKeys();
  expect((await zjtx(['build', '--sign', 'k.pub'], { cwd })).stderr).toContain('不是 minisign 的私钥文件');
  await zjtx(['build'], { cwd });
  const none = await zjtx(['verify', zip, '--key', 'k.key'], { cwd });
  expect(none).toMatchObject({ code: 2, stdout: '' });
  expect(none.stderr).toContain('不是 minisign 的公钥');
  expect((await zjtx(['verify', zip, '--key', '没有.pub'], { cwd })).stderr).toContain('不能读取密钥');
});

it('keeps another signature, unless by force', async () => {
  const cwd = withKeys();
  await zjtx(['build'], { cwd });
  writeFileSync(join(cwd, `${zip}.minisig`), '别的签名\n');
  const kept = await zjtx(['build', '--sign', 'k.key'], { cwd });
  expect(kept.code).toBe(2);
  expect(kept.stderr).toContain('是另一个签名，没有覆盖');
  expect(readFileSync(join(cwd, `${zip}.minisig`), 'utf8')).toBe('别的签名\n');
  expect((await zjtx(['build', '--sign', 'k.key', '--force'], { cwd })).code).toBe(0);
  expect((await zjtx(['verify', zip, '--key', 'k.pub'], { cwd })).code).toBe(0);
});

it('unpacks the file whose signature was checked, and no other that takes its place', async () => {
  const cwd = withKeys();
  await zjtx(['build', '--sign', 'k.key'], { cwd });
  const path = join(cwd, zip);
  const exchange = (): void => {
    writeFileSync(`${path}.other`, readFileSync(path));
    renameSync(`${path}.other`, path);
  };
  const verify = () => zjtx(['verify', zip, '--key', 'k.pub'], { cwd });
  const { result, times } = await withCalls('open', /\.minisig$/, exchange, verify);
  expect(times).toBeGreaterThan(0);
  expect([result.code, result.stdout]).toEqual([2, '']);
  expect(result.stderr).toContain('改动过');
});
