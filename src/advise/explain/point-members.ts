// The scorecard of a category in words: its pass marks, groups, and items with their bands.
import { kindOf } from '../../decide/scorecards/definition.ts';
import { aspect, type Member } from './member.ts';
import { passMarks, type Said, type Speech, tellingOf } from './speech.ts';

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
      ...aspect('pass', passMarks(speech)),
    ],
  };
  return [whole, ...groups, ...items];
}

/** An item as a definition writes it. */
function pointsInWords(item: object, speech: Speech): Said {
  const found = kindOf(item);
  if (found === undefined) return { text: '', plain: '' };
  const told = (say: Speech['say']): string => found.kind.words(found.options, speech.language, tellingOf(speech, say));
  return { text: told(speech.say), plain: told(speech.plain) };
}
