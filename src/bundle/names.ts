// Names inside a bundle: safe on every system, unique, never longer than a path may be.
import type { Stamp } from '../findings/states.ts';

/** Longest path inside a bundle, in UTF-16 units, as Windows counts. */
export const longestPath = 200;
/** Longest single name in bytes of UTF-8: Linux takes 255, and a portal may add some of its own. */
const longestNameBytes = 240;
/** Room for the bundle's own name, so that enough of a path is left for what is inside. */
const longestBundleNameSigns = 80;
const marks: Readonly<Record<Stamp, string>> = { final: '', unsettled: '-待核实', draft: '-草稿' };

/** What Windows refuses in names, what BagIt escapes, and their full-width twins. */
const wide = new Map(
  [...'%\\/:*?"<>|'].map((char) => [char, String.fromCodePoint((char.codePointAt(0) ?? 0) + 0xfee0)]),
);
/** Controls, lone surrogates, line separators, and what is not seen or turns the direction of text to disguise an extension. */
const invisible = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Cf}\p{Noncharacter_Code_Point}]/gu;
const reserved = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?=\.|$)/i;
const extensionOf = (name: string): string => /(?<=.)\.[0-9A-Za-z]{1,16}$/u.exec(name)?.[0] ?? '';
const fits = (name: string, units: number): boolean =>
  name.length <= units && Buffer.byteLength(name) <= longestNameBytes;

/** A name as every system takes it: NFC, nothing that Windows or BagIt reads as syntax. Safe names stay as they are. */
export function safeName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[%\\/:*?"<>|]/g, (char) => wide.get(char) ?? '_')
    .replace(invisible, '_')
    .normalize('NFC')
    .replace(/(?<![. ])[. ]+$/, (end) => end.replaceAll('.', '．').replaceAll(' ', '_'));
  return reserved.test(plain) ? `_${plain}` : plain === '' ? '_' : plain;
}

/** Names with equal keys are one file on Windows or macOS. */
export const twinKey = (name: string): string => name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');

/** Cuts the middle out of a safe name until it has at most `units` UTF-16 units; the extension stays. */
export function shortName(name: string, units: number, mark = ''): string {
  const extension = extensionOf(name);
  const base = [...name.slice(0, name.length - extension.length)];
  const whole = `${base.join('')}${mark}${extension}`;
  if (fits(whole, units)) return whole;
  // More than `units` characters never fit.
  for (let kept = Math.min(base.length - 1, units); kept > 0; kept -= 1) {
    const tail = Math.floor(kept / 3);
    const short = `${base.slice(0, kept - tail).join('')}…${tail === 0 ? '' : base.slice(-tail).join('')}`;
    if (fits(`${short}${mark}${extension}`, units)) return safeName(`${short}${mark}${extension}`);
  }
  return safeName(`_${mark}${extension}`);
}

/** Gives each name of one folder a safe, short form of its own: a second `a.pdf` becomes `a-2.pdf`, in order. */
export function uniqueNames(names: readonly string[], units: number): string[] {
  const taken = new Set<string>();
  /** The count of the last file of each name: up to it none is free. */
  const counted = new Map<string, number>();
  return names.map((name) => {
    const safe = safeName(name);
    for (let count = (counted.get(safe) ?? 0) + 1; ; count += 1) {
      const own = shortName(safe, units, count === 1 ? '' : `-${count}`);
      if (taken.has(twinKey(own))) continue;
      taken.add(twinKey(own));
      counted.set(safe, count);
      return own;
    }
  });
}

/** The name of a bundle without `.zip`, which is also the folder inside: `<enterprise>-<category>[-草稿]`. */
export function bundleName(enterprise: string, category: string, stamp: Stamp): string {
  const end = `-${category.replaceAll('/', '-')}${marks[stamp]}`;
  const room = Math.max(longestBundleNameSigns - end.length, 8);
  return safeName(`${shortName(safeName(enterprise), room)}${end}`);
}
