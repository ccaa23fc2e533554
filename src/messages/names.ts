// The names of commands, options and arguments, which the help describes in each language.

export type CommandName =
  | 'validate'
  | 'build'
  | 'verify'
  | 'diff'
  | 'attachments'
  | 'preview'
  | 'categories'
  | 'list'
  | 'show'
  | 'schema'
  | 'test'
  | 'report'
  | 'merge'
  | 'attest'
  | 'waive'
  | 'completion'
  | 'words';

export type OptionName =
  | 'format'
  | 'lang'
  | 'as-of'
  | 'deep'
  | 'ocr'
  | 'fail-on'
  | 'fail-fast'
  | 'watch'
  | 'redact'
  | 'config'
  | 'jobs'
  | 'shard'
  | 'schemas'
  | 'verbose'
  | 'quiet'
  | 'no-color'
  | 'output'
  | 'draft'
  | 'final'
  | 'exit-code'
  | 'force'
  | 'merge-slots'
  | 'folder'
  | 'pdf'
  | 'force-pdf'
  | 'fit'
  | 'json'
  | 'item'
  | 'all'
  | 'by'
  | 'on'
  | 'code'
  | 'at'
  | 'reason'
  | 'until';

export type ArgumentName = 'path' | 'dossier' | 'bundle' | 'sides' | 'id' | 'report' | 'shell' | 'word';

/** What the help says of each. */
export type NamesWords = {
  readonly commands: Readonly<Record<CommandName, string>>;
  readonly options: Readonly<Record<OptionName, string>>;
  readonly arguments: Readonly<Record<ArgumentName, string>>;
};
