// Lays a definition over the one it extends: members by id, inside a member key by key, null removes.
import { type Entry, entryOf, type MapNode, type Node } from '../document/node.ts';

/**
 * Whose entries are members, merged by id. The number says how many levels of members lie below the key:
 * a section of `form` has `fields` and `tables`, the scorecard `groups` and `items`, which hold members themselves.
 */
const memberMaps: ReadonlySet<string> = new Set(['sources', 'form', 'attachments', 'metrics', 'criteria', 'checklist']);
const sectionMembers: ReadonlySet<string> = new Set(['fields', 'tables', 'groups', 'items']);
/** Said by each file of itself, never inherited. */
const own: ReadonlySet<string> = new Set(['format', 'extends', 'tests', 'title']);

/** Said of one year: an edition of another year does not inherit them. */
const ofYear: ReadonlySet<string> = new Set(['season', 'superseded', 'expected', 'paper']);

const isNull = (node: Node): boolean => node.kind === 'scalar' && node.value === null && !node.quoted;

/** The entry's own `after:` key, which says behind which id it stands; an inherited member moves there. */
function afterOf(entry: Entry): string | undefined {
  const found = entry.value.kind === 'map' ? entry.value.entries.find((key) => key.key === 'after') : undefined;
  return found?.value.kind === 'scalar' ? found.value.source : undefined;
}

const withoutAfter = (entry: Entry): Entry =>
  entry.value.kind === 'map'
    ? { ...entry, value: { ...entry.value, entries: entry.value.entries.filter((key) => key.key !== 'after') } }
    : entry;

/**
 * Entries of `over` laid over those of `under`; `join` merges two values of one key. Order: `under`'s, then those that
 * are new or say `after:`, in the order of `over`.
 */
function lay(under: MapNode, over: MapNode, join: (key: string, a: Node, b: Node) => Node): MapNode {
  const entries: Entry[] = [];
  const laid = (entry: Entry, upper: Entry): Entry => ({ ...upper, value: join(entry.key, entry.value, upper.value) });
  for (const entry of under.entries) {
    const upper = over.entries.find((other) => other.key === entry.key);
    if (upper === undefined) entries.push(entry);
    else if (!isNull(upper.value) && afterOf(upper) === undefined) entries.push(laid(entry, upper));
  }
  for (const upper of over.entries) {
    const entry = under.entries.find((other) => other.key === upper.key);
    if (isNull(upper.value) || (entry !== undefined && afterOf(upper) === undefined)) continue;
    const after = entries.findIndex((other) => other.key === afterOf(upper));
    const plain = withoutAfter(upper);
    entries.splice(after < 0 ? entries.length : after + 1, 0, entry === undefined ? plain : laid(entry, plain));
  }
  return { ...over, entries };
}

const both = (a: Node, b: Node, join: (a: MapNode, b: MapNode) => Node): Node =>
  a.kind === 'map' && b.kind === 'map' ? join(a, b) : b;

/** Keys of a member are replaced whole: merging deeper would build a rule with two heads. */
const layMember = (a: Node, b: Node): Node =>
  both(a, b, (under, over) => lay(under, over, (_key, _old, value) => value));
const layMembers = (a: Node, b: Node): Node =>
  both(a, b, (under, over) => lay(under, over, (_id, x, y) => layMember(x, y)));
const laySection = (a: Node, b: Node): Node =>
  both(a, b, (under, over) =>
    lay(under, over, (key, old, value) => (sectionMembers.has(key) ? layMembers(old, value) : value)),
  );
const layForm = (a: Node, b: Node): Node =>
  both(a, b, (under, over) => lay(under, over, (_id, x, y) => laySection(x, y)));

const yearIn = (definition: MapNode): string | undefined => {
  const year = entryOf(definition, 'year')?.value;
  return year?.kind === 'scalar' ? year.source : undefined;
};

/** `over` laid over `under`, both whole definitions. */
export function layOver(under: MapNode, over: MapNode): MapNode {
  const year = yearIn(over);
  const another = year !== undefined && year !== yearIn(under);
  const entries = under.entries.filter(({ key }) => !own.has(key) && !(another && ofYear.has(key)));
  const inherited = { ...under, entries };
  return lay(inherited, over, (key, a, b) => {
    if (key === 'form') return layForm(a, b);
    if (key === 'scorecard') return laySection(a, b);
    return memberMaps.has(key) ? layMembers(a, b) : b;
  });
}

/** The file of each member: sources, sections, fields, slots, metrics, criteria. */
export function originsOf(root: MapNode, fileOf: (node: Node) => string): ReadonlyMap<string, string> {
  const origins = new Map<string, string>();
  const visit = (node: Node, path: string, depth: number): void => {
    if (path !== '') origins.set(path, fileOf(node));
    if (node.kind === 'map' && depth < 4)
      for (const entry of node.entries) visit(entry.value, path === '' ? entry.key : `${path}.${entry.key}`, depth + 1);
  };
  visit(root, '', 0);
  return origins;
}
