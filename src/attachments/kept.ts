// Keeps what was seen of a sound file in the user's own cache folder, so that a second run reads the file once and looks no more.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { type PlainFile, readPlain } from '../files/read.ts';
import { writePassing } from '../files/write.ts';
import type { fileCodes } from '../findings/areas/index.ts';
import { count } from '../findings/json.ts';
import { type Traits, traits } from './inventory-types.ts';
import type { LookFor } from './probes/probe.ts';

type Code = keyof typeof fileCodes;

/**
 * What may be said of a file again without looking: it follows from its bytes alone, and holds no text of it. Errors are
 * none of them, nor what a limit of time or a missing package made.
 */
const codes = [
  'file-macros-inside',
  'image-cmyk',
  'image-small',
  'image-turned',
  'pdf-blank',
  'pdf-coarse',
  'pdf-damaged',
  'pdf-empty-pages',
  'pdf-paper',
  'pdf-picture-broken',
  'pdf-restricted',
  'pdf-sideways',
] as const satisfies readonly Code[];

/** No text of a file is so short and plain. */
const word = z.string().regex(/^[a-z0-9 ]{0,24}$/);
const numbers = z.array(z.array(z.number()).max(2));
const args = z.record(word, z.union([z.number(), z.boolean(), word, z.strictObject({ count, ranges: numbers })]));

const seen = z.strictObject({
  format: word.exactOptional(),
  traits,
  /** In the order in which it was said; in place of the file's name stands nothing. */
  said: z.array(z.strictObject({ code: z.enum(codes), args })),
});

const entry = z.strictObject({ key: z.string(), seen });

/** What a look at a sound file came to. */
export type Seen = {
  readonly format?: string;
  readonly traits: Traits;
  readonly said: readonly { readonly code: Code; readonly args: object }[];
};

type Entry = { readonly key: string; readonly seen: Seen };

/** What makes the answer another one. */
export type Look = {
  /** Of the file's content, hex. */
  readonly sha256: string;
  readonly extension: string;
  readonly types: readonly string[];
  readonly lookFor: LookFor;
};

const pieceBytes = 1024 * 1024;
/** Read once and held, so that whoever looks need not read it again; larger ones would take more than a second reading. */
const mostHeld = 16 * pieceBytes;

/** The look at an open file, with its content where that was held. */
type Looking = { readonly look: Look; readonly content?: Uint8Array<ArrayBuffer> };

/** Nothing when the disk does not give the file, or when what is said follows from more than its bytes. */
export async function lookOf(file: PlainFile, asked: Omit<Look, 'sha256'>): Promise<Looking | undefined> {
  // It needs a package that may be missing, and names the files inside.
  if (asked.extension === 'rar') return undefined;
  const hash = createHash('sha256');
  const isHeld = file.bytes <= mostHeld;
  // Nothing of it is used that was not read.
  const bytes = Buffer.allocUnsafeSlow(isHeld ? file.bytes : pieceBytes);
  try {
    for (let at = 0; at < file.bytes; at += bytes.length) {
      const piece = bytes.subarray(0, file.bytes - at);
      if ((await file.read(piece, at)) !== piece.length) return undefined;
      hash.update(piece);
    }
    await file.assertSame();
  } catch {
    return undefined;
  }
  return { look: { ...asked, sha256: hash.digest('hex') }, ...(isHeld ? { content: bytes } : {}) };
}

export type Kept = {
  find(look: Look): Promise<Seen | undefined>;
  /** Keeps nothing that holds text of the file, or follows from more than its bytes. Never fails. */
  keep(look: Look, seen: Seen): Promise<void>;
};

/** An entry takes some hundred bytes. */
const largestBytes = 16 * 1024;
/** In each of 256 folders, so that all of it stays below a hundred megabytes on any disk. */
const mostFilesPerFolder = 80;

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** As it stands: a checked copy would have the keys of the schema first, and reports other bytes. */
function entryOf(text: string): Entry | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return entry.safeParse(read).success ? (read as Entry) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The cache in a folder; `program` is the digest of all code that looks at files, so that another version finds nothing.
 * What is damaged, of another version, or not what this one would have written, counts as not there.
 */
export function openKept(folder: string, program: string): Kept {
  const keyOf = ({ sha256, extension, types, lookFor: { wanted, deep = false } }: Look): string =>
    digest(JSON.stringify([program, process.version, sha256, extension, types, wanted ?? null, deep]));
  const folderOf = (key: string): string => join(folder, 'traits', key.slice(0, 2));
  const nameOf = (key: string): string => key.slice(2);
  return {
    async find(look) {
      const key = keyOf(look);
      const options = { plainName: true };
      const bytes = await readPlain(join(folderOf(key), nameOf(key)), largestBytes, options).catch(() => undefined);
      const [sum, body = ''] = (bytes?.toString('utf8') ?? '').split('\n');
      if (sum !== digest(body)) return undefined;
      const read = entryOf(body);
      return read?.key === key ? read.seen : undefined;
    },
    async keep(look, { said, ...rest }) {
      const key = keyOf(look);
      const nameless = said.map(({ code, args: told }) => ({ code, args: { ...told, file: '' } }));
      const made: Entry = { key, seen: { ...rest, said: nameless } };
      if (!entry.safeParse(made).success) return;
      const body = JSON.stringify(made);
      await writePassing(folderOf(key), nameOf(key), `${digest(body)}\n${body}`, mostFilesPerFolder).catch(
        () => undefined,
      );
    },
  };
}
