// Everything known of a dossier after one run: what reporters, the summary and the bundle are functions of.
import type { FilledSlot, Inventory, RowFile } from './attachments/inventory-types.ts';
import type { Category, PaperRule } from './category/category.ts';
import type { info } from './category/definition.ts';
import type { ChecklistItem, Counts, CriterionResult } from './decide/criteria/result.ts';
import type { Market } from './decide/market.ts';
import type { MetricResult } from './decide/metrics/result.ts';
import type { Right } from './decide/register.ts';
import type { ScorecardResult } from './decide/scorecards/result.ts';
import type { State } from './decide/state.ts';
import type { ClaimShown } from './dossier/definition.ts';
import type { Finding, Place } from './findings/finding.ts';
import type { program } from './findings/json.ts';
import type { FilledForm } from './form/filled.ts';
import { given, type Shape } from './given.ts';

export type { AttachedFile, FilledSlot, Inventory, RowFile } from './attachments/inventory-types.ts';
export type { ChecklistItem, Counts, CriterionResult, Decision } from './decide/criteria/result.ts';
export type { Charted, MetricLimit, MetricResult } from './decide/metrics/result.ts';
export type { Right } from './decide/register.ts';
export type { Points, ScorecardResult, ScoredItem } from './decide/scorecards/result.ts';
export type { State } from './decide/state.ts';
export type { ClaimShown } from './dossier/definition.ts';
export type {
  FilledField,
  FilledForm,
  FilledRow,
  FilledSection,
  FilledTable,
  FilledValue,
  Level,
  YearCell,
} from './form/filled.ts';

/** What an Assessment says of its category. */
export type CategoryInfo = Shape<typeof info> & {
  /** What its sources print of the paper set. */
  readonly paper?: PaperRule;
  /** The definition with everything it extends, its lists and facts, as JSON text; goes into the bundle. */
  readonly flattened: string;
};

/** The dossier itself. */
export type DossierInfo = {
  /** File name inside `folder`, usually `dossier.yaml`. */
  readonly file: string;
  /** The folder as the caller named it, with `/`; reporters print it, a bundle never holds it. */
  readonly folder: string;
  /** Its YAML text as read, for code frames. */
  readonly text: string;
  /** The bytes of the file, verbatim. */
  readonly bytes: Uint8Array;
  readonly sha256: string;
};

export type Program = Shape<typeof program>;

/** A dossier that could not be assessed: its YAML cannot be parsed, or it names no category. */
export type Unreadable = {
  readonly kind: 'unreadable';
  readonly program: Program;
  readonly asOf: string;
  readonly dossier: DossierInfo;
  readonly enterprise: string;
  readonly findings: readonly Finding[];
  readonly counts: Counts;
  readonly state: 'errors';
};

export type Assessment = {
  readonly kind: 'assessed';
  readonly program: Program;
  /** `2021-08-16`; decides every validity period. */
  readonly asOf: string;
  readonly dossier: DossierInfo;
  readonly enterprise: string;
  /** The credit code as given, empty when missing. */
  readonly uscc: string;
  readonly category: CategoryInfo;
  readonly form: FilledForm;
  readonly inventory: Inventory;
  readonly metrics: readonly MetricResult[];
  /** The points, where the category gives any. */
  readonly scorecard?: ScorecardResult;
  readonly criteria: readonly CriterionResult[];
  /** The rights that the dossier lists, and which conditions count each. */
  readonly register?: readonly Right[];
  /** What its market share rests on, worked out; nothing where the dossier does not say. */
  readonly market?: Market;
  readonly checklist: readonly ChecklistItem[];
  /** What the dossier says of where its figures, rows and titles are proved. */
  readonly claims: readonly ClaimShown[];
  /** Places of the waivers, those of a configuration included, that cover a finding. */
  readonly waiversUsed: readonly Place[];
  /** In the order they are shown: errors, warnings, notes; each by file, line, column. */
  readonly findings: readonly Finding[];
  readonly counts: Counts;
  readonly state: State;
};

/** What `validate` gives for each dossier. */
export type Outcome = Assessment | Unreadable;

/** Files in the order of the bundle: slots first, then the rows of sub-tables. */
export const filesOf = (inventory: Inventory): readonly (FilledSlot['files'][number] | RowFile['file'])[] => [
  ...inventory.slots.flatMap((slot) => slot.files),
  ...inventory.rows.map((row) => row.file),
];

/** What an assessment says of its category. */
export function infoOf(category: Category): CategoryInfo {
  const { id, definition, files, filesNotice, once, paper, sha256, flattened } = category;
  const { title, scheme, procedure, authority, year } = definition;
  const sources = Object.entries(definition.sources).map(([key, { short, title, standing, issuer, date }]) =>
    given({ key, short, title, standing, issuer, date }),
  );
  return given({
    id,
    title,
    scheme,
    procedure,
    authority,
    year,
    sources,
    // A group is known among the categories of one notice only.
    once: once && given({ ...once, group: `${id.slice(0, id.lastIndexOf('/'))}/${once.group}` }),
    files: given({ types: files.types, maxMib: files.maxMib, notice: filesNotice }),
    until: definition.season?.until,
    superseded: definition.superseded?.text,
    paper,
    sha256,
    flattened,
  });
}

/** By the digest of the category: of a batch each is read once. */
const known = new Map<string, Readonly<Record<string, Meant>>>();

/** What the facts of a category mean, by id: for what no form prints. */
export function factsOf({ flattened, sha256 }: Assessment['category']): Readonly<Record<string, Meant>> {
  const before = known.get(sha256);
  if (before !== undefined) return before;
  const { facts = {} } = JSON.parse(flattened) as { readonly facts?: Readonly<Record<string, Meant>> };
  known.set(sha256, facts);
  return facts;
}

export type Meant = { readonly meaning: string; readonly fields?: Readonly<Record<string, Meant>> };
