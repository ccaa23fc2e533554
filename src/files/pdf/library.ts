// Opens pdfium on the main thread, when it is first needed: for PDFs that this program made itself.
import type { PDFiumLibrary } from '@hyzyla/pdfium';

/** A fresh library; call `destroy()` after use. An instance is not safe to use again after an error. */
export async function openLibrary(): Promise<PDFiumLibrary> {
  const { PDFiumLibrary: library } = await import('@hyzyla/pdfium');
  return library.init();
}
