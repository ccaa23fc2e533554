// Tells whether an old Word or Excel file is encrypted, from the first bytes of its main stream.
import type { Cfb } from './cfb.ts';
import { viewOf } from './probe.ts';

const wordFlags = 10;
const isEncryptedFlag = 0x0100;

/** Word says so in its first record. */
export function isEncryptedDoc(cfb: Cfb): boolean {
  const head = cfb.headOf('WordDocument');
  if (head === undefined || head.length < wordFlags + 2) return false;
  return (viewOf(head).getUint16(wordFlags, true) & isEncryptedFlag) !== 0;
}

const passwordRecord = 0x2f;

/** Excel has a record for it near the start; workbooks whose structure is protected have it too, and open without. */
export function isEncryptedXls(cfb: Cfb): boolean {
  const head = cfb.headOf('Workbook') ?? cfb.headOf('Book');
  if (head === undefined) return false;
  const view = viewOf(head);
  for (let at = 0; at + 4 <= head.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === passwordRecord) return true;
  }
  return false;
}
