// The plan for a client's papers: which goes into which slot and why, which are there already, and which a person must decide.
import { datedIn, periodsIn } from '../../attachments/names.ts';
import type { Reader } from '../../attachments/ocr/look.ts';
import type { SlotRule } from '../../attachments/slot.ts';
import { printed } from '../../files/pdf/fold.js';
import { given } from '../../given.ts';
import { type Certificate, certificatesIn } from './certificates.ts';
import { figuresOf } from './figures.ts';
import { type PaperKind, type Reason, type Recognised, recognise } from './recognise.ts';
import {
  type Noticed,
  noticedIn,
  type Owner,
  type Read,
  readPaper,
  type Said,
  strangerInName,
  textOf,
} from './says.ts';
import { digestsOf, type Paper } from './sources.ts';

/** What speaks for a place, or against one. */
export type PlanReason =
  | Reason
  | { readonly is: 'year'; readonly years: readonly string[]; readonly by: 'name' | 'text' }
  | {
      readonly is: 'years-wrong';
      readonly years: readonly string[];
      readonly asked: readonly string[];
      readonly slot: string;
    }
  | { readonly is: 'years-unknown'; readonly asked: readonly string[] }
  | { readonly is: 'years-differ'; readonly name: readonly string[]; readonly text: readonly string[] }
  | { readonly is: 'foreign'; readonly whom: string; readonly by: 'name' | 'text' }
  | { readonly is: 'unlike'; readonly whom: string; readonly others: string }
  | { readonly is: 'nobody' | 'forced' }
  | { readonly is: 'held'; readonly file: string; readonly slot: string }
  | { readonly is: 'twin' | 'rival'; readonly file: string };

/**
 * `certain`: nothing speaks against it; `likely`: a person decides; `unknown`: no slot asks for it; `refused`: the slot wants
 * another year; `foreign`: it is another enterprise's; `held`: its bytes are in the dossier; `twin`: they are here twice.
 */
export type Status = 'certain' | 'likely' | 'unknown' | 'refused' | 'foreign' | 'held' | 'twin';

export type PlanItem = {
  readonly paper: Paper;
  readonly status: Status;
  readonly kind?: PaperKind;
  readonly slot?: SlotRule;
  /** Others that might ask for it. */
  readonly also: readonly SlotRule[];
  readonly reasons: readonly PlanReason[];
  /** What the dossier would say of it, and which of that a program has read. */
  readonly evidence: Said;
  readonly proposed: readonly (keyof Said)[];
  /** What stands behind labels of the form in a paper of the applicant's own. */
  readonly noticed?: readonly Noticed[];
  readonly certificates?: readonly Certificate[];
};

/** A file that the dossier has already. */
type HeldFile = {
  readonly slot: string;
  readonly source: string;
  readonly absolute: string;
  readonly bytes: number;
  readonly covers: readonly string[];
};

export type About = {
  readonly slots: readonly SlotRule[];
  readonly kinds: readonly PaperKind[];
  readonly owner: Owner;
  /** Names of the amounts of the form, which reports state. */
  readonly amounts?: readonly string[];
  /** The other facts of the form by the labels that papers may give them. */
  readonly labels?: ReadonlyMap<string, string>;
  readonly held: readonly HeldFile[];
  /** The slot that a person has named for all of them. */
  readonly forced?: SlotRule | undefined;
};

/** Plans papers, in their order. Throws a FileFault when one cannot be read. */
export async function planFor(papers: readonly Paper[], about: About, reader?: Reader): Promise<readonly PlanItem[]> {
  const paths = [...papers, ...about.held.map(({ absolute, bytes }) => ({ path: absolute, bytes }))];
  const digests = await digestsOf(paths);
  const items: PlanItem[] = [];
  for (const paper of papers) {
    const held = about.held.find((one) => one.bytes === paper.bytes && isSame(digests, one.absolute, paper.path));
    items.push(held === undefined ? await planOne(paper, about, reader) : heldItem(paper, held));
  }
  const { enterprise, uscc } = about.owner;
  const once = withoutTwins(items, digests);
  return withoutRivals(enterprise === '' && uscc === '' ? withoutStrangers(once) : once, about.held);
}

const heldItem = (paper: Paper, { source, slot }: HeldFile): PlanItem => ({
  paper,
  status: 'held',
  also: [],
  reasons: [{ is: 'held', file: source, slot }],
  evidence: {},
  proposed: [],
});

const isSame = (digests: ReadonlyMap<string, string>, a: string, b: string): boolean =>
  a === b || (digests.has(a) && digests.get(a) === digests.get(b));

const rank: Readonly<Record<Status, number>> = {
  certain: 0,
  likely: 1,
  refused: 2,
  foreign: 3,
  unknown: 4,
  held: 5,
  twin: 6,
};

/** What a file manager or a browser puts into the name of a copy. */
const copy = /副本|拷贝|copy|[(（]\d+[)）]/iu;
const rankOf = ({ status, paper }: PlanItem): number => rank[status] * 2 + (copy.test(paper.name) ? 1 : 0);

/** Of the same bytes under several names the one that is known best stays. */
function withoutTwins(items: readonly PlanItem[], digests: ReadonlyMap<string, string>): readonly PlanItem[] {
  const best = new Map<string, PlanItem>();
  for (const item of items) {
    const key = digests.get(item.paper.path) ?? item.paper.path;
    const before = best.get(key);
    if (before === undefined || rankOf(item) < rankOf(before)) best.set(key, item);
  }
  return items.map((item) => {
    const kept = best.get(digests.get(item.paper.path) ?? item.paper.path);
    if (kept === undefined || kept === item || item.status === 'held') return item;
    return {
      paper: item.paper,
      status: 'twin',
      also: [],
      reasons: [{ is: 'twin', file: kept.paper.shown }],
      evidence: {},
      proposed: [],
    };
  });
}

/** While nobody has said who applies: a paper that names another enterprise than most of them do. */
function withoutStrangers(items: readonly PlanItem[]): readonly PlanItem[] {
  const nameOf = ({ status, kind, evidence }: PlanItem): string =>
    status === 'certain' && kind?.others !== true ? (evidence.issued_to ?? '') : '';
  const counts = new Map<string, number>();
  for (const name of items.map(nameOf))
    if (name !== '') counts.set(printed(name), (counts.get(printed(name)) ?? 0) + 1);
  return items.map((item): PlanItem => {
    const whom = nameOf(item);
    const times = counts.get(printed(whom)) ?? 0;
    const isOther = (one: PlanItem): boolean => {
      const name = printed(nameOf(one));
      return name !== '' && name !== printed(whom) && (counts.get(name) ?? 0) >= times;
    };
    const other = whom === '' ? undefined : items.find(isOther);
    if (other === undefined) return item;
    return { ...item, status: 'likely', reasons: [...item.reasons, { is: 'unlike', whom, others: nameOf(other) }] };
  });
}

/** Papers of which a slot has one, or one a year: of several a person chooses, also where the dossier has one already. */
function withoutRivals(items: readonly PlanItem[], held: readonly HeldFile[]): readonly PlanItem[] {
  const isTimed = ({ slot }: PlanItem): boolean => slot?.covers !== undefined || slot?.coversMonth !== undefined;
  const isRival = (one: PlanItem, other: Pick<PlanItem, 'slot' | 'kind' | 'evidence'>): boolean =>
    one.slot === other.slot &&
    (isTimed(one)
      ? one.evidence.covers?.some((covered) => other.evidence.covers?.includes(covered) === true) === true
      : one.kind?.single === true && one.kind === other.kind);
  return items.map((item): PlanItem => {
    const { slot, kind } = item;
    if (item.status !== 'certain' || slot === undefined || item.reasons.some(({ is }) => is === 'forced')) return item;
    const other = items.find((one) => one !== item && one.status === 'certain' && isRival(item, one))?.paper.shown;
    const before = held.find(
      (one) => one.slot === slot.label && isRival(item, { slot, ...given({ kind }), evidence: { covers: one.covers } }),
    )?.source;
    const file = other ?? before;
    return file === undefined ? item : { ...item, status: 'likely', reasons: [...item.reasons, { is: 'rival', file }] };
  });
}

async function planOne(paper: Paper, about: About, reader: Reader | undefined): Promise<PlanItem> {
  const { slots, kinds, owner, forced } = about;
  const text = await textOf(paper.path, paper.name, reader);
  const recognised = recognise(paper.inside, text, kinds, slots);
  const found: Recognised =
    forced === undefined ? recognised : { ...recognised, slot: forced, certain: true, also: [], reasons: [] };
  const { slot, kind } = found;
  const read = readPaper(text, kind, owner, slot?.coversMonth !== undefined);
  const told: PlanReason[] = forced === undefined ? [...found.reasons] : [{ is: 'forced' }];
  const dated = slot === undefined ? undefined : coverage(paper, slot, read.said.covers ?? []);
  for (const reason of dated?.reasons ?? []) told.push(reason);
  const foreign = forced === undefined ? strangerOf(paper, kind, read, owner) : undefined;
  if (foreign !== undefined) told.push(foreign);
  else if (read.whose === 'nobody') told.push({ is: 'nobody' });
  const status = statusOf(found, dated, read, foreign !== undefined, forced !== undefined);
  const [covered, another] = dated?.covers ?? [];
  const states = read.said.kind !== undefined && slot?.kinds !== undefined && another === undefined;
  const figures = text && covered && states ? figuresOf(text, about.amounts ?? [], covered) : {};
  const isOwn = text !== undefined && read.whose !== 'foreign';
  const { evidence, proposed } = evidenceFor(slot, { ...read.said, ...figures }, dated, isOwn);
  const isOwnText = text?.ocr === false && read.whose === 'own' && kind?.others !== true;
  const noticed = isOwnText ? noticedIn(text.pages, about.labels ?? new Map(), owner) : undefined;
  const certificates = text === undefined ? undefined : certificatesIn(text, kinds);
  const more = given({ kind, slot, noticed, certificates });
  return { paper, status, ...more, also: found.also, reasons: told, evidence, proposed };
}

function statusOf(
  { slot, certain }: Recognised,
  dated: Coverage | undefined,
  { whose }: Read,
  isForeign: boolean,
  isForced: boolean,
): Status {
  if (slot === undefined) return isForeign ? 'foreign' : 'unknown';
  if (isForced) return 'certain';
  if (isForeign) return 'foreign';
  if (dated?.is === 'wrong') return 'refused';
  return certain && dated?.is !== 'unknown' && whose !== 'nobody' ? 'certain' : 'likely';
}

/** Whom a paper belongs to, when that is another enterprise. */
function strangerOf(paper: Paper, kind: PaperKind | undefined, read: Read, owner: Owner): PlanReason | undefined {
  if (kind?.others === true || read.whose === 'own') return undefined;
  if (read.whose === 'foreign') return { is: 'foreign', whom: read.whom ?? '', by: 'text' };
  const named = strangerInName(paper.name, owner);
  return named === undefined ? undefined : { is: 'foreign', whom: named, by: 'name' };
}

/** What a paper covers of what a slot asks for: `wrong` when none of it. */
type Coverage = {
  readonly is: 'fits' | 'wrong' | 'unknown';
  readonly covers: readonly string[];
  /** Only its text says so. */
  readonly read: boolean;
  readonly reasons: readonly PlanReason[];
};

/** Whether the years, or the month, of a paper are those of a slot; nothing for a slot that asks for none. */
function coverage({ name }: Paper, slot: SlotRule, inText: readonly string[]): Coverage | undefined {
  const { covers, coversMonth } = slot;
  if (covers === undefined && coversMonth === undefined) return undefined;
  const { years, months } = datedIn(name);
  const asked = covers?.years.map(String) ?? [coversMonth?.month ?? ''];
  // The month in the name of a report is rather the one in which it was made.
  const inYears = slot.kinds === undefined ? periodsIn(name) : years.map(String);
  const inName = covers === undefined ? months : inYears;
  const yearAsked = (coversMonth?.month ?? '').slice(0, 4);
  const found = inName.length > 0 ? inName : inText;
  const by = inName.length > 0 ? 'name' : 'text';
  const wrong = (all: readonly string[]): Coverage => ({
    is: 'wrong',
    covers: all,
    read: by === 'text',
    reasons: [{ is: 'years-wrong', years: all, asked, slot: slot.label }],
  });
  // A year without a month can only be wrong.
  if (coversMonth !== undefined && inName.length === 0 && years.length > 0 && !years.map(String).includes(yearAsked))
    return wrong(years.map(String));
  if (found.length === 0) return { is: 'unknown', covers: [], read: false, reasons: [{ is: 'years-unknown', asked }] };
  const yearOf = (one: string): string => (covers === undefined ? one : one.slice(0, 4));
  if (inName.length > 0 && inText.length > 0 && !inText.some((one) => inName.map(yearOf).includes(yearOf(one))))
    return { is: 'unknown', covers: [], read: false, reasons: [{ is: 'years-differ', name: inName, text: inText }] };
  if (!found.some((one) => asked.includes(yearOf(one)))) return wrong(found);
  const fitting = covers === undefined ? asked : found;
  return { is: 'fits', covers: fitting, read: by === 'text', reasons: [{ is: 'year', years: fitting, by }] };
}

/** What the dossier is to say of a paper: only what its slot or every slot is compared with. */
function evidenceFor(
  slot: SlotRule | undefined,
  said: Said,
  dated: Coverage | undefined,
  isOwn: boolean,
): Pick<PlanItem, 'evidence' | 'proposed'> {
  if (slot === undefined) return { evidence: {}, proposed: [] };
  const covers = dated === undefined || dated.covers.length === 0 ? undefined : dated.covers;
  const evidence = given({
    covers,
    kind: slot.kinds === undefined ? undefined : said.kind,
    issued_to: isOwn ? said.issued_to : undefined,
    issuer: slot.issuer === undefined ? undefined : said.issuer,
    valid_until: said.valid_until,
    basis: slot.basis === undefined ? undefined : said.basis,
    figures: said.figures,
    pages: said.pages,
  });
  // The year in a name is the word of whoever named the file.
  const proposed = (Object.keys(evidence) as (keyof Said)[]).filter((key) => key !== 'covers' || dated?.read === true);
  return { evidence, proposed };
}
