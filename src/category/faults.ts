// Gathers what is wrong with a definition, each finding at its place in the file the part comes from.
import { type Node, placeAt, type Range } from '../document/node.ts';
import { walk } from '../document/shape.ts';
import type { Problem, Scope } from '../expression/scope.ts';
import type { Args, Code } from '../findings/areas/index.ts';
import type { Finding } from '../findings/finding.ts';
import { nearest } from '../findings/nearest.ts';
import { report } from '../findings/report.ts';

/** Keys of maps, and indexes of lists from 0. */
type Path = readonly (string | number)[];

export type Faults = {
  readonly findings: Finding[];
  /** A finding at a path of the flattened definition. */
  tell<C extends Code>(code: C, args: Args<C>, path: Path): void;
  /** A problem in an expression, at its very characters where the text stands on one line. */
  problem(problem: Problem, text: string, path: Path, scope: Scope, expected: 'Decimal' | 'bool'): void;
};

export function faultsOf(root: Node, fileOf: (node: Node) => string): Faults {
  const findings: Finding[] = [];
  const at = (path: Path, narrow: (range: Range, node: Node) => Range = (range) => range) => {
    const reached = walk(root, path);
    return placeAt(
      fileOf(reached.node),
      path.join('.'),
      narrow(reached.node.kind === 'scalar' ? reached.node.range : (reached.key ?? reached.node.range), reached.node),
    );
  };
  return {
    findings,
    tell: (code, args, path) => {
      findings.push(report(code, args, at(path)));
    },
    problem: (problem, text, path, scope, expected) => {
      const place = at(path, (range, node) => within(range, node, problem));
      findings.push(report(...worded(problem, text, scope, expected), place));
    },
  };
}

/** The part of a one-line scalar that a problem is about; a folded text, or one with escapes, keeps its whole range. */
function within(range: Range, node: Node, problem: Problem): Range {
  if (node.kind !== 'scalar' || range.line !== range.endLine || node.source.includes('\n')) return range;
  const escaped = node.quoted && range.endColumn - range.column - 2 !== [...node.source].length;
  if (escaped) return range;
  const begin = range.column + (node.quoted ? 1 : 0);
  const characters = (end: number): number => [...node.source.slice(0, end)].length;
  const column = begin + characters(problem.start);
  return { ...range, column, endColumn: Math.max(column + 1, begin + characters(problem.end)) };
}

function worded(problem: Problem, text: string, scope: Scope, expected: 'Decimal' | 'bool'): [Code, never] {
  const { found } = problem;
  const known = problem.known ?? [...scope.vocabulary.keys(), ...scope.metrics.keys()];
  switch (problem.kind) {
    case 'syntax':
      return ['expression-syntax', { text } as never];
    case 'unknown-name': {
      const near = nearest(found, known);
      return [
        'expression-name-unknown',
        { text, name: found, ...(near === undefined ? {} : { nearest: near }) } as never,
      ];
    }
    case 'type':
      return ['expression-type', { text, part: found } as never];
    case 'result':
      return ['expression-result', { text, expected, found } as never];
    case 'int-division':
      return ['expression-int-division', { text, part: found } as never];
    case 'matches':
      return ['expression-matches', { text, part: found } as never];
    case 'nested-macros':
      return ['expression-nested', { text, part: found } as never];
  }
}
