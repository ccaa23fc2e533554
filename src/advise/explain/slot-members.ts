// The attachment slots of a category in words, and the points of its checklist.
import type { Citation } from '../../findings/finding.ts';
import { aspect, type Member } from './member.ts';
import type { Speech } from './speech.ts';

export const slotMembers = (speech: Speech): readonly Member[] => [...slots(speech), ...checklist(speech)];

function slots({ category, words, say, plain, year }: Speech): readonly Member[] {
  return category.slots.map((slot) => {
    const { id, label, required, requiredWhen, expect, covers, coversMonth, kinds, basis, issuer, hint } = slot;
    const origin = category.origins.get(`attachments.${id}`);
    const month = coversMonth && monthInWords(coversMonth.month, year);
    return {
      part: 'slot',
      id,
      label,
      cite: uniqueClauses([
        ...slot.cite,
        ...[expect, covers, coversMonth, kinds, slot.words, basis, issuer].flatMap((one) => one?.cite ?? []),
      ]),
      ...(origin === undefined ? {} : { origin }),
      aspects: [
        ...aspect('title', label),
        ...aspect('required', required ? words.requiredSlot : words.optionalSlot),
        ...(requiredWhen === undefined ? [] : aspect('requiredWhen', say(requiredWhen), plain(requiredWhen))),
        ...aspect('expect', expect?.types),
        ...aspect('covers', covers && words.coversYears(covers.years.map(year))),
        ...aspect('covers', month && words.coversMonth(month)),
        ...aspect('kinds', kinds?.oneOf),
        ...aspect('notKinds', kinds?.noneOf),
        ...aspect('basis', basis && words.singleBasis),
        ...aspect('issuedBy', issuer && words.issued),
        ...aspect(
          'hint',
          [hint, expect?.hint, covers?.hint, coversMonth?.hint, kinds?.hint, basis?.hint, issuer?.hint].filter(
            (text) => text !== undefined,
          ),
        ),
      ],
    };
  });
}

/** A clause that several parts of a slot rest on is told once. */
const uniqueClauses = (cites: readonly Citation[]): readonly Citation[] => [
  ...new Map(cites.map((cite) => [`${cite.source} ${cite.clause}`, cite])).values(),
];

/** `2025-12` → `2025-12`, or `上年-12`. */
const monthInWords = (month: string, year: (year: number) => string): string =>
  `${year(Number(month.slice(0, 4)))}-${month.slice(5)}`;

function checklist({ category, words }: Speech): readonly Member[] {
  return category.checklist.map(({ id, text, slot, asked, cite }) => {
    const origin = category.origins.get(`checklist.${id}`);
    return {
      part: 'checklist',
      id,
      label: text,
      cite,
      ...(origin === undefined ? {} : { origin }),
      aspects: [
        ...aspect('title', text),
        ...aspect('slot', category.slots.find((one) => one.id === slot)?.label, slot ?? ''),
        ...aspect('asked', asked ? words.yes : undefined),
      ],
    };
  });
}
