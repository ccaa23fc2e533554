// Tells a file's type from its content, whatever its name says.
import { cfbKind, readCfb } from './cfb.ts';

const sameAs: Readonly<Record<string, string>> = { ai: 'pdf', apng: 'png' };

/** Readers accept a PDF whose mark stands this far in; file-type wants it at the very start. */
const pdfMarkWithin = 1024;

function fromText(start: string): string | undefined {
  if (start.includes('%PDF-')) return 'pdf';
  if (/<(!doctype html|html|head|meta|table)[\s>]/i.test(start)) return 'html';
  return start.length > 0 && !/[\u0000-\u0008\u000e-\u001f]/.test(start) ? 'txt' : undefined;
}

/**
 * The type of a content, or of its beginning: `pdf`, `jpg`, `docx`, `doc`, `rar` …; `encrypted` is Office with a
 * password, `cfb` a compound file that is damaged or none of Office; none when it shows no type.
 */
export async function formatOf(content: Uint8Array): Promise<string | undefined> {
  const { fileTypeFromBuffer } = await import('file-type');
  // It throws on contents that break off inside a header.
  const found = (await fileTypeFromBuffer(content).catch(() => undefined))?.ext;
  if (found === 'cfb') {
    const cfb = readCfb(content);
    return cfb === undefined ? 'cfb' : cfbKind(cfb);
  }
  if (found !== undefined) return sameAs[found] ?? found;
  return fromText(Buffer.from(content.subarray(0, pdfMarkWithin)).toString('latin1'));
}
