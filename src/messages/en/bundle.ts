// What a bundle can have wrong: the sentences in English.
import type { bundleCodes, UnsafeEntry } from '../../findings/codes/bundle.ts';
import type { Messages } from '../message.ts';

const again = 'Do not use this bundle: ask its sender for it again; build your own again with zjtx build.';
const hostile = 'Do not unpack it: zjtx writes no such bundle. Ask its sender to build it again with zjtx build.';

const unsafe: Record<UnsafeEntry, string> = {
  traversal: 'its path has .. or an empty part and would be unpacked outside the folder',
  absolute: 'its path is absolute and would be unpacked outside the folder',
  backslash: 'its path has a backslash, which Windows takes for a folder',
  name: 'its name does not work on every system (special or control characters, a dot or space at the end, not NFC)',
  link: 'it is a link or a device, no regular file',
  encrypted: 'it is encrypted',
  encoding: 'its name has no UTF-8 flag or broken UTF-8 and turns into garbage on other computers',
  header: 'its two headers disagree, so that different programs unpack different things',
  method: 'it is packed with a method that zjtx does not use',
  ratio: 'it claims to unpack to more than deflate can hold, which may be a zip bomb',
  alias: 'it carries a second, different name',
  overlap: 'it shares its data with another entry, which may be a zip bomb',
};

const broken = { data: 'it cannot be unpacked', size: 'its size is not the recorded one', crc: 'its CRC differs' };

export const bundle: Messages<typeof bundleCodes> = {
  'bundle-not-zip': ({ detail }) => ({
    message: `not a whole zip file (${detail})`,
    hint: 'The download may be cut off or have something behind it. Download it again, or ask its sender for it again.',
  }),
  'bundle-too-large': ({ what, limit }) => ({
    message:
      what === 'entries'
        ? `more than ${limit} entries; it was not looked into`
        : `more than ${limit} bytes when unpacked; it was not looked into`,
    hint: hostile,
  }),
  'bundle-stray-bytes': () => ({
    message: 'the zip has bytes that belong to no entry (between entries, at the start or at the end)',
    hint: hostile,
  }),
  'bundle-entry-unsafe': ({ file, why }) => ({ message: `${file}: ${unsafe[why]}`, hint: hostile }),
  'bundle-entry-twice': ({ file, other }) => ({
    message: file === other ? `${file} is there twice` : `${file} and ${other} are one file on Windows or macOS`,
    hint: hostile,
  }),
  'bundle-folder-broken': ({ folders }) => ({
    message: `there must be exactly one top folder, found: ${folders.length === 0 ? '(none)' : folders.join(', ')}`,
    hint: again,
  }),
  'bundle-entry-broken': ({ file, why }) => ({ message: `${file} is damaged: ${broken[why]}`, hint: again }),
  'bundle-bag-broken': ({ file, label }) => ({ message: `${label} is missing or wrong in ${file}`, hint: again }),
  'bundle-manifest-broken': ({ file, line }) => ({
    message: `line ${line} of ${file} is no digest and path, or its path is unsafe or there twice`,
    hint: again,
  }),
  'bundle-file-missing': ({ file, manifest }) => ({
    message:
      manifest === undefined ? `${file} is missing, which every bundle has` : `${file} of ${manifest} is missing`,
    hint: again,
  }),
  'bundle-file-extra': ({ file, manifest }) => ({
    message: `${file} is not in ${manifest}: it was added later`,
    hint: again,
  }),
  'bundle-digest-differs': ({ file, expected, found }) => ({
    message: `${file} was changed: its SHA-256 should be ${expected} and is ${found}`,
    hint: again,
  }),
  'bundle-size-differs': ({ expected, found }) => ({
    message: `octets and files below data/ should be ${expected} and are ${found}`,
    hint: again,
  }),
};
