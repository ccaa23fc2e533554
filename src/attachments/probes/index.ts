// The list of formats, by the type that a file's content shows: the extensions of each, and the probe that reads it.
import { jpeg } from './jpeg.ts';
import { compound, openXml } from './office.ts';
import { pdf } from './pdf.ts';
import { png } from './png.ts';
import type { Format } from './probe.ts';
import { rar } from './rar.ts';

export const formats: Readonly<Record<string, Format>> = {
  jpg: { extensions: ['jpg', 'jpeg'], probe: jpeg, byPieces: true },
  png: { extensions: ['png'], probe: png },
  gif: { extensions: ['gif'] },
  bmp: { extensions: ['bmp'] },
  tif: { extensions: ['tif', 'tiff'] },
  webp: { extensions: ['webp'] },
  pdf: { extensions: ['pdf'], probe: pdf, surely: '%PDF-' },
  doc: { extensions: ['doc', 'wps'], probe: compound },
  docx: { extensions: ['docx'], probe: openXml },
  xls: { extensions: ['xls', 'et'], probe: compound },
  xlsx: { extensions: ['xlsx'], probe: openXml },
  ppt: { extensions: ['ppt', 'dps'], probe: compound },
  pptx: { extensions: ['pptx'], probe: openXml },
  ofd: { extensions: ['ofd'] },
  rar: { extensions: ['rar'], probe: rar, byPieces: true },
  zip: { extensions: ['zip'] },
  '7z': { extensions: ['7z'] },
};
