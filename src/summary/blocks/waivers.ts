// Appendix five, only where there is something to say: findings accepted on purpose, and what a person attested.
import type { ChecklistItem } from '../../assessment.ts';
import type { Finding } from '../../findings/finding.ts';
import { wordsOf } from '../../words/of-finding.ts';
import { type Content, text } from '../content.ts';
import type { Block } from '../setting.ts';
import type { Row, Table } from '../table.ts';
import { breakAfter } from '../text.ts';
import { type Style, TYPE } from '../tokens.ts';
import { noteAside, tabled } from './appendix.ts';
import { headRow } from './criteria.ts';

const WAIVED = { columns: [8, 64, 50, 28, 20], heads: ['序号', '豁免的问题', '理由', '豁免人', '有效期至'] };
const ATTESTED = { columns: [8, 114, 28, 20], heads: ['序号', '人工确认的事项', '确认人', '日期'] };

const HEADING = '附五　豁免与确认';

export const waivers: Block = (setting) => {
  const { assessment } = setting;
  const waived = assessment.findings.filter((finding) => finding.waived !== undefined);
  const attested = assessment.checklist.filter((item) => item.attested !== undefined);
  if (waived.length === 0 && attested.length === 0) return;
  const table = ({ columns, heads }: typeof WAIVED, rows: Row[]): Table[] =>
    rows.length === 0
      ? []
      : [
          {
            columns,
            pad: { x: 1.4, y: 0.75 },
            groups: rows.map((row) => ({ rows: [row] })),
            heads: () => [headRow(heads)],
          },
        ];
  tabled(setting, HEADING, noteAside(''), [
    ...table(WAIVED, waived.map(waivedRow)),
    ...table(ATTESTED, attested.map(attestedRow)),
  ]);
};

const rowOf = (number: number, values: readonly (readonly [string | Content, Style])[]): Row => ({
  least: 5.8,
  cells: [
    { pad: 0.4, content: text(String(number), TYPE.small, 'center') },
    ...values.map(([value, style]) => ({
      content: typeof value === 'string' ? text(value, style) : value,
      field: '豁免与确认',
    })),
  ],
});

/** Who signs, office and name: a name is not broken where it has room on a line of its own. */
const signer =
  (by: string): Content =>
  (fonts, width) =>
    text(breakAfter(fonts, by, by.includes('、') ? '、' : ' ', TYPE.smallText, width), TYPE.smallText)(fonts, width);

const waivedRow = (finding: Finding, index: number): Row =>
  rowOf(index + 1, [
    [wordsOf(finding, 'zh').message, TYPE.smallText],
    [finding.waived?.reason ?? '', TYPE.smallText],
    [signer(finding.waived?.by ?? ''), TYPE.smallText],
    [finding.waived?.until ?? '', TYPE.small],
  ]);

const attestedRow = (item: ChecklistItem, index: number): Row =>
  rowOf(index + 1, [
    [item.text, TYPE.smallText],
    [signer(item.attested?.by ?? ''), TYPE.smallText],
    [item.attested?.on ?? '', TYPE.small],
  ]);
