// Secret keys of minisign: opened with and without a password, and refused whatever byte of them is changed.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSecretKey } from '../../../src/bundle/minisign/secret-key.ts';
import { Stop } from '../../../src/findings/stop.ts';
import { emptyFolder } from '../../support/terminal.ts';
import { encrypted, id, password, publicKey, secretKey, signature } from './vectors.ts';

const right = async () => password;

/** A file that holds the text, and how it opens. */
function file(text: string): { open: (ask?: () => Promise<string>) => ReturnType<typeof openSecretKey> } {
  const path = join(emptyFolder(), 'k.key');
  writeFileSync(path, text);
  return { open: (ask = right) => openSecretKey(path, ask) };
}

it('opens one without a password, and asks for none', async () => {
  const never = () => Promise.reject(new Error('asked'));
  const key = await file(secretKey).open(never);
  expect(key).toMatchObject({ id });
  expect(key.seed).toMatch(/^[0-9a-f]{64}$/);
  expect(await file(secretKey.replaceAll('\n', '\r\n')).open(never)).toEqual(key);
});

it.each(Object.entries(encrypted))('opens one whose cost comes %s', async (_name, text) => {
  const plain = await file(secretKey).open();
  expect(await file(text).open()).toEqual(plain);
});

it('refuses a wrong password', async () => {
  await expect(file(encrypted.byOperations).open(async () => '密碼')).rejects.toThrow('wrong password');
});

describe('no secret key', () => {
  const others = {
    'a public key': publicKey,
    'a signature': signature,
    nothing: '',
    'another line': `${secretKey}\nRW`,
    'no comment': secretKey.slice(secretKey.indexOf('\n') + 1),
    'limits out of all measure': encrypted.byMemory.replace('AAAQAAAAAAAA', 'AAAQAAD//wAA'),
  };
  it.each(Object.entries(others))('%s', async (_name, text) => {
    const opened = file(text).open();
    await expect(opened).rejects.toBeInstanceOf(Stop);
    await expect(opened).rejects.toThrow('not a minisign secret key');
  });

  it('a file that is not there', async () => {
    await expect(openSecretKey(join(emptyFolder(), 'k'), right)).rejects.toThrow('cannot read the key');
  });
});

it('of any other byte never opens as a key that signs otherwise', async () => {
  const { open } = file(encrypted.byOperations);
  const key = await open();
  const line = Buffer.from(encrypted.byOperations.split('\n')[1] ?? '', 'base64');
  await fc.assert(
    fc.asyncProperty(fc.nat(line.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      // Other limits cost other time; what they give is another stream, as another salt does.
      fc.pre(at < 38 || at >= 54);
      const bytes = Buffer.from(line);
      bytes[at] = (bytes[at] ?? 0) ^ change;
      const found = await file(`untrusted comment: k\n${bytes.toString('base64')}\n`)
        .open()
        .catch((error: unknown) => error);
      expect(found).toBeInstanceOf(Stop);
      expect(found).not.toEqual(key);
    }),
    { numRuns: 60 },
  );
});
