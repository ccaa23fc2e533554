// What a bundle can have wrong: the sentences in English.

import type { bundleCodes, Decided, ListFault, RecordPart, UnsafeEntry } from '../../findings/codes/bundle.ts';
import type { Messages } from '../message.ts';
import { stampWords, stateWords } from './states.ts';

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
  mode: 'it has permissions that only programs have (setuid and the like), or is hidden or a system file',
  comment: 'it carries a comment, which no file of a bundle has',
  overlap: 'it shares its data with another entry, which may be a zip bomb',
};

const broken = { data: 'it cannot be unpacked', size: 'its size is not the recorded one', crc: 'its CRC differs' };

const forged = 'The bundle contradicts itself: do not trust it. Ask its sender to build it again from the dossier.';

const listed: Record<ListFault, string> = {
  missing: 'is in the file list of data/assessment.json and not in the bundle',
  digest: 'has another size or digest than the file list of data/assessment.json says',
  twice: 'is in the file list of data/assessment.json twice',
  source: 'has an unsafe original path, or one that collides with another file',
  place: 'does not stand where the attachments of the dossier put it',
};

const part: Record<RecordPart, string> = {
  head: 'the head',
  counts: 'the counts',
  category: 'what is said of the category',
  scorecard: 'the scorecard',
  criteria: 'the criteria',
  metrics: 'the metrics',
  checklist: 'the checklist',
  claims: 'the claims',
  attachments: 'the attachments',
};

const decided: Record<Decided, string> = {
  met: 'met',
  'not met': 'not met',
  undecided: 'undecided',
  advice: 'advice',
  unknown: 'not checked',
  none: 'not listed',
};

export const bundle: Messages<typeof bundleCodes> = {
  'bundle-not-zip': () => ({
    message: 'not a whole zip file',
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

  'bundle-name-differs': ({ expected, found }) => ({
    message: `the top folder should be named ${expected} and is named ${found}`,
    hint: forged,
  }),
  'bundle-record-broken': ({ file, detail }) => ({
    message: `${file} is not what zjtx writes${detail === '' ? '' : ` (${detail})`}`,
    hint: 'If a newer zjtx built it, update first; otherwise ask its sender to build it again.',
  }),
  'bundle-list-broken': ({ file, why }) => ({ message: `${file} ${listed[why]}`, hint: forged }),
  'bundle-dossier-broken': ({ detail }) => ({
    message: `the dossier inside cannot be assessed again: ${detail}`,
    hint: forged,
  }),
  'bundle-metric-differs': ({ metric, stated, found }) => ({
    message: `metric ${metric}: the bundle says ${stated}, the dossier gives ${found}`,
    hint: forged,
  }),
  'bundle-points-differ': ({ item, stated, found }) => ({
    message: `points of ${item}: the bundle says ${stated}, the dossier gives ${found}`,
    hint: forged,
  }),
  'bundle-decision-differs': ({ criterion, stated, found }) => ({
    message: `criterion ${criterion}: the bundle says “${decided[stated]}”, the dossier gives “${decided[found]}”`,
    hint: forged,
  }),
  'bundle-finding-left-out': ({ said }) => ({ message: `the bundle leaves out a finding: ${said.en}`, hint: forged }),
  'bundle-finding-invented': ({ said }) => ({
    message: `the bundle has a finding that the dossier does not give: ${said.en}`,
    hint: forged,
  }),
  'bundle-finding-changed': ({ said, why }) => ({
    message: `${why === 'version' ? 'this version says otherwise' : "only the sender's computer could tell"}: ${said.en}`,
  }),
  'bundle-waiver-outside': ({ said, by, reason }) => ({
    message: `${by} waived a finding (“${reason}”), and the dossier has no such waiver: ${said.en}`,
    hint: "It may stand in the sender's zjtx.config.yaml. Ask the sender.",
  }),
  'bundle-record-differs': ({ part: which, what }) => ({
    message: `${part[which]} in data/assessment.json${what === '' ? '' : ` (${what})`} ${which === 'head' || which === 'category' || which === 'scorecard' || which === 'checklist' ? 'is' : 'are'} not what the dossier gives`,
    hint: forged,
  }),
  'bundle-summary-differs': ({ why, page = 0, text = '' }) => ({
    message: {
      unreadable: 'the application form cannot be read as a PDF',
      pages: 'the application form has another number of pages than the dossier gives',
      text: `page ${page} of the application form does not say what the dossier says; missing: ${text}`,
      drawing:
        'the application form has the right text, yet zjtx did not draw it so: something may be covered or added',
      figure: `the application form does not have ${text} of the dossier`,
      foreign: `the application form holds what zjtx never writes: ${text}`,
    }[why],
    hint: 'It was not made from this dossier: do not trust it. Ask the sender to build the bundle again.',
  }),
  'bundle-guide-differs': () => ({
    message: 'the portal guide was not made from this dossier',
    hint: 'Do not open it in a browser. Ask the sender to build the bundle again.',
  }),
  'bundle-version-other': ({ version, own }) => ({
    message: `built by zjtx ${version}, this is ${own}: all was derived again and compared by this version; what differs only in words is a note`,
    hint: `To compare every word, run zjtx verify with zjtx ${version}.`,
  }),
  'bundle-not-derived': ({ files, limit }) => ({
    message: `not compared: the attachments have more than ${limit} bytes; of ${files} of them only the digests were checked`,
    hint: 'Ask the sender to make the attachments smaller and build again; or unpack the bundle and run zjtx validate in its folder.',
  }),
  'bundle-unproved': ({ file, why, text = '' }) => ({
    message:
      why === 'version'
        ? `not compared to the end: ${file} was made by another version and differs from what is made here; whether by layout or by a change cannot be told`
        : `not compared to the end: ${file} has characters that the fonts here lack (${text}); their shapes cannot be checked`,
    hint:
      why === 'version'
        ? 'Verify with the version of zjtx that built it. Do not open the file before.'
        : 'Verify again with a font that has them, from a source you trust and not from the sender: --fonts FILE; or ask the sender for common characters.',
  }),
  'bundle-not-inspected': ({ file }) => ({
    message: `not compared: ${file} could not be read to its end, or its reader is missing; only its digest was checked`,
    hint: 'Install this program again with its optional packages, or verify on another computer; if it says the same, ask the sender to replace the file and build again.',
  }),
  'bundle-not-final': ({ status }) => ({
    message: status === 'draft' ? 'this is a draft, no final bundle' : 'this bundle is unsettled, not final',
    hint: 'Ask its sender to mend, complete or check the dossier and build the final one with zjtx build.',
  }),
  'bundle-stamp-flatters': ({ status, state }) => ({
    message: `it is called ${stampWords[status]}, and the state of its dossier is: ${stateWords[state]}; zjtx builds no such bundle`,
    hint: forged,
  }),

  'category-broken': ({ category, detail }) => ({
    message: `the definition of ${category} inside cannot be opened${detail === '' ? '' : ` (${detail})`}`,
    hint: forged,
  }),
  'category-altered': ({ category, known, found, where }) =>
    where === 'bundle'
      ? {
          message: `the definition of ${category} inside was altered: its digest is ${found}, the one known here ${known}`,
          hint: 'Conditions may be weakened: do not trust it. If the definition was updated, use the zjtx that built the bundle, or --schemas.',
        }
      : {
          message: `the category ${category} is not the one that zjtx ships, other definitions altered it: its digest is ${found}, that of the shipped one ${known}`,
          hint: 'Conditions may be weakened, so nothing is settled. Leave out --schemas, or schemas in zjtx.config.yaml; give a category of your own another id.',
        },
  'category-unproved': ({ category }) => ({
    message: `the category ${category} is not known here, so nobody can say whether the definition inside is the right one`,
    hint: 'Name the folder of its definitions with --schemas and verify again.',
  }),
};
