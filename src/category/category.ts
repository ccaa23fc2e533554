// A category, opened: flattened, verified, its formulas typed; all that assessing a dossier needs.
import type { FileRule, SlotRule } from '../attachments/slot.ts';
import type { OpenedCriterion } from '../decide/criteria/definition.ts';
import type { OpenedMetric } from '../decide/metrics/definition.ts';
import type { OpenedScorecard } from '../decide/scorecards/definition.ts';
import type { Days } from '../expression/day.ts';
import type { Scope } from '../expression/scope.ts';
import type { Vocabulary } from '../expression/types.ts';
import type { Citation, Standing } from '../findings/finding.ts';
import type { OpenedForm } from '../form/opened.ts';
import type { Definition } from './definition.ts';

export type ChecklistPoint = {
  readonly id: string;
  readonly text: string;
  readonly slot?: string;
  readonly asked: boolean;
  readonly cite: readonly Citation[];
};

/** Facts whose figures should be proved. */
export type Proved = {
  readonly facts: readonly string[];
  /** Of yearly facts; all that are given when absent. */
  readonly years?: readonly number[];
  readonly cite: readonly Citation[];
  readonly hint?: string;
};

/** Words that need evidence. */
export type Superlatives = {
  readonly words: readonly string[];
  /** Tables of which a row that uses the word is evidence. */
  readonly tables: readonly string[];
  readonly cite: readonly Citation[];
  readonly hint?: string;
};

/** Categories of which an enterprise applies for one only. */
export type Once = {
  readonly group: string;
  readonly cite: readonly Citation[];
  readonly hint: string | undefined;
};

/** What sources print of the paper set; labels and headings as printed. */
export type PaperRule = {
  readonly title?: string | undefined;
  readonly applicant?: string | undefined;
  readonly recommender?: string | undefined;
  readonly date?: string | undefined;
  readonly recommended?: true | undefined;
  readonly recommendation?: string | undefined;
  readonly cite: readonly Citation[];
};

// What is marked as internal, here and elsewhere, is left out of the types of the library: it may change with any version.
export type Category = {
  readonly id: string;
  /** @internal */
  readonly definition: Definition;
  /** @internal */
  readonly vocabulary: Vocabulary;
  /** @internal */
  readonly scope: Scope;
  /** @internal */
  readonly form: OpenedForm;
  /** @internal */
  readonly slots: readonly SlotRule[];
  /** @internal */
  readonly files: FileRule;
  /** What the portal prints about files. */
  readonly filesNotice: string;
  /** In the order in which they may be computed. @internal */
  readonly metrics: readonly OpenedMetric[];
  /** @internal */
  readonly scorecard?: OpenedScorecard;
  /** @internal */
  readonly criteria: readonly OpenedCriterion[];
  /** @internal */
  readonly checklist: readonly ChecklistPoint[];
  /** @internal */
  readonly proved?: Proved;
  /** @internal */
  readonly superlatives?: Superlatives;
  /** @internal */
  readonly once?: Once;
  /** The days that it is for. */
  readonly season: Days & { readonly cite: readonly Citation[] };
  readonly paper?: PaperRule;
  /** It only expects what the call of its year will say. */
  readonly expected?: {
    readonly text: string;
    readonly compare: readonly string[];
    readonly cite: readonly Citation[];
  };
  /** What came after this edition. */
  readonly superseded?: { readonly text: string; readonly by?: string; readonly cite: readonly Citation[] };
  /** Each part of the flattened definition (`criteria.research-body`) with the file it comes from. @internal */
  readonly origins: ReadonlyMap<string, string>;
  /** The flattened definition with the lists and facts it uses, as JSON text with sorted keys. */
  readonly flattened: string;
  /** SHA-256 of `flattened`, hex. */
  readonly sha256: string;
  /** The same of the category of this id that comes with the program, where folders of definitions gave this one. */
  readonly shipped?: string;
};

/** Whether it bears the id of a category of the program and says something else. */
export const isAltered = ({ shipped, sha256 }: Category): boolean => shipped !== undefined && shipped !== sha256;

/** A category in a list, without opening it. */
export type CategoryEntry = {
  readonly id: string;
  readonly title: string;
  /** The notice or scheme that it stands under. */
  readonly scheme: string;
  readonly year: number;
  readonly season: Days;
  /** Its call is not out. */
  readonly expected?: true;
  /** The category of another name that came after it. */
  readonly supersededBy?: string;
  readonly standings: readonly Standing[];
};
