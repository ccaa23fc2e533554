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

function titleRule(rule: Rule, { words, category }: Speech): Said {
  const plain = JSON.stringify(rule);
  const {
    declared,
    no_title: none,
    has_title: held,
  } = rule as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  if (declared !== undefined) {
    const [name = '', field = ''] = String(declared.fact).split('.');
    const fact = category.vocabulary.get(name);
    const label = fact?.fields.get(field)?.meaning ?? category.scope.label(name);
    return { text: words.rule.declared(label, String(declared.answer)), plain };
  }
  const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
  if (none !== undefined) {
    return { text: words.rule.noTitle(list(none.kinds), none.same_product === true), plain };
  }
  if (held === undefined) return { text: plain, plain };
  const text = words.rule.hasTitle({
    kinds: list(held.kinds),
    levels: list(held.levels),
    years: list(held.years).map(Number),
    inForce: held.in_force === true,
    sameProduct: held.same_product === true,
  });
  return { text, plain };
}

/** `总分 ≥ 60，创新能力 ≥ 20`. */
export function passInWords({ category, words }: Speech): string {
  const { scorecard: card } = category;
  if (card === undefined) return '';
  const groups = card.groups.flatMap(({ label, pass }) => (pass === undefined ? [] : [`${label} ≥ ${pass}`]));
  return [`${card.label} ≥ ${card.pass}`, ...groups].join(words.comma);
}
