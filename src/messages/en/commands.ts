// What single commands say of what they show: verify, diff, categories, attest, waive, in English.

import type { CommandWords } from '../commands.ts';
import { stampWords } from './states.ts';

/** `1 file`, `2 files`. */
export const some = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

export const commandWords: CommandWords = {
  verified: {
    whole: (files, size) => `whole: ${some(files, 'file')}, ${size}, all digests agree`,
    stamp: stampWords,
    bad: (count) => `refused: ${some(count, 'problem')}`,
    signed: (key, comment) => `the signature holds, key ${key}${comment === '' ? '' : `: ${comment}`}`,
    derived: {
      category: 'definition',
      form: 'form',
      metrics: 'metrics',
      points: 'points',
      decisions: 'criteria',
      findings: 'findings',
      attachments: 'attachments',
      checklist: 'checklist',
      summary: 'summary PDF',
    },
    again: (parts) => `derived again from the dossier inside, and equal: ${parts.join(', ')}`,
  },
  diff: {
    same: 'nothing differs',
    count: (changes) => `${changes} ${changes === 1 ? 'difference' : 'differences'}`,
    headings: {
      head: 'Head',
      fields: 'Form',
      slots: 'Attachments',
      metrics: 'Metrics',
      points: 'Points',
      decisions: 'Criteria',
      findings: 'Findings',
    },
    head: {
      enterprise: 'enterprise',
      category: 'category',
      title: 'title of the category',
      definition: 'digest of the definition',
      asOf: 'as of',
    },
    is: { added: 'added', removed: 'removed', changed: 'other content', renamed: 'renamed' },
    decisions: (is) => (is === 'unknown' ? 'not checked' : is),
    waived: '(waived)',
    refused: (path) => `${path} is refused and was not compared`,
    refusedFix: (path) => `See why: zjtx verify ${path}`,
  },
  shown: {
    sources: 'Sources',
    form: 'Form',
    attachments: 'Attachments',
    metrics: 'Metrics',
    scorecard: (label, max, pass) => `Points / ${label} (${max} at most, ${pass} to pass)`,
    group: (label, max, pass) => `${label} (${max} at most${pass === undefined ? '' : `, at least ${pass}`})`,
    most: (max) => `${max} at most`,
    reading: (label) => `reading “${label}”`,
    criteria: 'Criteria',
    checklist: 'Checklist',
    required: 'required',
    optional: 'optional',
    open: 'fields not published, anything may be written',
    computed: 'computed',
    from: 'from',
    filledByProgram: 'filled in by the program',
    advice: 'advice',
    superseded: 'this edition is superseded: ',
    once: (group) => `in one batch, apply for one category of the group ${group} only`,
  },
  tested: {
    passed: (count) => `${some(count, 'test')}, all passed`,
    failed: (failed, all) => `${some(all, 'test')}, ${failed} failed`,
    none: 'no tests',
    test: (number) => `test ${number}`,
    metric: (id, expected, found) => `metric ${id}: expected ${expected}, found ${found}`,
    points: (id, expected, found) => `item ${id} should have ${expected} points, has ${found}`,
    criterion: (id, expected, found) => `criterion ${id}: expected ${expected}, found ${found}`,
    unknownName: (id) => `the definition has no ${id}`,
    given: (path) => `${path} in given is no known fact, or its value is wrong`,
  },
  attest: {
    count: (all, confirmed) => `checklist of ${some(all, 'point')}: ${confirmed} confirmed, ${all - confirmed} open`,
    slot: (label, files) => `${label}: ${files.length === 0 ? 'no file yet' : files.join(', ')}`,
    given: (by, on) => `confirmed by ${by} on ${on}`,
    voided: (by, on, file) => `void: confirmed by ${by} on ${on}, but ${file} was changed since`,
    next: 'When a point was looked at (--item may be repeated, --all takes all open ones):',
    name: 'NAME',
    noFiles: (id) => `${id} cannot be confirmed: there is no file to look at yet`,
    already: (id) => `${id} is confirmed already, and its files are the same`,
    nothing: 'nothing to confirm; the dossier was not changed',
    written: (by, on, file, backup) =>
      `confirmed by ${by} on ${on}, written to ${file}; the file as it was is ${backup}`,
  },
  waive: {
    done: (code, at, until) => `waived ${code} (${at}) until ${until}`,
    written: (file, backup) => `written to ${file}; the file as it was is ${backup}`,
  },
};
