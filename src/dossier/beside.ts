// Reads what stands beside the form: claims, waivers and attestations, each checked for shape and for what it names.
import type { z } from 'zod';
import { keyPlaces, type Node, placeAt } from '../document/node.ts';
import { checkShape } from '../document/shape.ts';
import type { Vocabulary } from '../expression/types.ts';
import type { Finding, KeyPlaces, Place } from '../findings/finding.ts';
import { nearest } from '../findings/nearest.ts';
import { report } from '../findings/report.ts';
import { ownLabel } from '../findings/shapes.ts';
import type { WaiverAt } from '../findings/waive.ts';
import { factSteps } from '../form/keys.ts';
import { holdsNothing } from '../form/rows/entries.ts';
import { given } from '../given.ts';
import { type Attestation, attestations, type Claim, claims, waivers } from './definition.ts';
import { canonicalMap } from './own-keys.ts';

export type At<T> = T & { readonly place: Place; readonly keys: KeyPlaces };
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
    const canonical = item.kind === 'map' ? canonicalMap(item, file, path) : { node: item, findings: [] };
    for (const one of canonical.findings) findings.push(one);
    // An item whose day has two readings has its finding.
    if (canonical.findings.some(({ severity }) => severity === 'error')) continue;
    const checked = checkShape(schema.element, canonical.node, () => file, path);
    if ('data' in checked) {
      items.push({ ...checked.data, place: placeAt(file, path, item.range), keys: keyPlaces(item, path, file) });
    } else for (const one of checked.findings) findings.push(one);
  }
  return { items, findings };
}

/** A waiver for no reason, or a word of nobody, is none. */
function withWords<T extends object>(
  { items, findings }: Read<T>,
  map: 'waivers' | 'attestations',
  wordsOf: (item: T) => Readonly<Record<string, string>>,
): Read<T> {
  const judged = items.map((item) => {
    const empty = Object.entries(wordsOf(item)).filter(([, text]) => holdsNothing(text));
    return { item, empty };
  });
  const told = judged.flatMap(({ item, empty }) =>
    empty.map(([key, written]) =>
      report('value-placeholder', { field: ownLabel(map, key), written }, placeOf(item, key)),
    ),
  );
  return {
    items: judged.flatMap(({ item, empty }) => (empty.length === 0 ? [item] : [])),
    findings: [...findings, ...told],
  };
}

type Waived = Pick<WaiverAt, 'reason' | 'by'>;

/** Waivers that somebody answers for, with a reason; what is wrong with the others. */
export const answeredFor = <T extends Waived>(read: Read<T>): Read<T> =>
  withWords(read, 'waivers', ({ reason, by }) => ({ reason, by }));

export const readWaivers = (node: Node | undefined, file: string): Read<Omit<WaiverAt, 'place'>> =>
  answeredFor(readList(waivers, node, 'waivers', file));

/** Where the value of a key of an item stands; without one the item itself. */
export const placeOf = ({ place, keys }: Pick<At<object>, 'place' | 'keys'>, key: string): Place =>
  keys.get(key)?.value ?? place;

/** Claims must say one thing that they prove: a known fact, a row of a known table, or a title. */
export function readClaims(node: Node | undefined, file: string, vocabulary: Vocabulary): Read<Claim> {
  const read = readList<Claim>(claims, node, 'claims', file);
  const steps = read.items.length === 0 ? undefined : factSteps(vocabulary);
  const idOf = (name: string | undefined) => name && (steps?.named(name)?.id ?? name);
  const items = read.items.map((claim) => ({
    ...claim,
    ...given({ fact: idOf(claim.fact), table: idOf(claim.table) }),
  }));
  const { findings } = read;
  const wrong = items.flatMap((claim): Finding[] => {
    const { fact, table } = claim;
    const about = (['fact', 'table', 'title'] as const).filter((key) => claim[key] !== undefined);
    if (about.length !== 1) {
      return [report('claim-about-unclear', { count: about.length }, placeOf(claim, about[1] ?? ''))];
    }
    const name = fact ?? table ?? 'titles';
    const known = [...vocabulary].flatMap(([id, { type }]) => (table === undefined || type === 'table' ? [id] : []));
    if (known.includes(name)) return [];
    const near = nearest(name, known);
    const args = near === undefined ? { fact: name } : { fact: name, nearest: near };
    return [report('claim-fact-unknown', args, placeOf(claim, about[0] ?? ''))];
  });
  return { items, findings: [...findings, ...wrong] };
}

export const readAttestations = (node: Node | undefined, file: string): Read<Attestation> =>
  withWords(readList<Attestation>(attestations, node, 'attestations', file), 'attestations', ({ by }) => ({ by }));
