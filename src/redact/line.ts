// Masks a line of the program's own: what it has of the command line, of paths, of dossiers; its words and the ids of categories stay.
import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';

/** Where this program stands: of its own places in a stack something may be told. */
const home = fileURLToPath(new URL('../', import.meta.url));

/** A path in a message: from a root or a folder, or a file by its ending; in at most so many signs. */
const PATH =
  /(?:(?<![\p{L}\p{N}/.~])(?:[A-Za-z]:|~|\.{1,2})?[/\\](?=[^\s/\\])[^\s"'“”‘’「」()（）<>|:：，。；、？=,;]{1,500})|(?:[^\s"'“”‘’「」()（）<>|:：，。；、？=,;/\\]{1,60}[/\\]){0,8}[^\s"'“”‘’「」()（）<>|:：，。；、？=,;/\\.]{1,60}\.(?:pdf|jpe?g|png|zip|rar|docx?|xlsx?|ya?ml|json|html|xml|sarif|txt|pem|key|pub|ttf|otf)\b/gu;

export type Replacing = {
  /** Stay as they are. */
  readonly kept: readonly string[];
  /** Paths as somebody has written them. */
  readonly paths: readonly string[];
  readonly path: (path: string) => string;
  readonly words: (text: string) => string;
};

/** The line with each of its parts replaced once. */
export function maskedLine(line: string, { kept, paths, path, words }: Replacing): string {
  const steps: readonly (readonly [RegExp | undefined, (found: string) => string])[] = [
    [anyOf(paths.toSorted((a, b) => b.length - a.length)), path],
    [anyOf(kept, '(?<![\\p{L}\\p{N}/])', '(?![\\p{L}\\p{N}/])'), String],
    [anyOf([home, homedir()]), (found) => (found === home ? 'zjtx:' : '~')],
    [PATH, path],
  ];
  const from = (text: string, step: number): string => {
    const [pattern, found = words] = steps[step] ?? [];
    return steps[step] === undefined ? words(text) : apart(text, pattern, found, (rest) => from(rest, step + 1));
  };
  return from(line, 0);
}

/** Any of the words, as they are; nothing when there is none. */
function anyOf(words: readonly string[], before = '', after = ''): RegExp | undefined {
  const some = words.filter((word) => word !== '').map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return some.length === 0 ? undefined : new RegExp(`${before}(?:${some.join('|')})${after}`, 'gu');
}

/** What a pattern finds is replaced, and what lies between goes on. */
function apart(
  text: string,
  pattern: RegExp | undefined,
  found: (part: string) => string,
  rest: (part: string) => string,
): string {
  if (pattern === undefined) return rest(text);
  let made = '';
  let from = 0;
  for (const { 0: part, index } of text.matchAll(pattern)) {
    if (part === '') continue;
    made += (index > from ? rest(text.slice(from, index)) : '') + found(part);
    from = index + part.length;
  }
  return from < text.length ? made + rest(text.slice(from)) : made;
}
