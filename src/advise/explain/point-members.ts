// The scorecard of a category in words: its pass marks, groups, and items with their bands.
import { kindOf } from '../../decide/scorecards/definition.ts';
import { aspect, type Member } from './member.ts';
import { passInWords, type Said } from './rule.ts';
import type { Speech } from './speech.ts';

export function pointMembers(speech: Speech): readonly Member[] {
  const { category, words } = speech;
  const { scorecard: card, definition } = category;
  const written = definition.scorecard;
  if (card === undefined || written === undefined) return [];
  const groups = card.groups.map(
    ({ id, label, max, pass }): Member => ({
      part: 'group',
      id,
      label,
      cite: [],
      aspects: [
        ...aspect('title', label),
        ...aspect('max', words.points(max)),
        ...aspect('pass', pass === undefined ? undefined : words.points(pass)),
      ],
    }),
  );
  const items = card.items.map(({ id, group, label, max, cite }): Member => {
    const points = pointsInWords(written.items[id] ?? {}, speech);
    return {
      part: 'item',
      id,
      label,
      cite,
      ...speech.origin(`scorecard.items.${id}`),
      aspects: [
        ...aspect('title', label),
        ...aspect('group', card.groups.find((one) => one.id === group)?.label),
        ...aspect('max', words.points(max)),
        ...aspect('points', points.text, points.plain),
      ],
    };
  });
  const whole: Member = {
    part: 'scorecard',
    id: 'scorecard',
    label: card.label,
    cite: card.cite,
    aspects: [
      ...aspect('title', card.label),
      ...aspect('max', words.points(card.max)),
      ...aspect('pass', passInWords(speech)),
    ],
  };
  return [whole, ...groups, ...items];
}

type Ladder = readonly (readonly [number, number])[];
type Bands = { readonly of: string; readonly at_least?: Ladder; readonly at_most?: Ladder };
type Option = { readonly title: string; readonly points: number; readonly when?: string };

/** An item as a definition writes it. */
function pointsInWords(item: object, speech: Speech): Said {
  const found = kindOf(item);
  if (found === undefined) return { text: '', plain: '' };
  const make = (say: Speech['say']): string => inWords(found.kind.name, found.options, speech, say);
  return { text: make(speech.say), plain: make(speech.plain) };
}

function inWords(kind: string, options: unknown, { words }: Speech, say: Speech['say']): string {
  const { item } = words;
  const bands = ({ of, at_least, at_most }: Bands): string => {
    const sign = at_least === undefined ? '≤' : '≥';
    const steps = (at_least ?? at_most ?? []).map(([limit, points]) =>
      item.band(`${sign} ${limit}`, words.points(points)),
    );
    return item.bands(say(of), steps);
  };
  switch (kind) {
    case 'bands':
      return bands(options as Bands);
    case 'better_of':
      return words.rule.oneWay(
        (options as readonly (Bands & { readonly title: string })[]).map((way) =>
          words.rule.way(way.title, bands(way)),
        ),
      );
    case 'choice':
      return (options as readonly Option[])
        .map(({ title, points, when }) => item.choice(title, words.points(points), when && say(when)))
        .join(words.semicolon);
    case 'each': {
      const { points, of } = options as { points: number; of: readonly { title: string; when: string }[] };
      return item.each(
        words.points(points),
        of.map(({ title }) => title),
      );
    }
    case 'per': {
      const { of, every, points } = options as { of: string; every: number; points: number };
      return item.per(say(of), String(every), words.points(points));
    }
    default:
      return item.stated(say(String(options)));
  }
}
