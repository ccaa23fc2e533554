// Tells whether a PDF carries an electronic signature, which holds only for the file as it was signed.
import { PDFDict, type PDFDocument, PDFName, PDFNumber } from 'pdf-lib';

/** ISO 32000-1, 12.7.2: bit 1 of SigFlags. */
export function isSigned(document: PDFDocument): boolean {
  const form = document.catalog.lookup(PDFName.of('AcroForm'));
  const flags = form instanceof PDFDict ? form.lookup(PDFName.of('SigFlags')) : undefined;
  return flags instanceof PDFNumber && (flags.asNumber() & 1) === 1;
}
