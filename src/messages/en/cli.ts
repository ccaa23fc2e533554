// What the command line says around its documents, in English.
import type { CliWords } from '../cli.ts';
import type { Apart } from '../packed.ts';
import { megabytes } from '../sizes.ts';
import { commandWords, some } from './commands.ts';

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
  zjtx build dossiers/acme -o out  writes the bundle (zip) if there is no error
  zjtx verify out/*.zip            checks offline that a bundle is whole

Exit codes: 0 nothing at or above --fail-on; 1 something; 130 interrupted;
            2 could not run (usage, no dossier, a faulty definition, unwritable
            output)`,
  commands: {
    validate: 'check dossiers: form, attachments, metrics, criteria',
    build: 'check dossiers and write the bundle of each that has no error',
    verify: 'check bundles: structure, digests, and the dossier inside once more',
    diff: 'compare two dossiers or bundles: fields, attachments, metrics, findings',
    attachments: 'list the attachments: type, pages, size, SHA-256, traits, and required slots without a file',
    preview: 'write only the PDF of the form, to look at; a marked draft while there are errors',
    categories: 'what can be applied for',
    list: 'list the categories',
    show: 'one category in full: fields, slots, metrics, criteria and their clauses',
    schema: 'the JSON Schema of dossiers of a category, for editors to complete, explain and check',
    report: 'join reports',
    merge: 'join the JSON reports of shards; refused when one is missing',
    attest: 'list the checklist; write who looked at which files on which day into the dossier',
    waive: 'write into the dossier that a finding is accepted on purpose: why, by whom, until when',
    completion: 'print a script for command line completion',
    words: 'for the scripts of completion',
    test: 'run the tests of definitions; without ids, of all of them',
  },
  options: {
    format:
      'format of the report: text, json, sarif, junit, github, gitlab, html; json=FILE writes to a file; may be repeated',
    lang: 'language: zh or en (default: ZJTX_LANG, then the locale)',
    'as-of':
      "day that decides validity periods, such as 2021-08-16 (default: the dossier's as_of, then today in Shanghai)",
    deep: 'render pages of PDFs that are pictures, to find scans of blank paper; slower',
    ocr: 'read scans and look for the name and code of the enterprise; notes only, slow (needs tesseract.js)',
    'fail-on': 'exit with 1 from this severity up: error, warning, never (else error)',
    redact: 'mask names, persons, phones and codes in reports',
    watch: 'check again whenever a file changes, until Ctrl-C',
    'fail-fast': 'stop at the first dossier that reaches --fail-on',
    config: 'configuration (else the zjtx.config.yaml in the folder of the dossiers or above it)',
    jobs: 'how many dossiers to check at a time (else one a core)',
    shard: 'part the dossiers into N and check part I only, such as 2/4; join the reports with zjtx report merge',
    schemas: 'another folder of definitions; may be repeated',
    verbose: 'list all undecided and unknown criteria',
    quiet: 'no progress, no notes',
    'no-color': 'no colours',
    output: 'folder for the bundles',
    draft: 'build in spite of errors, marked as a draft',
    final: 'accept no drafts',
    'exit-code': 'exit with 1 when they differ',
    force: 'replace an older bundle of other content',
    'merge-slots': 'also write one PDF a slot, made of its files, into data/合并, where a portal takes one file a slot',
    fit: 'make JPGs, PNGs and scanned PDFs above the limit smaller for the bundle; the files stay as they are (needs sharp)',
    folder: 'also unpack the bundle into a folder of its name, to upload file by file',
    pdf: 'the file to write (default 申请表-预览.pdf in the folder of the dossier)',
    'force-pdf': 'replace the file that stands there; without it only an earlier preview is replaced',
    json: 'print JSON',
    item: 'a point that was looked at, by its id in the checklist; may be repeated',
    all: 'all open points of the checklist were looked at',
    by: 'who looked, or who agrees to the waiver',
    on: 'day of the look, such as 2021-08-15 (default: today in Shanghai)',
    code: 'code of the finding, which the report prints behind it in brackets',
    at: 'place of the finding, such as attachments.business_license, or a file; no *',
    reason: 'why it is accepted',
    until: 'last day of the waiver, such as 2021-08-31',
  },
  arguments: {
    path: 'dossier files, folders (searched for dossier.yaml), globs; - for standard input; none for this folder',
    dossier: 'one dossier: its file or its folder; none for this folder',
    bundle: 'bundle (zip)',
    sides: 'two dossiers (files or folders) or bundles (.zip)',
    shell: 'bash, zsh, fish or powershell',
    word: 'the words of the line so far',
    report: 'JSON reports (zjtx validate -f json=FILE)',
    id: 'id of a category, such as jiangsu/2021/product',
  },
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
    twoToStdout: 'only one format can go to standard output; give the other as format=FILE',
    noWatch: '--watch cannot watch standard input',
    noRedact: '--redact cannot build or preview: bundle and form hold the dossier itself',
    seeHelp: (command) => `See ${command} --help`,
  },
  internal: 'Internal error: not a fault of the dossier. Please report the text below with the command you ran:',
  interrupted: (done, all) => `Interrupted: ${done} of ${all} done, nothing half-written left behind`,
  checking: (at, all, name) => `checking ${at}/${all}  ${name}`,
  done: (done, all, left) => `checked ${done} of ${all}${left === undefined ? '' : `, about ${left} s left`}`,
  watching: { waiting: 'waiting for changes, Ctrl-C ends', again: (path) => `\n${path} has changed` },
  replaced: (first, second) =>
    `the bundle of ${second} replaced that of ${first}: enterprise and category are the same. Give each its own --output.`,
  waiverUnused: (code, at) => `${at}: the waiver of ${code} lifts nothing and can be removed`,
  failedFast: (left) => `stopped (--fail-fast): ${left} more were not checked`,
  packing: (percent, name) => `packing ${percent}%  ${name}`,
  built: 'built',
  unchanged: 'unchanged, kept',
  draftBuilt: 'draft built',
  counts: (errors, warnings, undecided, unknown) =>
    `${some(errors, 'error')}  ${some(warnings, 'warning')}  ${undecided} undecided  ${unknown} not checked`,
  rows: {
    form: 'form',
    attachments: 'attachments',
    annex: 'product proof',
    dossier: 'dossier',
    assessment: 'assessment',
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
  unfolded: (path, skipped) => (skipped ? `folder unchanged: ${path}` : `unpacked into the folder ${path}`),
  preview: {
    written: (path, pages) => `written: ${path} (${pages} pages)`,
    draft: (errors, warnings) => `a draft: ${errors} errors, ${warnings} warnings; zjtx validate tells each`,
    unreadable: (file) => `${file} cannot be read, no form was drawn; zjtx validate tells why`,
    taken: (path) => `${path} exists, is no earlier preview and was not overwritten`,
    takenFix: 'Choose another file with -o, or add --force.',
    unwritable: (path, code) => `cannot write ${path} (${code})`,
    unwritableFix: 'Check that the folder exists and can be written; close the file where another program holds it.',
  },
  refused: (errors) => `not built: ${some(errors, 'error')}`,
  refusedFix: 'Mend them and run again; --draft builds a marked draft to look at.',
  changed: (from, to, times) => `${times} times the character ${from} is printed as ${to === '' ? 'nothing' : to}`,
  list: { id: 'id', title: 'title', standing: 'standing' },
  summary: {
    glyph: (character, field) => `the font of the form lacks the character ${character} (${field})`,
    glyphFix:
      'Use the standard character; for a rare character of a name, give a font file (.ttf) that has it under fonts in zjtx.config.yaml.',
    font: (path, why) =>
      `the font ${path} cannot be used: ${{ missing: 'the file cannot be read', kind: 'it is no single TrueType font (.ttf)', licence: 'its licence forbids embedding in a PDF' }[why]}`,
    fontFix: 'Mend fonts in zjtx.config.yaml, or name another font file.',
    proof: (field, text) => `the form read back differs from what was drawn (${field}): ${text}`,
    proofFix: 'No bundle was written. Please report this dossier to the maintainers.',
  },
  ...commandWords,
};
