// Reads the text of every page of a PDF that this program made.
import { openLibrary } from './library.ts';

/**
 * The text of each page in reading order, lines parted by CR LF. Throws what pdfium throws on a file it cannot open.
 * The library is opened for each call: an instance is not safe to use again after an error.
 */
export async function pageTexts(bytes: Uint8Array): Promise<string[]> {
  const library = await openLibrary();
  try {
    const document = await library.loadDocument(bytes);
    try {
      return Array.from(document.pages(), (page) => page.getText());
    } finally {
      document.destroy();
    }
  } finally {
    library.destroy();
  }
}
