// The identifiers of a form: credit code, postcode, telephones, e-mail, each in its one canonical form.

import { halfWidth } from '../../values/taken.ts';
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

type EmailCheck = { readonly ok: true; readonly normalised: string } | { readonly ok: false };

const label = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;

/** Checks the shape only, after full-width characters and spaces around the address are mended. */
export function checkEmail(text: string): EmailCheck {
  const normalised = halfWidth(text).trim();
  const [local, domain, ...rest] = normalised.split('@');
  if (local === undefined || domain === undefined || rest.length > 0) return { ok: false };
  const goodLocal = local.length <= 64 && /^[^\s.,;:"<>()[\]\\]+(?:\.[^\s.,;:"<>()[\]\\]+)*$/u.test(local);
  const labels = domain.split('.');
  const goodDomain = labels.length >= 2 && domain.length <= 253 && labels.every((part) => label.test(part));
  return goodLocal && goodDomain ? { ok: true, normalised } : { ok: false };
}
