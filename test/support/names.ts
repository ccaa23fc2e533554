// What is left of a text in Chinese once all names and quotes are taken out of it.

type Branch = Map<string, Branch>;
const ends = '';
const han = /\p{Script=Han}/u;
/** White space goes, since reports fold lines. */
const unspaced = (text: string): string => text.replace(/\s+/g, '');

/** Names and quotes, to be found in a text, the longest first. */
export class Names {
  readonly #root: Branch = new Map();

  readonly #others: Names | undefined;

  /** `others`: more of them, which many texts share. */
  constructor(names: Iterable<string>, others?: Names) {
    this.#others = others;
    for (const name of names) if (han.test(name)) this.#add(unspaced(name));
  }

  #add(name: string): void {
    let at = this.#root;
    for (const sign of name) {
      const next = at.get(sign) ?? new Map();
      at.set(sign, next);
      at = next;
    }
    at.set(ends, new Map());
  }

  /** The Chinese of a text that is none of them, each run with what stands before it. */
  leftIn(text: string): readonly string[] {
    const signs = [...unspaced(text)];
    const left: string[] = [];
    for (let from = 0; from < signs.length; ) {
      const start = from;
      while (han.test(signs[from] ?? '') && this.#longest(signs, from) === 0) from += 1;
      if (from > start) left.push(signs.slice(Math.max(0, start - 30), from).join(''));
      from += Math.max(1, this.#longest(signs, from));
    }
    return [...new Set(left)];
  }

  #longest(signs: readonly string[], from: number): number {
    let [at, length, depth]: [Branch | undefined, number, number] = [this.#root, 0, 0];
    while (at !== undefined) {
      if (at.has(ends)) length = depth;
      at = at.get(signs[from + depth] ?? ends + ends);
      depth += 1;
    }
    const others = this.#others;
    return others === undefined ? length : Math.max(length, others.#longest(signs, from));
  }
}
