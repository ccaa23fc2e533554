// The one thing thrown on purpose that says "cannot go on". Whoever catches it goes on with the next dossier, or says it and ends with 2.

/** Why a run cannot go on, in both languages, with what to do next. */
export type StopText = { readonly message: string; readonly hint?: string };

/** The reasons, by which a program that uses the library tells one Stop from another. */
export type StopCode =
  // The command line.
  | 'usage'
  | 'no-terminal'
  | 'one-output'
  | 'categories-mixed'
  | 'nothing-explained'
  // The disk.
  | 'path-missing'
  | 'nothing-in-folder'
  | 'cannot-read'
  | 'cannot-write'
  | 'disk-fault'
  | 'watch-too-many'
  | 'link-elsewhere'
  | 'changed-meanwhile'
  | 'changes-unknown'
  // Dossiers, and what is written into them.
  | 'no-dossier'
  | 'no-category'
  | 'dossier-misnamed'
  | 'dossier-unreadable'
  | 'dossier-exists'
  | 'answers-unreadable'
  | 'returned-unreadable'
  | 'edit-by-hand'
  | 'code-unknown'
  | 'code-hard'
  | 'code-absent'
  | 'code-elsewhere'
  | 'set-no-value'
  | 'set-fact-unknown'
  | 'set-part-unknown'
  | 'set-no-year'
  | 'set-value-wrong'
  | 'sheet-exists'
  | 'sheet-unread'
  | 'sheet-twins'
  // Definitions and configurations.
  | 'category-unknown'
  | 'definition-faulty'
  | 'config-faulty'
  | 'edition-exists'
  // Bundles and summaries.
  | 'state-refused'
  | 'source-changed'
  | 'output-exists'
  | 'bundle-twice'
  | 'output-no-file'
  | 'output-no-folder'
  | 'output-set-aside'
  | 'read-back-differs'
  | 'unpacked-unwritable'
  | 'bundle-refused'
  | 'preview-no-preview'
  | 'glyph-missing'
  | 'summary-differs'
  | 'font-unfit'
  | 'no-secret-key'
  | 'no-public-key'
  | 'password-wrong'
  | 'password-needed'
  | 'signature-exists'
  // Reports of shards.
  | 'report-wrong'
  | 'report-version'
  | 'shards-unlike'
  | 'shard-twice'
  | 'shard-missing'
  | 'dossier-twice'
  // What is installed beside the program.
  | 'sharp-missing'
  | 'tesseract-missing';

export class Stop extends Error {
  readonly code: StopCode;
  readonly zh: StopText;
  readonly en: StopText;
  /** What it is about, as it was named; where that is one thing. */
  readonly path: string | undefined;
  /** `cause` is what was caught, where something was. */
  constructor(code: StopCode, zh: StopText, en: StopText, options?: ErrorOptions & { readonly path?: string }) {
    super(en.message, options);
    this.name = 'Stop';
    this.code = code;
    this.zh = zh;
    this.en = en;
    this.path = options?.path;
  }
}
