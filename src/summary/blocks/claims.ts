// Appendix three, second part: where each figure, row and title is proved, with links both ways (design.md A11).
import type { Assessment, ClaimShown } from '../../assessment.ts';
import { unspaced } from '../../characters/folds.ts';
import { text } from '../content.ts';
import type { Block } from '../setting.ts';
import type { Cell, Row } from '../table.ts';
import { TYPE } from '../tokens.ts';
import { dash, plainLabel } from '../words.ts';
import { noteAside, tabled } from './appendix.ts';
import { headRow } from './criteria.ts';

const COLUMNS = [8, 49, 11, 36, 14, 36, 16] as const;
const HEADS = ['序号', '事项', '年度', '数值或名称', '附件序号', '文件', '页码'];
const LEAST = 5.8;

/** Names of targets: a field or table of the form by its label, a file, and the first claim on a file. */
export const fieldIn = (label: string): string => `field ${unspaced(plainLabel(label))}`;
export const fileIn = (source: string): string => `file ${source}`;
export const claimOf = (source: string): string => `claim ${source}`;

const HEADING = '附三之二　佐证索引';
const NOTE = '表中数值、条目、称号在哪份附件的哪一页得到证明，由申报单位标明';

export const claims: Block = (setting) => {
  const { assessment } = setting;
  if (assessment.claims.length === 0) return;
  const numbers = numbersOf(assessment);
  tabled(setting, HEADING, noteAside(NOTE), [
    {
      columns: COLUMNS,
      pad: { x: 1.2, y: 0.75 },
      groups: assessment.claims.map((claim, index) => ({ rows: [rowOf(claim, index + 1, numbers.get(claim.file))] })),
      heads: () => [headRow(HEADS)],
    },
  ]);
};

/** Where each file is listed: the slot's number, or of a row's file the folder in which it stands in the bundle. */
function numbersOf({ inventory, form }: Assessment): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  for (const { order, files } of inventory.slots) {
    for (const { source } of files) numbers.set(source, [numbers.get(source), order].filter(Boolean).join('、'));
  }
  const items = form.sections.flatMap((section) => section.items);
  const tables = items.flatMap((item) => (item.kind === 'table' ? [item.id] : []));
  for (const { table, row, file } of inventory.rows) {
    if (!numbers.has(file.source)) numbers.set(file.source, `附证 ${tables.indexOf(table) + 1}-${row}`);
  }
  return numbers;
}

function rowOf({ what, year, value, file, pages }: ClaimShown, number: number, attachment: string | undefined): Row {
  const link = fileIn(file);
  const figure = value !== undefined && /^[−-]?[\d,.]+(?:%|\s|$)/.test(value);
  const name = file.split('/').at(-1) ?? file;
  const cells: Cell[] = [
    { pad: 0.4, content: text(String(number), TYPE.small, 'center'), targets: [claimOf(file)] },
    { content: text(what, TYPE.smallText), link: fieldIn(what) },
    { pad: 0.4, content: year === undefined ? dash(TYPE.small, 'center') : text(String(year), TYPE.small, 'center') },
    {
      content:
        value === undefined
          ? dash(TYPE.small)
          : text(value, figure ? TYPE.small : TYPE.smallText, figure ? 'right' : 'left'),
    },
    {
      pad: 0.4,
      content: attachment === undefined ? dash(TYPE.small, 'center') : text(attachment, TYPE.small, 'center'),
      link,
    },
    { content: text(name, TYPE.small, 'left', { anywhere: true }), link },
    { content: pages === undefined ? dash(TYPE.small) : text(pages, TYPE.small) },
  ];
  return { least: LEAST, cells: cells.map((cell) => ({ ...cell, field: what })) };
}
