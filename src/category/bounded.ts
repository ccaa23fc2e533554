// What a definition may have much of, counted before anything is made of it: a stranger's must not cost more than its text.
import { type Node, placeAt } from '../document/node.ts';
import type { TooMuch } from '../findings/areas/definition.ts';
import type { Finding } from '../findings/finding.ts';
import { report } from '../findings/report.ts';

/**
 * Members of one list or map (sections, fields, columns, options, slots, metrics, criteria); characters of one text or
 * expression; years that one `years` names, and that all of a file name. The program's own definitions have at most 103
 * members, 170 characters and 7 years.
 */
const most: Readonly<Record<TooMuch, number>> = { members: 1_000, characters: 5_000, span: 50, years: 5_000 };

const run = /^Y(?<from>[+-]\d+)?(?:\.\.Y(?<to>[+-]\d+)?)?$/;

/** Years that a text names, counting those between its own year and them. */
function yearsIn(text: string): number {
  const { from, to = from } = run.exec(text)?.groups ?? {};
  if (!run.test(text)) return 0;
  const [first, last] = [Number(from ?? 0), Number(to ?? 0)];
  return Math.max(Math.abs(first), Math.abs(last), last - first + 1);
}

/** The first thing that there is too much of, where it stands. */
export function tooMuch(root: Node, fileOf: (node: Node) => string): Finding[] {
  let years = 0;
  const visit = (node: Node, path: string): Finding | undefined => {
    const say = (what: TooMuch): Finding =>
      report('definition-too-much', { what, limit: most[what] }, placeAt(fileOf(node), path, node.range));
    if (node.kind === 'scalar') {
      if (node.source.length > most.characters) return say('characters');
      const named = yearsIn(node.source);
      years += named;
      if (named > most.span) return say('span');
      return years > most.years ? say('years') : undefined;
    }
    const members =
      node.kind === 'map'
        ? node.entries.map(({ key, value }) => [path === '' ? key : `${path}.${key}`, value] as const)
        : node.items.map((item, index) => [`${path}[${index}]`, item] as const);
    if (members.length > most.members) return say('members');
    for (const [below, member] of members) {
      const found = visit(member, below);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const found = visit(root, '');
  return found === undefined ? [] : [found];
}
