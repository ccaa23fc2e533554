// What `init` and `fill` say and ask, in English.
import { systemFault } from '../../findings/system-fault.ts';
import type { WizardWords } from '../wizard.ts';

export const wizardWords: WizardWords = {
  category: 'Which category? (type to search)',
  noScreen: (command) => ({
    message: 'this is no terminal, so nothing can be asked',
    hint: `Add --yes (writes a blank dossier) or --answers FILE (fills it from a file), for example: ${command}`,
  }),
  stale: (message) => `note: ${message}`,
  noCategory: { message: 'no category is named', hint: 'Add --category ID; zjtx categories list shows those known.' },
  exists: (path) => ({
    message: `${path} is there already; nothing was changed`,
    hint: 'Go on with zjtx fill; to begin anew use another folder, or --force (the old file becomes .bak).',
  }),
  unreadable: (path, code) => ({
    message: `${path} cannot be read${code === undefined ? '' : ` (${systemFault(code).en})`}`,
    hint: 'Check the path; it must be YAML in UTF-8, written like a dossier.yaml.',
  }),
  faulty: (path) => ({
    message: `${path} cannot be read yet; nothing was changed`,
    hint: `First mend what zjtx validate ${path} says.`,
  }),
  notTaken: (path, code) => ({
    message: `cannot take files from ${path} (${systemFault(code).en})`,
    hint: 'Name the folder that holds the attachments.',
  }),
  unwritable: (path, code) => ({
    message: `cannot write ${path} (${systemFault(code).en})`,
    hint: 'Check the permissions, or use another folder.',
  }),
  written: (path, files, slots) => `wrote ${path}, ${slots} folders for attachments and ${files} files for the editor`,
  backup: (path) => `the dossier as it was is in ${path}`,
  ignored: (keys) => `not used: ${keys.join(', ')} (no parts of a dossier)`,
  answered: (count) => `${count} ${count === 1 ? 'answer' : 'answers'} written`,
  carried: (labels) => `carried over ${labels.length}: ${labels.join(', ')}`,
  left: (label, why, detail) =>
    ({
      years: `not carried: ${label}, the old dossier has no figure for ${detail ?? 'the years asked for'}`,
      unasked: `not carried: ${label}, this category does not ask for it`,
      fit: `not carried: ${label}, ${detail ?? 'it does not fit'}`,
    })[why],
  notCarried:
    'Attachments, claims, waivers and attestations are not carried over: they belong to the old dossier. Check what was carried over.',
  next: (shown) => [
    `go on:  zjtx fill ${shown}`,
    `check:  zjtx validate ${shown}`,
    'Or fill it in with an editor such as VS Code: every key is explained above it.',
  ],
  guide: [
    'Enter: skip for now; < Enter: one back; > Enter: another section, or leave; - Enter: clear the answer.',
    'Every answer is saved at once; Ctrl-C leaves at any time.',
  ],
  section: (title, at, all) => `[${title}] section ${at} of ${all}`,
  progress: (filled, all, required) =>
    `${filled} of ${all} filled in${required === 0 ? ', all that are required' : `, ${required} required ones left`}`,
  needed: 'required',
  skip: 'skip for now',
  keep: (shown) => `keep: ${shown}`,
  back: 'one back',
  jump: 'another section, or leave',
  clear: 'clear',
  other: 'none of these, let me type',
  type: 'Type it',
  quit: 'save and leave',
  where: 'Which section?',
  takeFiles: 'Attachments: take files from a folder',
  sectionChoice: (title, filled, all) => `${title}  ${filled}/${all}`,
  fromFile: 'Or write @FILE to read a text file beside the dossier, such as @profile.txt',
  several: 'space selects, Enter confirms; none selected skips',
  industryCode: (division) => `Code of the class, four digits, such as ${division}11 (GB/T 4754; Enter when unknown)`,
  notUnder: (division) => `The code must begin with the division ${division} and have three or four digits`,
  rows: (label, rows) => `${label}: ${rows} so far`,
  addRow: 'add one',
  noRows: 'there is none',
  rowsDone: 'no more, go on',
  row: (label, number) => `${label} no. ${number}`,
  noFile: (path) => `cannot read ${path}`,
  saved: (shown, resume) => `saved: ${shown}\ngo on: ${resume}`,
  finished: (filled, all) => `that was all: ${filled} of ${all} filled in`,
  open: (labels, more) => `required and still open: ${labels.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  state: (errors, warnings, undecided) => `check: ${errors} errors, ${warnings} warnings, ${undecided} undecided`,
  take: {
    ask: (missing) =>
      `${missing} attachments are missing. Take them from which folder? You will see the guesses first (Enter: later)`,
    nothing: (folder) => `no files to take in ${folder}`,
    found: (files, guessed) => `${files} files found, a place guessed for ${guessed}:`,
    guess: (path, slot, word, by) => `${path} → ${slot} (“${word}” in its ${by})`,
    unknown: (path) => `${path} → unknown`,
    confirm: 'Which ones? (guesses are selected; space changes, Enter confirms)',
    copied: (path, slot) => `copied ${path} → ${slot}`,
    inPlace: (path, slot) => `named ${path} → ${slot} (the file stays)`,
    leave: 'leave it',
    whereTo: (path) => `Where does ${path} belong?`,
  },
  keys: {},
};
