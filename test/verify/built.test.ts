// What build can put into a bundle, verify accepts through the command line: scans read, waivers, claims, fitted files, spare fonts.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { apart } from '../bundle/forge.ts';
import { type Edit, ready, readyIn } from '../support/ready.ts';
import { emptyFolder, type Ran, zjtx } from '../support/terminal.ts';

const examples = resolve(import.meta.dirname, '../../examples');
const rare = resolve(import.meta.dirname, '../summary/rare.ttf');
const licence = '附件/营业执照/企业营业执照原件扫描件.jpg';
const unstamped: Edit = [
  '企业简介(盖章).pdf\n      issued_to: 江苏示例精密机械有限公司\n      stamped: true',
  '企业简介(盖章).pdf\n      stamped: false',
];
const waiver =
  'waivers:\n  - {code: evidence-unstamped, at: attachments.profile_stamped, reason: 公章变更中, by: 林晓雯, until: 2021-08-31}\n';

type Built = { readonly verified: Ran; readonly record: Record<string, unknown> & { findings: { code: string }[] } };

/** Builds in a folder, verifies what was built, and reads its record. */
async function built(cwd: string, ...options: string[]): Promise<Built> {
  const ran = await zjtx(['build', '-o', 'out', ...options], { cwd });
  const draft = options.includes('--draft');
  expect(ran.code, ran.stdout + ran.stderr).toBe(draft ? 1 : 0);
  const [zip = ''] = readdirSync(join(cwd, 'out'));
  const parts = await apart(readFileSync(join(cwd, 'out', zip)));
  const record = JSON.parse(String(parts.files.get('data/assessment.json')));
  return { verified: await zjtx(['verify', ...(draft ? [] : ['--final']), `out/${zip}`], { cwd }), record };
}

const codesOf = ({ record }: Built): string[] => record.findings.map(({ code }) => code);

it('a draft whose scans were read', async () => {
  const cwd = ready();
  // Reading takes seconds a page: one scan is enough, and what is missing makes a draft of it.
  for (const folder of readdirSync(join(cwd, '附件')).filter((name) => name !== '营业执照'))
    rmSync(join(cwd, '附件', folder), { recursive: true });
  const create = { width: 1000, height: 1000, channels: 3, background: 'white' } as const;
  writeFileSync(join(cwd, licence), await sharp({ create }).jpeg().toBuffer());
  const made = await built(cwd, '--ocr', '--draft');
  expect(codesOf(made)).toContain('ocr-name-absent');
  expect(made.verified, made.verified.stdout).toMatchObject({ code: 0, stderr: '' });
});

it('a finding that the dossier waives', async () => {
  const cwd = ready(unstamped);
  writeFileSync(join(cwd, 'dossier.yaml'), `${readFileSync(join(cwd, 'dossier.yaml'), 'utf8')}${waiver}`);
  const made = await built(cwd);
  expect(made.record.findings).toContainEqual(
    expect.objectContaining({ code: 'evidence-unstamped', waived: expect.anything() }),
  );
  expect(made.verified, made.verified.stdout).toMatchObject({ code: 0, stderr: '' });
  expect(made.verified.stdout).not.toContain('(bundle-');
});

it('a finding that only the configuration of the sender waives, with a warning', async () => {
  const cwd = ready(unstamped);
  writeFileSync(join(cwd, 'zjtx.config.yaml'), waiver);
  const made = await built(cwd);
  expect(made.verified, made.verified.stdout).toMatchObject({ code: 0, stderr: '' });
  expect(made.verified.stdout).toContain('(bundle-waiver-outside)');
});

it('claims, which stand in the record', async () => {
  const made = await built(ready());
  expect(made.record.claims).toHaveLength(3);
  expect(made.verified).toMatchObject({ code: 0, stderr: '' });
});

it('a scan made smaller, and a character from a font of the sender', async () => {
  const cwd = readyIn(emptyFolder(), 'ready', [['示例路18号3幢', '𠮷祥路18号3幢']]);
  const jpeg = readFileSync(join(cwd, licence));
  const comment = Buffer.alloc(2 + 65_535, 0x20);
  comment.set([0xff, 0xfe, 0xff, 0xff]);
  writeFileSync(
    join(cwd, licence),
    Buffer.concat([jpeg.subarray(0, 2), ...Array<Buffer>(820).fill(comment), jpeg.subarray(2)]),
  );
  cpSync(rare, join(cwd, 'rare.ttf'));
  writeFileSync(join(cwd, 'zjtx.config.yaml'), 'fonts: [rare.ttf]\n');
  const made = await built(cwd, '--fit');
  expect(codesOf(made)).toContain('file-fitted');
  // The font that lies beside the bundle could draw a figure as another one: only one that the receiver names counts.
  expect(made.verified).toMatchObject({ code: 1, stderr: '' });
  expect(made.verified.stdout).toContain('(bundle-unproved)');
  const [zip = ''] = readdirSync(join(cwd, 'out'));
  const verified = await zjtx(['verify', '--final', '--fonts', rare, `out/${zip}`], { cwd });
  expect(verified, verified.stdout).toMatchObject({ code: 0, stderr: '' });
});

it.each(['national-2025-little-giant', 'national-2026-little-giant', 'national-2026-srdi-sme'])('%s', async (name) => {
  const cwd = emptyFolder();
  const made = await built(cwd, join(examples, name, 'ready'));
  expect(made.verified, made.verified.stdout).toMatchObject({ code: 0, stderr: '' });
  expect(made.verified.stdout).not.toContain('(bundle-');
});
