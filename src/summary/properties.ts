// Document properties without a clock: the same input gives the same bytes.
import { PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';

export type Properties = {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: readonly string[];
  /** `zjtx x.y.z` */
  readonly creator: string;
  /** As-of date, `2021-08-16`; both dates of the document become its midnight in +08:00. */
  readonly date: string;
};

/** What writes the file. */
export const PRODUCER = 'zjtx with pdf-lib';

/** Among the keywords of a document to look at. */
export const PREVIEW = '预览';

/** Writes the info dictionary, the language and the wish to see the title in the window's frame. */
export function writeProperties(document: PDFDocument, properties: Properties): void {
  const { context, catalog } = document;
  const date = PDFString.of(`D:${properties.date.replaceAll('-', '')}000000+08'00'`);
  const info = context.obj({
    Title: PDFHexString.fromText(properties.title),
    Author: PDFHexString.fromText(properties.author),
    Subject: PDFHexString.fromText(properties.subject),
    Keywords: PDFHexString.fromText(properties.keywords.join(', ')),
    Creator: PDFHexString.fromText(properties.creator),
    Producer: PDFString.of(PRODUCER),
    CreationDate: date,
    ModDate: date,
  });
  context.trailerInfo.Info = context.register(info);
  catalog.set(PDFName.of('Lang'), PDFString.of('zh-CN'));
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }));
}

/** Whether a file is a summary that was written to be looked at. */
export async function isPreview(bytes: Uint8Array): Promise<boolean> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const keywords = document.getKeywords()?.split(', ') ?? [];
    return document.getCreator()?.startsWith('zjtx ') === true && keywords.includes(PREVIEW);
  } catch {
    return false;
  }
}
