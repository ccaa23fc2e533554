// Appendix two, third part: the market share worked out by year and region, and a statement of it for the enterprise to check, sign and seal.
import type { Assessment } from '../../assessment.ts';
import { amountOf, marketWords, sourceOf, statementOf } from '../../words/market.ts';
import { stack, text } from '../content.ts';
import { APPLICANT, SIGNING, signing } from '../paper/back.ts';
import type { Block } from '../setting.ts';
import type { Row } from '../table.ts';
import { placeTable } from '../table-break.ts';
import { TYPE } from '../tokens.ts';
import { again, noteAside, tabled } from './appendix.ts';
import { headRow } from './criteria.ts';

type Market = NonNullable<Assessment['market']>;

const COLUMNS = [14, 14, 32, 28, 24, 16, 42] as const;
const REGIONS = [14, 28, 56, 36, 36] as const;
const STATEMENT = [170] as const;
const HEADING = '附二之三　市场占有率测算和说明';
const NOTE = '说明由本程序按所填数据生成，企业核对、修改后签章使用；主管部门印发格式的，以印发的为准';

const words = marketWords('zh');
const { scope, year, size, sales, share, rank, source, area, region, part } = words.heads;
const HEADS = [scope, year, size, sales, share, rank, source];
const pad = { x: 1.2, y: 0.75 };

export const market: Block = (setting) => {
  const { flow, assessment } = setting;
  const sheet = assessment.market;
  if (sheet === undefined) return;
  const heading = () => again(setting, HEADING);
  tabled(setting, HEADING, noteAside(NOTE), [
    {
      columns: COLUMNS,
      pad,
      groups: sheet.rows.map((row) => ({ rows: [rowOf(row)] })),
      heads: () => [headRow(HEADS)],
    },
  ]);
  if (sheet.regions.length > 0) {
    flow.gap(2);
    placeTable(flow, {
      columns: REGIONS,
      pad,
      groups: sheet.regions.map((one) => ({ rows: [regionOf(one)] })),
      heads: () => [headRow([year, area, region, sales, part])],
      again: heading,
    });
  }
  const said = stack(
    statementOf(assessment.enterprise, sheet).map((line, at) =>
      text(line, at === 0 ? TYPE.tableTitle : TYPE.smallText),
    ),
    0.6,
  );
  flow.gap(2);
  // A seal stands below what it is put to.
  flow.need(said(flow.fonts, STATEMENT[0] - 2 * pad.x).height + SIGNING + 8);
  placeTable(flow, {
    columns: STATEMENT,
    pad,
    groups: [{ rows: [named([{ content: said }])] }],
    again: heading,
  });
  flow.gap(4);
  flow.need(SIGNING);
  signing(flow, APPLICANT, flow.y);
  flow.y += SIGNING;
};

const named = (cells: Row['cells']): Row => ({ least: 5.8, cells: cells.map((cell) => ({ ...cell, field: HEADING })) });

const rowOf = (row: Market['rows'][number]): Row =>
  named([
    { content: text(row.scope || '—', TYPE.smallText) },
    { content: text(row.year || '—', TYPE.small, 'center') },
    { content: text(amountOf(row.size), TYPE.small, 'right') },
    { content: text(amountOf(row.sales), TYPE.small, 'right') },
    { content: text(row.share ?? '—', TYPE.small, 'right') },
    { content: text(row.rank ?? '—', TYPE.small, 'center') },
    { content: text(sourceOf(row, words) || '—', TYPE.smallText) },
  ]);

const regionOf = (one: Market['regions'][number]): Row =>
  named([
    { content: text(one.year || '—', TYPE.small, 'center') },
    { content: text(one.area || '—', TYPE.smallText) },
    { content: text(one.place || '—', TYPE.smallText) },
    { content: text(amountOf(one.sales), TYPE.small, 'right') },
    { content: text(one.part ?? '—', TYPE.small, 'right') },
  ]);
