// The architecture as rules: which folder may import which, one door for each outside package, files only at the edges.

/** Which folder of src/ may import which; arrows only point down this list. */
const mayImport = {
  findings: [],
  expression: [],
  pdf: [],
  rar: ['worker'],
  worker: [],
  zip: [],
  messages: ['findings'],
  document: ['findings'],
  metrics: ['expression', 'findings'],
  attachments: ['expression', 'findings', 'pdf', 'rar', 'worker', 'zip'],
  form: ['document', 'expression', 'findings'],
  scorecards: ['expression', 'findings', 'metrics'],
  criteria: ['expression', 'findings', 'metrics', 'scorecards'],
  category: ['attachments', 'criteria', 'document', 'expression', 'findings', 'form', 'metrics', 'scorecards'],
  dossier: ['attachments', 'category', 'criteria', 'document', 'expression', 'findings', 'form'],
  summary: ['assessment', 'expression', 'findings', 'messages', 'pdf'],
  reporters: ['assessment', 'findings', 'messages', 'reported'],
  guide: ['assessment', 'reporters'],
  batch: ['assess', 'assessment', 'build', 'counts', 'document', 'findings', 'reported'],
  bundle: ['assessment', 'attachments', 'findings', 'merged', 'zip'],
  fit: ['assessment', 'attachments', 'bundle', 'counts', 'findings', 'merged'],
  ocr: ['attachments', 'findings', 'fit', 'pdf'],
  merged: ['assessment', 'pdf', 'summary'],
  diff: ['assessment', 'findings', 'messages'],
  verify: [
    'assess',
    'assessment',
    'build',
    'bundle',
    'category',
    'counts',
    'criteria',
    'findings',
    'guide',
    'pdf',
    'reported',
    'reporters',
    'summary',
    'version',
  ],
  cli: [
    'assess',
    'assessment',
    'batch',
    'build',
    'bundle',
    'category',
    'counts',
    'diff',
    'document',
    'dossier',
    'expression',
    'findings',
    'fit',
    'form',
    'messages',
    'preview',
    'redact',
    'reported',
    'reporters',
    'shared',
    'summary',
    'verify',
    'version',
  ],
};

/** Each outside package has one door: the only files that may import it. */
const door = {
  commander: 'cli/program',
  chalk: 'reporters/paint',
  yaml: 'document/(read|positions|tree|syntax|walk|flow|slips|edit|edit-proof)',
  archiver: 'bundle/archive',
  yauzl: 'zip/[^/]+',
  'file-type': 'attachments/probes/content',
  tinyglobby: 'batch/find',
  picomatch: 'batch/(find|config)',
  tinypool: 'batch/pool',
  chokidar: 'cli/watching',
  '@hyzyla/pdfium': 'pdf/[^/]+',
  'node-unrar-js': 'rar/[^/]+',
  'pdf-lib': '(summary|merged|fit)/[^/]+',
  sharp: 'fit/encoder',
  'tesseract.js': 'ocr/reader',
  fontkit: 'summary/[^/]+',
  'decimal.js': 'expression/decimal',
  '@marcbachmann/cel-js': '(expression/[^/]+|metrics/(chart|compute))',
  'fast-string-width': 'reporters/[^/]+',
  'fastest-levenshtein': 'findings/nearest',
};

/** Where the file system may be touched. */
const edges =
  '^src/(attachments/|batch/|bundle/|category/(catalog|prebuilt)|build\\.ts|preview\\.ts|cli/(formats|merging)|fit/|ocr/|pdf/|rar/|reporters/html/assets|summary/font-files|version|zip/)';

const root = (names) =>
  names
    .map((name) =>
      [
        'assess',
        'assessment',
        'build',
        'counts',
        'preview',
        'redact',
        'reported',
        'shared',
        'version',
        'index',
      ].includes(name)
        ? `${name}\\.ts$`
        : `${name}/`,
    )
    .join('|');

export default {
  forbidden: [
    {
      name: 'no-circle',
      severity: 'error',
      comment: 'A circle has no floor.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphan',
      severity: 'error',
      comment: 'A file nobody imports is dead.',
      from: { orphan: true, pathNot: '^src/(index|cli/process)\\.ts$|worker\\.js$' },
      to: {},
    },
    ...Object.entries(mayImport).map(([folder, names]) => ({
      name: `${folder}-imports`,
      severity: 'error',
      comment: 'Arrows point one way (ARCHITECTURE.md).',
      from: { path: `^src/${folder}/` },
      to: { path: '^src/', pathNot: `^src/(${root([folder, ...names])})` },
    })),
    ...Object.entries(door).map(([name, path]) => ({
      name: `door-${name}`,
      severity: 'error',
      comment: 'One door a package: a new major version changes one file.',
      from: { path: '^src/', pathNot: `^src/${path}\\.[jt]s$` },
      to: { path: `(^|/)node_modules/${name}(/|$)` },
    })),
    {
      name: 'results-only',
      severity: 'error',
      comment: 'Outputs see an Assessment, not the pipeline that made it.',
      from: { path: '^src/(summary|reporters|bundle)/' },
      to: { path: '^src/assess\\.ts$' },
    },
    {
      name: 'files-at-the-edges',
      severity: 'error',
      comment: 'node:fs only where files are found, read and written.',
      from: { path: '^src/', pathNot: edges },
      to: { path: '^(node:)?fs(/promises)?$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js'],
    },
  },
};
