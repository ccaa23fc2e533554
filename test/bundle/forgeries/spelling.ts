// Forgeries that only spell otherwise: tag files, JSON and paths that one program reads as true and another as false.
import { createHash } from 'node:crypto';
import { edit, type Parts, sealed, zipped } from '../forge.ts';
import { category, type Forgery, record } from './kinds.ts';

const manifest = 'manifest-sha256.txt';
const tagManifest = 'tagmanifest-sha256.txt';
const info = 'bag-info.txt';
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** A tag file written otherwise, with its digest right in the tag manifest. */
function retagged(parts: Parts, path: string, change: (text: string) => string): Buffer {
  const before = parts.files.get(path) ?? Buffer.alloc(0);
  const after = Buffer.from(change(String(before)));
  if (after.equals(before)) throw new Error(`nothing to change in ${path}`);
  parts.files.set(path, after);
  if (path !== tagManifest) edit(parts, tagManifest, sha256(before), sha256(after));
  return zipped(parts);
}
const tag = (what: string, path: string, change: (text: string) => string, ...codes: string[]): Forgery => [
  what,
  ({ whole }) => retagged(sealed(whole), path, change),
  ...codes,
];

const broken = `bundle-record-broken ${record}`;
/** The record spelled otherwise, and all sealed again. */
const spelled = (what: string, from: string | RegExp, to: string): Forgery => [
  what,
  ({ whole }) => {
    edit(whole, record, from, to);
    return zipped(sealed(whole));
  },
  broken,
];
/** The definition spelled otherwise, its digest right in bag-info and in the record. */
const frozen = (what: string, change: (text: string) => string): Forgery => [
  what,
  ({ whole }) => {
    const before = whole.files.get(category) ?? Buffer.alloc(0);
    const after = Buffer.from(change(String(before)));
    if (after.equals(before)) throw new Error('nothing to change');
    whole.files.set(category, after);
    edit(whole, record, sha256(before), sha256(after));
    return zipped(sealed(whole));
  },
  `category-altered ${category}`,
  `category-broken ${category}`,
];

const unreadable = `bundle-manifest-broken ${manifest}`;
const wrong = (path: string): string => `bundle-bag-broken ${path}`;

export const inSpelling: readonly Forgery[] = [
  tag('bag-info with a mark of byte order', info, (text) => `\ufeff${text}`, wrong(info)),
  tag('bag-info with the line ends of Windows', info, (text) => text.replaceAll('\n', '\r\n'), wrong(info)),
  tag('bag-info with a line twice', info, (text) => text.replace(/^Zjtx-Status: .*\n/m, '$&$&'), wrong(info)),
  tag('bag-info with a label in capitals', info, (text) => text.replace('Zjtx-Status', 'ZJTX-STATUS'), wrong(info)),
  tag('bag-info with a folded line', info, (text) => text.replace('Zjtx-Status: ', 'Zjtx-Status:\n  '), wrong(info)),
  tag('bag-info without its last line end', info, (text) => text.trimEnd(), wrong(info)),
  tag(
    'bag-info with its lines in another order',
    info,
    (text) => `${text.split('\n').reverse().join('\n').trim()}\n`,
    wrong(info),
  ),
  tag('a declaration with spaces', 'bagit.txt', (text) => text.replace('1.0', '1.0 '), wrong('bagit.txt')),
  tag(
    'a manifest with digests in capitals',
    manifest,
    (text) => text.replace(/^[0-9a-f]{64}/gm, (one) => one.toUpperCase()),
    wrong(manifest),
  ),
  tag(
    'a manifest in another order',
    manifest,
    (text) => `${text.trim().split('\n').reverse().join('\n')}\n`,
    wrong(manifest),
  ),
  tag('a manifest with the line ends of Windows', manifest, (text) => text.replaceAll('\n', '\r\n'), wrong(manifest)),
  tag('a manifest with a mark of byte order', manifest, (text) => `\ufeff${text}`, unreadable),
  tag(
    'a manifest with paths from here',
    manifest,
    (text) => text.replace('  data/', '  ./data/'),
    'bundle-file-extra data/assessment.json',
    unreadable,
  ),
  tag(
    'a manifest with escaped paths',
    manifest,
    (text) => text.replace('data/dossier', 'data%2Fdossier'),
    'bundle-file-extra data/dossier.yaml',
    unreadable,
  ),
  tag(
    'a manifest that names one file more',
    manifest,
    (text) => `${text}${'0'.repeat(64)}  data/zz.pdf\n`,
    'bundle-file-missing data/zz.pdf',
  ),
  tag('a manifest that names one file twice', manifest, (text) => text.replace(/^.*\n/, '$&$&'), unreadable),
  tag('a manifest with a remark', manifest, (text) => `# approved\n${text}`, unreadable),
  tag(
    'a tag manifest in another order',
    tagManifest,
    (text) => `${text.trim().split('\n').reverse().join('\n')}\n`,
    wrong(tagManifest),
  ),
  spelled('a number with an exponent', /"bytes": (\d)(\d{4}),/, '"bytes": $1.$2e4,'),
  spelled('a number with a point', '"year": 2021', '"year": 2021.0'),
  spelled('a number less than nothing', '"errors": 0', '"errors": -0'),
  spelled('a record with something behind it', /$/, '{}'),
  spelled('a record with spaces behind it', /$/, ' \n'),
  spelled('a record with a mark of byte order', /^/, '\ufeff'),
  spelled('a record with the line ends of Windows', /\n/g, '\r\n'),
  spelled(
    'a record with a prototype',
    '"readable": true',
    '"readable": true,\n  "__proto__": {\n    "state": "ready"\n  }',
  ),
  spelled('a record with a remark', '"readable": true', '/* true */ "readable": true'),
  spelled('a record with a comma too many', '"readable": true,', '"readable": true,,'),
  spelled('a name in another normal form', '江苏示例', '江\u200b苏示例'),
  frozen('a definition with a key that stands twice', (text) =>
    text.replace('"format": 1,', '"format": 2,\n  "format": 1,'),
  ),
  frozen('a definition with a prototype', (text) => text.replace('"format": 1,', '"format": 1,\n  "__proto__": {},')),
  frozen('a definition in another spelling', (text) => text.replace('"year": 2021', '"year": 2.021e3')),
  frozen('a definition with something behind it', (text) => `${text}\n`),
];
