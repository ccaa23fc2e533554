// The reference of definition files, read from their published JSON Schema: every key with what it takes and means.
import { definitionSchema } from './definition-schema.ts';
import { meaningOf } from './definition-words.ts';
import { cell, code, made, table } from './markdown.ts';

type Schema = {
  readonly type?: string;
  readonly const?: unknown;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly required?: readonly string[];
};

/** Without the `null` that a definition which changes another may write. */
const choices = (schema: Schema): Schema[] =>
  schema.anyOf ? schema.anyOf.flatMap(choices).filter(({ type }) => type !== 'null') : [schema];

function takes(schema: Schema): string {
  const kinds = choices(schema).map((one) => {
    if (one.const !== undefined) return code(String(one.const));
    if (one.enum) return one.enum.map((value) => code(String(value))).join(' ');
    if (one.type === 'array') return `[${one.items ? takes(one.items) : ''} …]`;
    if (one.type === 'object') return '{…}';
    return one.type ?? '';
  });
  return [...new Set(kinds)].filter((text) => text !== '').join(' / ');
}

/** A key with what it takes and means. */
function row(path: string, schema: Schema): string[] {
  const [zh = '', en = ''] = meaningOf(path.replaceAll('<id>.', '')) ?? [];
  return [code(path), takes(schema), cell(zh), cell(en)];
}

const columns = ['键 key', '取值 takes', '说明', 'meaning'];

function* rows(schema: Schema, before: string): Generator<string[]> {
  const seen = new Set<string>();
  for (const one of choices(schema).flatMap((choice) => (choice.items ? choices(choice.items) : [choice]))) {
    const inner = one.additionalProperties;
    if (typeof inner === 'object' && one.properties === undefined) yield* rows(inner, `${before}<id>.`);
    for (const [key, value] of Object.entries(one.properties ?? {})) {
      if (seen.has(key)) continue;
      seen.add(key);
      yield row(`${before}${key}`, value);
      yield* rows(value, `${before}${key}.`);
    }
  }
}

export function definitionPage(): string {
  const schema = definitionSchema() as Schema;
  const heads = Object.entries(schema.properties ?? {});
  const parts = heads.flatMap(([key, value]) => {
    const inner = [...rows(value, `${key}.`)];
    return inner.length === 0 ? [] : [`## ${key}\n\n${table(columns, inner)}`];
  });
  return `${[
    made,
    '# 类别定义 / Definition files',
    '一个类别是 `schemas/<地区>/<年度>/<名称>.yaml` 一个文件，不含代码；编辑器按 [JSON Schema](../../schemas/definition.schema.json) 补全。怎样写、怎样测试，见 [CONTRIBUTING.md](../../CONTRIBUTING.md)。',
    'A category is one file without code. Editors complete it by its JSON Schema; how to write and test one stands in CONTRIBUTING.md.',
    table(
      columns,
      heads.map(([key, value]) => row(key, value)),
    ),
    ...parts,
  ].join('\n\n')}\n`;
}
