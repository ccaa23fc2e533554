// Tells what stands in a row's place but is nothing to count: a total, a remark, a signature, a head, or a word for “none”.
import { seen } from '../../characters/folds.ts';
import type { MapNode, Node, Range } from '../../document/node.ts';
import { names } from '../keys.ts';
import type { OpenedColumn } from '../opened.ts';
import { isEmpty } from '../types/type.ts';

/** What a text is that names nothing. */
export type NoEntry = 'none' | 'total' | 'remark' | 'signature';

/** Without the brackets around it and the mark at its end: `(无)。` */
const bare = (text: string): string =>
  seen(text)
    .replace(/^[([{<【《“"'「]+|(?<![)\]}>】》”"'」。.;；,，、!！])[)\]}>】》”"'」。.;；,，、!！]+$/gu, '')
    .toLowerCase();

/** Words and signs for “none”, in lower case, as a pattern. */
export const noneShape =
  '[暂尚]?无(?:记录|数据|内容|此项)?|没有|暂缺|不适用|不涉及|空|[\\-—–―‐_~\\/\\\\*×·.。…]+|0|n\\/?a|none|nil|null';
const none = new RegExp(`^(?:${noneShape})$`, 'u');
const total =
  /^(?:(?:以上|本页|本表|全部)?(?:合计|小计|总计|共计|累计|总数)(?:数|件数|项数|数量|金额)?(?=$|[^\p{L}])|(?:以上)?(?:合计|总计|共计|共有?)\d+[项件个份家名人](?:$|[^\p{L}])|(?:sub)?total(?=$|[^\p{L}]))/u;
const remark = /^(?:(?:备注|附注|注释?|说明|填表说明|注意)\d*(?:$|[:.、])|[※*]|以下空白$|以下无正文$)/u;
const signature =
  /^(?:填表|制表|填报|审核|经办|编制|复核|联系|负责|签字)(?:人|单位|部门|日期|时间)(?:签字|签名|盖章)?(?:\(.*\))?(?::|$)/u;

/** What a name is when it names nothing; nothing when it may be a name. Whole texts only: 无刷电机 is a product. */
export function noEntry(text: string): NoEntry | undefined {
  const opened = seen(text)
    .replace(/^[([{<【]+/u, '')
    .toLowerCase();
  const inside = bare(text);
  if (inside === '' || none.test(inside)) return 'none';
  if (total.test(opened)) return 'total';
  if (remark.test(opened)) return 'remark';
  return signature.test(opened) ? 'signature' : undefined;
}

/** What stands for an answer still to come, or sends the reader elsewhere; in lower case, of at most one line. */
const placeholder = new RegExp(
  `^(?:${[
    '待(?:补充?|填[写报]?|定|完善|核[实对]|确认|查|提供|更新|续)',
    '(?:[尚暂]?未|还没|没)(?:填写?|补充|提供)',
    '(?:请|需要?|此处)(?:填写?|补充|输入|略).{0,20}',
    '[请可]?[参详]?[见看](?:附|证书|上|下|左|右|后|简介|说明|申[请报]书|佐证|扫描件|审计报告|营业执照).{0,12}',
    '(?:稍|随|以|之)?后(?:再)?(?:附|补充?|填写?|续补充?)|[另随]附|附后|另行?(?:提供|报送?|填写?)',
    '(?:[暂尚]时?|目前|还|仍|仍然)?(?:不太?|没有?|未)(?:清楚?|知道?|详|明确?|确定|了解|定|想好)|记不(?:清楚?|得)|忘(?:了|记)',
    '暂定|无法(?:确认|提供|核实|填写)',
    '(?:需要?|须|再)(?:核[实对]|确认|查).{0,8}|[问找]财务.{0,6}',
    '同(?:营业执照|执照|证书|去年|上年度?|往年)|按(?:照)?(?:营业)?执照(?:填写?)?',
    '某某.{0,10}|略|占位|请选择|x{2,}|\\?+',
    'tb[acd]|todo|unknown|not ?(?:known|sure)|see(?:above|below|attach|annex).{0,12}',
  ].join('|')})$`,
  'u',
);

const sameAgain = /^(?:同[上左前右]|如上|〃)$/u;

/**
 * Whether a text only holds the place of an answer: 待补充, XXX, 见附件, and 同上 but in a row, where it says which.
 * Whole texts only: 见习基地 is a name.
 */
export function isPlaceholder(text: string, inRow = false): boolean {
  const said = bare(text);
  return placeholder.test(said) || (!inRow && sameAgain.test(said));
}

const steps = '申请|申报|办理|认证|注册|受理|审核|审查|评审|公示|筹建|建设|开发|变更';
const pending = new RegExp(
  `^.{0,20}(?:(?:${steps})(?:之|过程)?中|(?:正在|拟|准备|计划)(?:${steps}).{0,8})$|^待(?:颁发|下发|发证|取得|批准|审批|认定|评审|公示)$`,
  'u',
);

/** Whether a text says of what is asked for that it is still to come: 商标申请中 names no brand, 办理中 is no number. */
export const isPending = (text: string): boolean => pending.test(bare(text));

/** Whether a text only holds the place of a reason or a name, or says that there is none. */
export const holdsNothing = (text: string): boolean => isPlaceholder(text) || noEntry(text) === 'none';

/** Whether a text cannot be the name of an enterprise: it holds the place, says that there is none, or is one sign. */
export const namesNobody = (text: string): boolean =>
  isPlaceholder(text) || noEntry(text) !== undefined || [...bare(text)].length < 2;

/** A row that is no row: what it is, and the cell that shows it. */
export type Unentered = {
  /** `nameless`: its name says that there is none, the rest of the row says something. */
  readonly is: NoEntry | 'heading' | 'nameless' | 'empty';
  readonly written: string;
  readonly column?: string;
  readonly at: Range;
};

type Cell = { readonly column: OpenedColumn; readonly text: string; readonly at: Range };

/** A list is not looked into: it holds choices or files. */
const textOf = (node: Node): string =>
  node.kind === 'scalar' ? node.source.trim() : node.kind === 'list' && node.items.length > 0 ? '…' : '';

/** Answers that a row without content may carry as well. */
const saysNothing = (text: string): boolean => noEntry(text) === 'none' || /^(?:否|false|0)$/u.test(seen(text));

/** A row is named by the first column of its table; where that is left out, by whatever text stands first. */
export function unentered(row: MapNode, columns: readonly OpenedColumn[], naming: string): Unentered | undefined {
  const cells = row.entries.flatMap(({ key, value }): Cell[] => {
    const column = columns.find(({ fact, label }) => names(key, fact.id, label, fact.meaning));
    const text = textOf(value);
    return column === undefined || isEmpty(value) || text === '' ? [] : [{ column, text, at: value.range }];
  });
  const known = row.entries.every(({ key }) =>
    columns.some(({ fact, label }) => names(key, fact.id, label, fact.meaning)),
  );
  // A key that nobody knows is told as such: what the row is cannot be said without it.
  if (cells.length === 0) return known ? { is: 'empty', written: '', at: row.range } : undefined;
  const name = cells.find(({ column }) => column.fact.id === naming);
  const first = name ?? cells[0];
  if (first === undefined) return undefined;
  const { column, text, at } = first;
  const told = { written: text, column: column.fact.id, at };
  if (cells.every((cell) => cell === first || saysNothing(cell.text)) && noEntry(text) === 'none')
    return { is: 'none', ...told };
  if (cells.length > 1 && cells.every(isHead)) return { is: 'heading', ...told };
  const is = noEntry(text);
  if (is !== 'none') return is && { is, ...told };
  return name === undefined ? undefined : { is: 'nameless', ...told };
}

/** A row of heads comes along when a table is pasted from a sheet. */
const isHead = ({ column, text }: Cell): boolean =>
  [column.label, column.fact.meaning].some((label) => seen(label) === seen(text));
