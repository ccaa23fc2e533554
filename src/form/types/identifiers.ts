// The identifiers of a form: credit code, postcode, telephones, e-mail, each in its one canonical form.
import { checkEmail } from '../identifiers/email.ts';
import { checkMobile, checkPhone } from '../identifiers/phone.ts';
import { checkPostcode } from '../identifiers/postcode.ts';
import { checkUscc, usccKind } from '../identifiers/uscc.ts';
import { identifier } from './text.ts';

/** GB 32100-2015, the standard behind the credit code. */
const gb32100 = [
  {
    source: 'gb32100',
    short: 'GB 32100-2015',
    title: '法人和其他组织统一社会信用代码编码规则',
    clause: '',
    standing: 'standard',
  },
] as const;

export const uscc = identifier((written, reading, node) => {
  const field = reading.label;
  const check = checkUscc(written);
  const more = { cite: gb32100 };
  if (check.ok) {
    const kind = usccKind(written);
    if (kind === '个体工商户' || kind === '农民专业合作社') reading.report('uscc-kind', { field, kind }, node.range);
    return check.normalised;
  }
  const { problem } = check;
  if (problem === 'length') reading.report('uscc-length', { field, written, length: check.length }, node.range, more);
  else if (problem === 'alphabet') {
    const { character, position } = check;
    reading.report('uscc-character', { field, written, character, position }, node.range, more);
  } else {
    const { found, expected, corrected } = check;
    reading.report('uscc-check', { field, written, found, expected, corrected }, node.range, more);
  }
  return undefined;
});

export const postcode = identifier((written, reading, node) => {
  const check = checkPostcode(written);
  if (check.ok) return check.normalised;
  reading.report('postcode-shape', { field: reading.label, written }, node.range);
  return undefined;
});

export const phone = identifier((written, reading, node) => {
  const check = checkPhone(written);
  if (check.ok) return check.normalised;
  const code = check.problem === 'area code' ? 'phone-area-code' : 'phone-shape';
  reading.report(code, { field: reading.label, written }, node.range);
  return check.problem === 'area code' ? check.normalised : undefined;
});

export const mobile = identifier((written, reading, node) => {
  const check = checkMobile(written);
  if (check.ok) return check.normalised;
  reading.report('mobile-shape', { field: reading.label, written }, node.range);
  return undefined;
});

export const email = identifier((written, reading, node) => {
  const check = checkEmail(written);
  if (check.ok) return check.normalised;
  reading.report('email-shape', { field: reading.label, written }, node.range);
  return undefined;
});
