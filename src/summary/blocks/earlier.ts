// Appendix six, only of a preview that is held against earlier filings: what was filed, what stands now, and the reason.
import { type EngineFinding, type Finding, isCriterion } from '../../findings/finding.ts';
import { wordsOf } from '../../words/of-finding.ts';
import { type Content, text } from '../content.ts';
import type { Block } from '../setting.ts';
import type { Row } from '../table.ts';
import { TYPE } from '../tokens.ts';
import { dash, grouped } from '../words.ts';
import { noteAside, tabled } from './appendix.ts';
import { headRow } from './criteria.ts';

const COLUMNS = [8, 56, 34, 34, 38] as const;
const HEADS = ['序号', '事项', '以前申报', '现在', '理由（豁免所写）'];
const HEADING = '附六　与以前申报对照';
const NOTE = '只在预览中；申报材料包里没有这一页，因为包里没有以前的申报，收件人无从核对';

export const earlier: Block = (setting) => {
  const { assessment } = setting;
  const found = assessment.findings.filter(
    (finding): finding is EngineFinding => !isCriterion(finding) && /^(?:earlier|returned)-/.test(finding.code),
  );
  if (found.length === 0) return;
  tabled(setting, HEADING, noteAside(NOTE), [
    {
      columns: COLUMNS,
      pad: { x: 1.2, y: 0.75 },
      groups: found.map((finding, index) => ({ rows: [rowOf(finding, index + 1)] })),
      heads: () => [headRow(HEADS)],
    },
  ]);
};

/** What was, what is, and what it is about, where the finding is of one value; else its sentence. */
function sidesOf(finding: Finding): { readonly what: string; readonly before?: string; readonly now?: string } {
  const what = wordsOf(finding, 'zh').message;
  if (isCriterion(finding)) return { what };
  switch (finding.code) {
    case 'earlier-figure': {
      const { field, year, before, now } = finding.args;
      return { what: `${field} ${year} 年`, before: grouped(before), now: grouped(now) };
    }
    case 'earlier-value': {
      const { field, before, now } = finding.args;
      return { what: field, before, now };
    }
    case 'earlier-name': {
      const { before, now } = finding.args;
      return { what: '企业名称', before, now };
    }
    case 'earlier-title':
      return { what: '称号', before: finding.args.title, now: '没有' };
    case 'earlier-right': {
      const { table, numbers } = finding.args;
      return { what: table, before: numbers.join('、'), now: '没有' };
    }
    default:
      return { what };
  }
}

function rowOf(finding: EngineFinding, number: number): Row {
  const { what, before, now } = sidesOf(finding);
  const cell = (value: string | undefined): Content =>
    value === undefined ? dash(TYPE.small) : text(value, TYPE.smallText, 'left', { anywhere: true });
  const needsReason = finding.severity !== 'note' && finding.waived === undefined;
  return {
    least: 5.8,
    cells: [
      { pad: 0.4, content: text(String(number), TYPE.small, 'center') },
      { content: text(what, TYPE.smallText) },
      { content: cell(before) },
      { content: cell(now) },
      { content: needsReason ? text('未写', TYPE.smallText) : cell(finding.waived?.reason) },
    ].map((one) => ({ ...one, field: what })),
  };
}
