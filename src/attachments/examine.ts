// Looks at one file: its size, its extension, its content, in this order; an error ends it, so that one cause is one finding.
import { codeOf } from '../files/fault.ts';
import { piecesHeld, piecesOf } from '../files/pieces.ts';
import { openPlain, type PlainFile } from '../files/read.ts';
import { fileCodes } from '../findings/areas/index.ts';
import { given } from '../given.ts';
import type { FoundFile, Held } from './inventory-types.ts';
import { type Kept, lookOf, type Seen } from './kept.ts';
import { extensionOf, nameFault } from './names.ts';
import { cfbKind, readCfb } from './probes/cfb.ts';
import { openUnasked } from './probes/encryption.ts';
import { formats } from './probes/index.ts';
import { listsPart, zipEnd } from './probes/office.ts';
import type { LookFor, Opened } from './probes/probe.ts';
import type { FileRule } from './slot.ts';
import type { Tell } from './tell.ts';

/** Enough for the mark of every format. */
const headBytes = 64 * 1024;
/** A probe holds the file in memory, pdfium a second time; larger files are not looked into. */
const mostProbedBytes = 200_000_000;
const mib = 1024 * 1024;

/** What a file is. `sound` is false when it has an error. */
export type Examined = Pick<Held, 'format' | 'traits' | 'sound'>;

/** The first bytes of a file. Throws a FileFault when they cannot be read. */
async function read(file: PlainFile, bytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const content = new Uint8Array(bytes);
  const filled = await file.read(content, 0);
  return filled === bytes ? content : content.slice(0, filled);
}

/** Throws a FileFault when the file cannot be read to its end. */
async function readThrough(file: PlainFile): Promise<void> {
  const piece = new Uint8Array(Math.min(mib, file.bytes));
  for (let at = 0; at < file.bytes; at += piece.length) await file.read(piece, at);
}

/** Whether the size is one that the portal takes. */
function isSized(found: FoundFile, extension: string, rule: FileRule, tell: Tell): boolean {
  const { source: file, bytes } = found;
  if (bytes === 0) {
    tell('file-empty', { file });
    return false;
  }
  if (rule.maxMib === undefined) return true;
  const sized = { file, bytes, mib: rule.maxMib, extension };
  if (bytes > rule.maxMib * mib) {
    tell('file-too-large', sized);
    return false;
  }
  if (bytes > rule.maxMib * 1_000_000) tell('file-size-doubtful', sized);
  return true;
}

const unsound: Examined = { traits: {}, sound: false };

function unreadable(file: string, error: unknown, tell: Tell): Examined {
  tell('file-unreadable', { file, reason: codeOf(error) });
  return unsound;
}

type Handled = {
  readonly found: FoundFile;
  readonly extension: string;
  readonly types: readonly string[];
  readonly opened: PlainFile;
  readonly kept: Kept | undefined;
};

/** What was seen of a file when it was looked into before, said of it again; else looks now. */
async function lookAgain(handled: Handled, tell: Tell, lookFor: LookFor): Promise<Examined> {
  const { kept, found, opened, extension, types } = handled;
  const isProbed = formats[wantedFormat(extension) ?? '']?.probe !== undefined && opened.bytes <= mostProbedBytes;
  const looking = kept && isProbed ? await lookOf(opened, { extension, types, lookFor }) : undefined;
  const look = looking?.look;
  const seen = look && (await kept?.find(look));
  if (seen !== undefined) {
    for (const { code, args } of seen.said) tell(code, { ...args, file: found.source } as never);
    return { ...given({ format: seen.format }), traits: seen.traits, sound: true };
  }
  const said: Seen['said'][number][] = [];
  const hear: Tell = (code, args) => {
    said.push({ code, args });
    tell(code, args);
  };
  const { sound, ...seenNow } = await lookInto(handled, hear, lookFor, looking?.content);
  if (look !== undefined && sound) await kept?.keep(look, { ...seenNow, said });
  return { ...seenNow, sound };
}

/** Looks at the content of a file that is open; `held` when it was read already. */
async function lookInto(
  { found, extension, types, opened: plain }: Handled,
  tell: Tell,
  lookFor: LookFor,
  held?: Uint8Array<ArrayBuffer>,
): Promise<Examined> {
  const { source: file } = found;
  const { bytes } = plain;
  const wanted = wantedFormat(extension) ?? '';
  const { probe, byPieces, surely } = formats[wanted] ?? {};
  const isWhole = probe !== undefined && bytes <= mostProbedBytes && byPieces !== true;
  let content: Uint8Array<ArrayBuffer>;
  const wantedBytes = isWhole ? bytes : Math.min(bytes, headBytes);
  try {
    const isBegun = held === undefined && surely !== undefined && wantedBytes > headBytes;
    content = held?.subarray(0, wantedBytes) ?? (await read(plain, isBegun ? headBytes : wantedBytes));
    if (isBegun && !latin(content).startsWith(surely)) content = await read(plain, wantedBytes);
  } catch (error) {
    return unreadable(file, error, tell);
  }
  const pieces = held === undefined ? piecesOf(plain.fd, bytes) : piecesHeld(plain.fd, held);
  let format = await formatOf(content, () =>
    content.length < bytes ? pieces.at(bytes - headBytes, headBytes) : content,
  );
  if (format === 'encrypted' && spreadsheets.has(extension)) {
    const cfb = readCfb(content);
    const inside = cfb?.isWhole ? openUnasked(cfb, bytes) : undefined;
    if (inside !== undefined) [content, format] = [inside, await formatOf(inside)];
  }
  const opened = { source: file, extension, bytes, types, pieces, content };
  const shown = format === undefined ? {} : { format };
  if (!isAsNamed(opened, format, tell)) return { ...unsound, ...shown };
  if (probe === undefined || bytes > mostProbedBytes) {
    if (probe !== undefined) tell('probe-skipped', { file, bytes, limit: mostProbedBytes });
    return { ...shown, traits: {}, sound: true };
  }
  let sound = true;
  const said: (() => void)[] = [];
  const hear: Tell = (code, args) => {
    if (fileCodes[code].severity === 'error') sound = false;
    said.push(() => tell(code, args));
  };
  const traits = await probe(opened, hear, lookFor);
  try {
    const fault = pieces.fault?.();
    if (fault !== undefined) throw fault;
    // A thread that reads by itself takes a disk that fails for a damaged file.
    if (!sound) await readThrough(plain);
    await plain.assertSame();
  } catch (error) {
    // What was seen of half a file, or of two, is nothing that can be said of it.
    return unreadable(file, error, tell);
  }
  for (const say of said) say();
  return { ...shown, traits, sound };
}

/** Looks at a file; says all that is wrong with it. */
export async function examine(
  found: FoundFile,
  rule: FileRule,
  tell: Tell,
  lookFor: LookFor = {},
  kept?: Kept,
): Promise<Examined> {
  const file = found.source;
  const name = file.slice(file.lastIndexOf('/') + 1);
  const extension = extensionOf(name);
  const fault = nameFault(name);
  if (fault !== undefined) tell('name-refused', { file, ...fault });
  if (!isSized(found, extension, rule, tell)) return unsound;
  if (rule.types.length > 0 && !rule.types.includes(extension)) {
    tell('file-type-refused', { file, extension, types: rule.types });
    return unsound;
  }
  let opened: PlainFile;
  try {
    opened = await openPlain(found.absolute, { plainName: true, as: found.identity });
  } catch (error) {
    return unreadable(file, error, tell);
  }
  try {
    return await lookAgain({ found, extension, types: rule.types, opened, kept }, tell, lookFor);
  } finally {
    await opened.close();
  }
}

const withMacros: Readonly<Record<string, readonly string[]>> = {
  docx: ['docm', 'dotm'],
  xlsx: ['xlsm', 'xltm'],
  pptx: ['pptm', 'potm'],
};

const compound = ['doc', 'xls', 'ppt'];

/** Excel opens these unasked when their password is the one it tries by itself. */
const spreadsheets: ReadonlySet<string> = new Set(['xls', 'xlsx', 'et']);

/** The type that files of an extension must show; none when it has no mark. */
const wantedFormat = (extension: string): string | undefined =>
  Object.keys(formats).find((name) => formats[name]?.extensions.includes(extension));

/** Whether the content is what the extension says; says what it is instead. */
function isAsNamed(file: Opened, found: string | undefined, tell: Tell): boolean {
  const { source, extension } = file;
  const wanted = wantedFormat(extension);
  if (wanted === undefined || wanted === found) return true;
  const isXml = wanted in withMacros;
  const isOffice = isXml || compound.includes(wanted);
  const cfb = found === 'encrypted' || found === 'cfb' ? readCfb(file.content) : undefined;
  if (isOffice && found === 'encrypted')
    tell(cfb?.has('EncryptionInfo') === false ? 'file-rights' : 'file-password', { file: source });
  else if (compound.includes(wanted) && found === 'cfb' && cfb?.isWhole !== true)
    tell('file-broken', { file: source, extension });
  else if (isXml && found === 'zip' && zipEnd(file.content) === undefined)
    tell('file-broken', { file: source, extension });
  else if (found !== undefined && withMacros[wanted]?.includes(found))
    tell('file-macros', { file: source, extension, found });
  else tell('file-content-differs', { file: source, extension, ...(found === undefined ? {} : { found }) });
  return false;
}

const sameAs: Readonly<Record<string, string>> = { ai: 'pdf', apng: 'png' };

/** Readers accept a PDF whose mark stands this far in; file-type wants it at the very start. */
const pdfMarkWithin = 1024 + '%PDF-'.length;
/** What file-type takes for text of a kind, by its first words. */
const textKinds: ReadonlySet<string> = new Set(['pdf', 'rtf', 'xml', 'ps', 'eps', 'ics', 'vcf', 'vtt']);

/** What a text is: a PDF behind some junk, a web page, what Office saves as XML, an electronic invoice, or text. */
function kindOfText(text: string): string {
  if (text.slice(0, pdfMarkWithin).includes('%PDF-')) return 'pdf';
  if (/<(!doctype html|html|head|meta|table)[\s>]/i.test(text.slice(0, pdfMarkWithin))) return 'html';
  if (!/^\s*<\?xml\b/.test(text)) return 'txt';
  if (/<(?:Workbook|w:wordDocument|pkg:package|office:document)[\s/>]/.test(text)) return 'officexml';
  return /<(?:EInvoice|EInvoiceData|eInvoice)\b/.test(text) ? 'einvoice' : 'xml';
}

const controls = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd\ufffe\uffff]/;

/** Bytes as text in an encoding; none when they are no text in it. What breaks off in the last character is left out. */
function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return text === '' || controls.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Without a mark at its start UTF-16 is told by what it holds: zeros beside letters, or little else than Chinese. */
function fromUtf16(bytes: Uint8Array): string | undefined {
  const texts = ['utf-16le', 'utf-16be'].flatMap((encoding) => decoded(bytes, encoding) ?? []);
  const usual = (text: string): number =>
    (text.match(/[\t\r\n -~\u3000-\u303f\u4e00-\u9fff\uff00-\uff5e]/g) ?? []).length;
  return texts.find((text) => text.length > 1 && usual(text) >= text.length * 0.9);
}

/** Bytes as text in whichever encoding people here write: none when it is no text. */
function textOf(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be');
  return decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030') ?? decoded(bytes, 'big5') ?? fromUtf16(bytes);
}

const latin = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, pdfMarkWithin)).toString('latin1');

/** The part that every file of a format has: a package that looks for it from the beginning on does not always get there. */
const mainParts = { ofd: 'OFD.xml', docx: 'word/document.xml', xlsx: 'xl/workbook.xml', pptx: 'ppt/presentation.xml' };

/**
 * The type of a content, or of its beginning and its end: `pdf`, `jpg`, `docx`, `doc`, `rar` …; `encrypted` is Office with
 * a password, `cfb` a compound file that is damaged or none of Office; none when it shows no type.
 */
export async function formatOf(content: Uint8Array, end = () => content): Promise<string | undefined> {
  const head = content.subarray(0, headBytes);
  const marked = Object.keys(formats).find((name) => formats[name]?.mark?.(head));
  if (marked !== undefined) return marked;
  const { fileTypeFromBuffer } = await import('file-type');
  // It throws on contents that break off inside a header.
  const seen = (await fileTypeFromBuffer(content).catch(() => undefined))?.ext;
  // It looks for the directory of a TIFF, which most stand at their end, and takes each with 28 tags for a camera's.
  const isTiff =
    /^(?:II\*\0|MM\0\*)/.test(latin(head)) &&
    (seen === undefined || (seen === 'nef' && !latin(head).includes('NIKON')));
  const found = isTiff ? 'tif' : seen;
  if (found === 'cfb') {
    const cfb = readCfb(content);
    return cfb === undefined ? 'cfb' : cfbKind(cfb);
  }
  const listed = found === 'zip' && Object.entries(mainParts).find(([, part]) => listsPart(end(), part));
  if (listed) return listed[0];
  if (found !== undefined && found !== 'xml' && textKinds.has(found)) return sameAs[found] ?? found;
  // Two bytes are enough for file-type to hear music in a text.
  const text = textOf(head);
  if (text !== undefined) return kindOfText(text);
  if (found !== undefined) return sameAs[found] ?? found;
  if (latin(content).includes('%PDF-')) return 'pdf';
  return (
    (/^[^\u0000-\u0008\u000e-\u001f]+$/.test(latin(content)) && content.length > 0 && kindOfText(latin(content))) ||
    undefined
  );
}
