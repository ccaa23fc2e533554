// Carries the layers of PDFs over into one of their pages: what is switched off there stays switched off.
import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObjectCopier, PDFRef } from 'pdf-lib';

/** The layers of a file, as copies; `automatic` says by itself which show on a screen and which on paper. */
export type Layers = { readonly all: PDFArray; readonly off: PDFArray; readonly automatic?: PDFArray };

const [allKey, shownKey, offKey, automaticKey] = ['OCGs', 'D', 'OFF', 'AS'].map((key) => PDFName.of(key)) as [
  PDFName,
  PDFName,
  PDFName,
  PDFName,
];

const listIn = (dict: PDFDict, key: PDFName): PDFArray | undefined => {
  const list = dict.lookup(key);
  return list instanceof PDFArray ? list : undefined;
};

/**
 * The layers of a document and which of them are off (ISO 32000-1, 8.11.4): that stands in its catalogue, which a copy of
 * its pages does not have. `copier` is the one that copies the pages.
 */
export function layersOf(document: PDFDocument, copier: PDFObjectCopier): Layers | undefined {
  const properties = document.catalog.lookup(PDFName.of('OCProperties'));
  const all = properties instanceof PDFDict ? listIn(properties, allKey) : undefined;
  if (!(properties instanceof PDFDict) || all === undefined) return undefined;
  const shown = properties.lookup(shownKey);
  const config = shown instanceof PDFDict ? shown : PDFDict.withContext(document.context);
  const base = config.lookup(PDFName.of('BaseState'));
  const named = listIn(config, base === PDFName.of('OFF') ? PDFName.of('ON') : offKey)?.asArray() ?? [];
  const off = base === PDFName.of('OFF') ? all.asArray().filter((layer) => !named.includes(layer)) : named;
  const automatic = listIn(config, automaticKey);
  const list = PDFArray.withContext(document.context);
  for (const layer of off) if (layer instanceof PDFRef) list.push(layer);
  return {
    all: copier.copy(all),
    off: copier.copy(list),
    ...(automatic === undefined ? {} : { automatic: copier.copy(automatic) }),
  };
}

/** Writes the layers of all files into the catalogue of the document that has their pages. */
export function addLayers({ context, catalog }: PDFDocument, layers: readonly Layers[]): void {
  if (layers.length === 0) return;
  const joined = (key: keyof Layers) => context.obj(layers.flatMap((one) => one[key]?.asArray() ?? []));
  catalog.set(
    PDFName.of('OCProperties'),
    context.obj({
      OCGs: joined('all'),
      D: { Order: joined('all'), OFF: joined('off'), AS: joined('automatic') },
    }),
  );
}
