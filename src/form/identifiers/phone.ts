// Checks Chinese telephone and mobile numbers, whatever brackets, dashes and country code they are written with.
import { halfWidth } from '../../values/taken.ts';

/**
 * `normalised` has plain digits, and dashes behind area code and number (`025-52686656-801`). A number without an area code may be right in its
 * city and deserves a note; one of another shape a warning.
 */
export type PhoneCheck =
  | { readonly ok: true; readonly kind: 'fixed' | 'service' | 'mobile'; readonly normalised: string }
  | { readonly ok: false; readonly problem: 'area code'; readonly normalised: string }
  | { readonly ok: false; readonly problem: 'shape' };

export type MobileCheck = { readonly ok: true; readonly normalised: string } | { readonly ok: false };

const plain = (text: string): string =>
  halfWidth(text)
    .toLowerCase()
    .replace(/[\s\u200b-\u200d\ufeff()[\]【】〔〕]/g, '')
    .replace(/转|ext[.:]?|[\u2010-\u2015\u2212]/g, '-')
    .replace(/-+/g, '-');

// 86 also begins local numbers such as 86123456: without + it is the country only before a whole number.
const country = /^(?:(?:\+|00)86-?|86-|86(?=\d{2,3}-?\d{7,8}|1[3-9][\d-]{9,}))/;

const mobileOf = (text: string): string | undefined => {
  const digits = text.replace(/-/g, '');
  return /^1[3-9]\d{9}$/.test(digits) ? digits : undefined;
};

/** The number as dialled inside the country: 86 goes before a mobile, and becomes 0 before an area code. */
function domestic(text: string): string {
  const written = plain(text);
  const rest = written.replace(country, '');
  if (rest === written || /^(?:0|[48]00)/.test(rest) || mobileOf(rest) !== undefined) return rest;
  return `0${rest}`;
}

/** The dash behind the area code: 010 and 02x have three digits, all others four. */
function dashed(number: string): string {
  const [, area, rest = '', extension = ''] = /^(010|02\d|0[3-9]\d\d)-?(\d{7,8})(-\d{1,6})?$/.exec(number) ?? [];
  return area === undefined ? number : `${area}-${rest}${extension}`;
}

const service = (number: string): string => number.replace(/^(\d{3})-?(\d{3})-?(\d{4})$/, '$1-$2-$3');

/** Checks a 固定电话 or 传真: a fixed number, a 400 or 800 number, or a mobile. */
export function checkPhone(text: string): PhoneCheck {
  const number = domestic(text);
  const mobile = mobileOf(number);
  if (mobile !== undefined) return { ok: true, kind: 'mobile', normalised: mobile };
  if (/^[48]00-?\d{3}-?\d{4}$/.test(number)) return { ok: true, kind: 'service', normalised: service(number) };
  if (/^0\d{2,3}-?\d{7,8}(?:-\d{1,6})?$/.test(number)) return { ok: true, kind: 'fixed', normalised: dashed(number) };
  if (/^\d{7,8}(?:-\d{1,6})?$/.test(number)) return { ok: false, problem: 'area code', normalised: number };
  return { ok: false, problem: 'shape' };
}

/** Checks a 手机: eleven digits from 13 to 19, with or without +86. */
export function checkMobile(text: string): MobileCheck {
  const normalised = mobileOf(domestic(text));
  return normalised === undefined ? { ok: false } : { ok: true, normalised };
}
