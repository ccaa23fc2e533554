// Reads Word and Excel files of either kind: whether they are complete, have a password, or carry macros.
import { cfbKind, readCfb } from './cfb.ts';
import { isEncryptedDoc, isEncryptedXls } from './cfb-encryption.ts';
import { type Probe, viewOf } from './probe.ts';

const endSignature = 0x06054b50;
const endLength = 22;
const longestComment = 65_535;

/** Whether a zip still has its directory at the end: cut off files have lost it. */
export function hasZipEnd(content: Uint8Array): boolean {
  const view = viewOf(content);
  const last = content.length - endLength;
  for (let at = last; at >= 0 && at >= last - longestComment; at -= 1) {
    if (view.getUint32(at, true) === endSignature) {
      return view.getUint32(at + 12, true) + view.getUint32(at + 16, true) <= at;
    }
  }
  return false;
}

/** docx and xlsx. */
export const openXml: Probe = (file, tell) => {
  if (!hasZipEnd(file.content)) tell('file-broken', { file: file.source, extension: file.extension });
  return {};
};

/** doc and xls. */
export const compound: Probe = (file, tell) => {
  const cfb = readCfb(file.content);
  if (cfb === undefined) return {};
  const kind = cfbKind(cfb);
  if (kind === 'doc' && isEncryptedDoc(cfb)) tell('file-password', { file: file.source });
  else if (kind === 'xls' && isEncryptedXls(cfb)) tell('file-encrypted', { file: file.source });
  if (cfb.root.has('Macros') || cfb.root.has('_VBA_PROJECT_CUR')) tell('file-macros-inside', { file: file.source });
  return {};
};
