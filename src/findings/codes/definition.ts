// What a definition can have wrong; found before any dossier is read.
import { error } from './spec.ts';

/** Why a fact cannot have what `schemas/facts.yaml` says of it. */
export type Misfit = 'type' | 'itself' | 'figures' | 'dates' | 'years' | 'units';

/** What a definition can have too much of: `span` are the years of one run. */
export type TooMuch = 'members' | 'characters' | 'span' | 'years';

type In = { readonly text: string };

export const definitionCodes = {
  /** Its path below the folder of definitions. */
  'category-id-wrong': error<{ id: string }>(),
  'definition-too-much': error<{ what: TooMuch; limit: number }>(),
  'extends-unknown': error<{ id: string; nearest?: string }>(),
  'extends-deep': error<{ id: string }>(),
  'season-ends-first': error<{ from: string; until: string }>(),
  'superseded-unknown': error<{ id: string; nearest?: string }>(),
  'fact-name-unknown': error<{ fact: string; nearest?: string }>(),
  /** `key: to` of a fact in the vocabulary. */
  'fact-plausible-misfit': error<{ fact: string; key: string; to?: string; why: Misfit }>(),
  'list-unknown': error<{ list: string; nearest?: string }>(),
  'metric-unknown': error<{ metric: string; nearest?: string }>(),
  'metric-cycle': error<{ metrics: readonly string[] }>(),
  'readings-too-many': error<{ criterion: string; count: number; most: number }>(),
  'metric-named-as-fact': error<{ metric: string }>(),
  'fact-printed-twice': error<{ fact: string; first: string; second: string }>(),
  'slot-name-unknown': error<{ slot: string; nearest?: string }>(),
  'source-unknown': error<{ source: string; nearest?: string }>(),
  'code-taken': error<{ code: string }>(),
  'severity-above-standing': error<{ criterion: string; standing: string }>(),
  'expression-syntax': error<In>(),
  'expression-name-unknown': error<In & { name: string; nearest?: string }>(),
  'expression-type': error<In & { part: string }>(),
  'expression-result': error<In & { expected: 'Decimal' | 'bool'; found: string }>(),
  'expression-int-division': error<In & { part: string }>(),
  'expression-matches': error<In & { part: string }>(),
  'expression-nested': error<In & { part: string }>(),
};
