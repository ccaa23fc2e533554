// Looks into the zip of a docx or xlsx: whether its parts are there and can be unpacked.
import { openZip, type Zip, type ZipEntry } from '../../files/zip/zip.ts';

export type OfficeParts = { readonly macros: boolean };

/** Parts are unpacked, to compare their check sums, as long as all of them stay below this, in bytes. */
const mostUnpacked = 64 * 1024 * 1024;
const mostRelations = 1024 * 1024;
const relations = '_rels/.rels';
const relation = /<Relationship\b[^<>]*>/g;
const ofMainPart = /\/officeDocument["']/;
const target = /\bTarget=["']\/?([^"']+)["']/;

const isUnpacked = ({ faults }: ZipEntry): boolean =>
  faults.every((fault) => fault === 'header' || fault === 'encoding' || fault === 'alias' || fault === 'link');

/** Name of the main part in lower case, as the relations of the package tell it; none when they tell it otherwise. */
async function mainPartOf(zip: Zip, entry: ZipEntry): Promise<string | undefined> {
  if (entry.bytes > mostRelations) return undefined;
  const chunks: Buffer[] = [];
  await zip.unpack(entry, (chunk) => chunks.push(chunk));
  const text = Buffer.concat(chunks).toString('utf8');
  const [main = ''] = (text.match(relation) ?? []).filter((one) => ofMainPart.test(one));
  return target.exec(main)?.[1]?.toLowerCase();
}

async function isSound(zip: Zip): Promise<boolean> {
  if (zip.entries.some(({ faults }) => faults.includes('overlap') || faults.includes('ratio'))) return false;
  const root = zip.entries.find(({ name }) => name === relations);
  if (root === undefined || !isUnpacked(root)) return false;
  const main = await mainPartOf(zip, root);
  if (main !== undefined && !zip.entries.some(({ name }) => name.toLowerCase() === main)) return false;
  let left = mostUnpacked;
  for (const entry of zip.entries) {
    if (entry.folder || !isUnpacked(entry) || entry.bytes > left) continue;
    left -= entry.bytes;
    if ((await zip.unpack(entry, () => undefined)).is === 'broken') return false;
  }
  return true;
}

/** What a docx or xlsx is made of; none when it is damaged. */
export async function readParts(content: Uint8Array): Promise<OfficeParts | undefined> {
  const zip = await openZip(content);
  if (zip.kind === 'no zip') return undefined;
  try {
    if (!(await isSound(zip))) return undefined;
    return { macros: zip.entries.some(({ name }) => /(^|\/)vbaProject\.bin$/i.test(name)) };
  } finally {
    await zip.close();
  }
}
