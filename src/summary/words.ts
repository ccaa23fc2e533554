// Short Chinese words the blocks share: clauses, standings, labels of facts, places without a value.
import type { Assessment, FilledField } from '../assessment.ts';
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

/** What the form calls a fact: `revenue.2017` → 2017年营业收入; the id where the form does not ask for it. */
export function factLabel(assessment: Assessment, fact: string): string {
  const [id = '', year] = fact.split('.');
  const field = fieldsOf(assessment).find((candidate) => candidate.fact === id && candidate.computed === undefined);
  const name = field ? plainLabel(field.label) : id;
  if (year === undefined) return name;
  return /^\d{4}$/.test(year) ? `${year}年${name}` : `${name}.${year}`;
}

/** A label without its number and unit: `1、营业收入(万元)` → 营业收入. */
export const plainLabel = (label: string): string =>
  label
    .replace(/^(?:\d+|[一二三四五六七八九十]+)、/u, '')
    .replace(/(?<!\s)\s*[(（](?:万元|%|人|件|项|台|年)[)）]$/u, '');
