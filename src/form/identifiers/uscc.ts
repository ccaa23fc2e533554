// Checks unified social credit codes (统一社会信用代码, GB 32100-2015): 18 characters, the last one computed.
import { halfWidth } from '../../values/taken.ts';

const digits = '0123456789';
/** The 31 characters of the standard, without I O S V Z; a character's value is its index. */
const alphabet = `${digits}ABCDEFGHJKLMNPQRTUWXY`;

/**
 * What is wrong with a code. `length` counts characters without spaces; `position` is 1 to 18.
 * A wrong check character is an error that a person may overrule: a few real codes fail the sum.
 */
export type UsccCheck =
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
export type UsccKind = 'enterprise' | '个体工商户' | '农民专业合作社' | 'other';

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

/** Tells enterprises (91) from 个体工商户 (92), 农民专业合作社 (93) and bodies of other departments. */
export function usccKind(text: string): UsccKind {
  const start = normalise(text).slice(0, 2);
  if (start === '91') return 'enterprise';
  if (start === '92') return '个体工商户';
  return start === '93' ? '农民专业合作社' : 'other';
}
