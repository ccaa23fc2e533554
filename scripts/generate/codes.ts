// The page of all codes of the engine: severity, what a finding says, what to do, in both languages.
import { areaOf, explainCode } from '../../src/advise/explain/lookup.ts';
import { type Code, codes } from '../../src/findings/areas/index.ts';
import type { Language } from '../../src/findings/sentence.ts';
import { explainWords } from '../../src/words/explain.ts';
import { reportWords } from '../../src/words/report.ts';
import { cell, code, made, table } from './markdown.ts';

const both = (say: (language: Language) => string): string => `${say('zh')}<br>${say('en')}`;

export function codesPage(): string {
  const known = Object.keys(codes) as Code[];
  const areas = [...new Set(known.map(areaOf))];
  const said = (one: Code, part: 'message' | 'hint') =>
    both((language) => {
      const [first] = explainCode(one, language).examples;
      return cell(first?.[part] ?? '—');
    });
  return `${[
    made,
    '# 问题代码 / Codes',
    `每个代码的严重程度、提示的例子、改法。命令行里：${code('zjtx explain 代码')}。`,
    `Severity, an example of the message, and what to do. On the command line: ${code('zjtx explain CODE')}.`,
    `申报条件的代码是它的编号，见[各类别](../categories/README.md)。The code of a criterion is its id: see the [categories](../categories/README.md).`,
    ...areas.flatMap((area) => [
      `## ${both((language) => explainWords(language).areas[area].name).replace('<br>', ' / ')}`,
      both((language) => explainWords(language).areas[area].why),
      table(
        ['代码 / code', '程度 / severity', '提示的例子 / message', '改法 / fix'],
        known
          .filter((one) => areaOf(one) === area)
          .map((one) => {
            const { severity, hard } = codes[one];
            const level = both((language) => reportWords(language).severity[severity]);
            return [
              code(one),
              hard ? `${level}<br>不能豁免 / no waiver` : level,
              said(one, 'message'),
              said(one, 'hint'),
            ];
          }),
      ),
    ]),
  ].join('\n\n')}\n`;
}
