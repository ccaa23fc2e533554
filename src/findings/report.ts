// Makes a finding of the engine, with the severity that the catalogue gives its code.
import { type Args, type Code, codes } from './areas/index.ts';
import type { Citation, EngineFinding, Place, Severity } from './finding.ts';

type More = { readonly cite?: readonly Citation[]; readonly severity?: Severity };

/** A finding of `code` at a place. `more.severity` only where the same fault is lighter: by law in a category, on one's own disk. */
export function report<C extends Code>(code: C, args: Args<C>, at: Place, more: More = {}): EngineFinding {
  const severity = more.severity ?? codes[code].severity;
  return { code, args, at, severity, cite: more.cite ?? [] } as EngineFinding;
}
