// Which member of one category is which of another: by id, and what is left over by asking the same with another limit.
import type { Member } from './member.ts';

type Pair = { readonly a: Member; readonly b?: Member } | { readonly a?: undefined; readonly b: Member };

const keyOf = ({ part, id }: Member): string => (part === 'category' ? part : `${part} ${id}`);

/** What a criterion or metric asks, its figures left out; nothing where nothing is asked that could be told apart. */
function shapeOf({ part, aspects }: Member): string | undefined {
  if (part !== 'criterion') return undefined;
  const plain = aspects.find(({ key }) => key === 'rule')?.plain;
  if (plain === undefined || plain === 'advise' || plain === 'unknown') return undefined;
  return plain.replace(/\d+(\.\d+)?/g, '#');
}

/** In the order of `a`; what only `b` has follows the member of its part before it there. */
export function paired(a: readonly Member[], b: readonly Member[]): readonly Pair[] {
  const byKey = new Map(b.map((member) => [keyOf(member), member]));
  const ofA = new Map<Member, Member>();
  for (const member of a) {
    const other = byKey.get(keyOf(member));
    if (other !== undefined) ofA.set(member, other);
  }
  const restA = a.filter((member) => !ofA.has(member));
  const taken = new Set(ofA.values());
  const restB = b.filter((member) => !taken.has(member));
  for (const member of restA) {
    const shape = shapeOf(member);
    if (shape === undefined || restA.some((other) => other !== member && shapeOf(other) === shape)) continue;
    const fits = restB.filter((other) => shapeOf(other) === shape);
    if (fits.length === 1 && fits[0] !== undefined) ofA.set(member, fits[0]);
  }
  const used = new Set(ofA.values());
  const pairs: Pair[] = a.map((member) => {
    const other = ofA.get(member);
    return other === undefined ? { a: member } : { a: member, b: other };
  });
  for (const member of b) {
    if (used.has(member)) continue;
    const last = pairs.findLastIndex((pair) => (pair.a ?? pair.b)?.part === member.part);
    pairs.splice(last < 0 ? pairs.length : last + 1, 0, { b: member });
  }
  return pairs;
}
