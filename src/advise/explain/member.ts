// A member of a category in words: a field, a slot, a criterion …, and what the definition says of it, aspect by aspect.
import type { Citation } from '../../findings/finding.ts';
import type { AspectKey, Part } from '../../words/explain.ts';

export type Aspect = {
  readonly key: AspectKey;
  /** In the language asked for; a list where things come and go one by one. */
  readonly text: string | readonly string[];
  /** The same with ids for labels: what two categories are compared by, since each prints labels of its own. */
  readonly plain?: string;
};

export type Member = {
  readonly part: Part;
  readonly id: string;
  readonly label: string;
  /** In the order in which they are told; those that say nothing are absent. */
  readonly aspects: readonly Aspect[];
  readonly cite: readonly Citation[];
  /** The file of the definition it stands in. */
  readonly origin?: string;
};

/** An aspect, where there is something to say. */
export function aspect(
  key: AspectKey,
  text: string | readonly string[] | undefined,
  plain?: string,
): readonly Aspect[] {
  if (text === undefined || text.length === 0) return [];
  return [{ key, text, ...(plain === undefined ? {} : { plain }) }];
}
