// Puts days and ticks beside the form into their canonical form before their shape is checked, and says what was taken.
import { type MapNode, type Node, placeAt } from '../document/node.ts';
import type { Finding } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import { type OwnMap, ownLabel } from '../findings/shapes.ts';
import { takeYesNo } from '../values/choice.ts';
import { takeDay, takeTerm } from '../values/date.ts';
import type { Taken } from '../values/taken.ts';

type Key = { readonly map: OwnMap; readonly take: (written: string) => Taken };

/** Keys of attachments, waivers and attestations, and `as_of`, whose values have one way to be written. */
const keys: Readonly<Record<string, Key>> = {
  as_of: { map: 'dossier', take: takeDay },
  valid_until: { map: 'evidence', take: takeTerm },
  stamped: { map: 'evidence', take: takeYesNo },
  until: { map: 'waivers', take: takeDay },
  on: { map: 'attestations', take: takeDay },
};

export type Canonical<N extends Node = Node> = { readonly node: N; readonly findings: readonly Finding[] };

/** One value; what has no reading, or more than one, stays as it is. */
export function canonicalValue(key: string, node: Node, file: string, path: string): Canonical {
  const known = Object.hasOwn(keys, key) ? keys[key] : undefined;
  if (known === undefined || node.kind !== 'scalar' || typeof node.value === 'boolean') return { node, findings: [] };
  const written = node.source.trim();
  const taken = known.take(written);
  const at = placeAt(file, path, node.range);
  const field = ownLabel(known.map, key);
  if (taken.is === 'several')
    return { node, findings: [report('value-ambiguous', { field, written, readings: taken.readings }, at)] };
  if (taken.is !== 'taken') return { node, findings: [] };
  const { text } = taken;
  return {
    node: { ...node, source: text, value: text },
    findings: [report('value-taken', { field, written, taken: text }, at)],
  };
}

/** All values of a map; a key whose value has two readings is left out, since it has its finding. */
export function canonicalMap(map: MapNode, file: string, path: string): Canonical<MapNode> {
  const findings: Finding[] = [];
  const entries = map.entries.flatMap((entry) => {
    const { node, findings: told } = canonicalValue(entry.key, entry.value, file, `${path}.${entry.key}`);
    for (const one of told) findings.push(one);
    return told.some(({ severity }) => severity === 'error') ? [] : [{ ...entry, value: node }];
  });
  return { node: { ...map, entries }, findings };
}
