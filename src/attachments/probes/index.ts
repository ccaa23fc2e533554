// The list of probes, by the type that a file's content shows.
import { jpeg } from './jpeg.ts';
import { compound, openXml } from './office.ts';
import { pdf } from './pdf.ts';
import { png } from './png.ts';
import type { Probe } from './probe.ts';
import { rar } from './rar.ts';

export const probes: Readonly<Record<string, Probe>> = {
  pdf,
  png,
  jpg: jpeg,
  docx: openXml,
  xlsx: openXml,
  pptx: openXml,
  doc: compound,
  xls: compound,
  ppt: compound,
  rar,
};

/** Formats whose probe reads the file piece by piece, and never needs it whole. */
export const readByPieces: ReadonlySet<string> = new Set(['jpg', 'rar']);
