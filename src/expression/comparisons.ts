// The comparisons that a yes-or-no expression is made of, each with its distance as an expression of its own.
import type { ASTNode } from '@marcbachmann/cel-js';
import { compile, type Expression } from './compile.ts';
import { Decimal } from './decimal.ts';
import { formulaOf } from './explain.ts';
import type { Scope } from './scope.ts';
import { isRelation, type Operator, relations } from './signs.ts';
import { inBrackets, yearlyRead } from './tree.ts';
import { numeric } from './types.ts';

/** A side of a comparison. */
export type Side = {
  /** With the labels of facts: `2020年研发费用 ÷ 2020年营业收入 × 100`. */
  readonly formula: string;
  /** Of its figure, `万元` or `%`; empty when its facts do not tell. */
  readonly unit: string;
  /** The metric that it is. */
  readonly metric?: string;
  /** A number that the definition writes. */
  readonly literal?: Decimal;
};

/** A comparison of figures, as it has to hold for the expression to hold. */
export type Comparison = {
  readonly operator: Operator;
  readonly left: Side;
  readonly right: Side;
  /** Left minus right. */
  readonly gap: Expression<Decimal>;
  /** The figure of the left side. */
  readonly figure: Expression<Decimal> | undefined;
};

/** Whether a comparison holds at a distance of its sides. */
export const holdsAt = (operator: Operator, gap: Decimal): boolean => relations[operator].holds(gap.comparedTo(0));

/** Comparisons of figures under `&&`, `||`, `!` and `?:`; those of texts, dates and numbers of rows are left out. */
export function comparisonsIn(tree: ASTNode, scope: Scope, wanted = true): readonly Comparison[] {
  if (tree.op === '&&' || tree.op === '||' || tree.op === '?:')
    return tree.args.flatMap((part) => comparisonsIn(part, scope, wanted));
  if (tree.op === '!_') return comparisonsIn(tree.args, scope, !wanted);
  const operator = tree.op;
  if (!isRelation(operator)) return [];
  const [a, b] = tree.args as [ASTNode, ASTNode];
  const gap = compile(`(${textOf(a)}) - (${textOf(b)})`, scope, 'Decimal');
  if ('problem' in gap) return [];
  const figure = compile(textOf(a), scope, 'Decimal');
  return [
    {
      operator: wanted ? operator : relations[operator].opposite,
      left: sideOf(a, scope),
      right: sideOf(b, scope),
      gap: gap.ok,
      figure: 'ok' in figure ? figure.ok : undefined,
    },
  ];
}

function textOf({ input, range }: ASTNode): string {
  const { start, end } = inBrackets(input, range.start, range.end);
  return input.slice(start, end);
}

function sideOf(node: ASTNode, scope: Scope): Side {
  const metric = node.op === 'id' && scope.metrics.has(node.args) ? { metric: node.args } : {};
  const number = node.op === 'value' && (typeof node.args === 'bigint' || typeof node.args === 'number');
  return {
    formula: formulaOf(node, textOf(node), scope),
    unit: unitOf(node, scope) ?? '',
    ...metric,
    ...(number ? { literal: new Decimal(String(node.args)) } : {}),
  };
}

/** The unit of a fact, of a sum of facts of one unit, or of a growth; a metric has its own, which its definition knows. */
function unitOf(node: ASTNode, scope: Scope): string | undefined {
  if (node.op === 'call' && scope.functions.get(node.args[0])?.unit === '%') return '%';
  const fact = yearlyRead(node, scope)?.fact ?? (node.op === 'id' ? node.args : undefined);
  const known = fact === undefined ? fieldOf(node, scope) : scope.vocabulary.get(fact);
  if (known !== undefined && numeric.has(known.type)) return known.unit ?? (known.type === 'percent' ? '%' : '');
  if (node.op !== '+' && node.op !== '-') return undefined;
  const [left, right] = node.args.map((part) => unitOf(part, scope));
  return left === right ? left : undefined;
}

/** `market_share.share`. */
const fieldOf = (node: ASTNode, scope: Scope) =>
  node.op === '.' && node.args[0].op === 'id'
    ? scope.vocabulary.get(node.args[0].args)?.fields.get(node.args[1])
    : undefined;

type Limit = { readonly metric: string; readonly operator: '>=' | '<=' | '>' | '<'; readonly limit: string };

/** Limits anywhere under `&&` and `||`. */
export function limitsIn(tree: ASTNode, scope: Scope): readonly Limit[] {
  if (tree.op === '&&' || tree.op === '||') return tree.args.flatMap((side) => limitsIn(side, scope));
  if (tree.op !== '>=' && tree.op !== '<=' && tree.op !== '>' && tree.op !== '<') return [];
  const [left, right] = tree.args;
  if (left.op !== 'id' || !scope.metrics.has(left.args) || right.op !== 'value') return [];
  return [{ metric: left.args, operator: tree.op, limit: String(right.args) }];
}
