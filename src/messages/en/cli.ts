// What the command line says around its documents, in English.
import type { CliWords } from '../cli.ts';

const near = (name: string | undefined): string => (name === undefined ? '' : `; did you mean ${name}?`);
const some = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

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
    verify: 'check bundles: structure, digests, extra and missing files',
    categories: 'what can be applied for',
    list: 'list the categories',
    show: 'one category in full: fields, slots, metrics, criteria and their clauses',
    schema: 'the JSON Schema of dossiers of a category, for editors to complete, explain and check',
    test: 'run the tests of definitions; without ids, of all of them',
  },
  options: {
    format:
      'format of the report: text, json, sarif, junit, github, gitlab; json=FILE writes to a file; may be repeated',
    lang: 'language: zh or en (default: ZJTX_LANG, then the locale)',
    'as-of':
      "day that decides validity periods, such as 2021-08-16 (default: the dossier's as_of, then today in Shanghai)",
    'fail-on': 'exit with 1 from this severity up: error, warning, never',
    schemas: 'another folder of definitions; may be repeated',
    verbose: 'list all undecided and unknown criteria',
    quiet: 'no progress, no notes',
    'no-color': 'no colours',
    output: 'folder for the bundles',
    draft: 'build in spite of errors, marked as a draft',
    force: 'replace an older bundle of other content',
    json: 'print JSON',
  },
  arguments: {
    path: 'dossier files, folders (searched for dossier.yaml), globs; - for standard input; none for this folder',
    bundle: 'bundle (zip)',
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
    badValue: (option, value, allowed) => `the option ${option} does not take ${value}; possible: ${allowed}`,
    tooMany: 'too many arguments',
    twoToStdout: 'only one format can go to standard output; give the other as format=FILE',
    seeHelp: (command) => `See ${command} --help`,
  },
  internal: 'Internal error: not a fault of the dossier. Please report the text below with the command you ran:',
  interrupted: (done, all) => `Interrupted: ${done} of ${all} done, nothing half-written left behind`,
  checking: (at, all, name) => `checking ${at}/${all}  ${name}`,
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
  refused: (errors) => `not built: ${some(errors, 'error')}`,
  refusedFix: 'Mend them and run again; --draft builds a marked draft to look at.',
  changed: (from, to, times) => `${times} times the character ${from} is printed as ${to === '' ? 'nothing' : to}`,
  verified: {
    whole: (files, size) => `whole: ${some(files, 'file')}, ${size}, all digests agree`,
    final: 'final',
    draft: 'draft',
    bad: (count) => `refused: ${some(count, 'problem')}`,
  },
  shown: {
    sources: 'Sources',
    form: 'Form',
    attachments: 'Attachments',
    metrics: 'Metrics',
    criteria: 'Criteria',
    checklist: 'Checklist',
    required: 'required',
    optional: 'optional',
    open: 'fields not published, anything may be written',
    computed: 'computed',
    from: 'from',
    filledByProgram: 'filled in by the program',
    advice: 'advice',
    superseded: 'superseded: ',
    once: (group) => `in one batch, apply for one category of the group ${group} only`,
  },
  tested: {
    passed: (count) => `${some(count, 'test')}, all passed`,
    failed: (failed, all) => `${some(all, 'test')}, ${failed} failed`,
    none: 'no tests',
    test: (number) => `test ${number}`,
    metric: (id, expected, found) => `metric ${id}: expected ${expected}, found ${found}`,
    criterion: (id, expected, found) => `criterion ${id}: expected ${expected}, found ${found}`,
    unknownName: (id) => `the definition has no ${id}`,
    given: (path) => `${path} in given is no known fact, or its value is wrong`,
  },
  list: { id: 'id', title: 'title', standing: 'standing' },
  summary: {
    glyph: (character, field) => `the font of the form lacks the character ${character} (${field})`,
    glyphFix: 'Use the standard character; for a rare character of a name ask the maintainers to add a font.',
    proof: (field, text) => `the form read back differs from what was drawn (${field}): ${text}`,
    proofFix: 'No bundle was written. Please report this dossier to the maintainers.',
  },
};
