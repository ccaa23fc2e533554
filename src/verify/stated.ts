// What cannot be told here, taken into the assessment as the bundle states it: of the sender's disk, of files nobody looked into.
import type { Assessment, AttachedFile } from '../assessment.ts';
import { paths } from '../bundle/layout.ts';
import { placeIn } from '../bundle/verify-zip.ts';
import { countsOf, stateOf } from '../decide/state.ts';
import { codes } from '../findings/areas/index.ts';
import {
  allPlaces,
  type EngineFinding,
  type Finding,
  filesAbout,
  isCriterion,
  type Place,
} from '../findings/finding.ts';
import { inOrder } from '../findings/order.ts';
import { report } from '../findings/report.ts';
import { given } from '../given.ts';
import { wordsOf } from '../words/of-finding.ts';
import { textOf } from './compare.ts';
import type { BundleRecord } from './record.ts';

type Stated = BundleRecord['findings'][number];

/** That a file is not there: which of these it is, only the sender's disk could tell. All are errors. */
const unfound: ReadonlySet<string> = new Set(['file-missing', 'file-outside', 'file-is-folder', 'file-unreadable']);

/** What only the sender's machine could tell. None of it makes a state better. */
const ofSender: ReadonlySet<string> = new Set([
  'file-system',
  'text-undrawable',
  'file-fitted',
  'fit-impossible',
  'ocr-name-absent',
]);

/** Arguments that hang on what else lay on the sender's disk, or on the editions that were known there. */
const ofMachine: Readonly<Record<string, readonly string[]>> = {
  'file-missing': ['near', 'folder'],
  'file-unreadable': ['reason'],
  'file-outside': ['why'],
  'out-of-season': ['instead'],
};

/** What says that a fact is none that is known: whoever has the category may know it. */
const unknownFacts: ReadonlySet<string> = new Set(['fact-unknown', 'claim-fact-unknown', 'evidence-fact-unknown']);

/** What only whoever knows the fact can say of a claim or a figure, where here it is none that is known. */
const ofKnownFacts: ReadonlySet<string> = new Set([
  'claim-row-missing',
  'claim-value-missing',
  'evidence-figure-differs',
  'evidence-figure-misplaced',
  'evidence-figure-near',
  'evidence-figure-unreadable',
  'evidence-unit',
]);

/** What says of a file that it could not be looked into. */
const unseenCodes: ReadonlySet<string> = new Set(['not-inspected', 'rar-unchecked']);

const spot = ({ file, path, line, column }: Omit<Place, 'absent'>): string => [file, path, line, column].join('\n');
/** What a finding is about, and where. */
const mark = ({ code, at }: Stated | Finding): string => `${code}\n${spot(at)}`;

/** Each is asked for several times, and putting it into words takes as long as it is. */
const asked = new WeakMap<Stated, Finding | 'no'>();

/** The finding that a bundle states, if it says what its code and arguments say: these may be anything. */
function believed(stated: Stated): Finding | undefined {
  const before = asked.get(stated);
  if (before !== undefined) return before === 'no' ? undefined : before;
  const finding = inWords(stated);
  asked.set(stated, finding ?? 'no');
  return finding;
}

function inWords(stated: Stated): Finding | undefined {
  const { message, hint, waived: _, criterion: __, ...said } = stated;
  const { code, args, severity } = stated;
  if (args === undefined || !Object.hasOwn(codes, code) || codes[code as keyof typeof codes].severity !== severity)
    return undefined;
  const finding = said as Finding;
  try {
    const [zh, en] = [wordsOf(finding, 'zh'), wordsOf(finding, 'en')];
    const isSaid = zh.message === message.zh && en.message === message.en;
    return isSaid && zh.hint === hint?.zh && (en.hint ?? zh.hint) === hint?.en ? finding : undefined;
  } catch {
    return undefined;
  }
}

/** What the bundle states of the sender's machine, beside files that are not there. */
export const toldBySender = ({ findings }: BundleRecord): readonly Finding[] =>
  findings.flatMap((stated) => (ofSender.has(stated.code) ? (believed(stated) ?? []) : []));

/** What was taken as stated, one by one: a reader must know that nobody here could tell. */
export function tellStated(
  derived: readonly Finding[],
  { findings }: BundleRecord,
  { isUnknown }: Pick<Untold, 'isUnknown'>,
): readonly Finding[] {
  const both = new Set(derived.map(mark));
  const stated = findings.filter((one) => ofSender.has(one.code) || (unfound.has(one.code) && !both.has(mark(one))));
  const taken = derived.filter((one) => isUnknown && unknownFacts.has(one.code));
  const sentences = [
    ...stated.map(({ message }) => message),
    ...taken.map((one) => ({ zh: wordsOf(one, 'zh').message, en: wordsOf(one, 'en').message })),
  ];
  return sentences.map((said) => report('bundle-finding-changed', { said, why: 'disk' }, placeIn(paths.assessment)));
}

/** Files that could not be looked into, there or here; sources as the dossier names them. */
export function unseenFiles(derived: readonly Finding[], { findings }: BundleRecord): readonly string[] {
  const stated = findings.flatMap((one) => believed(one) ?? []);
  return [...derived, ...stated].filter(({ code }) => unseenCodes.has(code)).flatMap(filesAbout);
}

/** What cannot be told here. */
export type Untold = {
  /** Files that were not looked into; sources as the dossier names them. */
  readonly unseen: ReadonlySet<string>;
  /** Nobody here knows the category, nor the facts that its folder may have brought and no category uses. */
  readonly isUnknown: boolean;
};

/** Without the arguments that hang on the machine. */
function plainArgs(code: string, args: object): string {
  const hidden = ofMachine[code] ?? [];
  return textOf(Object.fromEntries(Object.entries(args).filter(([name]) => !hidden.includes(name))));
}

/**
 * The assessment as its sender must have had it: with the machine's part of a finding as stated there, and for files
 * that are `unseen` with their traits and findings as stated.
 */
export function asStated(assessment: Assessment, record: BundleRecord, { unseen, isUnknown }: Untold): Assessment {
  const missing = record.findings.filter(
    ({ code, severity, waived }) => unfound.has(code) && severity === 'error' && waived === undefined,
  );
  const missed = new Set(missing.flatMap((one) => [one.at, ...(one.also ?? [])].map(spot)));
  const isBelow = belowEntries(entriesOf(assessment, unseen));
  const isUnseen = (finding: Finding): boolean =>
    filesAbout(finding).some((file) => unseen.has(file)) || allPlaces(finding).some(({ path }) => isBelow(path));
  const alike = grouped(record.findings, mark);
  const nobodys = isUnknown ? assessment.findings.filter(({ code }) => unknownFacts.has(code)) : [];
  const isNobodys: ReadonlySet<Finding> = new Set(nobodys);
  const isInItem = belowEntries(nobodys.flatMap(allPlaces).map(({ path }) => itemOf(path)));
  const isOfNobodys = (finding: Finding): boolean =>
    (unknownFacts.has(finding.code) || ofKnownFacts.has(finding.code)) &&
    allPlaces(finding).every(({ path }) => isInItem(path));
  const untold = record.findings.flatMap((stated) => {
    const finding = believed(stated);
    if (finding === undefined || !(isUnseen(finding) || isOfNobodys(finding))) return [];
    return { ...finding, ...given({ waived: stated.waived }) };
  });
  // Nor can it be told here that a waiver of one of them has nothing to lift.
  const lifted = new Set(untold.flatMap((one) => (one.waived !== undefined && isOfNobodys(one) ? [one.code] : [])));
  const isLifting = (finding: EngineFinding): boolean =>
    finding.code === 'waiver-unused' && lifted.has(finding.args.code as EngineFinding['code']);
  const own = assessment.findings.flatMap((finding): Finding | readonly Finding[] => {
    if (isCriterion(finding)) return finding;
    if (isUnseen(finding) || isNobodys.has(finding) || isLifting(finding)) return [];
    const { code, waived } = finding;
    // The same fault, perhaps by another name and folded with others: no less an error, so that nothing is excused.
    const isMissed = allPlaces(finding).every((place) => missed.has(spot(place)));
    if (unfound.has(code) && waived === undefined && isMissed) return [];
    const [stated] = alike.get(mark(finding)) ?? [];
    const said = stated !== undefined && code in ofMachine ? believed(stated) : undefined;
    const isSame =
      said !== undefined && !isCriterion(said) && plainArgs(code, said.args) === plainArgs(code, finding.args);
    return isSame ? ({ ...finding, args: said.args } as Finding) : finding;
  });
  const kept = new Set(own.map(mark));
  const gone = record.findings.flatMap((stated) => {
    const isGone = unfound.has(stated.code) && stated.waived === undefined && !kept.has(mark(stated));
    return isGone ? (believed(stated) ?? []) : [];
  });
  const findings = inOrder([...own, ...gone, ...untold]);
  return {
    ...assessment,
    claims: claimsOf(assessment, record, nobodys),
    inventory: inventoryOf(assessment, record, unseen),
    findings,
    counts: countsOf(findings, assessment.criteria),
    state: stateOf({ ...assessment, findings }),
  };
}

/** `claims[0].fact` → `claims[0]`: what it proves is told at other keys too; a figure of a file stands for itself. */
const itemOf = (path: string): string => /^claims\[\d+\]/.exec(path)?.[0] ?? path;

/** Claims in their order, those about facts that nobody here knows as they are stated; no more of them than there are. */
function claimsOf({ claims }: Assessment, record: BundleRecord, nobodys: readonly Finding[]): Assessment['claims'] {
  const count = nobodys.filter(({ code }) => code === 'claim-fact-unknown').flatMap(allPlaces).length;
  let next = 0;
  for (const stated of record.claims) {
    const own = claims[next];
    if (own !== undefined && textOf(own) === textOf(stated)) next += 1;
  }
  const isAll = next === claims.length && record.claims.length - claims.length <= count;
  return count > 0 && isAll ? record.claims : claims;
}

/** Id paths of the entries that name such a file. */
function entriesOf({ inventory }: Assessment, unseen: ReadonlySet<string>): readonly string[] {
  const files = [...inventory.slots.flatMap((slot) => slot.files), ...inventory.rows.map(({ file }) => file)];
  return files.flatMap(({ source, at }) => (unseen.has(source) ? [at.path] : []));
}

/** Whether a path is that of an entry or leads further down from one. */
function belowEntries(entries: readonly string[]): (path: string) => boolean {
  const all = new Set(entries);
  const longest = entries.reduce((most, { length }) => Math.max(most, length), 0);
  return (path) => {
    if (all.has(path)) return true;
    for (let at = 0; at <= longest && at < path.length; at += 1)
      if ((path[at] === '.' || path[at] === '[') && all.has(path.slice(0, at))) return true;
    return false;
  };
}

function grouped(findings: readonly Stated[], by: (one: Stated) => string): ReadonlyMap<string, readonly Stated[]> {
  const groups = new Map<string, Stated[]>();
  for (const one of findings) {
    const group = groups.get(by(one));
    if (group === undefined) groups.set(by(one), [one]);
    else group.push(one);
  }
  return groups;
}

function inventoryOf(
  { inventory }: Assessment,
  { attachments }: BundleRecord,
  unseen: ReadonlySet<string>,
): Assessment['inventory'] {
  if (unseen.size === 0) return inventory;
  const stated = new Map(
    [...attachments.slots.flatMap(({ files }) => files), ...attachments.rows].map((file) => [file.source, file]),
  );
  const taken = (file: AttachedFile): AttachedFile => {
    const one = unseen.has(file.source) ? stated.get(file.source) : undefined;
    if (one === undefined) return file;
    const { format: _, ...rest } = file;
    return { ...rest, traits: one.traits, ...given({ format: one.format }) };
  };
  return {
    slots: inventory.slots.map((slot) => ({ ...slot, files: slot.files.map(taken) })),
    rows: inventory.rows.map((row) => ({ ...row, file: taken(row.file) })),
  };
}
