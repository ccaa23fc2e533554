// The masks of a run: numbers in the order in which texts come up, which the command line and the dossiers alone decide.
import { endingOf, fold, isOwnName, partsOf, stemOf } from './fold.ts';
import type { Kind, Secret } from './secrets.ts';

export type Mask = Kind | 'folder';

const names: Readonly<Record<Mask, string>> = {
  enterprise: '企业',
  person: '人员',
  phone: '电话',
  code: '号码',
  product: '产品',
  text: '文字',
  file: '文件',
  folder: '文件夹',
};

/** Says nothing of a text but that it is the same as another: no mask can be guessed back, and none be looked up. */
export class Masks {
  /** Before each number, when other parts of the run give numbers too: `2-`. */
  #before = '';
  readonly #masks = new Map<string, string>();
  readonly #counts = new Map<string, number>();
  readonly #issued = new Set<string>();
  readonly #ofSecrets = new WeakMap<object, string>();

  /** This is a part of a run, and the others give numbers too. */
  part(index: number): void {
    this.#before = `${index}-`;
  }

  #next(kind: string): number {
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    return count;
  }

  /** The mask of a text, by its number. */
  numbered(kind: Mask, of: string): string {
    const key = `${kind === 'file' || kind === 'folder' ? kind : ''} ${fold(of)}`;
    const before = this.#masks.get(key);
    if (before !== undefined) return before;
    const mask = `${names[kind]}${this.#before}${this.#next(kind)}`;
    this.#masks.set(key, mask);
    this.#issued.add(mask);
    return mask;
  }

  /** The mask of a secret: a long text may hold one some hundred thousand times. */
  of(secret: Pick<Secret, 'kind' | 'of'>): string {
    const known = this.#ofSecrets.get(secret);
    if (known !== undefined) return known;
    const { kind, of } = secret;
    const mask = kind === 'file' ? this.path(of) : this.numbered(kind, of);
    this.#ofSecrets.set(secret, mask);
    return mask;
  }

  /** A path as it may be shown: its shape and endings, not its names. */
  path(path: string, slots?: ReadonlySet<string>): string {
    const parts = partsOf(path.normalize('NFC'));
    return parts
      .map((part, at) => {
        if (at % 2 === 1 || isOwnName(part, slots) || /^(?:[A-Za-z]|file):$/.test(part)) return part;
        // What was masked is not masked again.
        if (this.#issued.has(stemOf(part))) return part;
        const ending = at === parts.length - 1 ? endingOf(part) : '';
        const isFile = ending !== '';
        return `${this.numbered(isFile ? 'file' : 'folder', isFile ? stemOf(part) : part)}${ending}`;
      })
      .join('');
  }

  /** A digest that no file has, the same for the same digest. */
  digest(digest: string): string {
    const before = this.#masks.get(digest);
    if (before !== undefined) return before;
    const mask = String(this.#next('digest')).padStart(12, '0').padEnd(digest.length, '0');
    this.#masks.set(digest, mask);
    return mask;
  }
}
