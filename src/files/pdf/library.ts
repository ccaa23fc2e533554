// Opens pdfium on the main thread, when it is first needed: for PDFs that this program made itself.
import { createRequire } from 'node:module';
import type { PDFiumLibrary } from '@hyzyla/pdfium';
import { isNothing } from '../folder.ts';
import { readOwn } from '../read.ts';

type Code = { readonly code: unique symbol };
type Instance = { readonly exports: object };
/** What is used of it here: the types of Node 20 do not know it. */
declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<Code>;
  readonly Instance: new (code: Code, imports: object) => Instance;
};

/** Compiled once for all libraries of a run. */
let compiled: Promise<Code> | undefined;

/** The build puts it beside the program; where the sources run, the package has it. */
const readCode = (): Promise<Uint8Array> =>
  readOwn(new URL('pdfium.wasm', import.meta.url)).catch((error: unknown) => {
    if (!isNothing(error)) throw error;
    return readOwn(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm'));
  });

const compile = async (): Promise<Code> => WebAssembly.compile(await readCode());

/** A fresh library; call `destroy()` after use. An instance is not safe to use again after an error. */
export async function openLibrary(): Promise<PDFiumLibrary> {
  const { PDFiumLibrary: library } = await import('@hyzyla/pdfium');
  compiled ??= compile();
  const code = await compiled.catch((error: unknown) => {
    // The next one tries again.
    compiled = undefined;
    throw error;
  });
  return library.init({
    // What its types call a module is the instance.
    instantiateWasm: (imports: object, done: (instance: Instance) => void): object => {
      const instance = new WebAssembly.Instance(code, imports);
      done(instance);
      return instance.exports;
    },
  });
}

async function textsIn(library: PDFiumLibrary, bytes: Uint8Array): Promise<string[]> {
  const document = await library.loadDocument(bytes);
  try {
    return Array.from(document.pages(), (page) => page.getText());
  } finally {
    document.destroy();
  }
}

/**
 * The text of each page in reading order, lines parted by CR LF. Throws what pdfium throws on a file it cannot open.
 * The library is opened for each call: what a hostile file has done to it may not reach the next.
 */
export async function pageTexts(bytes: Uint8Array): Promise<string[]> {
  const library = await openLibrary();
  try {
    return await textsIn(library, bytes);
  } finally {
    library.destroy();
  }
}

let own: Promise<PDFiumLibrary> | undefined;

/** The same of a PDF that this program made itself: one library serves all of them, until an error. */
export async function ownPageTexts(bytes: Uint8Array): Promise<string[]> {
  own ??= openLibrary();
  try {
    return await textsIn(await own, bytes);
  } catch (error) {
    own = undefined;
    throw error;
  }
}
