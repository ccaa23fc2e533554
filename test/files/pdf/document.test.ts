// PDFs as pdf-lib holds them.
import { PDFDocument, PDFName, PDFNumber } from 'pdf-lib';
import { expect, test } from 'vitest';
import { savePdf } from '../../../src/files/pdf/document.ts';

/** A document whose streams, which stand by themselves, and other objects, which are packed, come in turn. */
async function mixed(objects: number): Promise<PDFDocument> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage([100, 100]);
  for (let at = 0; at < objects; at += 1) {
    const object = at % 3 === 0 ? document.context.stream(`% ${at}`) : document.context.obj({ At: at });
    page.node.set(PDFName.of(`Extra${at}`), document.context.register(object));
  }
  return document;
}

test('what is saved has the bytes that pdf-lib itself gives, and each object is found', async () => {
  const bytes = await (await mixed(400)).save({ useObjectStreams: true, addDefaultPage: false });
  expect(Buffer.from(await savePdf(await mixed(400))).equals(bytes)).toBe(true);
  const page = (await PDFDocument.load(bytes)).getPage(0).node;
  for (let at = 1; at < 400; at += 3)
    expect(page.lookup(PDFName.of(`Extra${at}`))?.toString(), String(at)).toContain(`/At ${PDFNumber.of(at)}`);
});
