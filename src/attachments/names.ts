// What a file's name says: its extension, whether a portal may refuse it, whether a system left the file there.
import { canonical } from '../characters/canonical.ts';
import { codeOf } from '../characters/shown.ts';

/** The extension without its dot, in lower case; empty when there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** The form in which two names are the same name for a portal: NFC, letters folded. */
export const nameKey = (name: string): string => name.normalize('NFC').toLowerCase();

/** The form in which a path of the dossier, which is read without unseen characters, is found on disk. */
export const pathKey = (name: string): string => canonical(name).text.normalize('NFC');

const systemNames = new Set(['thumbs.db', 'desktop.ini', '.ds_store', 'ehthumbs.db']);

/** Whether an office program, macOS or Windows left the file there by itself: `~$x.docx`, `.DS_Store`, `Thumbs.db`. */
export const isSystemFile = (name: string): boolean =>
  systemNames.has(name.toLowerCase()) || name.startsWith('~$') || name.startsWith('._') || /^~.*\.tmp$/i.test(name);

const longestSigns = 100;
/** Other controls are told of with all that no text may hold. */
const refusedCharacters = /[\\/:*?"<>|\t\n]/;
const reserved = /^(con|prn|aux|nul|com[1-9]|lpt[1-9])(\.|$)/i;

export type NameFault = { readonly why: 'characters' | 'ending' | 'reserved' | 'length'; readonly bad: string };

/** Why Windows, or a portal that runs on it, refuses a file of this name; none when it is taken. */
export function nameFault(name: string): NameFault | undefined {
  const character = refusedCharacters.exec(name)?.[0];
  if (character !== undefined) return { why: 'characters', bad: /\s/.test(character) ? codeOf(character) : character };
  if (/[. ]$/.test(name)) return { why: 'ending', bad: name.endsWith('.') ? '.' : ' ' };
  const device = reserved.exec(name)?.[1];
  if (device !== undefined) return { why: 'reserved', bad: device };
  const length = [...name].length;
  return length > longestSigns ? { why: 'length', bad: String(length) } : undefined;
}
