// Checks e-mail addresses: one @, a local part, and a domain of at least two labels.
import { halfWidth } from '../../values/taken.ts';

export type EmailCheck = { readonly ok: true; readonly normalised: string } | { readonly ok: false };

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
