// What is said of the register of rights: each condition with the rows that it counts, those that it does not, and why.
import type { Finding } from '../findings/finding.ts';
import { type Language, ofDefinition } from '../findings/sentence.ts';
import { wordsOf } from './of-finding.ts';
import { type Both, some, speak } from './speak.ts';

const zh = {
  /** The kind of block in the text report. */
  name: '知识产权',
  title: '知识产权登记与计数',
  heads: { right: '知识产权', number: '号码', is: '计数', because: '理由' },
  is: { counted: '计入', 'not counted': '不计入', undecided: '待定' },
  /** `计入 3 项，不计入 1 项：<the condition>`; what is nought is left out. */
  total: (counted: number, not: number, open: number, title: string) =>
    `${[`计入 ${counted} 项`, not === 0 ? '' : `不计入 ${not} 项`, open === 0 ? '' : `待定 ${open} 项`].filter((text) => text !== '').join('，')}：${title}`,
  row: (table: string, row: number) => `${table} 第 ${row} 行`,
  /** `不计入：Ⅰ类知识产权 第 4 行 …`. */
  line: (is: string, what: string) => `${is}：${what}`,
  /** Between the titles of conditions. */
  between: '；',
  /** A row that no condition may count, where no finding says why. */
  left: '这一行不作为有效的一项',
  /** No condition counts rows of the table. */
  uncounted: '没有条件计数（只登记）',
};

const en: typeof zh = {
  name: 'rights',
  title: 'Rights listed, and what counts',
  heads: { right: 'Right', number: 'Number', is: 'Counts', because: 'Why' },
  is: { counted: 'counted', 'not counted': 'not counted', undecided: 'undecided' },
  total: (counted, not, open, title) =>
    `${[`${some(counted, 'right')} counted`, not === 0 ? '' : `${not} not counted`, open === 0 ? '' : `${open} undecided`].filter((text) => text !== '').join(', ')}: ${title}`,
  row: (table, row) => `${table}, row ${row}`,
  line: (is, what) => `${is}: ${what}`,
  between: '; ',
  left: 'this row is not a valid entry',
  uncounted: 'listed only: no criterion counts these rows',
};

export const registerWords = speak({ zh, en });

type Counted = {
  readonly criterion: string;
  readonly title: string;
  readonly is: keyof typeof zh.is;
  readonly because: Both;
};

type Right = {
  readonly table: string;
  readonly title: string;
  readonly row: number;
  readonly path: string;
  readonly name: string;
  readonly number?: string | undefined;
  readonly left?: true | undefined;
  readonly counted: readonly Counted[];
};

export type CountedRight = Pick<Right, 'title' | 'row' | 'name' | 'number'> &
  Pick<Counted, 'is'> & { readonly because: string };

/** Conditions that count the same rows of a table, none where it is only listed; and every row of the table. */
export type CountedBy = {
  readonly criteria: readonly string[];
  readonly title: string;
  readonly rights: readonly CountedRight[];
};

/** What takes a row out of every count. */
const takesOut: ReadonlySet<string> = new Set([
  'patent-not-granted',
  'patent-type',
  'patent-expired',
  'patent-dates',
  'row-twice',
]);

/** A row that cannot count is told of by a finding: that says why. */
function whyLeft({ path }: Right, findings: readonly Finding[], language: Language): string {
  const told = findings.find(
    ({ code, at }) => takesOut.has(code) && (at.path === path || at.path.startsWith(`${path}.`)),
  );
  return told === undefined ? registerWords(language).left : wordsOf(told, language).message;
}

/** The register by condition, those that come to the same row by row together. */
export function countedBy(
  register: readonly Right[],
  findings: readonly Finding[],
  language: Language,
): readonly CountedBy[] {
  const words = registerWords(language);
  return [...new Set(register.map(({ table }) => table))].flatMap((table): CountedBy[] => {
    const rows = register.filter((one) => one.table === table);
    const why = rows.map((row) => (row.left ? whyLeft(row, findings, language) : words.uncounted));
    const rightsBy = (index: number): readonly CountedRight[] =>
      rows.map(({ title, row, name, number, counted }, at) => {
        const one = counted[index];
        const because = one?.because[language] ?? why[at] ?? '';
        return { title, row, name, number, is: one?.is ?? 'not counted', because };
      });
    const asked = rows.find(({ left }) => left === undefined)?.counted ?? [];
    if (asked.length === 0) return [{ criteria: [], title: rows[0]?.title ?? table, rights: rightsBy(0) }];
    const same = new Map<string, { criteria: string[]; titles: string[]; rights: readonly CountedRight[] }>();
    asked.forEach(({ criterion, title }, index) => {
      const rights = rightsBy(index);
      const key = JSON.stringify(rights);
      const group = same.get(key);
      if (group === undefined) same.set(key, { criteria: [criterion], titles: [title], rights });
      else {
        group.criteria.push(criterion);
        group.titles.push(title);
      }
    });
    return [...same.values()].map(({ criteria, titles, rights }) => {
      return { criteria, title: titles.map((one) => ofDefinition(one, language)).join(words.between), rights };
    });
  });
}

/** How many of the rows of a condition are counted, not counted, undecided, and its title; of a table, its title. */
export function totalOf({ criteria, title, rights }: CountedBy, language: Language): string {
  const of = (is: CountedRight['is']): number => rights.filter((one) => one.is === is).length;
  return criteria.length === 0
    ? title
    : registerWords(language).total(of('counted'), of('not counted'), of('undecided'), title);
}
