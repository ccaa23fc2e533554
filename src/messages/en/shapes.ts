// How a value of a certain shape is written, for the hints of whatever has another shape: in English.
import type { Expected } from '../../findings/codes/dossier.ts';
import type { Shape } from '../../findings/codes/form.ts';

/** Where the id of a fact is found. */
export const lookUp = 'Look its id up by name, such as  zjtx explain 营业收入';

export const shapeHints: Record<Exclude<Expected, 'option'> | Shape, string> = {
  text: 'Write a text; put bare digits in quotes.',
  'whole number': 'Write whole digits only, without quotes or unit.',
  number: 'Write digits only, without quotes or unit.',
  figure: 'Write the bare number, without unit or separators, such as  9800.00',
  list: 'Write [one, two], or one item a line, each after a hyphen.',
  map: 'Write one “name: value” a line, indented two spaces more than the line above.',
  years: 'Write {2019: 7105.00, 2020: 8330.00}.',
  person: 'Write {姓名: 周明远, 电话: "025-50000018", 手机: "13900000018"}.',
  rows: 'Begin each row with a hyphen and write its columns as “name: value”.',
  'yes or no': 'Write 是 or 否.',
  date: 'Write year, month and day, such as  2021-08-31',
  id: 'Use small letters, digits and underscores, beginning with a letter.',
  year: 'Write four digits, such as  2020',
  bounds: 'Write 0..100, 1.. or ..as_of.',
  path: 'Write the path from the folder of this file, such as  附件/营业执照.pdf',
  rule: 'Keep one rule, such as  {assert: debt_ratio <= 70}',
  value: 'Compare with the sample that zjtx init makes.',
};
