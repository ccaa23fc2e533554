// What lets a PDF be read in many years (PDF/A-2u, ISO 19005-2): who made it said in XMP, its colours defined, a number of its own.
import { createHash } from 'node:crypto';
import { type PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import { PRODUCER, type Properties } from './properties.ts';
import { SRGB, srgbProfile } from './srgb.ts';

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
