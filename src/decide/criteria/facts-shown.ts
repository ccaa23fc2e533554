// What a dossier says of the facts that a criterion reads, in a few words: `注册地区 江苏省 南京市 江宁区`.
import type { Input } from '../../expression/compile.ts';
import { Decimal, thousands } from '../../expression/decimal.ts';
import { factAt } from '../../expression/reader.ts';
import type { Scope } from '../../expression/scope.ts';
import type { FactValue } from '../../expression/values.ts';

/** A longer value says nothing in a few words. */
const longest = 24;

/** Facts without a short value are left out; nothing when none has one. */
export function factsShown(names: ReadonlySet<string>, scope: Scope, input: Input): string | undefined {
  const parts = [...names].flatMap((name) => {
    const value = factAt(input.facts, name);
    const text = value === undefined ? undefined : short(name, value, scope);
    return text === undefined ? [] : [`${labelOf(name, scope)} ${text}`];
  });
  return parts.length === 0 ? undefined : parts.join('；');
}

/** A field of a record by its own meaning, everything else by its printed label, a figure with its year. */
function labelOf(name: string, scope: Scope): string {
  const [fact = name, field] = name.split('.');
  const label = scope.vocabulary.get(fact)?.fields.get(field ?? '')?.meaning ?? scope.label(fact);
  return scope.vocabulary.get(fact)?.yearly === true && !label.startsWith('上年') ? `${field}年${label}` : label;
}

function short(name: string, value: FactValue, scope: Scope): string | undefined {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') return [...value].length > longest ? undefined : value;
  if (value instanceof Decimal) return thousands(value.toFixed());
  if (Array.isArray(value)) return value.length === 0 ? '无' : value.slice(0, 4).join('、');
  if (!('kind' in value) || value.kind === 'yearly') return undefined;
  if (value.kind === 'table') return `${value.rows.length} 项`;
  const fields = scope.vocabulary.get(name)?.fields;
  const texts = [...value.fields].flatMap(([id, inner]) => {
    const text = short(id, inner, scope);
    if (text === undefined) return [];
    return typeof inner === 'string' ? [text] : [`${fields?.get(id)?.meaning ?? id} ${text}`];
  });
  return texts.length === 0 ? undefined : texts.join(' ');
}
