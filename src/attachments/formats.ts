// Which content belongs to which extension, and what it means when another one is found.
import { hasZipEnd } from './probes/office.ts';
import type { Opened } from './probes/probe.ts';
import type { Tell } from './tell.ts';

/** Extensions whose content has no mark of its own are not in the list and are not compared. */
const formats: Readonly<Record<string, string>> = {
  jpg: 'jpg',
  jpeg: 'jpg',
  png: 'png',
  gif: 'gif',
  bmp: 'bmp',
  tif: 'tif',
  tiff: 'tif',
  webp: 'webp',
  pdf: 'pdf',
  doc: 'doc',
  docx: 'docx',
  wps: 'doc',
  xls: 'xls',
  xlsx: 'xlsx',
  et: 'xls',
  ppt: 'ppt',
  pptx: 'pptx',
  dps: 'ppt',
  ofd: 'zip',
  rar: 'rar',
  zip: 'zip',
  '7z': '7z',
};

const withMacros: Readonly<Record<string, readonly string[]>> = {
  docx: ['docm', 'dotm'],
  xlsx: ['xlsm', 'xltm'],
  pptx: ['pptm', 'potm'],
};

const compound = ['doc', 'xls', 'ppt'];

/** The type that files of an extension must show; none when it has no mark. */
export const wantedFormat = (extension: string): string | undefined => formats[extension];

/** Whether the content is what the extension says; says what it is instead. */
export function isAsNamed(file: Opened, found: string | undefined, tell: Tell): boolean {
  const { source, extension } = file;
  const wanted = wantedFormat(extension);
  if (wanted === undefined || wanted === found) return true;
  const isXml = wanted in withMacros;
  const isOffice = isXml || compound.includes(wanted);
  if (isOffice && found === 'encrypted') tell('file-password', { file: source });
  else if (compound.includes(wanted) && found === 'cfb') tell('file-broken', { file: source, extension });
  else if (isXml && found === 'zip' && !hasZipEnd(file.content)) tell('file-broken', { file: source, extension });
  else if (found !== undefined && withMacros[wanted]?.includes(found))
    tell('file-macros', { file: source, extension, found });
  else tell('file-content-differs', { file: source, extension, ...(found === undefined ? {} : { found }) });
  return false;
}
