// The spellings by which a dossier may name a part of the form: its id, its label as printed, what people call it.
import { unspaced } from '../characters/folds.ts';
import type { Node, Range } from '../document/node.ts';
import { colonMeant } from '../document/slips.ts';
import type { Vocabulary } from '../expression/types.ts';

/** A printed label without its trailing colon: 注册地区： → 注册地区. */
export const cleanLabel = (label: string): string => label.replace(/[：:]\s*$/u, '');

/** Without the number before a heading: 1、企业基本情况 → 企业基本情况. */
export const unnumbered = (label: string): string => label.replace(/^\d+、/u, '');

/** Whether `key` names the part with this id and label; the number before a heading may be left out. */
export function names(key: string, id: string, ...labels: (string | undefined)[]): boolean {
  if (key === id) return true;
  const wanted = unspaced(key);
  return labels.some((label) => {
    if (label === undefined) return false;
    const printed = unspaced(cleanLabel(label));
    return wanted === printed || wanted === unnumbered(printed);
  });
}

/** A part of a dossier, and the labels by which a file may name it. */
export type Labelled = { readonly id: string; readonly labels: readonly (string | undefined)[] };

/** One of several parts beside each other: the labels that name it and none before it, and how a file in labels names it. */
export type Step = Labelled & { readonly key: string };

/** Whether a file names its parts as printed or by id. */
export type Spelling = 'labels' | 'ids';

export const keyOf = ({ id, key }: Step, spelling: Spelling): string => (spelling === 'labels' ? key : id);

export type Steps = { of(id: string): Step; named(key: string): Step | undefined };

/** The parts that stand beside each other. One whose label is also the name of another is written by its id. */
export function stepsIn(parts: readonly Labelled[]): Steps {
  const owners = new Map<string, string[]>();
  const spellings = (label: string): readonly string[] => {
    const printed = unspaced(cleanLabel(label));
    return [printed, unnumbered(printed)];
  };
  for (const { id, labels } of parts)
    for (const one of new Set([id, ...labels.flatMap((label) => (label === undefined ? [] : spellings(label)))]))
      owners.set(one, [...(owners.get(one) ?? []), id]);
  const steps = new Map(
    parts.map(({ id, labels }): [string, Step] => {
      const [first] = labels;
      const own = labels.filter(
        (label) => label !== undefined && spellings(label).every((one) => owners.get(one)?.[0] === id),
      );
      const isOnly = first !== undefined && spellings(first).every((one) => owners.get(one)?.length === 1);
      return [id, { id, labels: own, key: isOnly ? unnumbered(cleanLabel(first)).trim() : id }];
    }),
  );
  return {
    of: (id) => steps.get(id) ?? { id, labels: [], key: id },
    named: (key) => steps.get(key) ?? [...steps.values()].find(({ id, labels }) => names(key, id, ...labels)),
  };
}

const stepsOf = new WeakMap<Vocabulary, Steps>();

/** Facts, or the fields of one, by what they mean; worked out once for all dossiers. */
export function factSteps(facts: Vocabulary): Steps {
  const known = stepsOf.get(facts);
  if (known !== undefined) return known;
  const steps = stepsIn([...facts.values()].map(({ id, meaning }) => ({ id, labels: [meaning] })));
  stepsOf.set(facts, steps);
  return steps;
}

export type ColonSlip = {
  readonly code: 'yaml-wide-colon' | 'yaml-colon-space';
  readonly args: { readonly mended: string };
  readonly range: Range;
};

/** The slip in a value that should have been `name: value` lines; nothing when it has no such colon. */
export function colonSlip(node: Node): ColonSlip | undefined {
  const meant = node.kind === 'scalar' ? colonMeant(node) : undefined;
  if (node.kind !== 'scalar' || meant === undefined) return undefined;
  const { line, column } = node.range;
  const at = column + [...node.source.slice(0, meant.offset)].length;
  return {
    code: node.source[meant.offset] === '：' ? 'yaml-wide-colon' : 'yaml-colon-space',
    args: { mended: firstLine(meant.mended) },
    range: { line, column: at, endLine: line, endColumn: at + 1 },
  };
}

/** YAML folds the lines that follow into the same text; they begin where the next name does. */
function firstLine(mended: string): string {
  const value = mended.indexOf(': ') + 2;
  if (value < 2) return mended;
  const next = mended.slice(value).search(/(?<!\s)\s+[^\s:：]+[:：]/u);
  return next < 0 ? mended : mended.slice(0, value + next);
}
