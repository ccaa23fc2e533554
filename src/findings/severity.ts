// How much a finding weighs: error, warning or note.

/** Only errors stop a bundle; a note is worth knowing and never blocks. */
export type Severity = 'error' | 'warning' | 'note';
