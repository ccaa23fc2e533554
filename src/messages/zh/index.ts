// The list of the engine's sentences in Chinese, by area.
import type { codes } from '../../findings/codes/index.ts';
import type { Messages } from '../message.ts';
import { attachment } from './attachments.ts';
import { bundle } from './bundle.ts';
import { content } from './contents.ts';
import { definition } from './definition.ts';
import { document } from './document.ts';
import { dossier } from './dossier.ts';
import { evidence } from './evidence.ts';
import { form } from './form.ts';
import { pdf } from './pdf.ts';
import { plausible } from './plausible.ts';
import { rows } from './rows.ts';
import { scans } from './scans.ts';
import { season } from './season.ts';
import { sheet } from './sheet.ts';
import { signatures } from './signatures.ts';
import { text } from './text.ts';

export const zh: Messages<typeof codes> = {
  ...document,
  ...text,
  ...dossier,
  ...season,
  ...form,
  ...plausible,
  ...rows,
  ...attachment,
  ...pdf,
  ...content,
  ...evidence,
  ...scans,
  ...definition,
  ...bundle,
  ...signatures,
  ...sheet,
};
