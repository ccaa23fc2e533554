// A bundle that was changed by one byte, or whose bag breaks a rule, is refused with the file named; nothing is written.
import { describe, expect, it } from 'vitest';
import { manifestText } from '../../src/bundle/bag.ts';
import { dataSpans, type RawEntry, rawZip } from './raw-zip.ts';
import { sha256 } from './support.ts';
import { codesOf, content, entriesOf, top, verifyBytes, whole } from './whole.ts';

describe('a sound bundle', () => {
  it('has no findings, packed by us or by another program', async () => {
    const ours = await verifyBytes(whole);
    const theirs = await verifyBytes(rawZip([{ name: top, method: 0, mode: 0o40755 }, ...entriesOf()]));
    const said = { findings: [], name: top.slice(0, -1), files: 15, status: 'final', category: 'jiangsu/2021/product' };
    expect(ours).toMatchObject({ ...said, bytes: whole.length });
    expect(theirs).toMatchObject(said);
    expect(theirs.content).toBe(ours.content);
  });
});

describe('one changed byte', () => {
  it('in the packed data of any entry is refused, naming the entry', async () => {
    for (const { name, start, end } of dataSpans(whole)) {
      const file = name.slice(top.length);
      const step = Math.max(1, Math.floor((end - start) / 5));
      for (let at = start; at < end; at += step) {
        const changed = Buffer.from(whole);
        changed.writeUInt8(changed.readUInt8(at) ^ 0xff, at);
        const { findings } = await verifyBytes(changed);
        expect(
          findings.map((finding) => finding.at.file),
          `${file} at ${at - start}`,
        ).toEqual([file]);
      }
    }
  });

  it('in a file that was packed again is refused, naming the file', async () => {
    for (const [path, data] of content) {
      if (data.length === 0 || path === 'tagmanifest-sha256.txt') continue;
      const changed = Buffer.from(data);
      changed.writeUInt8(changed.readUInt8(data.length >> 1) ^ 1, data.length >> 1);
      const codes = await codesOf(entriesOf(new Map([[path, changed]])));
      expect(codes).toContain(`bundle-digest-differs ${path}`);
      expect(new Set(codes.map((code) => code.split(' ').slice(1).join(' ')))).toEqual(new Set([path]));
    }
  });

  it('in the tag manifest is refused', async () => {
    const text = String(content.get('tagmanifest-sha256.txt'));
    const codes = await codesOf(entriesOf(new Map([['tagmanifest-sha256.txt', text.replace(/^./, '~')]])));
    expect(codes).toContain('bundle-manifest-broken tagmanifest-sha256.txt');
  });
});

describe('a bag', () => {
  /** The bag with other files and manifests that agree with them: what only the rules of a bag can refuse. */
  function remade(change: (files: Map<string, Buffer>) => void): RawEntry[] {
    const files = new Map(content);
    change(files);
    const told = (of: (path: string) => boolean): Buffer =>
      Buffer.from(
        manifestText(
          [...files].filter(([path]) => of(path)).map(([path, data]) => ({ path, sha256: sha256(data), bytes: 0 })),
        ),
      );
    files.set(
      'manifest-sha256.txt',
      told((path) => path.startsWith('data/')),
    );
    files.set(
      'tagmanifest-sha256.txt',
      told((path) => !/^data\/|^tagmanifest/.test(path)),
    );
    return [...files].map(([path, data]) => ({ name: `${top}${path}`, data }));
  }
  const edit = (path: string, from: string | RegExp, to: string) => (files: Map<string, Buffer>) => {
    files.set(path, Buffer.from(String(files.get(path)).replace(from, to)));
  };

  it('is refused with a file missing or extra, below data or beside it', async () => {
    const licence = 'data/附件/01-企业营业执照原件扫描件/营业执照.pdf';
    const without = (path: string): RawEntry[] => entriesOf().filter(({ name }) => name !== `${top}${path}`);
    expect(await codesOf(without(licence))).toEqual([`bundle-file-missing ${licence}`]);
    expect(await codesOf(without('data/申请表.pdf'))).toEqual(['bundle-file-missing data/申请表.pdf']);
    expect(await codesOf(without('bagit.txt'))).toEqual(['bundle-file-missing bagit.txt']);
    expect(await codesOf([...entriesOf(), { name: `${top}data/多.pdf`, data: 'x' }])).toEqual([
      'bundle-file-extra data/多.pdf',
    ]);
    expect(await codesOf([...entriesOf(), { name: `${top}fetch.txt`, data: 'x' }])).toEqual([
      'bundle-file-extra fetch.txt',
    ]);
    expect(await codesOf(remade((files) => files.delete('data/dossier.yaml')))).toContain(
      'bundle-file-missing data/dossier.yaml',
    );
  });

  it.each([
    ['bagit.txt', '1.0', '0.97', 'bundle-bag-broken bagit.txt'],
    ['bag-info.txt', 'Zjtx-Status: final', 'Zjtx-Status: maybe', 'bundle-bag-broken bag-info.txt'],
    ['bag-info.txt', /Zjtx-Category: .*\n/, '', 'bundle-bag-broken bag-info.txt'],
    ['bag-info.txt', /Payload-Oxum: .*\n/, '', 'bundle-bag-broken bag-info.txt'],
    ['bag-info.txt', /Zjtx-Category-Sha256: ./, 'Zjtx-Category-Sha256: ~', 'bundle-bag-broken bag-info.txt'],
    ['bag-info.txt', /Zjtx-Dossier-Sha256: ./, 'Zjtx-Dossier-Sha256: ~', 'bundle-bag-broken bag-info.txt'],
    ['bag-info.txt', /^/, '\n???\n', 'bundle-bag-broken bag-info.txt'],
    ['bag-info.txt', /Payload-Oxum: \d/, 'Payload-Oxum: 9', 'bundle-size-differs bag-info.txt'],
  ])('is refused when %s has %s as %s', async (path, from, to, expected) => {
    expect(await codesOf(remade(edit(path, from, to)))).toEqual([expected]);
  });

  it('is refused when a manifest names a path twice, or one outside', async () => {
    const manifest = String(content.get('manifest-sha256.txt'));
    for (const line of [
      manifest.split('\n')[0],
      `${'0'.repeat(64)}  data/../../x`,
      `${'0'.repeat(64)}  bagit.txt`,
      '???',
    ]) {
      const entries = remade(() => {}).map((entry) => {
        const changed = Buffer.from(`${line}\n${manifest}`);
        if (entry.name === `${top}manifest-sha256.txt`) return { ...entry, data: changed };
        if (entry.name !== `${top}tagmanifest-sha256.txt`) return entry;
        const old = sha256(content.get('manifest-sha256.txt') ?? '');
        return { ...entry, data: String(entry.data).replace(old, sha256(changed)) };
      });
      expect(await codesOf(entries)).toContain('bundle-manifest-broken manifest-sha256.txt');
    }
  });
});
