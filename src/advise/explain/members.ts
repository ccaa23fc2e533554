// Everything that a category asks, member by member, in words.
import type { Category } from '../../category/category.ts';
import { kindOf } from '../../decide/scorecards/definition.ts';
import type { Citation } from '../../findings/finding.ts';
import type { ExplainWords, Part } from '../../words/explain.ts';
import { standingName } from '../../words/readings.ts';
import { reportWords } from '../../words/report.ts';
import { formMembers } from './form-members.ts';
import { type Aspect, aspect, type Member } from './member.ts';
import { passMarks, ruleInWords, type Said, type Speech, type SpeechOptions, speechOf, tellingOf } from './speech.ts';

function pointMembers(speech: Speech): readonly Member[] {
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
export function pointsInWords(item: object, speech: Speech): Said {
  const found = kindOf(item);
  if (found === undefined) return { text: '', plain: '' };
  const told = (say: Speech['say']): string => found.kind.words(found.options, speech.language, tellingOf(speech, say));
  return { text: told(speech.say), plain: told(speech.plain) };
}

/** In the order of the definition: the category itself, its sources, form, slots, metrics, criteria, scorecard, checklist. */
export function membersOf(category: Category, options: SpeechOptions): readonly Member[] {
  const speech = speechOf(category, options);
  return [
    head(speech),
    ...sources(speech),
    ...formMembers(speech),
    ...slotMembers(speech),
    ...metrics(speech),
    ...criteria(speech),
    ...pointMembers(speech),
    ...proofs(speech),
  ].map((member) => withClauses(member, speech));
}

/** Clauses with their standing, and the sentences quoted, come last in every member. */
function withClauses(member: Member, { language, own }: Speech): Member {
  const { cite, aspects } = member;
  const name = ({ short, clause, standing }: Citation): string =>
    language === 'zh'
      ? `${own(short)} ${clause}`.trim().concat(`（${standingName(standing, language)}）`)
      : `${own(short)} ${clause}`.trim().concat(` (${standingName(standing, language)})`);
  const quotes = cite.flatMap(({ quote }) => (quote === undefined ? [] : [quote]));
  return { ...member, aspects: [...aspects, ...aspect('cite', cite.map(name)), ...aspect('quote', quotes)] };
}

function head({ category, words, own }: Speech): Member {
  const { id, definition, files, season, superseded, once, paper } = category;
  const { title, scheme, procedure, authority, year } = definition;
  const cite = [files, season, superseded, once, paper].flatMap((one) => one?.cite ?? []);
  return {
    part: 'category',
    id,
    label: title,
    cite,
    aspects: [
      ...aspect('title', title),
      ...aspect('scheme', scheme),
      ...aspect('procedure', procedure),
      ...aspect('authority', authority),
      ...aspect('year', String(year)),
      ...aspect('season', words.season(season, definition.season ?? {})),
      ...aspect('superseded', superseded && own(superseded.text)),
      ...aspect('once', once?.hint && own(once.hint)),
      ...aspect(
        'paper',
        Object.values(paper ?? {}).filter((one) => typeof one === 'string'),
      ),
      ...aspect('fileTypes', files.types),
      ...aspect('fileSize', files.maxMib === undefined ? undefined : `${files.maxMib} M`),
    ],
  };
}

function sources({ category, language, own, origin }: Speech): readonly Member[] {
  return Object.entries(category.definition.sources).map(([id, { title, short, standing, issuer, note }]) => ({
    part: 'source',
    id,
    label: own(short),
    cite: [],
    ...origin(`sources.${id}`),
    aspects: [
      ...aspect('title', own(title)),
      ...aspect('standing', standingName(standing, language)),
      ...aspect('issuer', issuer),
      ...aspect('note', note && own(note)),
    ],
  }));
}

function metrics(speech: Speech): readonly Member[] {
  const { category, words, say, plain, own, origin } = speech;
  const written = Object.keys(category.definition.metrics);
  return [...category.metrics]
    .sort((a, b) => written.indexOf(a.id) - written.indexOf(b.id))
    .map(({ id, label, decimals, formula, ifZeroDivisor, readings, cite }) => ({
      part: 'metric',
      id,
      label,
      cite,
      ...origin(`metrics.${id}`),
      aspects: [
        ...aspect('title', label),
        ...aspect('formula', say(formula), plain(formula)),
        ...aspect('decimals', words.decimals(decimals)),
        ...aspect('zero', ifZeroDivisor?.toFixed()),
        ...aspect(
          'readings',
          readings.map((reading) => words.reading(own(reading.label), say(reading.formula))),
        ),
      ],
    }));
}

/** Requirements that nobody has the text of, or that no program can decide, weigh nothing. */
export const weighs = (rule: unknown): boolean => rule !== 'advise' && rule !== 'unknown';

function criteria(speech: Speech): readonly Member[] {
  const { category, words, language, own, origin } = speech;
  return category.criteria.map((criterion) => {
    const { id, title, severity, cite, hint } = criterion;
    const written = category.definition.criteria[id];
    const rule = ruleInWords(written?.rule, speech);
    return {
      part: 'criterion',
      id,
      label: title,
      cite,
      ...origin(`criteria.${id}`),
      aspects: [
        ...aspect('title', own(title)),
        ...aspect('rule', rule.text, rule.plain),
        ...aspect('readings', readingsOf(written, criterion, words, speech)),
        ...aspect('severity', weighs(written?.rule) ? reportWords(language).severity[severity] : undefined),
        ...aspect('hint', hint && own(hint)),
      ],
    };
  });
}

/** Those of the rule in words; those that come from a metric by their names, which the metric explains. */
function readingsOf(
  written: Category['definition']['criteria'][string] | undefined,
  { readings }: Category['criteria'][number],
  words: ExplainWords,
  speech: Speech,
): readonly string[] {
  const others = written?.readings;
  if (others === undefined) return readings.map(({ label }) => speech.own(label));
  const all = [{ label: written?.as ?? '', rule: written?.rule }, ...others];
  return all.map(({ label, rule }) => words.reading(speech.own(label), ruleInWords(rule, speech).text));
}

function proofs({ category, words, own, year }: Speech): readonly Member[] {
  const { proved, superlatives, scope } = category;
  const labels = (ids: readonly string[]): readonly string[] => ids.map((id) => scope.label(id));
  const member = (
    id: keyof ExplainWords['proof'],
    given: { readonly cite: readonly Citation[]; readonly hint?: string },
    aspects: readonly Aspect[],
  ): Member => ({
    part: 'proof' satisfies Part,
    id,
    label: words.proof[id],
    cite: given.cite,
    aspects: [...aspects, ...aspect('hint', given.hint && own(given.hint))],
  });
  return [
    ...(proved === undefined
      ? []
      : [
          member('proved', proved, [
            ...aspect('facts', labels(proved.facts)),
            ...aspect('years', proved.years?.map(year)),
          ]),
        ]),
    ...(superlatives === undefined
      ? []
      : [
          member('superlatives', superlatives, [
            ...aspect('words', superlatives.words),
            ...aspect('tables', labels(superlatives.tables)),
          ]),
        ]),
  ];
}

const slotMembers = (speech: Speech): readonly Member[] => [...slots(speech), ...checklist(speech)];

function slots({ category, words, say, plain, own, year, origin }: Speech): readonly Member[] {
  return category.slots.map((slot) => {
    const { id, label, required, requiredWhen, expect, covers, coversMonth, kinds, basis, issuer, hint } = slot;
    const month = coversMonth && monthInWords(coversMonth.month, year);
    return {
      part: 'slot',
      id,
      label,
      cite: uniqueClauses([
        ...slot.cite,
        ...[expect, covers, coversMonth, kinds, slot.words, basis, issuer].flatMap((one) => one?.cite ?? []),
      ]),
      ...origin(`attachments.${id}`),
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
          [hint, expect?.hint, covers?.hint, coversMonth?.hint, kinds?.hint, basis?.hint, issuer?.hint].flatMap(
            (text) => (text === undefined ? [] : own(text)),
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

function checklist({ category, words, own, origin }: Speech): readonly Member[] {
  return category.checklist.map(({ id, text, slot, asked, cite }) => ({
    part: 'checklist',
    id,
    label: own(text),
    cite,
    ...origin(`checklist.${id}`),
    aspects: [
      ...aspect('title', own(text)),
      ...aspect('slot', category.slots.find((one) => one.id === slot)?.label, slot ?? ''),
      ...aspect('asked', asked ? words.yes : undefined),
    ],
  }));
}
