// Which findings of a code have one cause, and what its sentence names when there are several.
import type { Args, Code } from './areas/index.ts';
import type { Place } from './finding.ts';

export type Fold<A> = {
  /** Equal for findings of one cause. */
  readonly cause: (args: A, at: Place) => unknown;
  /** The arguments that speak of all of them; without it the sentence is that of the first, with the places counted. */
  readonly many?: (all: readonly A[]) => Partial<A>;
};

const one = (): string => '';
/** Each value once, in order. */
const each = <T>(values: readonly T[]): readonly T[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];
const files = (all: readonly { readonly file: string }[]) => ({ files: each(all.map(({ file }) => file)) });
const keys = (all: readonly { readonly key: string }[]) => ({ keys: each(all.map(({ key }) => key)) });
const cells = (all: readonly { readonly cell: string }[]) => ({ cells: each(all.map(({ cell }) => cell)) });
const slots = (all: readonly { readonly slot: string }[]) => ({ slots: each(all.map(({ slot }) => slot)) });
const slotsAndFiles = (all: readonly { readonly slot: string; readonly file: string }[]) => ({
  ...slots(all),
  ...files(all),
});
const ofFiles = <A extends { readonly file: string }>(cause: (args: A) => unknown): Fold<A> => ({
  cause,
  many: files as unknown as (all: readonly A[]) => Partial<A>,
});

/** The items of a list are one place for what they lack or have too much: `claims[3]` → `claims[]`. */
const anyItem = (path: string): string => path.replace(/\[\d+\]/g, '[]');

/** A code without an entry has one cause for each set of arguments. */
export const folds: { readonly [C in Code]?: Fold<Args<C>> } = {
  'yaml-tab': { cause: one },
  'yaml-wide-indent': { cause: one },
  'yaml-wide-colon': { cause: one },
  'yaml-list-mark': { cause: ({ typed }) => typed },
  'yaml-colon-space': { cause: one },
  'yaml-wide-quote': { cause: one },
  'yaml-wide-comma': { cause: one },
  'yaml-alias': { cause: ({ fault }) => fault },
  'yaml-tag': { cause: one },
  'yaml-too-deep': { cause: one },

  // The edits of a dossier say what each might have been; of a configuration only its own sentence does.
  'key-unknown': {
    cause: ({ within, key, nearest }, { file }) =>
      nearest !== undefined && file.endsWith('zjtx.config.yaml') ? [within, key] : anyItem(within),
    many: keys,
  },
  'key-missing': { cause: ({ within }) => anyItem(within), many: keys },
  'slot-unknown': { cause: one, many: keys },
  'field-unknown': { cause: ({ section }) => section, many: keys },
  'section-unknown': { cause: one, many: keys },
  'fact-unknown': { cause: one, many: keys },
  'region-as-written': {
    // The levels of one region, from the first that the lists do not have.
    cause: ({ field }) => field,
    many: (all) => ({ written: all.map(({ written }) => written).join(' ') }),
  },
  'fact-in-form': { cause: ({ section }) => section, many: (all) => ({ fields: each(all.map(({ field }) => field)) }) },
  'section-open': { cause: one, many: (all) => ({ sections: each(all.map(({ section }) => section)) }) },
  'field-missing': {
    // What a form or a section lacks is one gap, however many lines it takes to fill it.
    cause: ({ home }) => home,
    many: (all) => ({ fields: all.map(({ field, section }) => ({ field, section })) }),
  },
  'value-placeholder': {
    cause: ({ written }) => written,
    many: (all) => ({ fields: each(all.map(({ field }) => field)) }),
  },
  'cell-missing': {
    cause: ({ table, row }) => [table, row],
    many: (all) => ({ columns: each(all.flatMap(({ columns }) => columns)) }),
  },

  // One text that somebody put into every sheet of a workbook.
  'sheet-left': { cause: ({ text }, { file }) => [file, text], many: cells },
  'sheet-head-unknown': { cause: ({ head, nearest }, { file }) => [file, head, nearest], many: cells },

  'slot-empty': { cause: one, many: slots },
  'slot-empty-doubtful': { cause: one, many: slots },
  'slot-misplaced-name': { cause: ({ file, word, other }) => [file, word, other], many: slots },
  'slot-type-unexpected': ofFiles(({ slot, extension }) => [slot, extension]),
  'slot-years-unknown': {
    cause: one,
    many: slotsAndFiles,
  },
  'slot-month-unknown': {
    cause: ({ month }) => month,
    many: slotsAndFiles,
  },
  'slot-kind-wrong': ofFiles(({ slot, kind }) => [slot, kind]),
  'slot-kind-unknown': {
    cause: ({ written }) => written,
    many: slotsAndFiles,
  },
  // One packer did the same to each of them.
  'bundle-entry-unsafe': { cause: ({ why }) => why },
  'file-case-differs': ofFiles(one),
  'file-missing': ofFiles(({ file, folder }) => folder ?? [file]),
  'file-outside': ofFiles(({ why }) => why),
  'file-unreadable': ofFiles(({ reason }) => reason),
  'file-type-refused': ofFiles(({ extension }) => extension),
  'file-content-differs': ofFiles(({ extension, found }) => [extension, found]),
  'file-system': ofFiles(one),
  'file-twice': {
    cause: ({ other, otherSlot }) => [other, otherSlot],
    many: slotsAndFiles,
  },
  'name-refused': ofFiles(({ why, bad }) => [why, bad]),
  'pdf-other-name': ofFiles(one),
  'pdf-no-text': ofFiles(one),
  'pdf-restricted': ofFiles(one),

  'evidence-other-name': ofFiles(({ issued }) => issued),
  'evidence-former-name': ofFiles(({ issued }) => issued),
  'evidence-fact-unknown': ofFiles(({ fact }) => fact),
  'evidence-unstamped': ofFiles(one),
  'evidence-proposed': {
    cause: one,
    many: (all) => ({ ...files(all), keys: each(all.flatMap((args) => args.keys)) }),
  },
  'evidence-issuer-unknown': {
    cause: one,
    many: slotsAndFiles,
  },
  'claim-file-missing': ofFiles(one),
  'attestation-open': { cause: one, many: (all) => ({ items: each(all.map(({ item }) => item)) }) },
};
