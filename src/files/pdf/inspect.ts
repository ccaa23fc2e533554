// Looks into a PDF of a dossier on a thread of its own, which is ended when a file has made it run away.
import { patience, threadOf } from '../thread.ts';
import type { PdfQuestion, PdfReport } from './report.ts';

const thread = threadOf<PdfReport>(new URL('./worker.js', import.meta.url));

/** Starts the thread ahead of the first PDF, so that loading pdfium costs no time of its own. */
export const warmUp = (): void => thread.warmUp();

/**
 * What a PDF is. The bytes are handed over to the thread and cannot be used afterwards. One file at a time; the thread
 * is used again for the next. `limit` in ms of work, for what has run away. Throws when the thread cannot be started at
 * all.
 */
export async function inspectPdf(
  bytes: Uint8Array<ArrayBuffer>,
  question: PdfQuestion,
  limit = question.deep ? 10 * patience : patience,
): Promise<PdfReport> {
  const outcome = await thread.ask({ ...question, bytes }, limit, [bytes.buffer]);
  return outcome.is === 'answered' ? outcome.report : { is: 'not inspected' };
}
