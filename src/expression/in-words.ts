// An expression in prose: `资产负债率 ≤ 70%`, `所持称号中有一条符合：…`; what it holds beside arithmetic too.
import type { ASTNode } from '@marcbachmann/cel-js';
import type { FunctionRow } from './functions.ts';
import type { Scope } from './scope.ts';
import { bracket, infix, isRelation, levels, type Operator, type Printed, relations, render } from './signs.ts';
import { notApplicable } from './size-class.ts';
import { constantInt } from './tree.ts';
import type { Fact } from './types.ts';

export type Wording = {
  readonly scope: Scope;
  readonly language: 'zh' | 'en';
  readonly phrases: Phrases;
  /** Unit of a fact or metric. */
  readonly unit: (id: string) => string | undefined;
};
type Said = Printed & { readonly fact?: Fact; readonly unit?: string };
/** What variables of macros stand for: a row, told by its fact, or a literal. */
type Rows = ReadonlyMap<string, Said>;

const atom = (text: string, more: Partial<Said> = {}): Said => ({ text, level: levels.atom, ...more });

/** The expression in prose; its own text where a part of it has no words. */
export function inWords(expression: { readonly tree: ASTNode; readonly text: string }, wording: Wording): string {
  return condition(expression.tree, wording, new Map()) ?? expression.text.replace(/\s+/g, ' ').trim();
}

function say(node: ASTNode, wording: Wording, rows: Rows): Said | undefined {
  const { scope, phrases } = wording;
  return render<Said>(node, scope, {
    whole: (part) => {
      const year = /\bY\b/.test(part.input.slice(part.range.start, part.range.end)) && constantInt(part, scope.year);
      return typeof year === 'number' ? atom(phrases.year(year)) : undefined;
    },
    name: (id, year) => (year === undefined ? sayName(id, wording, rows) : ofYear(id, year, wording)),
    number: atom,
    over: (row, fact, from, to) => sayYears(row, fact, from, to, wording),
    sum: (_, sign, left, right) => infix(sign, left, right),
    other: (part) => sayMore(part, wording, rows),
  });
}

/** What is more than arithmetic. */
function sayMore(node: ASTNode, wording: Wording, rows: Rows): Said | undefined {
  const { phrases } = wording;
  if (node.op === '&&' || node.op === '||') {
    const level = node.op === '&&' ? levels.and : levels.or;
    const sides = node.args.map((side) => say(side, wording, rows));
    if (sides.includes(undefined)) return undefined;
    const join = node.op === '&&' ? phrases.and : phrases.or;
    return { text: sides.map((side) => (side ? bracket(asCondition(side, phrases), level) : '')).join(join), level };
  }
  if (node.op === '!_') return negated(node.args, wording, rows);
  if (node.op === 'value') return sayValue(node.args, phrases);
  if (node.op === '.') return sayField(node, wording, rows);
  if (node.op === 'call' || node.op === 'rcall') return sayCall(node, wording, rows);
  if (node.op === 'in') return sayIn(node, wording, rows);
  return isRelation(node.op) ? sayRelation(node, wording, rows) : undefined;
}

/** A bare yes-or-no fact says that it holds. */
const asCondition = (said: Said, { holds }: Phrases): Said =>
  said.fact?.type === 'yes_no' ? { text: holds(said.text), level: levels.comparison } : said;

function condition(node: ASTNode | undefined, wording: Wording, rows: Rows): string | undefined {
  const said = node && say(node, wording, rows);
  return said && asCondition(said, wording.phrases).text;
}

function negated(node: ASTNode, wording: Wording, rows: Rows): Said | undefined {
  const { phrases } = wording;
  if (node.op === 'rcall' && node.args[0] === 'exists') return sayMacro(node, wording, rows, phrases.none);
  const said = say(node, wording, rows);
  if (said === undefined) return undefined;
  const text = said.fact?.type === 'yes_no' ? phrases.fails(said.text) : phrases.not(said.text);
  return { text, level: levels.comparison };
}

function sayValue(value: unknown, phrases: Phrases): Said | undefined {
  if (typeof value === 'string') return atom(value === notApplicable ? phrases.noSize : phrases.quote(value));
  return typeof value === 'boolean' ? atom(String(value)) : undefined;
}

function sayName(name: string, { scope, phrases, unit }: Wording, rows: Rows): Said | undefined {
  if (name === 'as_of') return atom(phrases.asOf);
  const row = rows.get(name);
  if (row !== undefined) return row;
  const fact = scope.vocabulary.get(name);
  const of = unit(name);
  return atom(scope.label(name), {
    ...(fact === undefined ? {} : { fact }),
    ...(of === undefined ? {} : { unit: of }),
  });
}

/** `class_one_ip[].owned` inside a macro is said by the field alone; `pool.enrolled` by record and field. */
function sayField(node: Extract<ASTNode, { op: '.' }>, wording: Wording, rows: Rows): Said | undefined {
  const [record, name] = node.args;
  const said = say(record, wording, rows);
  if (said === undefined) return undefined;
  const { fact: of, text } = said;
  const fact = of?.fields.get(name);
  const label = fact?.meaning ?? wording.phrases.part('', name);
  const more = { ...(fact === undefined ? {} : { fact }), ...(fact?.unit === undefined ? {} : { unit: fact.unit }) };
  return atom(text === '' ? label : wording.phrases.part(text, label), more);
}

function ofYear(fact: string, year: number, { scope, phrases, unit }: Wording): Said {
  const of = unit(fact);
  return atom(phrases.ofYear(scope.label(fact), year), of === undefined ? {} : { unit: of });
}

function sayYears(row: FunctionRow, fact: string, from: number, to: number, wording: Wording): Said | undefined {
  const at = (year: number): string => ofYear(fact, year, wording).text;
  if (row.print === undefined) return inProse(row, [at(from), at(to)], wording);
  return {
    text: row.print(at, from, to),
    level: levels.sum,
    unit: row.unit === 'own' ? (wording.unit(fact) ?? '') : (row.unit ?? ''),
  };
}

/** A function that has words of its own. */
const inProse = (row: FunctionRow, operands: readonly string[], { language }: Wording): Said | undefined =>
  row.words && { text: row.words[language](...operands), level: row.isCondition ? levels.comparison : levels.atom };

function sayRelation(node: ASTNode, wording: Wording, rows: Rows): Said | undefined {
  const { phrases } = wording;
  const [a, b] = node.args as [ASTNode, ASTNode];
  const [left, right] = [say(a, wording, rows), say(b, wording, rows)];
  if (!left || !right) return undefined;
  const made = (text: string): Said => ({ text, level: levels.comparison });
  const operator = node.op as Operator;
  const same = operator === '==';
  if (b.op === 'value' && typeof b.args === 'boolean') {
    return made(b.args === same ? phrases.holds(left.text) : phrases.fails(left.text));
  }
  if (b.op === 'value' && b.args === '') return made(same ? phrases.empty(left.text) : phrases.filled(left.text));
  const sides = [withUnit(left, a, right, phrases), withUnit(right, b, left, phrases)] as const;
  if (!same && operator !== '!=') return made(`${sides[0]} ${relations[operator].shown} ${sides[1]}`);
  return made(same ? phrases.equals(...sides) : phrases.differs(...sides));
}

/** A bare number has the unit of what it is compared with. */
function withUnit(side: Said, node: ASTNode, other: Said, phrases: Phrases): string {
  const bare = node.op === 'value' && typeof node.args !== 'string';
  return bare && other.unit !== undefined && other.unit !== '' ? phrases.unit(side.text, other.unit) : side.text;
}

function sayIn(node: Extract<ASTNode, { op: 'in' }>, wording: Wording, rows: Rows): Said | undefined {
  const { phrases } = wording;
  const [a, b] = node.args;
  const left = say(a, wording, rows);
  if (left === undefined) return undefined;
  if (b.op === 'list') {
    const options = b.args.map((one) => say(one, wording, rows)?.text ?? '');
    return { text: phrases.oneOf(left.text, options), level: levels.comparison };
  }
  const list = say(b, wording, rows);
  return list && { text: phrases.includes(list.text, left.text), level: levels.comparison };
}

type Call = Extract<ASTNode, { op: 'call' | 'rcall' }>;

function sayCall(node: Call, wording: Wording, rows: Rows): Said | undefined {
  const { phrases } = wording;
  const [name] = node.args;
  const operands = node.op === 'rcall' ? [node.args[1], ...node.args[2]] : node.args[1];
  if (name === 'exists') return sayMacro(node, wording, rows, phrases.some);
  if (name === 'all') return sayMacro(node, wording, rows, phrases.every);
  if (name === 'filter' || (name === 'map' && operands.length > 3)) return sayMacro(node, wording, rows, phrases.where);
  const said = operands.map((operand) => say(operand, wording, rows));
  const [first, second] = said;
  if (name === 'size' && first !== undefined)
    return atom(first.fact?.type.endsWith('text') ? phrases.length(first.text) : phrases.count(first.text));
  if (name === 'contains' && first !== undefined && second !== undefined)
    return { text: phrases.includes(first.text, second.text), level: levels.comparison };
  const row = said.includes(undefined) ? undefined : wording.scope.functions.get(name);
  return (
    row &&
    inProse(
      row,
      said.flatMap((one) => one?.text ?? []),
      wording,
    )
  );
}

/** `titles.exists(t, …)`, `market_sales.map(s, …, s.sales)`: inside, the fields of a row stand for themselves. */
function sayMacro(
  node: Call,
  wording: Wording,
  rows: Rows,
  phrase: (label: string, condition: string) => string,
): Said | undefined {
  const [list, row, inside, column] = node.op === 'rcall' ? [node.args[1], ...node.args[2]] : node.args[1];
  if (row?.op !== 'id') return undefined;
  if (list?.op === 'list') return sayEach(list.args, row.args, inside, wording, rows);
  const said = list && say(list, wording, rows);
  if (said?.fact === undefined) return undefined;
  const within = new Map([...rows, [row.args, atom('', { fact: said.fact })]]);
  const text = condition(inside, wording, within);
  if (text === undefined) return undefined;
  if (column === undefined) return { text: phrase(said.text, text), level: levels.open };
  const of = say(column, wording, within);
  return of && { ...of, text: wording.phrases.part(phrase(said.text, text), of.text) };
}

/** `["甲", "乙"].exists(w, profile.contains(w))`: one of them is enough. */
function sayEach(
  literals: readonly ASTNode[],
  name: string,
  inside: ASTNode | undefined,
  wording: Wording,
  rows: Rows,
): Said | undefined {
  const ways = literals.map((literal) => {
    const said = say(literal, wording, rows);
    return said && condition(inside, wording, new Map([...rows, [name, said]]));
  });
  return ways.includes(undefined) ? undefined : { text: ways.join(wording.phrases.or), level: levels.or };
}

/** The words that an expression in prose is made of; whoever prints one brings those of a language. */
type Phrases = {
  readonly and: string;
  readonly or: string;
  readonly not: (condition: string) => string;
  /** A yes-or-no fact. */
  readonly holds: (label: string) => string;
  readonly fails: (label: string) => string;
  readonly equals: (label: string, value: string) => string;
  readonly differs: (label: string, value: string) => string;
  readonly oneOf: (label: string, options: readonly string[]) => string;
  readonly includes: (label: string, option: string) => string;
  readonly filled: (label: string) => string;
  readonly empty: (label: string) => string;
  /** Entries of a table or a list. */
  readonly count: (label: string) => string;
  /** Characters of a text. */
  readonly length: (label: string) => string;
  readonly some: (label: string, condition: string) => string;
  readonly none: (label: string, condition: string) => string;
  readonly every: (label: string, condition: string) => string;
  readonly where: (label: string, condition: string) => string;
  /** A field of a record. */
  readonly part: (label: string, part: string) => string;
  readonly quote: (text: string) => string;
  readonly asOf: string;
  readonly year: (year: number) => string;
  /** A yearly fact of a year. */
  readonly ofYear: (label: string, year: number) => string;
  /** What `size_class` gives for an industry that no standard covers. */
  readonly noSize: string;
  readonly unit: (figure: string, unit: string) => string;
};
