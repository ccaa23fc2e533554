// The list of sample arguments, by area of the catalogue.
import type { codes } from '../codes/index.ts';
import { attachmentSamples } from './attachments.ts';
import { bundleSamples } from './bundle.ts';
import { contentSamples } from './contents.ts';
import { definitionSamples } from './definition.ts';
import { documentSamples } from './document.ts';
import { dossierSamples } from './dossier.ts';
import { evidenceSamples } from './evidence.ts';
import { formSamples } from './form.ts';
import { pdfSamples } from './pdf.ts';
import { plausibleSamples } from './plausible.ts';
import { rowSamples } from './rows.ts';
import type { Samples } from './samples.ts';
import { scanSamples } from './scans.ts';
import { seasonSamples } from './season.ts';
import { sheetSamples } from './sheet.ts';
import { signatureSamples } from './signatures.ts';
import { textSamples } from './text.ts';

export const samples: Samples<typeof codes> = {
  ...documentSamples,
  ...textSamples,
  ...dossierSamples,
  ...seasonSamples,
  ...formSamples,
  ...plausibleSamples,
  ...rowSamples,
  ...attachmentSamples,
  ...pdfSamples,
  ...contentSamples,
  ...evidenceSamples,
  ...scanSamples,
  ...definitionSamples,
  ...bundleSamples,
  ...signatureSamples,
  ...sheetSamples,
};
