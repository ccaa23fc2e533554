// What a code of the engine is about, in words that hold for each of its findings: for lists of rules.
import { areas, type Area as CodeArea } from '../findings/areas/index.ts';
import type { Language } from '../findings/sentence.ts';

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

/** Where a code stands that is told of as part of another area. */
const within: Partial<Record<CodeArea, Area>> = {
  document: 'document',
  sheet: 'sheet',
  dossier: 'dossier',
  season: 'dossier',
  earlier: 'dossier',
  form: 'form',
};

/** Definitions and bundles have no findings in a report of dossiers; what is left is about attached files. */
function areaOf(code: string): Area {
  const [area] = Object.entries(areas).find(([, codes]) => Object.hasOwn(codes, code)) ?? [];
  return within[area as CodeArea] ?? 'attachments';
}

/** A line and a sentence about an engine code: `附件：slot-empty`, and where the particulars stand. */
export function aboutCode(
  code: string,
  language: Language,
): { readonly area: string; readonly short: string; readonly full: string } {
  const area = names[language][areaOf(code)];
  return language === 'zh'
    ? { area, short: `${area}：${code}`, full: `zjtx 对${area}的检查。每一处的说明、依据和修正办法见结果。` }
    : {
        area,
        short: `${area}: ${code}`,
        full: `A check of zjtx (${area}). Each result says what, why and how to fix it.`,
      };
}
