// Reads the amounts of a year from the statements of a report: line by line, and only where the head says which column is which.
import { unspaced, withoutRemark } from '../../characters/folds.ts';
import { type Decimal, readDecimal } from '../../expression/decimal.ts';
import type { PaperText } from './recognise.ts';
import type { Said } from './says.ts';

/** The name of a figure without what comes before it, its unit, and the word for a sum. */
const stemOf = (name: string): string =>
  withoutRemark(unspaced(name).replace(/^(?:[一二三四五六七八九十\d]+[、.]|其中:|减:|加:)+/u, ''))
    .replace(/^上年末/u, '')
    .replace(/(?:总额|总计|合计)$/u, '');

const money = /^(?:\d+\.\d{2}|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?)$/;
/** `五、28`, `12`: where the notes speak of it, or its line. */
const ofNotes = /^[一二三四五六七八九十\d、.()]+$/u;
/** What stands where there is no amount. */
const noAmount = /^[-−—–/]+$/u;

/** How many of a unit make 万元. */
const perTenThousand: Readonly<Record<string, number>> = { 万元: 1, 千元: 10, 元: 10_000 };
/** Behind 编制单位 and the like stands a name, which may begin with one of these. */
const unitSaid = /(?<!编制|编报|填报|审计|报告)单位:?(?:人民币)?(万元|千元|元)/gu;

/** A column of the year, of the one before it, or of something else. */
type Column = 'now' | 'then' | 'other';

const [ofLast, ofOwn] = ['上年同期|上年|上期|去年', '本年累计|本期累计|本年|本期'];
const columnSaid = new RegExp(
  [
    '((?:19|20)\\d{2})(?:年(?:(\\d{1,2})月(\\d{1,2})日)?|[-./](\\d{1,2})[-./](\\d{1,2}))',
    `(${ofLast})?(?:${ofOwn})?(期末|年末|期初|年初)`,
    `(${ofLast})|(${ofOwn})`,
    '本月|当月|上月|本季|累计|合并|母公司|预算|计划|未审|审定|调整|同比|增减|增长|变动|比例|比率|占比',
  ].join('|'),
  'gu',
);

/** `本期（期末）`: one column, for statements of a year and of a day. */
const twoNames =
  /(本[期年]|[期年]末)[(（](?:本[期年]|[期年]末)[)）]|(上[期年]|[期年]初)[(（](?:上[期年]|[期年]初)[)）]/gu;

/** The columns that a head names, in their order. */
function columnsIn(head: string, year: string): readonly Column[] {
  return [...head.replace(twoNames, '$1$2').matchAll(columnSaid)].map(
    ([, said, m1, d1, m2, d2, last, edge, past, own]): Column => {
      if (said !== undefined) {
        const day = `${Number(m1 ?? m2 ?? 12)}-${Number(d1 ?? d2 ?? 31)}`;
        if (said === year) return day === '12-31' ? 'now' : day === '1-1' ? 'then' : 'other';
        return Number(said) === Number(year) - 1 && day === '12-31' ? 'then' : 'other';
      }
      if (edge === '期末' || edge === '年末') return last === undefined ? 'now' : 'then';
      if (edge !== undefined) return last === undefined ? 'then' : 'other';
      return past !== undefined ? 'then' : own === undefined ? 'other' : 'now';
    },
  );
}

const beginsHead = /^(?:项目|科目|指标|资产(?!负债表))/u;

/** The columns that lines above the rows name, at best below the word that a head begins with; nothing where they name none. */
function headOf(lines: readonly string[], year: string): readonly Column[] | undefined {
  const below = lines
    .slice(
      Math.max(
        lines.findLastIndex((line) => beginsHead.test(line)),
        0,
      ),
    )
    .join('');
  const isNamed = beginsHead.test(below) && columnsIn(below, year).length > 0;
  const head = isNamed ? below : (lines.findLast((line) => columnsIn(line, year).length > 0) ?? '');
  const columns = columnsIn(head, year);
  // Assets stand beside liabilities, each with columns of their own.
  const half = columns.length / 2;
  const isTwice = head.includes('负债') && columns.slice(0, half).join() === columns.slice(half).join();
  return columns.length === 0 ? undefined : isTwice ? columns.slice(0, half) : columns;
}

/** A name in a line, with the amounts behind it; nothing of an amount where a dash stands. */
type Stated = { name: string; readonly sums: (Decimal | undefined)[] };

function statedIn(line: string): readonly Stated[] {
  const all: Stated[] = [];
  for (const cell of line.normalize('NFKC').split(/\s+/u)) {
    const last = all.at(-1);
    const isBelow = /^\(.+\)$|^[-−]./u.test(cell);
    const digits = cell.replace(/^[-−¥(]+|\)$/gu, '');
    if (money.test(digits) && last !== undefined) {
      const sum = readDecimal(digits.replaceAll(',', ''));
      last.sums.push(isBelow ? sum?.neg() : sum);
    } else if (noAmount.test(cell)) last?.sums.push(undefined);
    else if (last === undefined || last.sums.length > 0) all.push({ name: cell, sums: [] });
    else if (!ofNotes.test(cell)) last.name += cell;
  }
  return all;
}

/** The unit of all tables of a page; nothing where it says none, or several. */
function unitOf(page: string): number | undefined {
  const units = new Set([...unspaced(page).matchAll(unitSaid)].map(([, unit = '']) => unit));
  return units.size === 1 ? perTenThousand[[...units][0] ?? ''] : undefined;
}

/**
 * The amounts of a year that a report states, by the names that a form has for them. Left out is what stands in it twice and
 * differs, and what stands in a line that does not fill the columns of its head: nobody can tell which of them is empty.
 */
export function figuresOf(
  { pages, ocr }: PaperText,
  names: readonly string[],
  year: string,
): Pick<Said, 'figures' | 'pages'> {
  const found = new Map<string, { text: string; page: number } | undefined>();
  for (const [at, page] of ocr ? [] : pages.entries()) {
    const per = unitOf(page);
    let columns: readonly Column[] = [];
    let above: string[] = [];
    for (const line of per === undefined ? [] : page.split(/[\r\n]+/)) {
      const stated = statedIn(line).filter(({ sums }) => sums.length > 0);
      if (stated.length === 0) {
        above.push(unspaced(line));
        continue;
      }
      columns = headOf(above, year) ?? columns;
      above = [];
      const own = columns.indexOf('now');
      for (const { name: said, sums } of stated) {
        const name = names.find((one) => stemOf(one) === stemOf(said));
        if (name === undefined) continue;
        const isClear = sums.length === columns.length && own >= 0 && own === columns.lastIndexOf('now');
        const text = isClear ? sums[own]?.div(per ?? 1).toFixed(2) : undefined;
        const other = found.get(name);
        if (!found.has(name)) found.set(name, text === undefined ? undefined : { text, page: at + 1 });
        else if (other?.text !== text) found.set(name, undefined);
      }
    }
  }
  const kept = [...found].flatMap(([name, one]) => (one === undefined ? [] : [{ name, ...one }]));
  if (kept.length === 0) return {};
  return {
    figures: Object.fromEntries(kept.map(({ name, text }) => [name, text])),
    pages: [...new Set(kept.map(({ page }) => page))].sort((a, b) => a - b).join(', '),
  };
}
