// Tells what a paper is and which slot asks for it, from its name, its folders and its first pages; says why, and how sure.
import * as z from 'zod';
import type { SlotRule } from '../../attachments/slot.ts';
import { unspaced, withoutRemark } from '../../characters/folds.ts';
import type { List } from '../../form/opened.ts';

const words = z
  .array(z.string())
  .default([])
  .transform((all) => all.map(folded));

const texts = z.array(z.string()).default([]);

/** What a page of a certificate says for a row of a table, as `schemas/lists/papers.yaml` explains. */
const rows = z.strictObject({
  in: z.array(z.string()),
  names: z.record(z.string(), z.array(z.string())).default({}),
  says: z.record(z.string(), z.string()).default({}),
  reads: z.record(z.string(), z.array(z.string())),
  beside: texts,
});

export type CertificateRow = z.infer<typeof rows>;

/** A kind of paper, as `schemas/lists/papers.yaml` explains. */
const kind = z.looseObject({
  name: z.string(),
  id: z.string(),
  names: words,
  not: words,
  heads: words,
  body: z.array(words).default([]),
  asked: words,
  barred: words,
  kind: z.string().optional(),
  others: z.boolean().default(false),
  general: z.boolean().default(false),
  expires: z.boolean().default(false),
  single: z.boolean().default(false),
  states: z.record(z.string(), z.array(z.string())).default({}),
  rows: z.array(rows).default([]),
});

export type PaperKind = z.infer<typeof kind>;

/** As words are compared. */
export function folded(text: string): string {
  return unspaced(text).toLowerCase();
}

export const paperKinds = (lists: ReadonlyMap<string, List>): readonly PaperKind[] =>
  z.array(kind).parse(lists.get('papers')?.options ?? []);

/** Why a paper is taken for what it is; what makes it doubtful. */
export type Reason =
  | { readonly is: 'name' | 'folder' | 'own-word' | 'label'; readonly word: string }
  | { readonly is: 'text'; readonly words: readonly string[]; readonly page: number; readonly ocr: boolean }
  | { readonly is: 'hint'; readonly word: string }
  | { readonly is: 'kinds'; readonly kinds: readonly string[] }
  | { readonly is: 'slots'; readonly kind: string; readonly slots: readonly string[] }
  | { readonly is: 'no-slot'; readonly kind: string }
  | { readonly is: 'barred'; readonly kind: string; readonly slots: readonly string[] };

/** The beginning of a paper, page by page; `ocr` when a machine has read it from a picture. */
export type PaperText = { readonly pages: readonly string[]; readonly ocr: boolean };

export type Recognised = {
  readonly kind?: PaperKind;
  /** The slot that it most probably belongs to. */
  readonly slot?: SlotRule;
  readonly certain: boolean;
  /** Others that might ask for it, the nearest first. */
  readonly also: readonly SlotRule[];
  readonly reasons: readonly Reason[];
};

type Hit = { readonly kind: PaperKind; readonly strong: boolean; readonly word: string; readonly reason: Reason };

/** Of hits whose words stand in one another the longer ones; of general kinds none beside a nearer one. */
function nearer(hits: readonly Hit[]): readonly Hit[] {
  const whole = hits.filter(
    ({ word }) => !hits.some((other) => other.word.length > word.length && other.word.includes(word)),
  );
  const special = whole.filter((hit) => !hit.kind.general);
  const left = special.length > 0 ? special : whole;
  const strong = left.filter((hit) => hit.strong);
  return strong.length > 0 ? strong : left;
}

/** The longest word of each kind that stands in a name. */
const inName = (name: string, kinds: readonly PaperKind[], reason: (word: string) => Reason): readonly Hit[] =>
  nearer(
    kinds.flatMap((one): Hit[] => {
      if (one.not.some((word) => name.includes(word))) return [];
      const found = one.names
        .map((word) => ({ strong: !word.startsWith('~'), word: word.replace('~', '') }))
        .filter(({ word }) => name.includes(word))
        .sort((a, b) => Number(b.strong) - Number(a.strong) || b.word.length - a.word.length)[0];
      return found === undefined ? [] : [{ kind: one, ...found, reason: reason(found.word) }];
    }),
  );

/** Where the head of a page ends, in characters: names, a number, and the title; and how far apart words of a title stand. */
const [headSigns, titleSigns] = [120, 12];

function inText({ pages, ocr }: PaperText, kinds: readonly PaperKind[]): readonly Hit[] {
  const head = folded(pages[0] ?? '').slice(0, headSigns);
  const heads = kinds.flatMap((one): (Hit & { readonly at: number })[] => {
    const word = one.heads.filter((each) => head.includes(each)).sort((a, b) => b.length - a.length)[0];
    if (word === undefined) return [];
    const reason: Reason = { is: 'text', words: [word], page: 1, ocr };
    return [{ kind: one, strong: true, word, reason, at: head.indexOf(word) }];
  });
  // The title stands first; what it is about, or encloses, comes later.
  const first = Math.min(...heads.map(({ at }) => at));
  if (heads.length > 0) return nearer(heads.filter(({ at }) => at <= first + titleSigns));
  const all = pages.map(folded);
  return kinds.flatMap((one): Hit[] =>
    one.body.flatMap((wanted): Hit[] => {
      const page = all.findIndex((text) => wanted.every((word) => text.includes(word)));
      if (page < 0) return [];
      return [
        { kind: one, strong: true, word: wanted.join(''), reason: { is: 'text', words: wanted, page: page + 1, ocr } },
      ];
    }),
  );
}

const ownWords = ({ words: own }: SlotRule): readonly string[] => (own?.any ?? []).map(folded);

const isBarred = (one: PaperKind, slot: SlotRule): boolean =>
  one.barred.some((word) => folded(slot.label).includes(word));

/** The slots that ask for a kind: those of its nearest word; `barred` those that have such a word and do not want it. */
function askedBy(
  one: PaperKind,
  slots: readonly SlotRule[],
): { readonly slots: readonly SlotRule[]; readonly barred: readonly SlotRule[] } {
  const barred: SlotRule[] = [];
  for (const word of one.asked) {
    const asking = slots.filter((slot) => folded(slot.label).includes(word));
    const wanting = asking.filter((slot) => !isBarred(one, slot));
    if (wanting.length > 0) return { slots: wanting, barred: [] };
    for (const slot of asking) if (!barred.includes(slot)) barred.push(slot);
  }
  return { slots: [], barred };
}

/** Words that say nothing of one paper rather than another. */
const common =
  /证明|材料|相关|情况|说明|文件|扫描件|原件|复印件|企业|提供|其他|有关|年度|资料|以上|获得|认为|需的|佐证|等/gu;

/** Words of a label, without what its brackets say of seals, sources and lengths. */
const labelWords = ({ label }: SlotRule): readonly string[] => [
  ...new Set(
    unspaced(label)
      .replace(/\([^()]*\)/gu, '')
      .split(/[、,/和或的及与]/u)
      .flatMap((part) => part.replace(common, ' ').trim().split(/\s+/u))
      .filter((part) => [...part].length >= 2)
      .map(folded),
  ),
];

/** A label that a name holds in full tells by itself from so many characters on. */
const shortestLabelSigns = 4;

const bareLabel = ({ label }: SlotRule): string => folded(withoutRemark(unspaced(label)));

const namedInFull = (name: string, slots: readonly SlotRule[]): SlotRule | undefined =>
  slots
    .filter((slot) => [...bareLabel(slot)].length >= shortestLabelSigns && name.includes(bareLabel(slot)))
    .sort((a, b) => bareLabel(b).length - bareLabel(a).length)[0];

/** A name without numbers, dates and signs around it: `01、营业执照（2）` → 营业执照. */
const bareName = (name: string): string => folded(name).replace(/[\d\s._\-()[\]【】、，,#]+/gu, '');

/** A path parted into the file's own name, without its extension, and its folders, the nearest first. */
function partsOf(path: string): { readonly name: string; readonly folders: readonly string[] } {
  const [last = '', ...folders] = path.split('/').reverse();
  return { name: last.replace(/\.[A-Za-z0-9]{1,5}$/u, ''), folders };
}

/** What hits tell of the kind: which, how sure, and why. */
function kindOf(path: string, text: PaperText | undefined, kinds: readonly PaperKind[]) {
  const { name, folders } = partsOf(path);
  const named = inName(folded(name), kinds, (word) => ({ is: 'name', word }));
  const read = text === undefined ? [] : inText(text, kinds);
  const isSure = text?.ocr !== true;
  const both = read.filter((hit) => named.some((other) => other.kind === hit.kind));
  const [first] = both.length > 0 ? both : read;
  if (first !== undefined) {
    const agreed = named.find((hit) => hit.kind === first.kind);
    const strongest = named.filter((hit) => hit.strong && hit.kind !== first.kind);
    const isAgainst = agreed === undefined && strongest.length > 0;
    const isOne = (both.length > 0 ? both : read).length === 1;
    const reasons = [...(agreed === undefined ? [] : [agreed.reason]), first.reason];
    if (isAgainst)
      return { hits: [first, ...strongest], certain: false, reasons: [...reasons, kindsIn([first, ...strongest])] };
    return { hits: both.length > 0 ? both : read, certain: isOne && isSure, reasons };
  }
  const inFolders = folders
    .map((one) => ({ one, hits: inName(folded(one), kinds, (word): Reason => ({ is: 'folder', word })) }))
    .filter(({ hits }) => hits.length > 0);
  const [folder] = inFolders;
  const hits = named.length > 0 ? named : (folder?.hits ?? []);
  const [hit] = hits;
  if (hit === undefined) return { hits, certain: false, reasons: [] };
  // Two hints at one kind, of the name and of the folder, settle it together.
  const second = named.length === 0 ? undefined : folder?.hits.find((other) => other.kind === hit.kind);
  if (second !== undefined && hits.length === 1) return { hits, certain: true, reasons: [hit.reason, second.reason] };
  const isWhole = named.length > 0 || bareName(folder?.one ?? '') === hit.word;
  const reasons = [hit.reason, ...(hit.strong ? [] : [{ is: 'hint', word: hit.word } as const])];
  return { hits, certain: hit.strong && isWhole, reasons };
}

const kindsIn = (hits: readonly Hit[]): Reason => ({
  is: 'kinds',
  kinds: [...new Set(hits.map(({ kind: one }) => one.name))],
});

/** What a paper is, and where it belongs. `path` is its own name, with the folders that it lies in. */
export function recognise(
  path: string,
  text: PaperText | undefined,
  kinds: readonly PaperKind[],
  slots: readonly SlotRule[],
): Recognised {
  const { name } = partsOf(path);
  const found = kindOf(path, text, kinds);
  const full = namedInFull(folded(name), slots) ?? namedInFull(partsOf(path).folders.map(folded).join('/'), slots);
  const asked = found.hits.map((hit) => ({ hit, ...askedBy(hit.kind, slots) }));
  const wanting = [...new Set(asked.flatMap((one) => one.slots))];
  const [first] = asked;
  const about = first === undefined ? {} : { kind: first.hit.kind };
  if (first !== undefined && wanting.length > 0) {
    // A label in full decides between several that ask for it.
    const chosen = full !== undefined && wanting.includes(full) ? full : (wanting[0] as SlotRule);
    const isOne = wanting.length === 1 || chosen === full;
    const isAgainst = full !== undefined && !wanting.includes(full);
    const others = [...wanting, ...(full === undefined ? [] : [full])].filter((slot) => slot !== chosen);
    const doubt: readonly Reason[] =
      isOne || found.reasons.some(({ is }) => is === 'kinds')
        ? []
        : found.hits.length > 1
          ? [kindsIn(found.hits)]
          : [{ is: 'slots', kind: first.hit.kind.name, slots: wanting.map(({ label }) => label) }];
    const reasons = [...found.reasons, ...(chosen === full ? [labelled(full)] : []), ...doubt];
    const certain = (found.certain || (chosen === full && found.hits.length === 1)) && isOne && !isAgainst;
    return { ...about, slot: chosen, certain, also: others, reasons };
  }
  if (full !== undefined)
    return { ...about, slot: full, certain: first === undefined, also: [], reasons: [labelled(full)] };
  if (first !== undefined) {
    const { barred } = first;
    const near = [...barred, ...alike(path, slots)];
    const reason: Reason =
      barred.length === 0
        ? { is: 'no-slot', kind: first.hit.kind.name }
        : { is: 'barred', kind: first.hit.kind.name, slots: barred.map(({ label }) => label) };
    return { ...about, certain: false, also: [...new Set(near)], reasons: [...found.reasons, reason] };
  }
  const own = slots.filter((slot) => ownWords(slot).some((word) => folded(name).includes(word)));
  const [sole] = own;
  const word = sole && ownWords(sole).find((one) => folded(name).includes(one));
  if (sole !== undefined && word !== undefined)
    return { slot: sole, certain: own.length === 1, also: own.slice(1), reasons: [{ is: 'own-word', word }] };
  const [near, ...further] = alike(path, slots);
  if (near === undefined) return { certain: false, also: [], reasons: [] };
  const said = labelWords(near).find((one) => folded(path).includes(one)) ?? '';
  return { slot: near, certain: false, also: further, reasons: [{ is: 'own-word', word: said }] };
}

const labelled = (slot: SlotRule): Reason => ({ is: 'label', word: withoutRemark(slot.label) });

/** Slots of whose labels a word stands in a path, the longest word first. */
function alike(path: string, slots: readonly SlotRule[]): readonly SlotRule[] {
  const text = folded(path);
  return slots
    .map((slot) => {
      const found = [...ownWords(slot), ...labelWords(slot)].filter((word) => text.includes(word));
      return { slot, longest: Math.max(0, ...found.map(({ length }) => length)) };
    })
    .filter(({ longest }) => longest > 0)
    .sort((a, b) => b.longest - a.longest)
    .map(({ slot }) => slot);
}

/** The slot that somebody names: by id, by printed label, or by a part of it that no other has. */
export function slotNamed(written: string, slots: readonly SlotRule[]): SlotRule | undefined {
  const wanted = folded(written);
  const exact = slots.find(({ id, label }) => id === written.trim() || folded(label) === wanted);
  const parts = slots.filter(({ label }) => folded(label).includes(wanted));
  return exact ?? (parts.length === 1 && wanted !== '' ? parts[0] : undefined);
}
