// The sentence for a finding in a language: the engine's from the catalogue, a criterion's from its definition.
import { type Finding, isCriterion } from '../findings/finding.ts';
import { en } from './en/index.ts';
import type { Language, Words } from './message.ts';
import { zh } from './zh/index.ts';

const catalogues = { zh, en };
type Sentence = (args: unknown) => Words;

/** What is wrong and what to do, in `language`. */
export function wordsOf(finding: Finding, language: Language): Words {
  if (!isCriterion(finding)) return (catalogues[language][finding.code] as Sentence)(finding.args);
  const { title, hint, shown } = finding.criterion;
  const figures = shown === undefined ? '' : language === 'zh' ? `（${shown}）` : ` (${shown})`;
  const message = language === 'zh' ? `不符合：${title}${figures}` : `not met: ${title}${figures}`;
  return hint === undefined ? { message } : { message, hint };
}
