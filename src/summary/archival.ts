// What lets a PDF be read in many years (PDF/A-2u, ISO 19005-2): who made it said in XMP, its colours defined, a number of its own.
import { createHash } from 'node:crypto';
import { type PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import { PRODUCER, type Properties } from './properties.ts';

/** Writes what the rules ask of the file itself; `claims`: it says of itself that it was made to them. */
export function writeArchival(
  document: PDFDocument,
  properties: Properties,
  texts: readonly string[],
  claims: boolean,
): void {
  const { context, catalog } = document;
  const packet = context.stream(Buffer.from(xmpOf(properties, claims)), { Type: 'Metadata', Subtype: 'XML' });
  catalog.set(PDFName.of('Metadata'), context.register(packet));
  if (claims) {
    const profile = context.flateStream(srgbProfile(), { N: 3 });
    const intent = context.obj({
      Type: 'OutputIntent',
      S: 'GTS_PDFA1',
      OutputConditionIdentifier: PDFString.of(SRGB),
      Info: PDFString.of(SRGB),
      DestOutputProfile: context.register(profile),
    });
    catalog.set(PDFName.of('OutputIntents'), context.obj([intent]));
  }
  const number = createHash('sha256')
    .update(JSON.stringify([properties, texts]))
    .digest('hex')
    .slice(0, 32);
  context.trailerInfo.ID = context.obj([PDFHexString.of(number), PDFHexString.of(number)]);
}

/** The properties once more, as XMP says them; ISO 16684-1. */
export function xmpOf({ title, author, subject, keywords, creator, date }: Properties, claims: boolean): string {
  const day = `${date}T00:00:00+08:00`;
  const any = (text: string): string => `<rdf:Alt><rdf:li xml:lang="x-default">${plain(text)}</rdf:li></rdf:Alt>`;
  const lines = [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"' +
      ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"' +
      ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">',
    '<dc:format>application/pdf</dc:format>',
    `<dc:title>${any(title)}</dc:title>`,
    `<dc:creator><rdf:Seq><rdf:li>${plain(author)}</rdf:li></rdf:Seq></dc:creator>`,
    `<dc:description>${any(subject)}</dc:description>`,
    '<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>',
    `<pdf:Keywords>${plain(keywords.join(', '))}</pdf:Keywords>`,
    `<pdf:Producer>${PRODUCER}</pdf:Producer>`,
    `<xmp:CreatorTool>${plain(creator)}</xmp:CreatorTool>`,
    `<xmp:CreateDate>${day}</xmp:CreateDate>`,
    `<xmp:ModifyDate>${day}</xmp:ModifyDate>`,
    ...(claims ? ['<pdfaid:part>2</pdfaid:part>', '<pdfaid:conformance>U</pdfaid:conformance>'] : []),
    '</rdf:Description>',
    '</rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="r"?>',
  ];
  return `${lines.join('\n')}\n`;
}

/** A text in XML, which has no place for control characters. */
const plain = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** Name of the colour space, as an output intent has it. */
export const SRGB = 'sRGB IEC61966-2.1';

/** Points of the curve that takes the numbers of a file to light. */
const POINTS = 256;

/** White and the three colours under D50, as the profile of the standard has them. */
const COLOURS = {
  wtpt: [0.95045, 1, 1.08905],
  rXYZ: [0.43607, 0.22249, 0.01392],
  gXYZ: [0.38515, 0.71687, 0.09708],
  bXYZ: [0.14307, 0.06061, 0.7141],
} as const;

/** The bytes of the profile; the same in every run. */
export function srgbProfile(): Buffer {
  const curve = curveOf();
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', descriptionOf(SRGB)],
    ['cprt', Buffer.concat([named('text'), Buffer.from('No copyright, use freely\0', 'latin1')])],
    ...Object.entries(COLOURS).map(([name, xyz]) => [name, colourOf(xyz)] as const),
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const table = Buffer.alloc(4 + 12 * tags.length);
  table.writeUInt32BE(tags.length, 0);
  const placed = new Map<Buffer, number>();
  const parts: Buffer[] = [];
  let end = 128 + table.length;
  tags.forEach(([name, data], index) => {
    let at = placed.get(data);
    if (at === undefined) {
      at = end;
      placed.set(data, at);
      const whole = Buffer.alloc(4 * Math.ceil(data.length / 4));
      data.copy(whole);
      parts.push(whole);
      end += whole.length;
    }
    table.write(name, 4 + 12 * index, 'latin1');
    table.writeUInt32BE(at, 8 + 12 * index);
    table.writeUInt32BE(data.length, 12 + 12 * index);
  });
  return Buffer.concat([headOf(end), table, ...parts]);
}

/** A profile of a monitor, made on the day of the standard. */
function headOf(length: number): Buffer {
  const head = Buffer.alloc(128);
  head.writeUInt32BE(length, 0);
  head.writeUInt32BE(0x02100000, 8);
  head.write('mntrRGB XYZ ', 12, 'latin1');
  [1999, 10, 18, 0, 0, 0].forEach((part, index) => {
    head.writeUInt16BE(part, 24 + 2 * index);
  });
  head.write('acsp', 36, 'latin1');
  fixed([0.9642, 1, 0.8249]).copy(head, 68);
  return head;
}

const named = (type: string): Buffer => Buffer.from(`${type}\0\0\0\0`, 'latin1');

/** Numbers of sixteen bits before the point and sixteen after it. */
function fixed(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, index) => {
    bytes.writeInt32BE(Math.round(value * 65536), 4 * index);
  });
  return bytes;
}

const colourOf = (xyz: readonly number[]): Buffer => Buffer.concat([named('XYZ '), fixed(xyz)]);

/** The name in ASCII; the places for Unicode and for a Macintosh are empty. */
function descriptionOf(name: string): Buffer {
  const text = Buffer.from(`${name}\0`, 'latin1');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  return Buffer.concat([named('desc'), length, text, Buffer.alloc(4 + 4 + 2 + 1 + 67)]);
}

function curveOf(): Buffer {
  const bytes = Buffer.alloc(12 + 2 * POINTS);
  named('curv').copy(bytes);
  bytes.writeUInt32BE(POINTS, 8);
  for (let index = 0; index < POINTS; index += 1) {
    const value = index / (POINTS - 1);
    const light = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    bytes.writeUInt16BE(Math.round(65535 * light), 12 + 2 * index);
  }
  return bytes;
}
