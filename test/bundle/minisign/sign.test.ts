// Signatures over a file: what minisign made is accepted, ours is what it should be, and every change is refused.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSignature, openPublicKey, uncheckedSignature } from '../../../src/bundle/minisign/check.ts';
import { digestsOf, signed } from '../../../src/bundle/minisign/ed25519.ts';
import { readPublicKey, readSignature, signatureText } from '../../../src/bundle/minisign/format.ts';
import { openSecretKey, type SigningKey } from '../../../src/bundle/minisign/secret-key.ts';
import { signBundle } from '../../../src/bundle/minisign/sign.ts';
import { emptyFolder } from '../../support/terminal.ts';
import * as vectors from './vectors.ts';

/** A file with the message, and its signature beside it. */
function bundle(signature?: string | Buffer, content: string | Buffer = vectors.message): string {
  const path = join(emptyFolder(), '材料.zip');
  writeFileSync(path, content);
  if (signature !== undefined) writeFileSync(`${path}.minisig`, signature);
  return path;
}

const key = () => openPublicKey(vectors.publicLine, (name) => name);

async function verdict(path: string): Promise<string> {
  const checked = await checkSignature(path, await key());
  return 'refused' in checked ? checked.refused.code : 'signed';
}

function secret(): Promise<SigningKey> {
  const path = join(emptyFolder(), 'k.key');
  writeFileSync(path, vectors.secretKey);
  return openSecretKey(path, async () => '');
}

const ours = { version: '0.1.0', force: false };

describe('a signature that minisign made', () => {
  it('is accepted, with its comment', async () => {
    const path = bundle(vectors.signature);
    expect(await checkSignature(path, await key())).toMatchObject({ comment: 'trusted 说明' });
    const file = join(emptyFolder(), 'm.pub');
    writeFileSync(file, vectors.publicKey);
    expect(await openPublicKey('m.pub', () => file)).toEqual(await key());
  });

  it('is refused by another key, over another file, without its file, or of the legacy kind', async () => {
    const other = await openPublicKey(vectors.otherLine, (name) => name);
    const foreign = await checkSignature(bundle(vectors.signature), other);
    expect(foreign).toMatchObject({ refused: { code: 'signature-other-key' } });
    expect(await verdict(bundle(vectors.signature, 'hello 材料'))).toBe('signature-differs');
    expect(await verdict(bundle())).toBe('signature-missing');
    expect(await verdict(bundle(vectors.legacy))).toBe('signature-legacy');
  });

  it('is told of when nobody checks it', async () => {
    expect(await uncheckedSignature(bundle(vectors.signature))).toMatchObject([{ code: 'signature-unchecked' }]);
    expect(await uncheckedSignature(bundle())).toEqual([]);
  });
});

describe('our own', () => {
  it('is accepted, the same each time, with the name and the digest of the bundle', async () => {
    const path = bundle();
    const made = await signBundle(path, await secret(), ours);
    expect(made).toEqual({ path: `${path}.minisig`, key: vectors.id, skipped: false });
    expect(await checkSignature(path, await key())).toMatchObject({
      comment: 'zjtx 0.1.0 材料.zip sha256:348978175feff6e8ec37dea43a2cb5463bc83694d53a57ebc3143df426a7741c',
    });
    const text = readFileSync(made.path, 'utf8');
    expect(await signBundle(path, await secret(), ours)).toMatchObject({ skipped: true });
    expect(readFileSync(made.path, 'utf8')).toBe(text);
    expect(readdirSync(join(path, '..')).sort()).toEqual(['材料.zip', '材料.zip.minisig']);
  });

  it('does not take the place of another signature, unless by force, and never that of a folder', async () => {
    const path = bundle(vectors.signature);
    await expect(signBundle(path, await secret(), ours)).rejects.toThrow('is another signature');
    expect(readFileSync(`${path}.minisig`, 'utf8')).toBe(vectors.signature);
    expect(await signBundle(path, await secret(), { ...ours, force: true })).toMatchObject({ skipped: false });
    expect(await verdict(path)).toBe('signed');
    const blocked = bundle();
    mkdirSync(`${blocked}.minisig`);
    await expect(signBundle(blocked, await secret(), { ...ours, force: true })).rejects.toThrow('not a regular file');
  });

  it('that names another digest than it was made over is refused', async () => {
    const path = bundle();
    const { seed, id } = await secret();
    const comment = `sha256:${'0'.repeat(64)}`;
    const signature = signed(Buffer.from(seed, 'hex'), (await digestsOf(path)).blake2b);
    const global = signed(Buffer.from(seed, 'hex'), Buffer.concat([signature, Buffer.from(comment)]));
    writeFileSync(`${path}.minisig`, signatureText({ id, signature, comment, global }));
    expect(await checkSignature(path, await key())).toMatchObject({ refused: { args: { why: 'digest' } } });
  });
});

describe('every change is refused', () => {
  const refused = (code: string) => expect(code).toMatch(/^signature-/);

  it('of the file', async () => {
    const bytes = Buffer.from(vectors.message);
    for (const at of bytes.keys()) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      refused(await verdict(bundle(vectors.signature, changed)));
    }
  });

  it('of the signature, but for the comment that nothing signs', async () => {
    const signature = Buffer.from(vectors.signature);
    const unsigned = signature.indexOf('\n');
    const prefix = 'untrusted comment: '.length;
    for (const at of signature.keys()) {
      if (at >= prefix && at <= unsigned) continue;
      const changed = Buffer.from(signature);
      changed[at] = (changed[at] ?? 0) ^ 1;
      refused(await verdict(bundle(changed)));
    }
  });

  it('of the signature, cut or grown anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(vectors.signature.length - 2), fc.string({ minLength: 1 }), async (at, more) => {
        refused(await verdict(bundle(vectors.signature.slice(0, at))));
        refused(await verdict(bundle(`${vectors.signature}${more}`)));
      }),
      { numRuns: 40 },
    );
  });

  it('of the public key', async () => {
    const path = bundle(vectors.signature);
    for (const at of [...vectors.publicLine].keys()) {
      for (const other of ['A', 'B', '=', ' ']) {
        if (vectors.publicLine[at] === other) continue;
        const line = vectors.publicLine.slice(0, at) + other + vectors.publicLine.slice(at + 1);
        const changed = readPublicKey(line);
        if (changed !== undefined) expect(await checkSignature(path, changed)).toHaveProperty('refused');
      }
    }
  });

  it('and no text at all crashes the readers', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (any) => {
        expect(readPublicKey(any)).toBeUndefined();
        expect(readSignature(`untrusted comment: \n${any}`)).toHaveProperty('line');
      }),
    );
  });
});
