// The register of rights: of every row of a table of rights, which conditions count it, which do not, and why.
import * as z from 'zod';
import { compile, type Expression, type Input } from '../expression/compile.ts';
import { Decimal, thousands } from '../expression/decimal.ts';
import type { Scope } from '../expression/scope.ts';
import { isRelation, relations } from '../expression/signs.ts';
import { childrenOf, inBrackets, namedFacts } from '../expression/tree.ts';
import type { Fact } from '../expression/types.ts';
import type { Facts, FactValue, RecordValue } from '../expression/values.ts';
import { count, id } from '../findings/json.ts';
import { ofDefinition } from '../findings/sentence.ts';
import type { Shape } from '../given.ts';
import type { OpenedCriterion } from './criteria/definition.ts';

type ASTNode = Expression<boolean>['tree'];

const counted = z.strictObject({
  criterion: id,
  title: z.string(),
  is: z.enum(['counted', 'not counted', 'undecided']),
  because: z
    .strictObject({ zh: z.string(), en: z.string() })
    .meta({ description: 'What the row says that decides it; what is missing while undecided.' }),
});

/** `left`: the row counts for nothing, whoever asks; a finding at its path says why. */
export const right = z.strictObject({
  table: id,
  title: z.string().meta({ description: 'Of the table, as printed.' }),
  row: count.meta({ description: 'From 1, as it stands in the dossier.' }),
  path: z.string(),
  name: z.string(),
  kind: z.string().exactOptional(),
  number: z.string().exactOptional(),
  left: z.literal(true).exactOptional(),
  counted: z.array(counted).meta({ description: 'Of each condition that counts rows of this table.' }),
});

export type Right = Shape<typeof right>;
type Counted = Right['counted'][number];

/** How the form prints a table: its title, and the head of a column. */
export type Printed = {
  readonly title: string;
  readonly path: string;
  readonly head: (column: string) => string | undefined;
};

/** Rows of a table that an expression counts: those of which every part holds; all of them where there is no part. */
type Counting = { readonly table: string; readonly row: string; readonly parts: readonly ASTNode[] };

const macros: ReadonlySet<string> = new Set(['filter', 'exists', 'exists_one']);

/** The column of a table that holds the numbers of rights. */
const numbered = (fact: Fact | undefined): Fact | undefined =>
  fact?.type === 'table' ? [...fact.fields.values()].find(({ identifies }) => identifies !== undefined) : undefined;

const conjuncts = (node: ASTNode): readonly ASTNode[] =>
  node.op === '&&' ? node.args.flatMap((side) => conjuncts(side)) : [node];

function countingsIn(node: ASTNode, scope: Scope): readonly Counting[] {
  if (node.op === 'call' || node.op === 'rcall') {
    const [name] = node.args;
    const [list, row, inside] = node.op === 'rcall' ? [node.args[1], ...node.args[2]] : node.args[1];
    if (list?.op === 'id' && numbered(scope.vocabulary.get(list.args)) !== undefined) {
      if (name === 'size') return [{ table: list.args, row: '', parts: [] }];
      if (macros.has(name) && row?.op === 'id' && inside !== undefined)
        return [{ table: list.args, row: row.args, parts: conjuncts(inside) }];
      // What every row must satisfy is no count of rows.
      if (name === 'all') return [];
    }
  }
  return childrenOf(node).flatMap((child) => countingsIn(child, scope));
}

/** Every row of every table of rights that the dossier fills in, in the order of the vocabulary and of the rows. */
export function registerOf(
  { criteria, scope }: { readonly criteria: readonly OpenedCriterion[]; readonly scope: Scope },
  input: Input,
  printed: (table: Fact) => Printed | undefined,
): readonly Right[] {
  const asked = criteria.flatMap(({ id: criterion, title, rule }) =>
    distinct((rule.counting ?? []).flatMap(({ tree }) => countingsIn(tree, scope))).map((counting) => ({
      criterion,
      title,
      counting,
    })),
  );
  return [...scope.vocabulary.values()].flatMap((fact) => {
    const number = numbered(fact);
    if (number === undefined) return [];
    const here = asked.filter(({ counting }) => counting.table === fact.id);
    const own = printed(fact);
    // What neither the form nor a condition asks for is nothing to count here.
    if (own === undefined && here.length === 0) return [];
    const form = own ?? { title: fact.meaning, path: `facts.${fact.id}`, head: () => undefined };
    return rowsOf(input.facts, fact.id).map(({ row, at, left }): Right => {
      const text = (column: string | undefined): string => shownIn(row, column);
      const about = {
        table: fact.id,
        title: form.title,
        row: at,
        path: `${form.path}[${at - 1}]`,
        name: text([...fact.fields.keys()][0]),
        ...some('kind', text(number.identifies?.by)),
        ...some('number', text(number.id)),
      };
      if (left) return { ...about, left, counted: here.flatMap((one) => leftOut(one, row.against)) };
      return {
        ...about,
        counted: here.map(({ criterion, title, counting }): Counted => {
          return { criterion, title, ...judged(counting, { fact, number, row, at, form }, scope, input) };
        }),
      };
    });
  });
}

/** A row that does not hold by itself counts for no condition, each of which says why. */
const leftOut = ({ criterion, title }: Pick<Counted, 'criterion' | 'title'>, against: string | undefined): Counted[] =>
  against === undefined
    ? []
    : [
        {
          criterion,
          title,
          is: 'not counted',
          because: inBoth((said, language) => said.against(ofDefinition(against, language))),
        },
      ];

const some = <K extends string>(key: K, text: string): { [Key in K]?: string } =>
  text === '' ? {} : ({ [key]: text } as { [Key in K]?: string });

/** The same rows are counted once, however often an expression names them. */
function distinct(all: readonly Counting[]): readonly Counting[] {
  const textOf = ({ table, parts }: Counting) => [table, ...parts.map(sourceOf)].join('\n');
  return [...new Map(all.map((one) => [textOf(one), one])).values()];
}

type Numbered = { readonly row: RecordValue; readonly at: number; readonly left?: true };

function rowsOf(facts: Facts, table: string): readonly Numbered[] {
  const value = facts.get(table);
  if (typeof value !== 'object' || !('kind' in value) || value.kind !== 'table') return [];
  const rows = value.rows.map((row, index): Numbered => ({ row, at: row.row ?? index + 1 }));
  const left = (value.left ?? []).map((row): Numbered => ({ row, at: row.row ?? 0, left: true }));
  return [...rows, ...left].sort((a, b) => a.at - b.at);
}

type About = {
  readonly fact: Fact;
  readonly number: Fact;
  readonly row: RecordValue;
  readonly at: number;
  readonly form: Printed;
};

type Both = Counted['because'];
type Part = { readonly holds: boolean | 'undecided'; readonly because: Both };

const zh = {
  between: '；',
  and: '、',
  within: '，',
  granted: (day: string) => `${day} 授权`,
  lacking: (names: string) => `未填：${names}`,
  stands: (label: string, value: string) => `${label}：${value === '' ? '未填' : value}`,
  early: (day: string) => `早于 ${day}`,
  late: (day: string) => `晚于 ${day}`,
  must: (sign: string, value: string) => (sign === '=' ? `须为${value}` : `须 ${sign} ${value}`),
  mustNot: '不计',
  against: (title: string) => `不符合：${title}`,
  together: '要与其他各行一起判定',
  quoted: (text: string) => `“${text}”`,
};

const words: Readonly<Record<keyof Both, typeof zh>> = {
  zh,
  en: {
    between: '; ',
    and: ', ',
    within: ', ',
    granted: (day) => `granted ${day}`,
    lacking: (names) => `not filled in: ${names}`,
    stands: (label, value) => `${label}: ${value === '' ? 'not filled in' : value}`,
    early: (day) => `before ${day}`,
    late: (day) => `after ${day}`,
    must: (sign, value) => (sign === '=' ? `must be ${value}` : `must be ${sign} ${value}`),
    mustNot: 'does not count',
    against: (title) => `not met: ${title}`,
    together: 'to be judged together with the other rows',
    quoted: (text) => `“${text}”`,
  },
};

const inBoth = (say: (said: typeof zh, language: keyof Both) => string): Both => ({
  zh: say(words.zh, 'zh'),
  en: say(words.en, 'en'),
});

/** What fails decides; else what is missing; else everything that holds, with what the right is. */
function judged(counting: Counting, about: About, scope: Scope, input: Input): Pick<Counted, 'is' | 'because'> {
  const parts = counting.parts.map((part) => partOf(part, counting, about, scope, input));
  const those = (holds: Part['holds'], first: (said: typeof zh) => string = () => ''): Both => {
    const told = parts.filter((part) => part.holds === holds);
    return inBoth((said, language) => {
      const texts = [first(said), ...told.map(({ because }) => because[language])];
      return [...new Set(texts)].filter((text) => text !== '').join(said.between);
    });
  };
  if (parts.some(({ holds }) => holds === false)) return { is: 'not counted', because: those(false) };
  if (parts.some(({ holds }) => holds === 'undecided')) return { is: 'undecided', because: those('undecided') };
  const { by, granted = 'granted_on' } = about.number.identifies ?? {};
  const [kind, day] = [shownIn(about.row, by), shownIn(about.row, granted)];
  const what = ({ granted: on, within }: typeof zh): string =>
    [kind, day === '' ? '' : on(day)].filter((text) => text !== '').join(within);
  return { is: 'counted', because: those(true, what) };
}

const sourceOf = (node: ASTNode): string => {
  const { start, end } = inBrackets(node.input, node.range.start, node.range.end);
  return node.input.slice(start, end).replace(/\s+/g, ' ');
};

/** One part of a condition on one row: evaluated as the condition itself would, on a table of this row alone. */
function partOf(node: ASTNode, { table, row: name }: Counting, about: About, scope: Scope, input: Input): Part {
  // A part that looks at the other rows too cannot be told from this row alone.
  if (namedFacts(node, scope).has(table)) return { holds: 'undecided', because: inBoth(({ together }) => together) };
  const compiled = compile(`${table}.exists(${name}, ${sourceOf(node)})`, scope, 'bool');
  const facts = new Map([...input.facts, [table, { kind: 'table' as const, rows: [{ ...about.row, row: about.at }] }]]);
  const outcome = 'ok' in compiled ? compiled.ok.evaluate({ ...input, facts }) : undefined;
  if (outcome?.is === 'undecided') return { holds: 'undecided', because: lacking(outcome.needs, about, scope) };
  const holds = outcome?.is === 'value' && outcome.value;
  return { holds, because: said(node, name, holds, about, input) };
}

function lacking(needs: readonly string[], { fact, form }: About, scope: Scope): Both {
  const names = needs.map((need) => {
    const column = need.startsWith(`${fact.id}[`) ? need.slice(need.indexOf('].') + 2) : undefined;
    return column === undefined ? scope.label(need.split('.')[0] ?? need) : headOf(column, fact, form);
  });
  return inBoth((said) => said.lacking([...new Set(names)].join(said.and)));
}

const headOf = (column: string, fact: Fact, form: Printed): string =>
  form.head(column) ?? fact.fields.get(column)?.meaning ?? column;

/** The columns of the row that a part reads. */
function columnsIn(node: ASTNode, row: string): readonly string[] {
  if (node.op === '.' && node.args[0].op === 'id' && node.args[0].args === row) return [node.args[1]];
  return [...new Set(childrenOf(node).flatMap((child) => columnsIn(child, row)))];
}

/** `取得方式：受让满一年，须为“自主研发”`; where it holds, only what stands there. */
function said(node: ASTNode, name: string, holds: boolean, { fact, row, form }: About, input: Input): Both {
  // Of a part that holds, what is empty did not decide it.
  const columns = columnsIn(node, name).filter((column) => !holds || shownIn(row, column) !== '');
  return inBoth((told) => {
    const values = columns.map((column) => told.stands(headOf(column, fact, form), shownIn(row, column)));
    const wanted = holds ? '' : wantedBy(node, name, input, told);
    return [values.join(told.and), wanted].filter((text) => text !== '').join(told.within);
  });
}

/** What a comparison that fails asks for, beside others that ask nothing of the row; nothing where it is none with a value. */
function wantedBy(node: ASTNode, name: string, input: Input, told: typeof zh): string {
  if (node.op === '||') {
    const [side, ...others] = node.args.filter((one) => columnsIn(one, name).length > 0);
    return side === undefined || others.length > 0 ? '' : wantedBy(side, name, input, told);
  }
  if (!isRelation(node.op)) return '';
  const { asOf } = input;
  const [, right] = node.args as [ASTNode, ASTNode];
  const sign = relations[node.op].shown;
  if (right.op === 'id') {
    if (right.args !== 'as_of') return '';
    return node.op === '>=' ? told.early(asOf) : node.op === '<=' ? told.late(asOf) : told.must(sign, asOf);
  }
  if (right.op !== 'value' || typeof right.args === 'boolean') return '';
  if (node.op === '!=') return told.mustNot;
  return told.must(sign, typeof right.args === 'string' ? told.quoted(right.args) : String(right.args));
}

/** A cell in few words; nothing where it is empty. */
function shownIn(row: RecordValue, column: string | undefined): string {
  const value: FactValue | undefined = column === undefined ? undefined : row.fields.get(column);
  if (value instanceof Decimal) return thousands(value.toFixed());
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.join('、');
  return typeof value === 'string' ? value : '';
}
