// Reads Word and Excel files of either kind: whether they are complete, have a password, or carry macros.
import { cfbKind, readCfb } from './cfb.ts';
import { isEncryptedDoc, xlsEncryption } from './cfb-encryption.ts';
import { readParts } from './office-parts.ts';
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
export const openXml: Probe = async (file, tell) => {
  const parts = hasZipEnd(file.content) ? await readParts(file.content) : undefined;
  if (parts === undefined) tell('file-broken', { file: file.source, extension: file.extension });
  else if (parts.macros) tell('file-macros-inside', { file: file.source });
  return {};
};

/** doc and xls. */
export const compound: Probe = (file, tell) => {
  const cfb = readCfb(file.content);
  if (cfb === undefined) return {};
  if (!cfb.isWhole) {
    tell('file-broken', { file: file.source, extension: file.extension });
    return {};
  }
  const kind = cfbKind(cfb);
  const encryption = kind === 'xls' ? xlsEncryption(cfb) : 'none';
  if (encryption === 'password' || (kind === 'doc' && isEncryptedDoc(cfb)))
    tell('file-password', { file: file.source });
  else if (encryption === 'unknown') tell('file-encrypted', { file: file.source });
  if (cfb.root.has('Macros') || cfb.root.has('_VBA_PROJECT_CUR')) tell('file-macros-inside', { file: file.source });
  return {};
};
