// Panels as data for the script of the page: each text and each piece of markup that comes twice is written once.
import { escaped, Markup, type Part } from './markup.ts';

/** Shorter texts cost less where they stand than the number of one that is listed. */
const shortest = 8;

/** Begins a list of parts that are joined; all other lists of numbers begin with the entry of their own texts. */
const joined = -1;

/**
 * Writes an array, an entry a line, for `build` of `report.js`. An entry is a text; the texts of a template; or a list of
 * parts, the first of which says what stands between them. A part is a text, or the number of an entry before it. All
 * text is escaped already: the script only joins.
 */
export class Packed {
  readonly #entries = new Map<string, number>();
  #lines: string[] = [];

  /** The number of a piece of markup. */
  add({ strings, parts }: Markup): number {
    return this.#entry([this.#entry(strings), ...parts.map((part) => this.#part(part))]);
  }

  /** What was added since it was last asked for. */
  take(): string {
    const lines = this.#lines.join('');
    this.#lines = [];
    return lines;
  }

  #part(part: Part): number | string {
    if (part === undefined) return '';
    if (part instanceof Markup) return this.add(part);
    if (typeof part === 'object') return this.#entry([joined, ...part.map((each) => this.#part(each))]);
    const text = escaped(String(part));
    return text.length < shortest ? text : this.#entry(text);
  }

  #entry(entry: string | readonly (number | string)[]): number {
    const line = asData(entry);
    const same = this.#entries.get(line);
    if (same !== undefined) return same;
    this.#lines.push(`${this.#entries.size === 0 ? '' : ','}${line}\n`);
    this.#entries.set(line, this.#entries.size);
    return this.#entries.size - 1;
  }
}

/** JSON that cannot end the element it stands in. */
export const asData = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
