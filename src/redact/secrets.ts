// Gathers from a dossier every text that tells who applies: what its fields hold, and all that no definition knows.
import type { FilledForm } from '../assessment.ts';
import type { Node, ScalarNode } from '../document/node.ts';
import type { FactType } from '../expression/types.ts';
import { codes } from '../findings/areas/index.ts';
import type { Finding } from '../findings/finding.ts';
import { ownLabels } from '../findings/shapes.ts';
import { type Corpus, Finder, foundIn, piecesOf } from './finder.ts';
import { fold, isOwnName, stemOf } from './fold.ts';
import { isBody, isFirm, namesOf } from './names.ts';

export type Kind = 'enterprise' | 'person' | 'phone' | 'code' | 'product' | 'text' | 'file';

/** A text that tells who applies; plain data, which a thread can hand over. */
export type Secret = {
  readonly kind: Kind;
  /** As it is looked for. */
  readonly folded: string;
  /** Whose mask it gets, as written. */
  readonly of: string;
  /** The definition has it among its own words: it is a secret only where it stands alone. */
  readonly guarded?: true;
};

/** A dossier as far as it could be read. */
export type About = {
  /** Of the dossier. */
  readonly text: string;
  readonly node?: Node;
  readonly enterprise: string;
  readonly form?: FilledForm;
  /** The names of its region. */
  readonly places: readonly string[];
  readonly findings: readonly Finding[];
  /** Paths of attachments. */
  readonly files: readonly string[];
  /** Empty where no category is known. */
  readonly corpus: Corpus;
};

/** What fields of a type hold; figures, dates and choices say nothing of who applies. */
const kinds: Readonly<Partial<Record<FactType, Kind>>> = {
  person: 'person',
  phone: 'phone',
  mobile: 'phone',
  email: 'phone',
  uscc: 'code',
  postcode: 'code',
  patent_number: 'code',
  text: 'text',
  long_text: 'text',
  texts: 'text',
  file: 'file',
};

/** `key`: the name of a key that nobody knows. */
type Candidate = Omit<Secret, 'guarded'> & { readonly unless: 'never' | 'known' | 'within' };

/** What the dossier itself is made of, and says without telling anything. */
const ordinary: ReadonlySet<string> = new Set(
  `category enterprise format as_of form facts titles attachments claims waivers attestations file files covers kind
  issued_to issuer valid_until stamped basis figures pages proposed fact table row title year code at reason by until item on
  sha256 audit statements summary 审计报告 年度审计报告 财务报表 单体 合并 name phone mobile 姓名 电话 手机 是 否 true false yes no 长期 √ 无 有`
    .split(/\s+/)
    .concat(Object.values(ownLabels).flatMap((labels) => Object.values(labels).flat()))
    .map(fold),
);

/** Figures, dates and their units. */
const FIGURE = /^[约第\d.,+~±≥≤<>-][\d\s.,，:：%％‰/+~—–年月日时万亿千百元人件项个家台吨套倍次名至-]*$/u;
const isFigure = (text: string): boolean => /\d/.test(text) && FIGURE.test(text);
/** A number is an identifier from here on, whatever it is for; in digits. */
const identifier = { plain: 10, quoted: 5 };
/** A word as people part them. */
const WORDS = /[^\s"'“”{}[\],，:：;；、|()（）]+/gu;
/** Longer texts are not looked at word by word, in characters. */
const fewWords = 200;

const digitsOf = (text: string): number => text.replace(/\D/g, '').length;

class Gathering {
  readonly found: Candidate[] = [];
  readonly #types: ReadonlyMap<string, FactType>;
  readonly #about: About;
  readonly #near: ReadonlySet<string>;

  constructor(about: About) {
    this.#about = about;
    this.#types = typesIn(about.form);
    this.#near = new Set(about.findings.flatMap(nearKeys));
  }

  add(kind: Kind, text: string, unless: Candidate['unless'] = 'never', of = text): void {
    const folded = fold(text);
    if (folded !== '' && !ordinary.has(folded)) this.found.push({ kind, folded, of, unless });
  }

  /** A firm under all its names; another body under its own. */
  name(text: string, unless: Candidate['unless'] = 'never'): void {
    const names = isFirm(text) ? namesOf(text, this.#about.places) : [fold(text)];
    for (const folded of names) this.found.push({ kind: 'enterprise', folded, of: text, unless });
  }

  file(path: string): void {
    for (const part of path.split('/')) {
      const stem = stemOf(part);
      if (isOwnName(part) || !/[\p{L}\d]/u.test(stem) || isFigure(stem) || [...stem].length < 2) continue;
      // With its ending first, so that this is not said twice.
      this.add('file', part);
      this.add('file', stem, 'never', part);
    }
  }

  /** `within` is the kind of the field that the value belongs to. */
  node(node: Node, key: string, within?: Kind): void {
    if (node.kind === 'scalar') this.#scalar(node, key, within);
    else if (node.kind === 'list') for (const item of node.items) this.node(item, key, within);
    else
      for (const { key: inner, value } of node.entries) {
        this.#key(inner);
        const type = this.#types.get(fold(inner));
        this.node(value, inner, within === 'person' ? within : type && kinds[type]);
      }
  }

  /** The name of a key tells something only when it is none of the form and not nearly one. */
  #key(key: string): void {
    if (/^[a-z0-9_.-]*$/.test(key) || isFigure(key) || this.#types.has(fold(key)) || this.#near.has(key)) return;
    this.add('text', key, 'within');
  }

  #scalar(node: ScalarNode, key: string, within: Kind | undefined): void {
    const text = node.source.trim();
    if (text === '' || node.value === null) return;
    if (isFigure(text)) {
      const count = digitsOf(text);
      const isNamed = within === 'phone' || within === 'code' || within === 'person';
      const isLong =
        count >= identifier.plain || (node.quoted && count >= identifier.quoted && !/^\d{4}[-.]\d/.test(text));
      if (isNamed || isLong || (within === 'text' && count >= identifier.quoted)) this.#number(text, within);
      return;
    }
    if (key === 'code' && text in codes) return;
    // A category that is known is told of by its id; another one may be called anything.
    if (key === 'category') {
      if (this.#about.corpus === '') this.add('text', text);
      return;
    }
    if (key === 'at') for (const part of text.split(/[.[\]]+/)) this.add('text', part, 'within');
    else if (key === 'file' || within === 'file' || /\/|\.[a-z]{2,5}$/i.test(text)) this.file(text);
    else this.#words(text, key, within);
  }

  #number(text: string, within: Kind | undefined): void {
    const kind = within === 'code' || within === 'text' ? 'code' : 'phone';
    this.add(kind, text);
    if (digitsOf(text) > 6) this.add(kind, text.replace(/\D/g, ''), 'never', text);
  }

  #words(text: string, key: string, within: Kind | undefined): void {
    if (key === 'enterprise') this.name(text);
    else if (within !== 'person' && isBody(text)) this.name(text, within === undefined ? 'known' : 'never');
    else if (/product|产品/.test(key)) this.add('product', text);
    else if (within !== undefined || key === 'by') this.add(within ?? 'person', text);
    else this.add('text', text, 'known');
    if ((within === 'person' || within === 'phone') && text.length <= fewWords)
      for (const [word] of text.matchAll(WORDS)) {
        if (/\p{L}/u.test(word) && [...word].length > 1) this.add('person', word);
        else if (digitsOf(word) >= identifier.quoted) this.#number(word, within);
      }
  }
}

function typesIn(form: FilledForm | undefined): ReadonlyMap<string, FactType> {
  const types = new Map<string, FactType>();
  const add = (names: readonly string[], type: FactType): void => {
    for (const name of names.map(fold)) if (!types.has(name) || kinds[type] !== undefined) types.set(name, type);
  };
  for (const item of form?.sections.flatMap(({ items }) => items) ?? []) {
    if (item.kind === 'field') add([item.id, item.fact, item.label], item.type);
    else for (const column of item.columns) add([column.id, column.label], column.type);
  }
  return types;
}

/** Keys that are nearly a known one: a slip of the pen, and no name. */
function nearKeys(finding: Finding): readonly string[] {
  if (!('args' in finding)) return [];
  const { nearest, key, keys = [] } = finding.args as { nearest?: unknown; key?: unknown; keys?: readonly unknown[] };
  return nearest === undefined ? [] : [key, ...keys].filter((one) => typeof one === 'string');
}

/** Words of a text that could not be read, by what they look like. */
function gatherRaw(into: Gathering, text: string): void {
  for (const line of text.split('\n')) {
    const value = line.replace(/^[\s-]*(?:[a-z_]+\s*[:：])?/, '').trim();
    if (value.length <= fewWords && isBody(value.replace(/^["'“]|["'”]$/g, '')))
      into.name(value.replace(/^["'“]|["'”]$/g, ''));
    for (const [word] of value.matchAll(WORDS)) {
      if (isBody(word)) into.name(word);
      else if (isFigure(word)) {
        if (digitsOf(word) >= identifier.quoted) into.add('code', word);
      } else if (/[^a-z_]/.test(word) && /\p{L}/u.test(word))
        into.add(/[/]|\.\w{2,5}$/.test(word) ? 'file' : 'text', word);
    }
  }
}

/** Everything that tells who applies, in the order of the dossier; the same for the same dossier. */
export function secretsIn(about: About): readonly Secret[] {
  const gathering = new Gathering(about);
  if (about.enterprise !== '') gathering.name(about.enterprise);
  if (about.node === undefined) gatherRaw(gathering, about.text);
  else gathering.node(about.node, '');
  for (const file of about.files) gathering.file(file);
  for (const { waived } of about.findings) {
    if (waived === undefined) continue;
    gathering.add('person', waived.by);
    gathering.add('text', waived.reason);
  }
  return judged(gathering.found, about.corpus);
}

/** Without what the definition knows, each once; the first says what it is. */
function judged(found: readonly Candidate[], corpus: Corpus): readonly Secret[] {
  const firsts = new Map<string, Candidate>();
  for (const one of found) {
    const before = firsts.get(one.folded);
    if (before === undefined || (before.unless !== 'never' && one.unless === 'never')) firsts.set(one.folded, one);
  }
  const inLaw = foundIn(corpus, new Finder([...firsts.keys()].map((word) => [piecesOf(word)[0] ?? '', word])));
  const secrets: Secret[] = [];
  for (const { unless, ...secret } of firsts.values()) {
    const is = inLaw.get(secret.folded);
    if ((unless === 'known' && is === 'whole') || (unless === 'within' && is !== undefined)) continue;
    // A file that is called as the law calls it; its path is masked all the same.
    if (secret.kind === 'file' && is !== undefined) continue;
    const isShort = [...secret.folded].length === 1;
    secrets.push(is !== undefined || isShort ? { ...secret, guarded: true } : secret);
  }
  return secrets;
}
