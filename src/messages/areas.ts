// What a code of the engine is about, in words that hold for each of its findings: for lists of rules.
import { documentCodes } from '../findings/codes/document.ts';
import { dossierCodes } from '../findings/codes/dossier.ts';
import { formCodes } from '../findings/codes/form.ts';
import { plausibleCodes } from '../findings/codes/plausible.ts';
import { rowCodes } from '../findings/codes/rows.ts';
import { seasonCodes } from '../findings/codes/season.ts';
import { sheetCodes } from '../findings/codes/sheet.ts';
import { textCodes } from '../findings/codes/text.ts';
import type { Language } from './message.ts';

type Area = 'document' | 'dossier' | 'form' | 'attachments' | 'sheet';

const names: Record<Language, Record<Area, string>> = {
  zh: { document: 'YAML 写法', dossier: '申报材料的结构', form: '填报内容', attachments: '附件', sheet: '工作簿' },
  en: {
    document: 'YAML syntax',
    dossier: 'structure of the dossier',
    form: 'the form',
    attachments: 'attachments',
    sheet: 'workbooks',
  },
};

/** Definitions and bundles have no findings in a report of dossiers; what is left is about attached files. */
function areaOf(code: string): Area {
  if (Object.hasOwn(documentCodes, code)) return 'document';
  if (Object.hasOwn(sheetCodes, code)) return 'sheet';
  if (Object.hasOwn(dossierCodes, code) || Object.hasOwn(seasonCodes, code)) return 'dossier';
  const ofForm = [formCodes, plausibleCodes, rowCodes, textCodes].some((codes) => Object.hasOwn(codes, code));
  return ofForm ? 'form' : 'attachments';
}

/** A line and a sentence about an engine code: `附件：slot-empty`, and where the particulars stand. */
export function aboutCode(
  code: string,
  language: Language,
): { readonly area: string; readonly short: string; readonly full: string } {
  const area = names[language][areaOf(code)];
  return language === 'zh'
    ? { area, short: `${area}：${code}`, full: `zjtx 对${area}的检查。每一处的说明、依据和改法见结果。` }
    : {
        area,
        short: `${area}: ${code}`,
        full: `A check of zjtx (${area}). Each result says what, why and how to fix it.`,
      };
}
