// What a table and its rows are while they are looked at: the cells as read, whether a row counts, and whose it is.
import { listed } from '../../characters/folds.ts';
import type { MapNode } from '../../document/node.ts';
import { Decimal } from '../../expression/decimal.ts';
import { type Fact, readBounds, type Vocabulary } from '../../expression/types.ts';
import type { FactValue } from '../../expression/values.ts';
import { type Citation, isWeak } from '../../findings/finding.ts';
import { report } from '../../findings/report.ts';
import { type Gather, reporter } from '../gather.ts';
import type { OpenedColumn } from '../opened.ts';
import type { Cell } from '../record.ts';
import { isPlaceholder, noEntry } from './entries.ts';

/** A table as the form prints it, or as the vocabulary describes it where no form does. */
export type Asked = {
  readonly fact: Fact;
  /** What findings call it. */
  readonly title: string;
  readonly columns: readonly OpenedColumn[];
  readonly cite: readonly Citation[];
};

export type Row = {
  /** From 1, as it stands in the dossier. */
  readonly number: number;
  readonly node: MapNode;
  readonly path: string;
  /** By column id; a number is put into the spelling that everything downstream shows. */
  readonly cells: Map<string, Cell>;
  readonly fields: Map<string, FactValue>;
  /** Cells of numbers in which a word for “none” stands. */
  readonly none: Map<string, Cell>;
  /** Whether conditions may count it. */
  counts: boolean;
};

/** The rows of a table that was read. */
export type Looked = { readonly asked: Asked; readonly rows: readonly Row[] };

/** What is wrong in itself, whoever asks for the table, does not stand on a clause that could not carry an error. */
export const firm = ({ cite }: Asked): readonly Citation[] => (isWeak(cite) ? [] : cite);

/** A way to report about a cell of a row, or about the whole row. */
export const teller = (asked: Asked, { path }: Row, gather: Gather, column?: string): ReturnType<typeof reporter> =>
  reporter(gather, column === undefined ? path : `${path}.${column}`, firm(asked));

/** What findings call a column. */
export const headOf = ({ title, columns }: Asked, id: string): string =>
  `${title} ${columns.find(({ fact }) => fact.id === id)?.label ?? id}`;

/** How a register of rights names its columns: all owners in their order, that the applicant is one, and the how manieth. */
const [owners, owned, rank] = ['owners', 'owned', 'rank'] as const;

/** How people write the applicant in a form of its own. */
const selves = ['本企业', '本公司', '我公司', '我司', '本单位', '我单位', '申报企业', '申报单位'];

/** A rank that is told of by itself. */
function isOdd({ columns }: Asked, said: Decimal): boolean {
  const { most } = readBounds(columns.find(({ fact }) => fact.id === rank)?.fact.plausible?.usual ?? '') ?? {};
  return said.lt(1) || (most !== undefined && said.gt(most));
}

/** From 0, the how manieth of the owners is called so; -1 for none, nothing where the text does not part them surely. */
function placeAmong(text: string, names: readonly string[]): number | undefined {
  const parts = text.split(/[、，,;；/／\n]/u);
  const at = parts.findIndex((one) => names.some((name) => listed(one).includes(name)));
  // `1. 甲公司` is one owner; 甲公司 乙大学 and 甲公司和乙大学 are two in one part.
  const bare = listed(parts[at] ?? '').replace(/^[^\p{L}]+/u, '');
  const isSure =
    names.some((name) => bare.startsWith(name)) && !parts.slice(0, at).some((one) => /\S[\s和与及]\S/u.test(one));
  return at === -1 || isSure ? at : undefined;
}

/** The names under which the applicant may stand in a paper; none where it is not known. */
function namesOf(gather: Gather, enterprise: string): readonly string[] {
  const former = gather.facts.get('former_names');
  const names = [enterprise, ...(Array.isArray(former) ? former.map(String) : []), ...selves].map(listed);
  return enterprise === '' ? [] : names.filter((name) => name !== '');
}

/**
 * The owners that a row lists against what it says of the applicant (E-09). Their order stands on the certificate: a rank
 * that is not written follows from it, and one that is written is no better than it.
 */
export function checkOwners(gather: Gather, enterprise: string): void {
  const own = namesOf(gather, enterprise);
  for (const { asked, rows } of own.length === 0 ? [] : gather.tables)
    for (const row of rows) {
      const cell = row.cells.get(owners);
      // 同上 names the owners of the row above.
      const isListed = cell !== undefined && noEntry(cell.text) !== 'none' && !isPlaceholder(cell.text);
      if (!isListed || row.fields.get(owned) !== true) continue;
      const about = { table: asked.title, row: row.number };
      const more = { cite: gather.reason('E-09') };
      const tell = (column: string): ReturnType<typeof reporter> => teller(asked, row, gather, column);
      const at = placeAmong(cell.text, own);
      const [said, node] = [row.fields.get(rank), row.cells.get(rank)?.node];
      if (at === -1) tell(owners)('owners-without-applicant', { ...about, enterprise }, cell.node.range, more);
      if (at === undefined || at === -1 || !asked.columns.some(({ fact }) => fact.id === rank)) continue;
      const place = new Decimal(at + 1);
      const differs = said instanceof Decimal && !said.eq(place) && !isOdd(asked, said);
      if (differs && node !== undefined)
        tell(rank)('owner-rank-differs', { ...about, rank: said.toFixed(), expected: at + 1 }, node.range, more);
      if (said === undefined || (differs && said.lt(place))) row.fields.set(rank, place);
    }
}

/** How the vocabulary names who has given a paper, and what he is to the applicant. */
const [issuer, issuerKind, byItself] = ['issuer', 'issuer_kind', '企业自证'] as const;

/** A paper that the applicant has given to itself is none of a third party (E-01): what it is said to be is no answer. */
export function checkIssuers(gather: Gather, vocabulary: Vocabulary, enterprise: string): void {
  const own = namesOf(gather, enterprise);
  for (const [id, value] of gather.facts) {
    if (typeof value !== 'object' || !('kind' in value) || value.kind !== 'record') continue;
    const [name, kind] = [value.fields.get(issuer), value.fields.get(issuerKind)];
    const at = gather.places.get(`${gather.places.get(id)?.path}.${issuer}`);
    const isOwn = typeof name === 'string' && own.includes(listed(name));
    if (!isOwn || typeof kind !== 'string' || kind === byItself || at === undefined) continue;
    const fields = new Map([...value.fields].filter(([column]) => column !== issuerKind));
    gather.facts.set(id, { ...value, fields });
    const head = (column: string): string => vocabulary.get(id)?.fields.get(column)?.meaning ?? column;
    const args = { field: head(issuer), written: name, other: head(issuerKind), stated: kind, right: byItself };
    gather.findings.push(report('issuer-is-applicant', args, at, { cite: gather.reason('E-01') }));
  }
}
