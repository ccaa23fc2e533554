// What the standing of a source is called: every report says it, so that nobody takes a proposal for the law.
import type { Standing } from '../findings/finding.ts';
import type { Language } from '../findings/sentence.ts';

const names: Record<Language, Record<Standing, string>> = {
  zh: {
    seed: '来源原文',
    official: '官方文本',
    copy: '官方文本转载',
    standard: '国家标准',
    secondary: '第三方文本',
    proposal: '建议口径',
  },
  en: {
    seed: 'seed',
    official: 'official text',
    copy: 'official copy',
    standard: 'national standard',
    secondary: 'third-party text',
    proposal: 'our proposal',
  },
};

/** 来源原文, 官方文本转载 …; in English `seed`, `official copy` … */
export const standingName = (standing: Standing, language: Language): string => names[language][standing];
