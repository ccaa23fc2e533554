// Texts that the blocks share: clauses, standings, labels of facts, places without a value, figures, dates and sizes (design.md A6).
import { type Assessment, type FilledField, factsOf } from '../assessment.ts';
import { type Decimal, thousands } from '../expression/decimal.ts';
import type { Citation, Standing } from '../findings/finding.ts';
import { type Content, text } from './content.ts';
import { COLOR, type Style, TYPE } from './tokens.ts';

/** What is printed in a frame after a clause; nothing for what an authority published itself. */
const STANDING: Record<Standing, { long: string; short: string } | undefined> = {
  seed: undefined,
  official: undefined,
  standard: undefined,
  copy: { long: '官方文本转载', short: '转载' },
  secondary: { long: '第三方文本', short: '第三方' },
  proposal: { long: '建议口径', short: '建议' },
};

export const standingOf = (cite: Citation, length: 'long' | 'short'): string | undefined =>
  STANDING[cite.standing]?.[length];

/** `手册 2.3.2` */
export const clauseOf = (cite: Citation): string => [cite.short, cite.clause].filter((part) => part !== '').join(' ');

export const dash = (style: Style, align: 'left' | 'center' | 'right' = 'left'): Content =>
  text('—', { ...style, color: COLOR.quiet }, align);
export const undecided = (style: Style, align: 'left' | 'right' = 'left'): Content =>
  text('待定', { ...style, color: COLOR.ochre }, align);
const RED: Style = { ...TYPE.code, color: COLOR.red };
export const notFilled: Content = text('未填', RED);
/** Something is written, but it could not be read as what the field asks for. */
export const unreadable: Content = text('有误', RED);

/** All fields of the form in printed order. */
const fieldsOf = (assessment: Assessment): FilledField[] =>
  assessment.form.sections.flatMap((section) => section.items.filter((item) => item.kind === 'field'));

/** What the form calls a fact: `revenue.2017` → 2017年营业收入; where it does not ask for it, what the fact means. */
function factLabel(assessment: Assessment, fact: string): string {
  const [id = '', part = ''] = fact.split(/[.[]/);
  const field = fieldsOf(assessment).find((candidate) => candidate.fact === id && candidate.computed === undefined);
  const meant = factsOf(assessment.category)[id];
  const own = meant?.fields?.[part]?.meaning;
  if (own !== undefined) return plainLabel(own);
  // Held titles are no fact: the dossier lists them beside.
  const name = field
    ? plainLabel(field.label).replace(/^其中：/u, '')
    : (meant?.meaning ?? (id === 'titles' ? '所持称号' : id));
  return /^\d{4}$/.test(part) && !name.startsWith('上年') ? `${part}年${name}` : name;
}

/** More missing facts than this are counted. */
const mostLacking = 12;

/** The facts that are missing, each once: `缺：2020年营业收入、所持称号`. */
export function lackingText(assessment: Assessment, needs: readonly string[]): string {
  const names = [...new Set(needs.map((need) => factLabel(assessment, need)))];
  const more = names.length > mostLacking ? ` 等 ${names.length} 项` : '';
  return `缺：${names.slice(0, mostLacking).join('、')}${more}`;
}

/** A label without its number and unit: `1、营业收入(万元)` → 营业收入. */
export const plainLabel = (label: string): string =>
  label
    .replace(/^(?:\d+|[一二三四五六七八九十]+)、/u, '')
    .replace(/(?<!\s)\s*[(（](?:万元|%|人|件|项|台|年)[)）]$/u, '');

const HALF_UP = 4;
const MOST_PLACES = 4;

/** Thousands commas and a true minus: `-5200.5` → `−5,200.5`. */
export function grouped(text: string): string {
  return thousands(text).replace(/^-/, '−');
}

/** Decimal places written in `10.500`: 3. */
export const placesOf = (source: string): number => /\.(\d*)$/.exec(source.trim())?.[1]?.length ?? 0;

/** Places for amounts that stand in one row: two, or as many as were written, up to four. */
export const placesForRow = (sources: readonly string[]): number =>
  Math.min(MOST_PLACES, Math.max(2, ...sources.map(placesOf)));

/** A figure with a fixed count of places, half up. */
export const fixed = (value: Decimal, places: number): string =>
  // Nought has no sign, rounded or not.
  grouped(value.toFixed(places, HALF_UP).replace(/^-(?=[0.]+$)/, ''));

/** A count of heads or pieces: no decimals unless it was written with some. */
export const count = (value: Decimal): string => grouped(value.toFixed());

/** A size: MB are 10⁶ bytes with one decimal; below 0.1 MB in KB. */
export function fileSize(bytes: number): string {
  if (bytes >= 100_000) return `${grouped((bytes / 1_000_000).toFixed(1))} MB`;
  return `${Math.ceil(bytes / 1000)} KB`;
}

/** `2021-08-16` → `2021 年 8 月 16 日`; anything else as it is. */
export function longDate(date: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return parts ? `${parts[1]} 年 ${Number(parts[2])} 月 ${Number(parts[3])} 日` : date;
}

/** The first twelve hex digits in groups of four: `a3f1 9c07 e2b4`. */
export const shortDigest = (sha256: string): string => (sha256.slice(0, 12).match(/.{4}/g) ?? []).join(' ');
