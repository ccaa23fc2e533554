// Reads Word and Excel files of either kind: whether they are complete, have a password, or carry macros.
import { openZip, partName, type Zip, type ZipEntry } from '../../files/zip/zip.ts';
import { cfbKind, readCfb } from './cfb.ts';
import { lockOf } from './encryption.ts';
import { type Probe, viewOf } from './probe.ts';

const endSignature = 0x06054b50;
const endBytes = 22;
/** Readers look for the end of a zip this far from the end of its file, which is as long as its comment may be. */
const longestCommentBytes = 65_535;

/** Where the zip in a file ends, whatever stands behind it; none when it has no directory: cut off files have lost it. */
export function zipEnd(content: Uint8Array): number | undefined {
  const view = viewOf(content);
  const last = content.length - endBytes;
  for (let at = last; at >= 0 && at >= last - longestCommentBytes; at -= 1) {
    if (
      view.getUint32(at, true) === endSignature &&
      view.getUint32(at + 12, true) + view.getUint32(at + 16, true) <= at
    )
      return Math.min(content.length, at + endBytes + view.getUint16(at + 20, true));
  }
  return undefined;
}

/** How a record of a zip's directory begins, and where in it its name and the length of that stand. */
const [recordMark, lengthAt, nameAt] = [0x02014b50, 28, 46];

/** Whether the end of a zip lists a part. What stands in its files says nothing: they may be zips that have such a part. */
export function listsPart(content: Uint8Array, part: string): boolean {
  const end = Buffer.from(content.buffer, content.byteOffset, content.length);
  const at = end.lastIndexOf('PK\u0005\u0006');
  if (at < 0 || at + endBytes > end.length) return false;
  const directory = end.subarray(Math.max(0, at - end.readUInt32LE(at + 12)), at);
  return [part, part.replaceAll('/', '\\')].some((written) => {
    for (let name = directory.indexOf(written); name >= 0; name = directory.indexOf(written, name + 1)) {
      const record = name - nameAt;
      if (record < 0 || directory.readUInt32LE(record) !== recordMark) continue;
      if (directory.readUInt16LE(record + lengthAt) === written.length) return true;
    }
    return false;
  });
}

/** docx and xlsx. */
export const openXml: Probe = async (file, tell) => {
  const end = zipEnd(file.content);
  const parts =
    end === undefined ? undefined : await readParts(file.content.subarray(0, end), file.extension !== 'docx');
  if (parts === undefined) tell('file-broken', { file: file.source, extension: file.extension });
  else if (parts.macros) tell('file-macros-inside', { file: file.source });
  return {};
};

/** doc, xls and ppt. */
export const compound: Probe = (file, tell) => {
  const cfb = readCfb(file.content);
  if (cfb === undefined) return {};
  if (!cfb.isWhole) {
    tell('file-broken', { file: file.source, extension: file.extension });
    return {};
  }
  const lock = lockOf(cfb, cfbKind(cfb));
  if (lock !== 'none')
    tell(({ password: 'file-password', rights: 'file-rights', unknown: 'file-encrypted' } as const)[lock], {
      file: file.source,
    });
  if (cfb.has('Macros') || cfb.has('_VBA_PROJECT_CUR')) tell('file-macros-inside', { file: file.source });
  return {};
};

type OfficeParts = { readonly macros: boolean };

/** Parts are unpacked, to compare their check sums, as long as all of them stay below this, in bytes. */
const mostUnpacked = 64 * 1024 * 1024;
/** Texts that the document is made of are read as XML up to this size, in bytes. */
const mostRead = 16 * 1024 * 1024;
const relations = '_rels/.rels';
/** Says of each part what it is; without it Office takes a file for damaged. */
const contentTypes = '[content_types].xml';
const relation = /<(?:\w+:)?Relationship\b[^<>]*>/g;
const ofMainPart = /\/officeDocument["']/;
const ofSheet = /\/(?:worksheet|chartsheet|slide)["']/;
const outside = /\bTargetMode=["']External["']/;
const target = /\bTarget=["']([^"']+)["']/;

/** A path in an Office file as it is compared: from the top, in small letters, with signs as addresses have them. */
function keyOf(path: string, from = ''): string {
  const top = `file:///${from}`;
  return URL.canParse(path, top) ? new URL(path, top).pathname.slice(1).toLowerCase() : path;
}

/** The parts that relations of one kind lead to, from the part that has them. */
const targetsOf = (relations: Buffer, kind: RegExp, from = ''): string[] =>
  (relations.toString('utf8').match(relation) ?? [])
    .filter((one) => kind.test(one) && !outside.test(one))
    .flatMap((one) => target.exec(one)?.[1] ?? [])
    .map((path) => keyOf(path, from));

const isUnpacked = ({ faults }: ZipEntry): boolean =>
  faults.every((fault) => fault === 'header' || fault === 'encoding' || fault === 'alias' || fault === 'link');

/** A part as it is unpacked, when it is whole; its content when `isRead`. */
async function partOf(zip: Zip, entry: ZipEntry, isRead: boolean): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  const { is } = await zip.unpack(entry, (chunk) => {
    if (isRead) chunks.push(Buffer.from(chunk));
  });
  return is === 'whole' ? Buffer.concat(chunks) : undefined;
}

/** Whether all is there that a program needs; `isTold` when the main part says nothing without its relations. */
async function isSound(zip: Zip, isTold: boolean): Promise<boolean> {
  if (zip.entries.some(({ faults }) => faults.includes('overlap') || faults.includes('ratio'))) return false;
  const entries = new Map(zip.entries.map((entry) => [keyOf(`/${partName(entry)}`), entry]));
  const root = entries.get(relations);
  if (!zip.entries.some((entry) => partName(entry).toLowerCase() === contentTypes)) return false;
  if (root === undefined || !isUnpacked(root) || root.bytes > mostRead) return false;
  const related = await partOf(zip, root, true);
  if (related === undefined || !isXml(related)) return false;
  const [main] = targetsOf(related, ofMainPart);
  if (main !== undefined && !entries.has(main)) return false;
  const folder = main?.slice(0, main.lastIndexOf('/') + 1) ?? '';
  const ofMain = `${folder}_rels/${main?.slice(folder.length)}.rels`;
  if (isTold && main !== undefined && !entries.has(ofMain)) return false;
  // A program that cannot read one of these refuses the document; what was put into it from outside stands deeper.
  const isText = (name: string): boolean =>
    folder !== '' &&
    name.startsWith(folder) &&
    /^(?:[^/]+|worksheets\/[^/]+|_rels\/[^/]+)\.(?:xml|rels)$/.test(name.slice(folder.length));
  let left = mostUnpacked;
  for (const entry of zip.entries) {
    const name = keyOf(`/${partName(entry)}`);
    if (!isUnpacked(entry) && (isText(name) || name === main)) return false;
    if (entry.folder || !isUnpacked(entry) || entry.bytes > left) continue;
    left -= entry.bytes;
    const isRead = entry.bytes <= mostRead && isText(name);
    const part = await partOf(zip, entry, isRead);
    if (part === undefined || (isRead && !isXml(part))) return false;
    if (name === ofMain && isRead && !targetsOf(part, ofSheet, main).every((sheet) => entries.has(sheet))) return false;
  }
  return true;
}

/** What a docx or xlsx is made of; none when it is damaged. */
async function readParts(content: Uint8Array, isTold: boolean): Promise<OfficeParts | undefined> {
  const zip = await openZip(content);
  if (zip.kind === 'no zip') return undefined;
  try {
    if (!(await isSound(zip, isTold))) return undefined;
    return { macros: zip.entries.some((entry) => /(^|\/)vbaProject\.bin$/i.test(partName(entry))) };
  } finally {
    await zip.close();
  }
}

/** What stands in an XML text between two others: remarks, instructions, texts, the ends and beginnings of elements. */
const piece =
  /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>|<\/([^\s<>/]+)\s*>|<([^\s<>/!?"'=]+)(?:\s+[^\s=<>/"']+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(\/?)>|[^<]+/y;

/** Whether bytes are one whole element and what belongs to it, each begun and ended in its place; `false` for what no reader of XML takes. */
export function isXml(bytes: Uint8Array): boolean {
  let text: string;
  try {
    // With or without a mark in front, the first sign tells how many bytes each has.
    const [first, second] = bytes;
    const isLittle = first === 0xff || second === 0;
    const isUtf16 = isLittle || first === 0xfe || first === 0;
    text = new TextDecoder(!isUtf16 ? 'utf-8' : isLittle ? 'utf-16le' : 'utf-16be', { fatal: true }).decode(bytes);
  } catch {
    // In another encoding, which its first line names, or damaged.
    const named = /^<\?xml[^>]*\bencoding=["']([\w-]+)["']/.exec(
      Buffer.from(bytes.subarray(0, 200)).toString('latin1'),
    );
    return named !== null && !/^utf-?8$/i.test(named[1] ?? '');
  }
  const open: string[] = [];
  let roots = 0;
  for (piece.lastIndex = 0; piece.lastIndex < text.length; ) {
    const found = piece.exec(text);
    if (found === null) return false;
    const [all, ended, begun, closed] = found;
    if (ended !== undefined && open.pop() !== ended) return false;
    const isInside = open.length > 0;
    if (begun !== undefined) {
      if (!isInside) roots += 1;
      if (closed === '') open.push(begun);
    } else if (!isInside && ended === undefined && !all.startsWith('<') && all.trim() !== '') return false;
  }
  return roots === 1 && open.length === 0;
}
