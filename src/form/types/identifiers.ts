// The identifiers of a form: credit code, postcode, telephones, e-mail, each in its one canonical form.
import type { Args } from '../../findings/areas/index.ts';
import { halfWidth } from '../../values/taken.ts';
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
    if (kind !== 'enterprise' && kind !== 'other') reading.report('uscc-kind', { field, kind }, node.range);
    return check.normalised;
  }
  const { problem } = check;
  if (problem === 'length') reading.report('uscc-length', { field, written, length: check.length }, node.range, more);
  else if (problem === 'alphabet') {
    const { character, position } = check;
    // The standard leaves these letters out because figures look like them.
    const meant = checkUscc(normalise(written).replaceAll('O', '0').replaceAll('I', '1'));
    const corrected = meant.ok ? { corrected: meant.normalised } : {};
    reading.report('uscc-character', { field, written, character, position, ...corrected }, node.range, more);
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

/**
 * `normalised` has plain digits, and dashes behind area code and number (`025-52686656-801`). A number without an area code may be right in its
 * city and deserves a note; one of another shape a warning.
 */
type PhoneCheck =
  | { readonly ok: true; readonly kind: 'fixed' | 'service' | 'mobile'; readonly normalised: string }
  | { readonly ok: false; readonly problem: 'area code'; readonly normalised: string }
  | { readonly ok: false; readonly problem: 'shape' };

type MobileCheck = { readonly ok: true; readonly normalised: string } | { readonly ok: false };

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

const digits = '0123456789';
/** The 31 characters of the standard, without I O S V Z; a character's value is its index. */
const alphabet = `${digits}ABCDEFGHJKLMNPQRTUWXY`;

/**
 * What is wrong with a code. `length` counts characters without spaces; `position` is 1 to 18.
 * A wrong check character is an error that a person may overrule: a few real codes fail the sum.
 */
type UsccCheck =
  /** `normalised` is in half-width capitals without spaces. */
  | { readonly ok: true; readonly normalised: string }
  | { readonly ok: false; readonly problem: 'length'; readonly length: number }
  | { readonly ok: false; readonly problem: 'alphabet'; readonly character: string; readonly position: number }
  | {
      readonly ok: false;
      readonly problem: 'check';
      readonly found: string;
      readonly expected: string;
      readonly corrected: string;
    };

/** Who the code was given to, by its first two characters. */
type UsccKind = 'enterprise' | Args<'uscc-kind'>['kind'] | 'other';

const normalise = (text: string): string =>
  halfWidth(text)
    .toUpperCase()
    .replace(/[\s\u200b-\u200d\ufeff]/g, '');

/** The check character of the first 17; their weights are the powers of 3 modulo 31. */
function checkCharacter(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

/** Checks length, characters and check character, in this order, and names the first that is wrong. */
export function checkUscc(text: string): UsccCheck {
  const code = normalise(text);
  const characters = [...code];
  if (characters.length !== 18) return { ok: false, problem: 'length', length: characters.length };
  for (const [index, character] of characters.entries()) {
    const allowed = index >= 2 && index < 8 ? digits : alphabet;
    if (!allowed.includes(character)) return { ok: false, problem: 'alphabet', character, position: index + 1 };
  }
  const expected = checkCharacter(code.slice(0, 17));
  const found = code.charAt(17);
  if (found !== expected)
    return { ok: false, problem: 'check', found, expected, corrected: code.slice(0, 17) + expected };
  return { ok: true, normalised: code };
}

/**
 * The six-digit division (GB/T 2260) of the registrar at the time of issue, which need not be today's county;
 * undefined when the text has no six digits there.
 */
export function usccRegistrar(text: string): string | undefined {
  const registrar = normalise(text).slice(2, 8);
  return /^\d{6}$/.test(registrar) ? registrar : undefined;
}

/** Tells enterprises (91) from others by the department of their registration and their kind. Source: domain.md D.1. */
export function usccKind(text: string): UsccKind {
  const start = normalise(text).slice(0, 2);
  if (start === '91') return 'enterprise';
  if (start === '92') return '个体工商户';
  if (start === '93') return '农民专业合作社';
  if (['11', '12', '13', '19'].includes(start)) return '机构编制部门登记的单位';
  return ['51', '52', '53', '59'].includes(start) ? '民政部门登记的单位' : 'other';
}

export type PostcodeCheck = { readonly ok: true; readonly normalised: string } | { readonly ok: false };

/** A row of `schemas/lists/area-codes.yaml`: a city as the region list prints it, its area code, its postcode prefixes. */
export type Area = { readonly name: string; readonly code: string; readonly postcodes: readonly string[] };

/** Checks the shape of a 邮编, after full-width digits and spaces are mended. */
export function checkPostcode(text: string): PostcodeCheck {
  const normalised = halfWidth(text).replace(/\s/g, '');
  return /^\d{6}$/.test(normalised) ? { ok: true, normalised } : { ok: false };
}

/**
 * Whether a postcode belongs to a city (`南京市`); undefined when the table lacks the city or the postcode has no
 * six digits. The table holds from memory: a misfit is a warning, never an error.
 */
export function postcodeFits(city: string, postcode: string, areas: readonly Area[]): boolean | undefined {
  const area = areas.find(({ name }) => name === city);
  const check = checkPostcode(postcode);
  if (area === undefined || !check.ok) return undefined;
  return area.postcodes.some((prefix) => check.normalised.startsWith(prefix));
}

/** A line in which numbers that are written with blanks are one word each: 139 0000 0099. */
export const unbroken = (line: string): string =>
  line
    .replace(/(?<!\d)(1[3-9]\d) ?(\d{4}) ?(\d{4})(?!\d)/gu, '$1$2$3')
    .replace(/(?<!\d)(0\d{2,3})[- ](\d{3,4}) ?(\d{4})(?!\d)/gu, '$1-$2$3');
