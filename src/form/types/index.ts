// The list of field types: how a value of each is read.
import type { FactType } from '../../expression/types.ts';
import { choice, choices, yesNo } from './choice.ts';
import { date, term } from './date.ts';
import { figure } from './figure.ts';
import { email, mobile, phone, postcode, uscc } from './identifiers.ts';
import { industry } from './industry.ts';
import { person } from './person.ts';
import { region } from './region.ts';
import { identifier, text, texts } from './text.ts';
import type { FieldType } from './type.ts';

/** Records and tables are read by their columns (tables.ts). */
export const fieldTypes: Readonly<Record<Exclude<FactType, 'record' | 'table'>, FieldType>> = {
  text,
  long_text: text,
  texts,
  amount: figure,
  count: figure,
  percent: figure,
  number: figure,
  date,
  term,
  choice,
  choices,
  yes_no: yesNo,
  region,
  industry,
  uscc,
  postcode,
  phone,
  mobile,
  email,
  patent_number: identifier(() => undefined),
  person,
  file: text,
};
