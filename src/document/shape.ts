// Runs a zod schema over a positioned tree and words each issue as a finding at the key or value it is about.
import type * as z from 'zod';
import type { Finding } from '../findings/finding.ts';
import { nearest } from '../findings/nearest.ts';
import { report } from '../findings/report.ts';
import type { Expected } from '../findings/shapes.ts';
import { absentAt, type Node, placeAt, type Range, toPlain } from './node.ts';

type Issue = z.core.$ZodIssue;

/** The data when the shape is right, else what is wrong with it. `path` is the id path of `node` in its file. */
export function checkShape<T>(
  schema: z.ZodType<T>,
  node: Node,
  fileOf: (node: Node) => string,
  path = '',
): { data: T } | { findings: Finding[] } {
  const parsed = schema.safeParse(toPlain(node), { reportInput: true });
  if (parsed.success) return { data: parsed.data };
  return { findings: parsed.error.issues.flatMap((issue) => worded(issue, schema, node, fileOf, path)) };
}

type At = { readonly node: Node; readonly key?: Range; readonly reached: number };

/** The deepest node on the way, and the key it stands under. */
export function walk(node: Node, path: readonly PropertyKey[]): At {
  let at: At = { node, reached: 0 };
  for (const step of path) {
    const { node: parent } = at;
    if (parent.kind === 'map') {
      const entry = parent.entries.find((candidate) => candidate.key === step);
      if (entry === undefined) return at;
      at = { node: entry.value, key: entry.keyRange, reached: at.reached + 1 };
    } else if (parent.kind === 'list' && typeof step === 'number') {
      const item = parent.items[step];
      if (item === undefined) return at;
      at = { node: item, reached: at.reached + 1 };
    } else return at;
  }
  return at;
}

const joined = (base: string, path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, step) =>
      typeof step === 'number' ? `${text}[${step}]` : text === '' ? String(step) : `${text}.${String(step)}`,
    base,
  );

function worded(
  issue: Issue,
  schema: z.core.$ZodType,
  root: Node,
  fileOf: (node: Node) => string,
  base: string,
): Finding[] {
  const at = walk(root, issue.path);
  const place = (range: Range, path: readonly PropertyKey[]) => placeAt(fileOf(at.node), joined(base, path), range);
  const within = joined(base, issue.path.slice(0, -1));
  const key = String(issue.path.at(-1) ?? base);
  if (issue.code === 'unrecognized_keys' && at.node.kind === 'map') {
    const { entries } = at.node;
    return issue.keys.map((unknown) => {
      const entry = entries.find((candidate) => candidate.key === unknown);
      const near = nearest(unknown, knownKeys(schema, issue.path));
      const args = { key: unknown, within: joined(base, issue.path), ...(near === undefined ? {} : { nearest: near }) };
      // The map may be laid together from two files: the key stands in the file of its value.
      const file = fileOf(entry?.value ?? at.node);
      const path = joined(base, [...issue.path, unknown]);
      return report('key-unknown', args, placeAt(file, path, entry?.keyRange ?? at.node.range));
    });
  }
  if (at.reached < issue.path.length)
    return [report('key-missing', { key, within }, place(absentAt(at.key ?? headOf(at.node)), issue.path))];
  const best = issue.code === 'invalid_union' ? bestBranch(issue.errors) : undefined;
  if (best)
    return best.flatMap((inner) =>
      worded({ ...inner, path: [...issue.path, ...inner.path] }, schema, root, fileOf, base),
    );
  const options = issue.code === 'invalid_value' ? { options: issue.values.map(String) } : {};
  return [report('value-wrong', { key, expected: expectedOf(issue), ...options }, place(at.node.range, issue.path))];
}

const headOf = (node: Node): Range => (node.kind === 'map' ? (node.entries[0]?.keyRange ?? node.range) : node.range);

/** The keys that the schema knows at a path, for "did you mean"; none where it is no plain object. */
function knownKeys(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const { def } = schema._zod as { def: SchemaDef };
  if (def.innerType) return knownKeys(def.innerType, path);
  const [step, ...rest] = path;
  if (step === undefined) return Object.keys(def.shape ?? {});
  const inner = def.shape?.[String(step)] ?? def.valueType ?? def.element;
  return inner === undefined ? [] : knownKeys(inner, rest);
}

type SchemaDef = {
  readonly innerType?: z.core.$ZodType;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly valueType?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
};

/** Of a union, the branch that came furthest; none when every branch fails at the value itself. */
function bestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const inside = branches.filter((issues) =>
    issues.some((issue) => issue.path.length > 0 || issue.code === 'unrecognized_keys'),
  );
  return inside.length === 1 ? inside[0] : undefined;
}

const types: Readonly<Record<string, Expected>> = {
  string: 'text',
  number: 'number',
  int: 'whole number',
  array: 'list',
  object: 'map',
  record: 'map',
  boolean: 'yes or no',
};
const formats: ReadonlySet<string> = new Set(['id', 'year', 'date', 'path', 'bounds']);

function expectedOf(issue: Issue): Expected {
  if (issue.code === 'invalid_type') return types[issue.expected] ?? 'value';
  if (issue.code === 'invalid_value') return 'option';
  if (formats.has(issue.message)) return issue.message as Expected;
  if (issue.code === 'invalid_union') return issue.path.at(-1) === 'rule' ? 'rule' : 'value';
  return 'value';
}
