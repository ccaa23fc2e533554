// Names of folders and workbooks after enterprises: safe on every system, each once.

/** What Windows refuses in names, and their full-width twins. */
const wide = new Map(
  [...'\\/:*?"<>|'].map((char) => [char, String.fromCodePoint((char.codePointAt(0) ?? 0) + 0xfee0)]),
);
const reserved = /^(?:con|prn|aux|nul|(?:com|lpt)\d)$/i;
const longest = 80;

/** The name as a file may have it; one that is taken gets `-2`. */
export function fileName(name: string, taken: Set<string>): string {
  const plain = [
    ...name
      .normalize('NFC')
      .replace(/[\\/:*?"<>|]/g, (char) => wide.get(char) ?? '_')
      .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
      .trim(),
  ]
    .slice(0, longest)
    .join('')
    .replace(/^\.+|(?<![. ])[. ]+$/g, '');
  const safe = plain === '' || reserved.test(plain) ? `_${plain}` : plain;
  let made = safe;
  for (let count = 2; taken.has(made.toLowerCase()); count += 1) made = `${safe}-${count}`;
  taken.add(made.toLowerCase());
  return made;
}
