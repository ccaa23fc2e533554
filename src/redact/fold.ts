// A text without what spelling may change: width, case, accents, spaces and what nobody sees, each sign with where it came from; and the parts of a path.
/** `starts` and `ends` are offsets into the text itself, one for every UTF-16 unit of `folded`. */
type Folded = { readonly folded: string; readonly starts: readonly number[]; readonly ends: readonly number[] };

const signs = new Map<string, string>();

/** One character folded; nothing for a space, a mark above a letter, and what nobody sees. */
function sign(character: string): string {
  const known = signs.get(character);
  if (known !== undefined) return known;
  const made = character
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}\s]/gu, '')
    .toLowerCase();
  signs.set(character, made);
  return made;
}

/** 「ＡＣＭＥ 精密」 and `acme精密` fold to the same. */
export const fold = (text: string): string => {
  let folded = '';
  for (const character of text) folded += sign(character);
  return folded;
};

/** The same, with the place of every sign. */
export function foldedAt(text: string): Folded {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const made = sign(character);
    const end = at + character.length;
    for (let unit = 0; unit < made.length; unit += 1) {
      starts.push(at);
      ends.push(end);
    }
    // What is dropped belongs to the sign before it: an accent is masked with its letter.
    if (made === '' && /\p{M}/u.test(character) && ends.length > 0) ends[ends.length - 1] = end;
    folded += made;
    at = end;
  }
  return { folded, starts, ends };
}

/** What the program and the convention of folders name. */
const own: ReadonlySet<string> = new Set(
  [
    ...['', '.', '..', '-', '~', '*', '**', 'dossier.yaml', 'zjtx.config.yaml', '.zjtx', 'attachments', '附件', 'data'],
    ...['产品附证', 'schemas', 'bagit.txt', 'bag-info.txt', 'assessment.json', 'category.json', '申请表.pdf'],
    ...['manifest-sha256.txt', 'tagmanifest-sha256.txt'],
  ].map(fold),
);

/** `证书.pdf` → `证书`; hidden files keep their name. */
export const stemOf = (name: string): string => name.replace(/(?<=.)\.[A-Za-z0-9]{1,5}$/, '');

/** `.pdf`, or nothing. */
export const endingOf = (name: string): string => name.slice(stemOf(name).length).toLowerCase();

/** Whether a part of a path tells nothing: it is of the program's, or the `known` name of a slot. */
export const isOwnName = (part: string, known?: ReadonlySet<string>): boolean =>
  own.has(fold(part)) || known?.has(fold(stemOf(part))) === true;

/** The parts of a path and what stands between them, in turn. */
export const partsOf = (path: string): readonly string[] => path.split(/([/\\])/);
