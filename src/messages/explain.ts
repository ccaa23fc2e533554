// What is said of a category in words: of its rules, points, fields and slots, and of what differs between two.
import type { Days } from '../expression/day.ts';
import type { Phrases } from '../expression/phrases.ts';
import type { FactType } from '../expression/types.ts';
import { explainWords as en } from './en/explain.ts';
import type { Language } from './message.ts';
import { explainWords as zh } from './zh/explain.ts';

/** Areas of the catalogue of codes. */
export type CodeArea =
  | 'document'
  | 'dossier'
  | 'season'
  | 'form'
  | 'attachments'
  | 'pdf'
  | 'contents'
  | 'evidence'
  | 'scans'
  | 'definition'
  | 'bundle'
  | 'signatures'
  | 'sheet';

/** Parts of a definition whose members have a name. */
export type Part =
  | 'category'
  | 'source'
  | 'section'
  | 'field'
  | 'table'
  | 'slot'
  | 'metric'
  | 'criterion'
  | 'scorecard'
  | 'group'
  | 'item'
  | 'checklist'
  | 'proof';

/** What a definition says of a member. */
export type AspectKey =
  | 'title'
  | 'scheme'
  | 'procedure'
  | 'authority'
  | 'year'
  | 'season'
  | 'superseded'
  | 'once'
  | 'fileTypes'
  | 'fileSize'
  | 'standing'
  | 'issuer'
  | 'note'
  | 'open'
  | 'section'
  | 'type'
  | 'required'
  | 'years'
  | 'limit'
  | 'options'
  | 'computed'
  | 'prompt'
  | 'columns'
  | 'requiredWhen'
  | 'expect'
  | 'covers'
  | 'kinds'
  | 'notKinds'
  | 'words'
  | 'basis'
  | 'issuedBy'
  | 'formula'
  | 'decimals'
  | 'zero'
  | 'readings'
  | 'severity'
  | 'rule'
  | 'max'
  | 'pass'
  | 'group'
  | 'points'
  | 'slot'
  | 'asked'
  | 'facts'
  | 'tables'
  | 'in'
  | 'hint'
  | 'cite'
  | 'quote';

/** How expressions are said, and their years: absolute ones, or counted from that of the category. */
export type PhraseWords = Omit<Phrases, 'ofYear' | 'year'> & {
  /** `2025年营业收入`. */
  readonly inYear: (label: string, year: number) => string;
  /** `上年营业收入`: `offset` is −1 for the year before that of the category. */
  readonly offset: (label: string, offset: number) => string;
};

export type ExplainWords = {
  readonly phrases: PhraseWords;
  readonly parts: Readonly<Record<Part, string>>;
  readonly aspects: Readonly<Record<AspectKey, string>>;
  readonly types: Readonly<Record<FactType, string>>;
  readonly yes: string;
  readonly no: string;
  readonly required: string;
  readonly optional: string;
  /** Of an attachment slot. */
  readonly requiredSlot: string;
  readonly optionalSlot: string;
  readonly colon: string;
  /** What is said, and in brackets what decided it. */
  readonly shown: (said: string, shown: string) => string;
  /** Between things of a list. */
  readonly comma: string;
  /** Between parts of a sentence. */
  readonly sentenceComma: string;
  readonly none: string;
  readonly yearly: string;
  readonly more: (count: number) => string;
  readonly pointsText: (points: string) => string;
  /** What a code is about, and why it is looked at. */
  readonly areas: Readonly<Record<CodeArea, { readonly name: string; readonly why: string }>>;
  /** Between sentences of one aspect. */
  readonly semicolon: string;
  readonly rule: {
    readonly oneWay: (ways: readonly string[]) => string;
    readonly way: (title: string, words: string) => string;
    readonly declared: (label: string, answer: string) => string;
    readonly noTitle: (title: {
      readonly kinds: readonly string[];
      readonly levels: readonly string[];
      readonly sameProduct: boolean;
    }) => string;
    readonly hasTitle: (title: {
      readonly kinds: readonly string[];
      readonly levels: readonly string[];
      /** Levels that count as well where a condition, in words, holds. */
      readonly also?: { readonly levels: readonly string[]; readonly when: string };
      readonly years: readonly number[];
      readonly inForce: boolean;
      readonly sameProduct: boolean;
    }) => string;
    /** The answer to the field with this label says whether such a title is held. */
    readonly agrees: (label: string, title: string) => string;
    /** Answers to the field with this label, and the labels of what they ask for. */
    readonly followUp: (label: string, answers: readonly string[], asks: readonly string[]) => string;
    readonly scored: (pass: string) => string;
    readonly advise: string;
    readonly unknown: string;
    readonly reading: (label: string, words: string) => string;
  };
  readonly item: {
    readonly bands: (figure: string, bands: readonly string[]) => string;
    readonly band: (limit: string, points: string) => string;
    readonly choice: (title: string, points: string, when: string | undefined) => string;
    readonly each: (points: string, titles: readonly string[]) => string;
    readonly per: (figure: string, every: string, points: string) => string;
    readonly stated: (figure: string) => string;
  };
  readonly points: (points: number) => string;
  readonly characters: (max: number, inferred: boolean) => string;
  readonly decimals: (count: number) => string;
  readonly column: (label: string, required: boolean) => string;
  readonly coversYears: (years: readonly string[]) => string;
  readonly coversMonth: (month: string) => string;
  readonly singleBasis: string;
  readonly issued: string;
  /** `named`: the ends that a source names; the others are those of the calendar year. */
  readonly season: (
    days: Days,
    named: { readonly from?: string | undefined; readonly until?: string | undefined },
  ) => string;
  readonly yearsOf: (years: readonly string[]) => string;
  /** A year of a form, by how far it is from that of the category. */
  readonly yearName: (offset: number) => string;
  readonly proof: { readonly proved: string; readonly superlatives: string };
  readonly difference: {
    readonly same: string;
    readonly count: (changes: number) => string;
    readonly added: string;
    readonly removed: string;
    readonly renamed: (from: string, to: string) => string;
    readonly became: (aspect: string, from: string, to: string) => string;
    readonly came: (aspect: string, text: string) => string;
    readonly went: (aspect: string, text: string) => string;
    readonly shift: (aspect: string, shift: string) => string;
    readonly decisions: (dossier: string) => string;
    readonly noDecisionChanges: string;
    readonly none: string;
    readonly undecided: (needs: readonly string[], more: number) => string;
    readonly points: (label: string, points: string, max: number, pass: number) => string;
  };
  readonly explain: {
    readonly fact: string;
    readonly labels: {
      readonly why: string;
      readonly says: string;
      readonly fix: string;
      readonly example: string;
      readonly value: string;
      readonly decision: string;
      readonly waiver: string;
      readonly where: string;
      readonly file: string;
      readonly write: string;
      readonly also: string;
    };
    readonly waivable: (code: string) => string;
    readonly hard: string;
    readonly noteOnly: string;
    readonly among: (what: string, count: number) => string;
    readonly tellApart: (what: string, category: string) => string;
    readonly unknown: (what: string) => string;
    readonly nearest: (near: string | undefined) => string;
    readonly inOne: (what: string, category: string) => string;
    readonly noValue: string;
    readonly decided: Readonly<Record<'met' | 'not met' | 'undecided' | 'advice' | 'unknown', string>>;
    readonly notComputable: string;
  };
};

const words: Readonly<Record<Language, ExplainWords>> = { zh, en };

/** The words for explaining in a language. */
export const explainWordsOf = (language: Language): ExplainWords => words[language];
