// Which findings about a file cite the rule for all files: only those about the types and the size that it names.
import { expect, test } from 'vitest';
import { type Tell, tellOfFile } from '../../src/attachments/tell.ts';
import type { Citation, Finding } from '../../src/findings/finding.ts';
import { placeOf } from './dossier.ts';

const cite: readonly Citation[] = [
  { source: 'manual', short: '手册', title: '用户使用手册', clause: '2.2', standing: 'seed' },
];

function cited(say: (tell: Tell) => void): readonly Citation[] | undefined {
  const findings: Finding[] = [];
  say(tellOfFile(findings, placeOf('attachments.other[0]', 10), { cite }));
  return findings[0]?.cite;
}
const pages = { count: 1, ranges: [[1, 1]] as const };

test.each([
  ['file-too-large', (tell: Tell) => tell('file-too-large', { file: 'a.pdf', bytes: 9, mib: 50, extension: 'pdf' })],
  ['file-type-refused', (tell: Tell) => tell('file-type-refused', { file: 'a.zip', extension: 'zip', types: ['pdf'] })],
] as const)('%s cites it', (_, say) => {
  expect(cited(say)).toEqual(cite);
});

test.each([
  ['pdf-paper', (tell: Tell) => tell('pdf-paper', { file: 'a.pdf', pages, width: 900, height: 1200 })],
  ['pdf-password', (tell: Tell) => tell('pdf-password', { file: 'a.pdf' })],
  ['image-small', (tell: Tell) => tell('image-small', { file: 'a.jpg', width: 300, height: 400, least: 1000 })],
  ['file-empty', (tell: Tell) => tell('file-empty', { file: 'a.pdf' })],
] as const)('%s does not', (_, say) => {
  expect(cited(say)).toEqual([]);
});
