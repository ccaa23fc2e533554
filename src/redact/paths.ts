// Which parts of a path every dossier has, so that they tell nothing; the rest is for a mask.
import { fold } from './fold.ts';

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
