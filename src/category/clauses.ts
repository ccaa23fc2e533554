// Clauses: `faq 5` to the source it names, its standing, and the sentence quoted.
import type { CiteSpec } from '../findings/cite.ts';
import type { Citation } from '../findings/finding.ts';
import type { Definition } from './definition.ts';

/** A clause before its source is looked up. */
type Clause = { readonly source: string; readonly clause: string; readonly quote?: string };

const clauseOf = (text: string): Clause => {
  const [source = '', ...clause] = text.trim().split(/\s+/u);
  return { source, clause: clause.join(' ') };
};

/** `faq 5`, `[manual 2.1.2, faq 5]`, `{faq 5: 完税证明至少提供…}`. */
export function clausesOf(spec: CiteSpec | undefined): readonly Clause[] {
  if (spec === undefined) return [];
  if (typeof spec === 'string') return [clauseOf(spec)];
  if (Array.isArray(spec)) return spec.map(clauseOf);
  return Object.entries(spec).map(([text, quote]) => ({ ...clauseOf(text), quote }));
}

/** Looks clauses up; `unknown` is told the sources that the definition does not have. */
export function citeWith(
  sources: Definition['sources'],
  spec: CiteSpec | undefined,
  unknown: (source: string) => void = () => {},
): readonly Citation[] {
  return clausesOf(spec).flatMap(({ source, clause, quote }) => {
    const found = Object.hasOwn(sources, source) ? sources[source] : undefined;
    if (found === undefined) {
      unknown(source);
      return [];
    }
    const { short, title, standing } = found;
    return [{ source, short, title, clause, standing, ...(quote === undefined ? {} : { quote }) }];
  });
}
