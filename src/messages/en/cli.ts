// What the command line says around its documents, in English.
import { systemFault } from '../../findings/system-fault.ts';
import type { CliWords } from '../cli.ts';
import type { Apart } from '../packed.ts';
import { megabytes } from '../sizes.ts';
import { commandWords, some } from './commands.ts';
import { namesWords } from './names.ts';

const near = (name: string | undefined): string => (name === undefined ? '' : `; did you mean ${name}?`);

const apart: Readonly<Record<Apart, string>> = {
  type: 'it is no PDF, JPG or PNG. Save it as PDF from Office or WPS and build again',
  protected: 'it has a password or restrictions. Ask for a PDF without them, or print and scan it',
  unreadable: 'it cannot be read in full. Export or scan it again and build again',
  'too many pixels': 'it has too many pixels. Scale it down and build again',
};

export const cliWords: CliWords = {
  program: 'Checks 专精特新 / 小巨人 application dossiers and builds their submission bundles, offline.',
  examples: `Examples:
  zjtx validate dossiers/acme      what is wrong, which clause, what to do
  zjtx validate dossiers           checks every dossier.yaml in the folder
  zjtx build dossiers/acme -o out  writes the bundle (zip) if all is settled
  zjtx verify out/*.zip            checks offline that a bundle is whole

Exit codes: 0 all better than --fail-on; 1 some not; 128+N by signal N;
            2 could not run (usage, no dossier, a faulty definition, unwritable
            output)`,
  ...namesWords,
  headings: { usage: 'Usage:', arguments: 'Arguments:', options: 'Options:', commands: 'Commands:' },
  help: 'show help',
  version: 'show the version',
  error: 'error',
  fix: 'fix',
  usage: {
    unknownOption: (name, close) => `there is no option ${name}${near(close)}`,
    unknownCommand: (name, close) => `there is no command ${name}${near(close)}`,
    missingArgument: (name) => `the argument ${name} is missing`,
    missingValue: (option) => `the option ${option} lacks its value`,
    missingOption: (option) => `the option ${option} is missing`,
    oneDossier: (count) => `this takes one dossier, the path holds ${count}`,
    noStdin: 'the dossier is written to, so it cannot come from standard input',
    badValue: (option, value, allowed) => `the option ${option} does not take ${value}; possible: ${allowed}`,
    tooMany: 'too many arguments',
    twoSides: (count) => `two dossiers or bundles are compared, ${count} given`,
    twoCategories: (count) => `two categories are compared, ${count} given`,
    twoToStdout: 'only one format can go to standard output; give the other as format=FILE',
    noWatch: '--watch cannot watch standard input',
    noRedactSheet: '--redact cannot be used with sheet: workbooks hold the dossier itself',
    noRedact: '--redact cannot build or preview: bundle and form hold the dossier itself',
    seeHelp: (command) => `See ${command} --help`,
  },
  internal: 'Internal error: not a fault of the dossier. Please report the text below with the command you ran:',
  interrupted: (done, all) => `Interrupted: ${done} of ${all} done, nothing half-written left behind`,
  checking: (at, all, name) => `checking ${at}/${all}  ${name}`,
  done: (done, all, left) => `checked ${done} of ${all}${left === undefined ? '' : `, about ${left} s left`}`,
  took: (seconds) => `took ${seconds} s`,
  watching: { waiting: 'waiting for changes, Ctrl-C ends', again: (path) => `\n${path} has changed` },
  replaced: (first, second) =>
    `the bundle of ${second} replaced that of ${first}: enterprise and category are the same. Give each its own --output.`,
  altered: (category) =>
    `the category ${category} is not the one that zjtx ships, other definitions altered it: what is said here settles nothing`,
  waiverUnused: (code, at) => `${at}: the waiver of ${code} lifts nothing and can be removed`,
  failedFast: (left) => `stopped (--fail-fast): ${left} more were not checked`,
  packing: (percent, name) => `packing ${percent}%  ${name}`,
  built: 'built',
  unchanged: 'unchanged, kept',
  draftBuilt: 'draft built',
  unsettledBuilt: 'built, stamped unsettled',
  counts: (errors, warnings, undecided, unknown) =>
    `${some(errors, 'error')}  ${some(warnings, 'warning')}  ${undecided} undecided  ${unknown} not checked`,
  rows: {
    form: 'form',
    attachments: 'attachments',
    annex: 'product proof',
    dossier: 'dossier',
    assessment: 'assessment',
    guide: 'guide',
  },
  merged: {
    row: 'merged',
    slots: (merged, all) => `${merged} of ${some(all, 'slot')} merged`,
    single: (slots) => `${some(slots, 'slot')} with one PDF only, not merged: upload the file itself from data/附件`,
    over: (slot, bytes, limit) =>
      `${slot}: merged it has ${megabytes(bytes)}, ${megabytes(bytes - limit)} above the limit of ${megabytes(limit)}, and was left out of data/合并. Scan again at a lower resolution and build again`,
    unproved: (slot) =>
      `${slot}: the merged PDF did not read back and was left out of data/合并. Merge with another program`,
    apart: (slot, source, why) => `${slot}: ${source} is not in the merged PDF: ${apart[why]}`,
    signed: (slot, source) =>
      `${slot}: the electronic signature of ${source} does not hold in the merged PDF; upload the file itself where it is checked`,
  },
  pages: (count) => some(count, 'page'),
  files: (count) => some(count, 'file'),
  slots: (filled, all) => `${filled} of ${all} slots`,
  readBack: 'text read back, equals what was drawn',
  verbatim: 'verbatim',
  size: 'size',
  proof: 'proof',
  proven: (files) => `read back, all ${files} digests agree`,
  next: {
    label: 'Next',
    print: 'Print 申请表.pdf and tick its last list (附四); the files to upload are in data/附件.',
    verify: 'Whoever receives it can check it offline:',
  },
  signed: (path, key, skipped) => `${skipped ? 'signature unchanged' : 'signed'}: ${path} (key ${key})`,
  keyPassword: (path) => `Password of the key ${path}: `,
  guided: 'open it in a browser while filling in the portal',
  unfolded: (path, skipped) => (skipped ? `folder unchanged: ${path}` : `unpacked into the folder ${path}`),
  preview: {
    written: (path, pages) => `written: ${path} (${pages} pages)`,
    state: (state, errors, warnings) =>
      `the state of the dossier is ${state}: ${some(errors, 'error')}, ${some(warnings, 'warning')}; zjtx validate tells each`,
    unreadable: (file) => `${file} cannot be read, no form was drawn; zjtx validate tells why`,
    taken: (path) => `${path} exists, is no earlier preview and was not overwritten`,
    takenFix: 'Choose another file with -o, or add --force.',
    unwritable: (path, code) => `cannot write ${path} (${systemFault(code).en})`,
    unwritableFix: 'Check that the folder exists and can be written; close the file where another program holds it.',
  },
  refusedState: (state) => `not built: the state of the dossier is ${state}`,
  refusedFix: {
    errors: 'Mend them and run again; --draft builds a marked draft to look at.',
    incomplete: 'Add what is missing and run again; --draft builds a marked draft to look at.',
    unsettled: 'Check what is open and run again; --unsettled builds a bundle that is stamped so.',
    submittable: 'zjtx build writes it.',
    ready: 'zjtx build writes it.',
  },
  list: {
    id: 'id',
    title: 'title',
    standing: 'standing, days it is for',
    season: (from, until) => `for ${from} to ${until}`,
    followed: (by) => `followed by ${by}`,
  },
  summary: {
    glyph: (character, field) => `the font of the form lacks the character ${character} (${field})`,
    glyphFix:
      'Use the standard character; for a rare character of a name, give a font file (.ttf) that has it under fonts in zjtx.config.yaml.',
    font: (path, why) =>
      `the font ${path} cannot be used: ${typeof why === 'object' ? `the file cannot be read (${systemFault(why.code).en})` : { kind: 'it is no single TrueType font (.ttf)', licence: 'its licence forbids embedding in a PDF' }[why]}`,
    fontFix: 'Mend fonts in zjtx.config.yaml (of verify: --fonts), or name another font file.',
    proof: (field, text) => `the form read back differs from what was drawn (${field}): ${text}`,
    proofFix: 'No bundle was written. Please report this dossier to the maintainers.',
  },
  ...commandWords,
};
