// The rule of a criterion in words: what must hold, which titles must or must not be held, what is not checked.
import type { Speech } from './speech.ts';

type Route = { readonly title: string; readonly assert: string };
type Rule = Readonly<Record<string, unknown>>;

/** Words with labels, and with bare ids; see `Speech`. */
export type Said = { readonly text: string; readonly plain: string };

const both = (make: (say: Speech['say']) => string, { say, plain }: Speech): Said => ({
  text: make(say),
  plain: make(plain),
});

/** A rule as a definition writes it. */
export function ruleInWords(rule: unknown, speech: Speech): Said {
  const { words } = speech;
  if (rule === 'advise' || rule === 'unknown') return { text: words.rule[rule], plain: rule };
  const written = rule as Rule;
  if (typeof written.assert === 'string') {
    const text = written.assert;
    return both((say) => say(text), speech);
  }
  if (Array.isArray(written.any_of)) {
    const routes = written.any_of as readonly Route[];
    return both((say) => words.rule.oneWay(waysOf(routes, speech, say)), speech);
  }
  if (written.scored !== undefined) {
    const { or = [] } = written.scored as { readonly or?: readonly Route[] };
    return both((say) => {
      const passed = words.rule.scored(passInWords(speech));
      return or.length === 0 ? passed : words.rule.oneWay([passed, ...waysOf(or, speech, say)]);
    }, speech);
  }
  return titleRule(written, speech);
}

const waysOf = (routes: readonly Route[], { words }: Speech, say: Speech['say']): readonly string[] =>
  routes.map(({ title, assert }) => words.rule.way(title, say(assert)));

type Options = Readonly<Record<string, unknown>>;

const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

function titleRule(rule: Rule, speech: Speech): Said {
  const { words, category } = speech;
  const plain = JSON.stringify(rule);
  const {
    declared,
    agrees,
    follow_up: follow,
    no_title: none,
    has_title: held,
  } = rule as Readonly<Record<string, Options>>;
  const labelOf = (id: unknown): string => {
    const [name = '', field = ''] = String(id).split('.');
    return category.vocabulary.get(name)?.fields.get(field)?.meaning ?? category.scope.label(name);
  };
  if (declared !== undefined)
    return { text: words.rule.declared(labelOf(declared.fact), String(declared.answer)), plain };
  if (agrees !== undefined) {
    const title = heldInWords(agrees.has_title as Options, speech);
    return { text: words.rule.agrees(labelOf(agrees.fact), title), plain };
  }
  if (follow !== undefined) {
    const asks = list(follow.asks).map(labelOf);
    return { text: words.rule.followUp(labelOf(follow.fact), list(follow.answers), asks), plain };
  }
  if (none !== undefined) {
    const { kinds, levels, same_product: same } = none;
    return {
      text: words.rule.noTitle({ kinds: list(kinds), levels: list(levels), sameProduct: same === true }),
      plain,
    };
  }
  return held === undefined ? { text: plain, plain } : { text: heldInWords(held, speech), plain };
}

function heldInWords(held: Options, { words, say }: Speech): string {
  const also = held.also as { readonly levels: readonly string[]; readonly when: string } | undefined;
  return words.rule.hasTitle({
    kinds: list(held.kinds),
    levels: list(held.levels),
    ...(also === undefined ? {} : { also: { levels: also.levels, when: say(also.when) } }),
    years: list(held.years).map(Number),
    inForce: held.in_force === true,
    endsInYear: held.ends_in_year === true,
    sameProduct: held.same_product === true,
  });
}

/** `总分 ≥ 60，创新能力 ≥ 20`. */
export function passInWords({ category, words }: Speech): string {
  const { scorecard: card } = category;
  if (card === undefined) return '';
  const groups = card.groups.flatMap(({ label, pass }) => (pass === undefined ? [] : [`${label} ≥ ${pass}`]));
  return [`${card.label} ≥ ${card.pass}`, ...groups].join(words.comma);
}
