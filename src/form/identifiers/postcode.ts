// Checks postcodes: six digits, and whether their first three belong to the city.
import { halfWidth } from '../../values/taken.ts';

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
