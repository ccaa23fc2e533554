// Reads what stands beside the form: claims, waivers and attestations, each checked for shape and for what it names.
import type { z } from 'zod';
import { type Node, placeAt } from '../document/node.ts';
import { checkShape } from '../document/shape.ts';
import type { Finding, Place } from '../findings/finding.ts';
import { nearest } from '../findings/nearest.ts';
import { report } from '../findings/report.ts';
import type { WaiverAt } from '../findings/waive.ts';
import { type Attestation, attestations, type Claim, claims, waivers } from './definition.ts';

export type At<T> = T & { readonly place: Place };
type Read<T> = { readonly items: readonly At<T>[]; readonly findings: readonly Finding[] };

/** A list of a known shape, each item with its place; an absent list is empty, a wrong item spoils no other. */
function readList<T extends object>(
  schema: z.ZodArray<z.ZodType<T>>,
  node: Node | undefined,
  name: string,
  file: string,
): Read<T> {
  if (node === undefined || (node.kind === 'scalar' && node.value === null)) return { items: [], findings: [] };
  if (node.kind !== 'list') {
    const checked = checkShape(schema, node, () => file, name);
    return { items: [], findings: 'findings' in checked ? checked.findings : [] };
  }
  const items: At<T>[] = [];
  const findings: Finding[] = [];
  for (const [index, item] of node.items.entries()) {
    const path = `${name}[${index}]`;
    const checked = checkShape(schema.element, item, () => file, path);
    if ('data' in checked) items.push({ ...checked.data, place: placeAt(file, path, item.range) });
    else findings.push(...checked.findings);
  }
  return { items, findings };
}

export const readWaivers = (node: Node | undefined, file: string): Read<Omit<WaiverAt, 'place'>> =>
  readList(waivers, node, 'waivers', file);

/** Claims must name known facts. */
export function readClaims(node: Node | undefined, file: string, facts: Iterable<string>): Read<Claim> {
  const known = new Set(facts);
  const { items, findings } = readList<Claim>(claims, node, 'claims', file);
  const unknown = items
    .filter((claim) => !known.has(claim.fact))
    .map((claim) => {
      const near = nearest(claim.fact, known);
      return report(
        'claim-fact-unknown',
        near === undefined ? { fact: claim.fact } : { fact: claim.fact, nearest: near },
        claim.place,
      );
    });
  return { items, findings: [...findings, ...unknown] };
}

export const readAttestations = (node: Node | undefined, file: string): Read<Attestation> =>
  readList<Attestation>(attestations, node, 'attestations', file);
