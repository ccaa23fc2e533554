// Appendix two, third part: the market share worked out from what it rests on, and a statement of it for the enterprise to check.
import type { Assessment, FilledField, FilledTable } from '../../assessment.ts';
import { Decimal, thousands } from '../../expression/decimal.ts';
import { stack, text } from '../content.ts';
import type { Block } from '../setting.ts';
import type { Row } from '../table.ts';
import { placeTable } from '../table-break.ts';
import { TYPE } from '../tokens.ts';
import { again, appendix, noteAside } from './appendix.ts';
import { headRow } from './criteria.ts';

const COLUMNS = [14, 14, 32, 28, 24, 16, 42] as const;
const HEADS = ['范围', '年度', '细分市场规模(万元)', '本企业销售额(万元)', '占有率(%)', '排名', '来源或推导'];
const HEADING = '附二之三　市场占有率测算和说明';
const NOTE = '说明由本程序按所填数据生成，企业核对、修改后签章使用；主管部门印发格式的，以印发的为准';

type Basis = Readonly<Record<string, string>>;

const itemsOf = ({ form }: Assessment): readonly (FilledField | FilledTable)[] =>
  form.sections.flatMap((section) => section.items);

/** What the form says of a fact, in few words. */
function saidOf(assessment: Assessment, fact: string): string {
  const field = itemsOf(assessment).find((item): item is FilledField => item.kind === 'field' && item.fact === fact);
  const value = field?.value;
  return value?.kind === 'text' ? value.text : value?.kind === 'number' ? value.source : '';
}

const figure = (written: string | undefined): Decimal | undefined =>
  written !== undefined && /^\d+(?:\.\d+)?$/.test(written) ? new Decimal(written) : undefined;

const amount = (written: string | undefined): string => {
  const value = figure(written);
  return value === undefined ? '—' : thousands(value.toFixed(Math.max(2, value.decimalPlaces())));
};

/** Two places, half up; nothing where it cannot be worked out. */
function shareOf({ size, sales }: Basis): string | undefined {
  const [whole, part] = [figure(size), figure(sales)];
  return whole === undefined || part === undefined || whole.isZero()
    ? undefined
    : part.div(whole).times(100).toFixed(2);
}

export const market: Block = (setting) => {
  const { flow, assessment } = setting;
  const table = itemsOf(assessment).find(
    (item): item is FilledTable => item.kind === 'table' && item.id === 'market_basis',
  );
  const rows = table?.rows.map(({ cells }) => cells) ?? [];
  if (rows.length === 0) return;
  appendix(setting, HEADING, noteAside(NOTE), 34);
  const statement: Row = {
    least: 5.8,
    cells: [
      {
        span: COLUMNS.length,
        content: stack(statementOf(assessment, rows).map((line) => text(line, TYPE.smallText))),
        field: HEADING,
      },
    ],
  };
  placeTable(flow, {
    columns: COLUMNS,
    pad: { x: 1.2, y: 0.75 },
    groups: [...rows.map((row) => ({ rows: [rowOf(row)] })), { rows: [statement] }],
    heads: () => [headRow(HEADS)],
    again: () => again(setting, HEADING),
  });
};

const rowOf = (row: Basis): Row => ({
  least: 5.8,
  cells: [
    { content: text(row.scope ?? '—', TYPE.smallText) },
    { content: text(row.year ?? '—', TYPE.small, 'center') },
    { content: text(amount(row.size), TYPE.small, 'right') },
    { content: text(amount(row.sales), TYPE.small, 'right') },
    { content: text(shareOf(row) ?? '—', TYPE.small, 'right') },
    { content: text(row.rank ?? '—', TYPE.small, 'center') },
    {
      content: text(
        [row.source, row.rank_source && `排名：${row.rank_source}`].filter(Boolean).join('；') || '—',
        TYPE.smallText,
      ),
    },
  ].map((cell) => ({ ...cell, field: HEADING })),
});

/** Plain facts in a row: what the product is, then a sentence a year, then what the form states. */
function statementOf(assessment: Assessment, rows: readonly Basis[]): readonly string[] {
  const [product, code, segment, share, rank] = [
    'main_product',
    'main_product_code',
    'market_segment',
    'share_national',
    'share_rank_national',
  ].map((fact) => saidOf(assessment, fact));
  const named = code ? `${product}（产品类别代码 ${code}）` : product;
  const years = rows.map((row) => {
    const worked = shareOf(row);
    const figures = `${row.year ?? '—'} 年${row.scope ?? ''}细分市场规模 ${amount(row.size)} 万元（来源或推导：${row.source || '未填'}），本企业销售额 ${amount(row.sales)} 万元`;
    const result =
      worked === undefined
        ? '，不能算出占有率'
        : `，占有率 ${amount(row.sales)} ÷ ${amount(row.size)} × 100 = ${worked}%`;
    const ranked = row.rank ? `，排名第 ${row.rank}（依据：${row.rank_source || '未填'}）` : '';
    return `${figures}${result}${ranked}。`;
  });
  const main = assessment.metrics.find(({ id }) => id === 'main_product_share')?.outcome;
  const part = main?.is === 'value' ? [`主导产品收入占营业收入比重 ${main.shown}%。`] : [];
  const stated = [share ? `占有率 ${share}%` : '', rank ? `国内排名第 ${rank}` : ''].filter((one) => one !== '');
  return [
    `市场占有率说明（由本程序生成，待企业核对）`,
    `${assessment.enterprise}的主导产品为${named || '（未填）'}，所属细分市场为${segment || '（未填）'}。`,
    ...years,
    ...part,
    ...(stated.length === 0 ? [] : [`申报表所填：${stated.join('，')}。`]),
  ];
}
