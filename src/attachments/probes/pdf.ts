// Reads a PDF through pdfium: whether it opens, how many pages it has, whether it has text.
import { inspectPdf, patience } from '../../pdf/inspect.ts';
import type { Traits } from '../inventory-types.ts';
import type { Probe } from './probe.ts';

export const pdf: Probe = async (file, tell): Promise<Traits> => {
  const report = await inspectPdf(file.content);
  if (report.is === 'opened') {
    if (report.pages === 0) tell('pdf-no-pages', { file: file.source });
    else if (report.restricted) tell('pdf-restricted', { file: file.source });
    const { pages, restricted, text } = report;
    return { pages, ...(restricted ? { restricted } : {}), ...(text === undefined ? {} : { text }) };
  }
  if (report.is === 'password') tell('pdf-password', { file: file.source });
  else if (report.is === 'broken') tell('pdf-broken', { file: file.source });
  else tell('probe-timeout', { file: file.source, seconds: patience / 1000 });
  return {};
};
