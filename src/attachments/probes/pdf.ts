// Reads a PDF through pdfium: whether it opens, what its pages show, and whom its text names.
import { inspectPdf, type PageSet, type PdfQuestion, type PdfReport } from '../../files/pdf/inspect.ts';
import type { Traits } from '../inventory-types.ts';
import type { Tell } from '../tell.ts';
import { leastSide } from './image.ts';
import type { LookFor, Opened } from './probe.ts';

type OpenedPdf = Extract<PdfReport, { is: 'opened' }>;

/** The pages of a set that says more of them. */
const pagesOf = ({ count, ranges }: PageSet): PageSet => ({ count, ranges });

/** What is wrong with the file as a whole: one cause, one finding. False when its pages need not be spoken of. */
function tellFile(file: string, report: OpenedPdf, tell: Tell): boolean {
  const { pages, damaged, unloadable, empty, restricted, cover } = report;
  const isSpoilt = damaged || unloadable !== undefined;
  const shown = pages - (unloadable?.count ?? 0) - (empty?.count ?? 0);
  if (restricted) tell('pdf-restricted', { file });
  if (shown <= 0) {
    tell(isSpoilt ? 'pdf-broken' : pages === 0 ? 'pdf-no-pages' : 'pdf-empty', { file });
    return false;
  }
  if (cover !== undefined) {
    tell('pdf-cover', { file, cover });
    return false;
  }
  if (isSpoilt) tell('pdf-damaged', { file, ...(unloadable ? { pages: unloadable } : {}) });
  else if (empty) tell('pdf-empty-pages', { file, pages: empty });
  return true;
}

function tellPages(file: string, report: OpenedPdf, tell: Tell): void {
  const { odd, sideways, coarse, blank, cutOff, strange } = report;
  if (cutOff) tell('pdf-picture-broken', { file, pages: cutOff });
  if (strange) tell('pdf-font-missing', { file, pages: pagesOf(strange), font: strange.font });
  if (odd) tell('pdf-paper', { file, pages: pagesOf(odd), width: odd.width, height: odd.height });
  if (sideways) tell('pdf-sideways', { file, pages: pagesOf(sideways), turned: sideways.turned });
  if (coarse)
    tell('pdf-coarse', { file, pages: pagesOf(coarse), dpi: coarse.dpi, side: coarse.side, least: leastSide });
  if (blank) tell('pdf-blank', { file, pages: blank });
}

const traitsOf = ({ pages, restricted, paper, rotation, text, mentions, unread, cut }: OpenedPdf): Traits => ({
  pages,
  ...(restricted ? { restricted } : {}),
  ...(paper ? { paper } : {}),
  ...(rotation === undefined ? {} : { rotation }),
  ...(text === undefined ? {} : { text }),
  ...(unread > 0 && !cut ? { unread } : {}),
  ...(mentions ? { mentions } : {}),
});

/** A Probe that needs no more of a file than its content, or else the open file of which it has only the beginning. */
export async function pdf(
  { source: file, content, pieces }: Pick<Opened, 'source' | 'content'> & Partial<Pick<Opened, 'pieces'>>,
  tell: Tell,
  { wanted, deep = false }: LookFor = {},
): Promise<Traits> {
  const question: PdfQuestion = { leastSide, deep, ...(wanted ? { wanted } : {}) };
  const isCut = pieces !== undefined && content.length < pieces.bytes;
  const report = await inspectPdf(isCut ? { fd: pieces.fd, bytes: pieces.bytes } : content, question);
  if (report.is === 'opened') {
    if (tellFile(file, report, tell)) tellPages(file, report, tell);
    const { seen, pages: all, cut: why } = report;
    if (why) tell('pdf-partly-seen', { file, seen, all, why });
    return traitsOf(report);
  }
  if (report.is === 'password') tell('pdf-password', { file });
  else if (report.is === 'locked') tell('pdf-locked', { file });
  else if (report.is === 'destroyed') tell('pdf-destroyed', { file });
  else if (report.is === 'broken') tell('pdf-broken', { file });
  else if (report.is === 'not inspected') tell('not-inspected', { file });
  else tell('pdf-too-heavy', { file });
  return {};
}
