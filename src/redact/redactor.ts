// Puts a mask in the place of every text that tells who applies, the same for the same text; numbers, so that none can be guessed back.
import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Stopped } from '../findings/fault.ts';
import type { Finding } from '../findings/finding.ts';
import type { Reported } from '../reporters/reported.ts';
import { Finder, piecesOf } from './finder.ts';
import { fold, isOwnName, stemOf } from './fold.ts';
import { Masks } from './masks.ts';
import type { Secret } from './secrets.ts';
import { finderOf, maskedText } from './text.ts';

/** Members that come from the program and the definition. */
const kept: ReadonlySet<string> = new Set([
  'cite',
  'category',
  'labels',
  'program',
  'asOf',
  'region',
  'counts',
  'state',
]);
/** Members that hold words or ids of the definition: only what it does not know is masked there. */
const ofDefinition: ReadonlySet<string> = new Set(
  'code id title label hint formula path fact field fields section table column columns criterion metric item slot needs'.split(
    ' ',
  ),
);
const ofPaths: ReadonlySet<string> = new Set(['file', 'files', 'near', 'folder', 'names', 'source']);
/** What a bundle states. */
const ofBundles: ReadonlySet<string> = new Set(
  'stated found expected detail text what name by reason label'.split(' '),
);
/** What else is a path, in the arguments of certain codes only. */
const pathsOf: Readonly<Record<string, readonly string[]>> = {
  'file-twice': ['other'],
  'name-twice': ['other'],
  'bundle-entry-twice': ['other'],
  'applied-twice': ['first'],
  'uscc-shared': ['path'],
};

/** Finds the secrets of one dossier. */
type Known = {
  readonly finder: Finder<Secret>;
  /** Names of slots, folded, which files and folders may have. */
  readonly slots: ReadonlySet<string>;
  /** Its texts may come from elsewhere than the dossier. */
  readonly foreign?: boolean;
};

/** Masks what a run shows: reports of dossiers, plain data made of them, and its messages. */
export class Redactor {
  readonly #masks = new Masks();
  /** What the command line and the dossiers so far would tell in a message. */
  readonly #told = new Map<string, Secret>();
  /** Paths as somebody has written them. */
  readonly #paths = new Set<string>();
  /** Ids of categories, which look like paths. */
  readonly #ids = new Set<string>();
  #finder: Finder<Secret> | undefined;

  /** This is a part of a run, and the others give numbers too. */
  part(index: number): void {
    this.#masks.part(index);
  }

  /** A path as it may be shown: its shape and endings, not its names. */
  path(path: string, slots?: ReadonlySet<string>): string {
    return this.#masks.path(path, slots);
  }

  /** What reports may show of a dossier: no line of it, no name of a folder, no text that tells who applies. */
  redact(reported: Reported, secrets: readonly Secret[]): Reported {
    this.learn(secrets);
    const slots = new Set<string>();
    if (reported.kind === 'assessed')
      for (const { id, label } of reported.inventory.slots) slots.add(fold(id)).add(fold(label));
    const { dossier } = reported;
    // An edit holds what stands in the file.
    const findings = reported.findings.map(({ fix: _, ...finding }) => finding as Finding);
    const mended = reported.mended?.map((one) => ({ ...one, stands: '…', put: '…' }));
    const told = { ...reported, findings, ...(mended === undefined ? {} : { mended }) };
    return this.data({ ...told, dossier: { ...dossier, text: '' } }, secrets, { slots });
  }

  /** Plain data that was made of a dossier with these secrets. */
  data<Data extends object>(data: Data, secrets: readonly Secret[], more: Partial<Omit<Known, 'finder'>> = {}): Data {
    return this.#within(data, '', { slots: new Set(), ...more, finder: finderOf(secrets) }) as Data;
  }

  /** A text that may be anything. */
  whole(text: string): string {
    return this.#masks.numbered('text', text);
  }

  #within(value: unknown, key: string, known: Known, isPath = ofPaths.has(key)): unknown {
    if (typeof value === 'string') {
      if (key === 'sha256') return this.#masks.digest(value);
      if (known.foreign === true && ofBundles.has(key) && !isPath) return this.#fromBundle(value, known);
      return isPath
        ? this.path(value, known.slots)
        : maskedText(value, known.finder, this.#masks, ofDefinition.has(key));
    }
    if (Array.isArray(value)) return value.map((one) => this.#within(one, key, known, isPath));
    if (typeof value !== 'object' || value === null) return value;
    if (key === 'digests')
      return Object.fromEntries(
        Object.entries(value).map(([side, digest]) => [side, this.#masks.digest(String(digest))]),
      );
    const paths = 'code' in value ? (pathsOf[String(value.code)] ?? []) : [];
    return Object.fromEntries(
      Object.entries(value).map(([inner, one]) => {
        if (kept.has(inner) && key !== 'args') return [inner, one];
        if (inner === 'args') return [inner, this.#args(one as object, paths, known)];
        // A figure as it was written is no path.
        const isFile = ofPaths.has(inner) && (inner !== 'source' || 'traits' in value);
        return [inner, this.#within(one, inner, known, isFile)];
      }),
    );
  }

  /** What a bundle says of itself may be of anybody: a figure and an id may stay, a text that the dossier does not have may not. */
  #fromBundle(text: string, known: Known): string {
    if (/^[0-9a-f]{64}$/.test(text)) return this.#masks.digest(text);
    const masked = maskedText(text, known.finder, this.#masks);
    return masked === text && /[^\x00-\x7f]/.test(text) ? this.#masks.numbered('text', text) : masked;
  }

  #args(args: object, paths: readonly string[], known: Known): object {
    return Object.fromEntries(
      Object.entries(args).map(([key, value]) => [
        key,
        // Made by the program, to show how something is written.
        key === 'example'
          ? value
          : this.#within(
              value,
              key === 'title' ? '' : key,
              known,
              paths.includes(key) || (ofPaths.has(key) && key !== 'source'),
            ),
      ]),
    );
  }

  /** From now on these are masked in messages too. */
  learn(secrets: readonly Secret[]): void {
    for (const secret of secrets) {
      this.#masks.of(secret);
      for (const piece of piecesOf(secret.folded)) this.#tell(piece, secret);
    }
  }

  #tell(folded: string, secret: Secret): void {
    if (folded === '' || this.#told.has(folded)) return;
    this.#told.set(folded, secret);
    this.#finder = undefined;
  }

  /** A path as somebody has written it, and each part of it. */
  learnPath(path: string): void {
    if (isOwnName(path)) return;
    this.#masks.path(path);
    if (/[/\\]/.test(path)) this.#paths.add(path);
    for (const part of path.split(/[/\\]/)) {
      if (isOwnName(part)) continue;
      const folded = fold(stemOf(part));
      const guard = [...folded].length < 3 ? { guarded: true as const } : {};
      this.#tell(folded, { kind: 'file', folded, of: part, ...guard });
    }
  }

  /** Ids of categories stay. */
  keep(ids: readonly string[]): void {
    for (const id of ids) this.#ids.add(id);
  }

  /** A message of the program, a line of it. */
  line(line: string): string {
    return maskedLine(line, {
      kept: [...this.#ids],
      paths: [...this.#paths],
      path: (path) => this.#masks.path(path),
      words: (text) => {
        this.#finder ??= new Finder(this.#told);
        return maskedText(text, this.#finder, this.#masks);
      },
    });
  }

  /** A message of several lines. */
  lines(text: string): string {
    return text
      .split('\n')
      .map((line) => this.line(line))
      .join('\n');
  }

  /** Why a run cannot go on; the lines of files are left out. `secretsOf` says what a configuration would tell. */
  stop(stop: Stopped, secretsOf: (text: string) => readonly Secret[]): Stopped {
    const { findings, texts = new Map<string, string>(), ...said } = stop;
    const own = [...texts].filter(([file]) => isOwnName(file.split(/[/\\]/).at(-1) ?? ''));
    const secrets = own.flatMap(([, text]) => secretsOf(text));
    this.learn(secrets);
    return findings === undefined
      ? said
      : { ...said, findings: findings.map((finding) => this.data(finding, secrets)) };
  }
}

/** Where this program stands: of its own places in a stack something may be told. */
const home = fileURLToPath(new URL('src', import.meta.url));

/** A path in a message: from a root or a folder, or a file by its ending; in at most so many signs. */
const PATH =
  /(?:(?<![\p{L}\p{N}/.~])(?:[A-Za-z]:|~|\.{1,2})?[/\\](?=[^\s/\\])[^\s"'“”‘’「」()（）<>|:：，。；、？=,;]{1,500})|(?:[^\s"'“”‘’「」()（）<>|:：，。；、？=,;/\\]{1,60}[/\\]){0,8}[^\s"'“”‘’「」()（）<>|:：，。；、？=,;/\\.]{1,60}\.(?:pdf|jpe?g|png|zip|rar|docx?|xlsx?|ya?ml|json|html|xml|sarif|txt|pem|key|pub|ttf|otf)\b/gu;

type Replacing = {
  /** Stay as they are. */
  readonly kept: readonly string[];
  /** Paths as somebody has written them. */
  readonly paths: readonly string[];
  readonly path: (path: string) => string;
  readonly words: (text: string) => string;
};

/** The line with each of its parts replaced once. */
function maskedLine(line: string, { kept, paths, path, words }: Replacing): string {
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
