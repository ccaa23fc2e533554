// Reads what stands in brackets, `[a, b]` and `{k: v}`, and finds `：` and `，` that were typed for `:` and `,`.

/** A slip inside brackets; the offset counts in the line. */
export type FlowSlip = {
  readonly code: 'yaml-wide-colon' | 'yaml-colon-space' | 'yaml-wide-comma';
  readonly index: number;
  readonly offset: number;
};

export type At = { readonly index: number; readonly offset: number };

/** One item of a list or one pair of a map, as far as it is read. */
type Item = { start: boolean; adjacent: boolean; colon: boolean; wide?: At; tight?: At };
type Level = { readonly open: string; item: Item };

export type FlowScanner = {
  /** Whether a bracket is open. */
  readonly open: () => boolean;
  readonly depth: () => number;
  /** Reads a line from an offset to where all brackets are closed or to its end; gives the quote left open. */
  readonly scan: (text: string, from: number, index: number) => string | undefined;
  readonly slips: readonly FlowSlip[];
  /** Where the outermost bracket that is still open stands. */
  readonly openedAt: () => At | undefined;
};

/** Offset of the quote that closes a text begun before `from`, or -1. */
export function closingQuote(text: string, from: number, quote: string): number {
  for (let at = from; at < text.length; at += 1) {
    if (quote === '"' && text[at] === '\\') at += 1;
    else if (text[at] === quote) {
      if (quote === '"' || text[at + 1] !== quote) return at;
      at += 1;
    }
  }
  return -1;
}

const fresh = (): Item => ({ start: true, adjacent: false, colon: false });
/** Offset of the Chinese quote that closes; looked for nearby only, since a hostile line has millions of openings. */
function closing(text: string, from: number, quote: string): number {
  const at = text.slice(from + 1, from + 1000).indexOf(quote);
  return at < 0 ? -1 : from + 1 + at;
}

const chineseQuotes = new Map([
  ['“', '”'],
  ['‘', '’'],
]);
/** After `，` in a map: another key with a colon of either kind. */
const nextKey = /^\s*["']?[^\s,，:：{}[\]"'][^,，:：{}[\]]*[:：]/;

/** A scanner for brackets that may run over many lines. */
export function flowScanner(): FlowScanner {
  const levels: Level[] = [];
  let opened: At | undefined;
  const slips: FlowSlip[] = [];

  const endItem = (level: Level): void => {
    const { colon, wide, tight } = level.item;
    if (level.open === '{' && !colon && wide !== undefined) slips.push({ code: 'yaml-wide-colon', ...wide });
    else if (level.open === '{' && !colon && tight !== undefined) slips.push({ code: 'yaml-colon-space', ...tight });
    level.item = fresh();
  };

  /** One sign that is neither white space nor a bracket nor a quote. */
  const sign = (level: Level, text: string, at: At): void => {
    const { item } = level;
    const next = text[at.offset + 1] ?? '';
    const letter = text[at.offset];
    if (letter === ',') {
      endItem(level);
      return;
    }
    if (letter === ':' && (item.adjacent || /^[\s,[\]{}]?$/.test(next))) {
      // A colon with U+3000 or a no-break space after it is none to YAML.
      if (/^[^ \t\S]$/.test(next)) item.tight ??= at;
      else level.item = { ...item, start: true, adjacent: false, colon: true };
      return;
    }
    const keyRuns = !item.colon && item.wide === undefined && item.tight === undefined;
    if (keyRuns && letter === ':') item.tight = at;
    if (keyRuns && letter === '：') item.wide = at;
    if (letter === '，' && (level.open === '[' || nextKey.test(text.slice(at.offset + 1)))) {
      slips.push({ code: 'yaml-wide-comma', ...at });
      endItem(level);
      return;
    }
    item.start = false;
    item.adjacent = false;
  };

  const scan = (text: string, from: number, index: number): string | undefined => {
    for (let offset = from; offset < text.length; offset += 1) {
      const letter = text[offset] ?? '';
      const level = levels.at(-1);
      if (letter === '[' || letter === '{') {
        if (level === undefined) opened = { index, offset };
        levels.push({ open: letter, item: fresh() });
      } else if (level === undefined) return undefined;
      else if (letter === ']' || letter === '}') {
        endItem(level);
        levels.pop();
        const outer = levels.at(-1);
        if (outer === undefined) return undefined;
        outer.item = { ...outer.item, start: false, adjacent: true };
      } else if (letter === '#' && /\s/.test(text[offset - 1] ?? ' ')) return undefined;
      else if ((letter === '"' || letter === "'") && level.item.start) {
        level.item = { ...level.item, start: false, adjacent: true };
        const end = closingQuote(text, offset + 1, letter);
        if (end < 0) return letter;
        offset = end;
      } else if (level.item.start && chineseQuotes.has(letter)) {
        // What stands in Chinese quotes is one value; the quotes themselves are found later.
        offset = Math.max(offset, closing(text, offset, chineseQuotes.get(letter) ?? ''));
        level.item = { ...level.item, start: false };
      } else if (!/[ \t]/.test(letter)) sign(level, text, { index, offset });
    }
    return undefined;
  };

  return {
    open: () => levels.length > 0,
    depth: () => levels.length,
    scan,
    slips,
    openedAt: () => (levels.length > 0 ? opened : undefined),
  };
}
