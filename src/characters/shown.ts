// Text that may come from anywhere, made safe to show: what nobody sees is named by its code point.
import { kindOf } from './canonical.ts';

/** `U+202E` */
export const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** What could command a terminal, turn the order of reading, or stand between two letters unseen. */
const HIDDEN =
  /(?![\n\t])[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\u2028\u2029]/gu;

/** The text with `mark` for every hidden character but line ends and tabs. */
export const masked = (text: string, mark: string): string =>
  text.replace(HIDDEN, (character) => (kindOf(character) === undefined ? character : mark));

/** Every hidden character as `[U+202E]`; line ends and tabs stay. */
export const named = (text: string): string =>
  text.replace(HIDDEN, (character) => (kindOf(character) === undefined ? character : `[${codeOf(character)}]`));

/** Half of a character, as JSON.stringify writes it; a backslash that is one stays in front of what follows. */
const HALF = /\\\\|\\ud[89a-f][0-9a-f]{2}/g;
/** Begins a command to the runner of a pipeline, `##[` or `##vso[`, wherever it stands in a line. */
const COMMAND = /#(?=#\w{0,20}\[)/g;

/**
 * JSON in which such characters are escapes: equal when parsed, harmless when printed. Half a character, which strict
 * readers refuse, is U+FFFD.
 */
export const jsonText = (
  value: unknown,
  indent?: number,
  replacer?: (key: string, value: unknown) => unknown,
): string =>
  JSON.stringify(value, replacer, indent)
    .replace(HALF, (found) => (found.length === 2 ? found : '\ufffd'))
    .replace(HIDDEN, escapedAll)
    .replace(COMMAND, escapedAll);

const escapedAll = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => escaped(text.charCodeAt(at))).join('');

const escaped = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;

/** Whose rules a printed command is read by. */
export type Shell = 'posix' | 'cmd' | 'powershell';

/** The shell that a person of this machine copies a command into: only cmd sets PROMPT, only the shells of Git for Windows MSYSTEM. */
function shellHere(): Shell {
  const { platform, env } = process;
  if (platform !== 'win32' || env.MSYSTEM !== undefined) return 'posix';
  return env.PROMPT === undefined ? 'powershell' : 'cmd';
}

const PLAIN = { posix: /^[\p{L}\p{N}_./:@%+=,-]+$/u, windows: /^[\p{L}\p{N}_./\\:+-]+$/u } as const;

/** A path as a shell takes it for one argument, also when it begins like an option. */
export function argument(path: string, shell: Shell = shellHere()): string {
  const text = path.startsWith('-') ? `./${path}` : path;
  if (PLAIN[shell === 'posix' ? 'posix' : 'windows'].test(text)) return text;
  if (shell === 'posix') return /["\\$`!]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : `"${text}"`;
  // The last one would take the sign that ends the argument for its own.
  const open = text.replace(/(?<!\\)\\+$/, '');
  // PowerShell ends a text at the signs of print too.
  if (shell === 'powershell' && /[$`\u201c-\u201e]/.test(open)) return `'${open.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
  return `"${open}"`;
}
