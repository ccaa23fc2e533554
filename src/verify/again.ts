// Assesses the dossier of a bundle again, with nothing but what the bundle holds, and compares the findings that it states.
import { assess } from '../assess.ts';
import type { Outcome } from '../assessment.ts';
import { paths } from '../bundle/layout.ts';
import type { OpenBundle } from '../bundle/verify-open.ts';
import { placeIn, shown } from '../bundle/verify-zip.ts';
import type { Category } from '../category/category.ts';
import { UnknownCategory } from '../category/fault-stop.ts';
import { blocking } from '../decide/state.ts';
import type { Finding, Severity } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import { ofDefinition } from '../findings/sentence.ts';
import type { WaiverAt } from '../findings/waive.ts';
import { shownIn } from '../words/readings.ts';
import { textOf, withoutEnglish } from './compare.ts';
import type { BundleRecord } from './record.ts';
import { toldBySender } from './stated.ts';
import type { LaidOut } from './unpack.ts';

/** The file that waivers stand in when no dossier has them. */
export const outside = 'zjtx.config.yaml';

/** Stated waivers are taken as they are, so that all else can be compared; who has them is told of after. */
function statedWaivers(record: BundleRecord): WaiverAt[] {
  const place = { file: outside, path: '', line: 1, column: 1, endLine: 1, endColumn: 1 };
  const settled = record.criteria.flatMap(({ id, waived }, index): WaiverAt[] =>
    waived === undefined ? [] : [{ code: id, at: record.dossier, ...waived, place: { ...place, line: index + 1 } }],
  );
  const accepted = record.findings.flatMap(({ code, at, also = [], waived }) =>
    waived === undefined
      ? []
      : [at, ...also].map(({ absent: _, ...place }) => {
          return {
            code,
            at: place.path === '' ? place.file : place.path,
            ...waived,
            place: { ...place, file: outside },
          };
        }),
  );
  return [...accepted, ...settled];
}

/** The category as programs had it that called a section without a printed title by its id, where this record has that. */
function namedAs({ findings }: BundleRecord, category: Category): Category {
  const { sections } = category.form;
  const said = textOf(findings);
  const isBefore = sections.some(
    ({ id, title, called }) => title === undefined && said.includes(`"${id}"`) && !said.includes(called),
  );
  if (!isBefore) return category;
  const byId = sections.map((one) => ({ ...one, called: one.title ?? one.id }));
  return { ...category, form: { ...category.form, sections: byId } };
}

/** The dossier, by the category given, with the attachments laid out; or why it cannot be assessed at all. */
export async function assessAgain(
  bundle: OpenBundle,
  record: BundleRecord,
  category: Category,
  { digests, ...laid }: Omit<LaidOut, 'hollow'>,
): Promise<Outcome | { readonly detail: string }> {
  const waivers = statedWaivers(record);
  const deadline = record.findings.find(({ code }) => code === 'deadline-near' || code === 'deadline-past')?.args
    ?.deadline;
  try {
    return await assess(
      {
        folder: laid.folder,
        root: laid.root,
        shown: '.',
        file: record.dossier,
        bytes: (await bundle.read(paths.dossier)) ?? new Uint8Array(),
      },
      {
        catalog: {
          list: async () => [],
          open: async (id) => {
            if (id === category.id) return namedAs(record, category);
            throw new UnknownCategory(id, category.id);
          },
        },
        asOf: record.asOf,
        today: record.asOf,
        category: category.id,
        digests,
        told: toldBySender(record),
        // Only who built it knows which fonts there were.
        fonts: 'any',
        deep: record.findings.some(({ code }) => code === 'pdf-blank'),
        waivers,
        ...(typeof deadline === 'string' ? { deadline } : {}),
      },
    );
  } catch (error) {
    if (error instanceof UnknownCategory) return { detail: shown(error.id) };
    throw error;
  }
}

/** A finding as `assessment.json` has it. */
type StatedFinding = BundleRecord['findings'][number];

const at = placeIn(paths.assessment);
const key = ({ code, at: { file, path, line } }: StatedFinding): string => [code, file, path, line].join('\n');

const weights: readonly Severity[] = ['note', 'warning', 'error'];

/** Whether a finding keeps a bundle from being formal. */
const isBlocking = (finding: StatedFinding): boolean => blocking([finding]).length > 0;

/** Whether `stated` says less than `derived`: by its severity, by a waiver, by what it keeps from being formal. */
const isLighter = (stated: StatedFinding, derived: StatedFinding): boolean =>
  weights.indexOf(stated.severity) < weights.indexOf(derived.severity) ||
  textOf(stated.waived) !== textOf(derived.waived) ||
  (isBlocking(derived) && !isBlocking(stated));

const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(Object(value)).flatMap(textsIn);

/** What sentences of this version were before somebody read them again; in braces an argument. */
const reworded: readonly (readonly [now: string, before: string])[] = [
  ['在开头写明  企业名称', '在开头加一行  企业名称'],
  ['Write at the top  enterprise', 'Add a line at the top  enterprise'],
  ['把 {field} 移到“申请表”', '把 {fact} 移到“申请表”'],
  ['Move {field} to ', 'Move {fact} to '],
  ['只写确切的数字，不写“约”“左右”', '只写数字，写确切的数，不写“约”“左右”'],
  ['清单各项的编号用 zjtx record attest 查看。', '清单各项的编号见 zjtx categories show。'],
  ['zjtx record attest lists the points with their ids.', 'zjtx categories show lists the points.'],
  [
    'Write what the audit report of the year states under figures of that file, or',
    'Write the figures that the audit report of the year states into its figures, or',
  ],
  ['在 {section} 下补上，', '在 {section} 下加一行，'],
  ['Fill it in under {section}, ', 'Add a line under {section}, '],
  ['From a base of zero or below there is no result:', 'From a base of zero or below there is none:'],
  ['年月日都要有，而且日历上有这一天。', '年月日都要有。'],
  ['2020-09-04: year, month and day, and a day that the calendar has.', '2020-09-04, with year, month and day.'],
  ['只写数字，例如 12', '只写数字，例如 9800.00'],
  ['Write the number alone, such as 12', 'Write the number alone, such as 9800.00'],
  ['这里有', '这里里有'],
];

function asBefore(text: string, args: Readonly<Record<string, unknown>>): string {
  const filled = (part: string): string => part.replace(/\{([^{}]*)\}/g, (_, name: string) => String(args[name]));
  return reworded.reduce((said, [now, before]) => said.replaceAll(filled(now), filled(before)), text);
}

/** A finding with the name of a font as programs read it that took all names for UTF-8, so that letters of a GBK one were lost. */
function asReadBefore(derived: StatedFinding, { args: stated }: StatedFinding): StatedFinding {
  const [now, before] = [derived.args?.font, stated?.font];
  if (typeof now !== 'string' || typeof before !== 'string' || now === '' || !before.includes('\ufffd')) return derived;
  const [zh, en] = [derived.message.zh, derived.message.en].map((text) => text.replaceAll(now, before));
  return { ...derived, args: { ...derived.args, font: before }, message: { zh: zh ?? '', en: en ?? '' } };
}

/**
 * Whether a finding is stated as it is, or as programs wrote it that had no English of conditions, or of anything that a
 * definition says: Chinese stood in their English sentences.
 */
function isStated(stated: StatedFinding, derived: StatedFinding): boolean {
  const { args, criterion } = derived;
  const pairOf = (text: string): readonly (readonly [string, string])[] => [[ofDefinition(text, 'en'), text]];
  const decided = criterion === undefined ? [] : [criterion, ...(criterion.readings ?? []).map((one) => one.decision)];
  const shown = decided.flatMap((one) => [[shownIn(one, 'en') ?? '', one.shown ?? ''] as const]);
  const conditions = [...shown, ...pairOf(criterion?.title ?? '')];
  const all = [...conditions, ...textsIn([args, criterion]).flatMap(pairOf)];
  const isSame = (text = '', now = ''): boolean => [now, asBefore(now, args ?? {})].includes(text);
  const isSaid = (text = '', now = ''): boolean =>
    [[], conditions, all].some((pairs) =>
      isSame(
        text,
        pairs.reduce((said, [en, zh]) => (en === '' ? said : said.replaceAll(en, zh)), now),
      ),
    );
  const rest = ({ message: _, hint, ...one }: StatedFinding) =>
    textOf([stated.criterion?.shownEn === undefined ? withoutEnglish(one) : one, hint === undefined]);
  return (
    rest(stated) === rest(derived) &&
    isSame(stated.message.zh, derived.message.zh) &&
    isSame(stated.hint?.zh, derived.hint?.zh) &&
    isSaid(stated.message.en, derived.message.en) &&
    isSaid(stated.hint?.en, derived.hint?.en)
  );
}

/**
 * `dossier` is the file of the dossier: a finding that stands in another one is about the sender's configuration.
 * `words`: the same program version wrote them, so that they must agree to the word. Under another version a finding
 * may be worded otherwise, or be one that the other did not know; what keeps a bundle from being formal may not.
 */
export function findingFindings(
  stated: readonly StatedFinding[],
  derived: readonly StatedFinding[],
  { words, dossier }: { readonly words: boolean; readonly dossier: string },
): Finding[] {
  /** In the order of the bundle, the last first: each is taken from the end. */
  const left = new Map<string, StatedFinding[]>();
  for (const one of [...stated].reverse()) {
    const same = left.get(key(one));
    if (same === undefined) left.set(key(one), [one]);
    else same.push(one);
  }
  /** Only the same code at the same place can be the same finding. */
  const take = (finding: StatedFinding): StatedFinding | undefined => left.get(key(finding))?.pop();
  const found: Finding[] = [];
  const note = (said: StatedFinding['message'], why: 'version' | 'disk') =>
    found.push(report('bundle-finding-changed', { said, why }, at));
  for (const one of derived) {
    const same = take(one);
    if (same === undefined) {
      if (one.at.file !== dossier) continue;
      if (words || isBlocking(one)) found.push(report('bundle-finding-left-out', { said: one.message }, at));
      else note(one.message, 'version');
    } else if (textOf(same) !== textOf(one) && !isStated(same, asReadBefore(one, same))) {
      if (words) found.push(report('bundle-finding-invented', { said: same.message }, at));
      else if (isLighter(same, one)) found.push(report('bundle-finding-left-out', { said: one.message }, at));
      else note(one.message, 'version');
    }
  }
  for (const one of [...left.values()].flatMap((same) => same.reverse())) {
    if (one.at.file !== dossier || !words) note(one.message, one.at.file === dossier ? 'version' : 'disk');
    else found.push(report('bundle-finding-invented', { said: one.message }, at));
  }
  return found;
}
