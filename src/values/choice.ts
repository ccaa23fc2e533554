// Takes the options of a form in other widths, spaces, brackets and letter cases, one or several in one text.
import { oneOf, type Taken } from './taken.ts';

const brackets: Readonly<Record<string, string>> = {
  '〔': '(',
  '〕': ')',
  '[': '(',
  ']': ')',
  '【': '(',
  '】': ')',
  '{': '(',
  '}': ')',
  '“': '"',
  '”': '"',
  '„': '"',
  '「': '"',
  '」': '"',
  '『': '"',
  '』': '"',
};

/** What two spellings of an option have in common. */
export const foldedChoice = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .toLowerCase()
    .replace(/[〔〕[\]【】{}“”„「」『』]/gu, (sign) => brackets[sign] ?? sign);

/** The option that a text means; options that differ only in what is folded away are told apart by a person. */
export function takeChoice(written: string, options: readonly string[]): Taken {
  const text = written.trim();
  if (options.includes(text)) return { is: 'plain', text };
  const folded = foldedChoice(text);
  return oneOf(
    written,
    options.filter((option) => foldedChoice(option) === folded),
  );
}

/** `工业机器人、高档数控机床` where both are options and the whole is none: the options, each once. */
export function takeChoices(written: string, options: readonly string[]): readonly string[] | undefined {
  if (takeChoice(written, options).is !== 'none') return undefined;
  const parts = written.split(/[、，,;；/／\n]/u).map((part) => part.trim());
  if (parts.length < 2) return undefined;
  const taken = parts.filter((part) => part !== '').map((part) => takeChoice(part, options));
  const texts = taken.flatMap((one) => (one.is === 'plain' || one.is === 'taken' ? [one.text] : []));
  return texts.length === taken.length && texts.length > 0 ? [...new Set(texts)] : undefined;
}
