// Reads certificates of rights, titles and systems for the rows of a table: page by page, by their labels, and nothing that is not written there.
import { listed, unspaced } from '../../characters/folds.ts';
import { isDay } from '../../expression/day.ts';
import { printed } from '../../files/pdf/fold.js';
import { patentTerm, readPatentNumber } from '../../form/identifiers/patent.ts';
import { identityOf } from '../../form/rows/numbers.ts';
import { given } from '../../given.ts';
import { takeDay } from '../../values/date.ts';
import { textTaken } from '../../values/taken.ts';
import type { CertificateRow, PaperKind, PaperText } from './recognise.ts';
import { issuerOf, validUntil } from './says.ts';

/** What one page certifies. */
export type Certificate = {
  /** The tables that may have it as a row. */
  readonly in: readonly string[];
  /** By column; what the page does not say is not there. */
  readonly cells: Readonly<Record<string, string>>;
  /** In the order of the page. */
  readonly owners: readonly string[];
  /** The page as names are compared. */
  readonly said: string;
  readonly page: number;
  /** Whether a machine has read it from a picture. */
  readonly ocr: boolean;
};

/** A page with more characters is no certificate; where its head ends; the longest name that it certifies. */
const [mostSigns, headSigns, mostName] = [3000, 160, 120];

export function certificatesIn({ pages, ocr }: PaperText, kinds: readonly PaperKind[]): readonly Certificate[] {
  const forms = kinds.flatMap(({ rows }) => rows);
  return pages.flatMap((page, at) => {
    if (page.length > mostSigns || !unspaced(page).includes('证书')) return [];
    const lines = page
      .split(/[\r\n]+/)
      .map(spaced)
      .filter((line) => line !== '');
    const [found] = forms.flatMap((form) => certified(form, lines) ?? []);
    return found === undefined ? [] : [{ ...found, said: printed(page), page: at + 1, ocr }];
  });
}

/** A line without the spaces that part Chinese characters, also of labels that are spaced out: `专 利 号`. */
const spaced = (line: string): string =>
  line
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .replace(/(?<![!-~]) | (?![!-~])/gu, '')
    .trim();

/** What stands behind each label, line by line. */
type Behind = ReadonlyMap<string, readonly string[]>;

/** A line that speaks of something else: a label that is not known, or a sentence. */
const isOther = (line: string): boolean => line.slice(0, 12).includes(':') || line.includes('。');

function behindLabels(lines: readonly string[], labels: readonly string[]): Behind {
  const behind = new Map<string, string[]>();
  let current: string[] | undefined;
  for (const line of lines) {
    const cuts = cutsIn(line, labels);
    if (cuts.length === 0) {
      if (isOther(line)) current = undefined;
      else current?.push(line);
    }
    for (const [index, { at, label }] of cuts.entries()) {
      const rest = line.slice(at + label.length, cuts[index + 1]?.at).trim();
      const text = rest.startsWith(':') ? rest.slice(1).trim() : rest;
      current = text === '' ? [] : [text];
      // What is said twice is said at first; the second ends the first all the same.
      if ((behind.get(label) ?? []).length === 0) behind.set(label, current);
    }
  }
  return behind;
}

/** Labels that begin a line or stand before a colon; of those in one another the longest. */
function cutsIn(line: string, labels: readonly string[]): readonly { at: number; label: string }[] {
  const cuts: { at: number; label: string }[] = [];
  for (const label of labels) {
    const at = line.startsWith(label) ? 0 : line.indexOf(`${label}:`);
    const isInside = cuts.some((one) => at < one.at + one.label.length && one.at < at + label.length);
    if (at >= 0 && !isInside) cuts.push({ at, label });
  }
  return cuts.sort((a, b) => a.at - b.at);
}

function certified(
  form: CertificateRow,
  lines: readonly string[],
): Omit<Certificate, 'said' | 'page' | 'ocr'> | undefined {
  const all = lines.map(unspaced).join('');
  const named = namedIn(form, all);
  if (named === undefined) return undefined;
  const labels = [...Object.values(form.reads).flat(), ...form.beside].sort((a, b) => b.length - a.length);
  const behind = behindLabels(lines, labels);
  const linesOf = (column: string): readonly string[] =>
    form.reads[column]?.map((label) => behind.get(label) ?? []).find((found) => found.length > 0) ?? [];
  const dayOf = (column: string): string | undefined => dayIn(linesOf(column)[0] ?? '');
  const [name, number] = [glued(linesOf('name')).slice(0, mostName), numberIn(linesOf('number'))];
  // Without a title of its own a certificate is known by what it names.
  if (Object.keys(form.names).length === 0 && (name === '' || number === '')) return undefined;
  const said = { ...named, ...form.says };
  const applied = dayOf('applied_on');
  const isDated = form.reads.granted_on !== undefined;
  const cells = {
    ...said,
    ...given({
      name: name === '' ? undefined : name,
      number: number === '' ? undefined : number,
      product: glued(linesOf('product')).slice(0, mostName) || undefined,
      year: /\d{4}/.exec(linesOf('year')[0] ?? '')?.[0],
      applied_on: applied,
      granted_on:
        dayOf('granted_on') ?? (isDated ? lines.map(wholeDay).findLast((day) => day !== undefined) : undefined),
      issuer: issuerOf(all, false),
      valid_until: validUntil(all) ?? termEnd(all, applied, linesOf('used_on')) ?? patentEnd(number, applied),
    }),
  };
  return { in: form.in, cells, owners: ownersIn(linesOf('owners')) };
}

const bare = (text: string): string => unspaced(text).replace(/[“”"]/gu, '');

/** The columns that the head of a page names, each by the longest of its words; nothing where one names none. */
function namedIn({ names }: CertificateRow, all: string): Readonly<Record<string, string>> | undefined {
  const head = bare(all).slice(0, headSigns);
  const found = Object.entries(names).map(([column, words]) => {
    const [word] = words.filter((one) => head.includes(bare(one))).sort((a, b) => b.length - a.length);
    return [column, word] as const;
  });
  return found.every((one): one is [string, string] => one[1] !== undefined) ? Object.fromEntries(found) : undefined;
}

const isPlain = (sign: string | undefined): boolean => sign !== undefined && sign >= '!' && sign <= '~';

/** Lines of one text; words of another script keep a space. */
const glued = (lines: readonly string[]): string =>
  lines.reduce((text, line) => `${text}${isPlain(text.at(-1)) && isPlain(line[0]) ? ' ' : ''}${line}`, '');

/** The number as its office writes it. */
function numberIn(lines: readonly string[]): string {
  const text = unspaced(lines.join(''));
  const patent = readPatentNumber(text);
  return patent.kind === 'none' ? text : patent.normalised;
}

const dayShape = /\d{4}[-年./]\d{1,2}[-月./]\d{1,2}/u;
const dayIn = (line: string): string | undefined => textTaken(takeDay(dayShape.exec(unspaced(line))?.[0] ?? ''));
/** A line that is a day and nothing else, as it stands below a seal. */
const wholeDay = (line: string): string | undefined => (line.length > 12 ? undefined : textTaken(takeDay(line)));

/** How names of owners end, so that the next line is another one. */
const endings = ['公司', '大学', '学院', '研究院', '研究所', '厂', '中心', '合作社'];

function ownersIn(lines: readonly string[]): readonly string[] {
  const text = lines.reduce(
    (before, line) => `${before}${endings.some((end) => before.endsWith(end)) ? ';' : ''}${line}`,
    '',
  );
  return text
    .split(/[;、,]/u)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

const termShape = /(?:期限|保护期)为?(十五|二十|十|\d{1,2})年[^。]{0,60}/u;
const years: Readonly<Record<string, number>> = { 十: 10, 十五: 15, 二十: 20 };

/** The end of a term that a page states in years, with what it counts from: the earlier of two days where it says so. */
function termEnd(all: string, applied: string | undefined, used: readonly string[]): string | undefined {
  const [said, count = ''] = termShape.exec(all) ?? [];
  if (said === undefined || applied === undefined || !said.includes('申请')) return undefined;
  const term = years[count] ?? Number(count);
  if (!said.includes('商业利用')) return lastDay(applied, term);
  const [first] = used;
  // Whether it was in use before cannot be known.
  if (first === undefined || !said.includes('较前')) return undefined;
  const day = dayIn(first);
  return lastDay(day !== undefined && day < applied ? day : applied, term);
}

/** Source: domain.md D.3. */
function patentEnd(number: string, applied: string | undefined): string | undefined {
  const patent = readPatentNumber(number);
  if (patent.kind !== 'application' || patent.check.is === 'wrong' || patent.type === 'unknown') return undefined;
  return applied === undefined ? undefined : lastDay(applied, patentTerm(patent.type, applied));
}

/** The day before the one on which so many years are over. */
function lastDay(from: string, term: number): string | undefined {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  const last = new Date(Date.UTC(year + term, month - 1, day - 1)).toISOString().slice(0, 10);
  return isDay(last) ? last : undefined;
}

/** Texts by the ids of the columns of a table. */
export type Row = Readonly<Record<string, string>>;

/** Whose it is among names as they are compared; `rank` from 1 where it lists its owners. */
type Whose = { readonly is: 'own' | 'foreign' | 'nobody' | 'unknown'; readonly rank?: number };

export function whoseOf({ owners, said }: Certificate, own: readonly string[]): Whose {
  if (own.length === 0) return { is: 'unknown' };
  const at = owners.findIndex((one) => own.includes(printed(one)));
  if (at >= 0) return { is: 'own', rank: at + 1 };
  if (owners.length > 0) return { is: 'foreign' };
  return { is: own.some((one) => said.includes(one)) ? 'own' : 'nobody' };
}

export type Doubt = 'owner' | 'number' | 'check' | 'kind' | 'ocr';

/** Why a person has to look at the paper before it is taken. */
export function doubtsOf({ ocr, cells }: Certificate, whose: Whose['is']): readonly Doubt[] {
  const { number = '', kind = '' } = cells;
  const patent = readPatentNumber(number);
  const isPatent = kind.endsWith('专利');
  const isWrong = patent.kind === 'application' && patent.check.is === 'wrong';
  const doubts: Record<Doubt, boolean> = {
    owner: whose !== 'own',
    number: isPatent && patent.kind === 'none',
    check: isWrong,
    kind: isPatent && !isWrong && patent.kind !== 'none' && patent.type !== kind,
    ocr,
  };
  return (Object.keys(doubts) as Doubt[]).filter((one) => doubts[one]);
}

/** One right or title: by its number, or by all that both say of its name, kind and day where one has none. */
export function isSame(one: Row, other: Row): boolean {
  if (one.number !== undefined && other.number !== undefined)
    return identityOf(one.number) === identityOf(other.number);
  const [name, other_] = [one.name ?? one.kind, other.name ?? other.kind];
  if (name === undefined || other_ === undefined || listed(name) !== listed(other_)) return false;
  return one.granted_on === undefined || other.granted_on === undefined || one.granted_on === other.granted_on;
}
