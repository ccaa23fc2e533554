// Walks the lines of a YAML text without trusting its syntax: what is text (quoted, block, comment) and what is structure.
import { type At, closingQuote, type FlowSlip, flowScanner } from './flow.ts';

/** A line that carries structure; block text, quoted continuations, comments and blank lines are left out. */
export type Line = {
  /** From 0. */
  readonly index: number;
  readonly text: string;
  /** The white space before its first sign, of any kind. */
  readonly lead: string;
  /** Cells of `lead` once mended: a tab or U+3000 counts two. */
  readonly indent: number;
  /** Whether `- ` stands before the body. */
  readonly dashed: boolean;
  /** Offset of the body in `text`, after spaces and dashes. */
  readonly offset: number;
  /** Mended column of the body, from 0. */
  readonly column: number;
  /** Whether the body has a key with its colon. */
  readonly keyed: boolean;
  /** Goes on with the plain text of a key above: no structure of its own. */
  readonly continues: boolean;
  /** Goes on inside a bracket. */
  readonly inFlow: boolean;
};

export type Walked = {
  readonly lines: readonly Line[];
  readonly flow: readonly FlowSlip[];
  /** Index of the line on which brackets or dashes nest deeper than allowed. */
  readonly tooDeep?: number;
  /** The quote or bracket that nothing closes. */
  readonly unclosed?: At;
};

/** Levels of brackets or of dashes on one line; a form has four. */
export const maxDepth = 50;

const blockHeader = /^[|>][-+0-9]*[ \t]*(?:#.*)?$/;
const wideBlockHeader = /：\s*[|>][-+0-9]*\s*$/;

const cellsOf = (lead: string): number => [...lead].reduce((sum, sign) => sum + (/[\t\u3000]/.test(sign) ? 2 : 1), 0);
const spacesOf = (text: string): number => /^ */.exec(text)?.[0].length ?? 0;

/** Offset of the colon that ends a plain key, or -1. */
function keyColon(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '#' && /[ \t]/.test(text[at - 1] ?? '')) return -1;
    if (text[at] === ':' && /^[ \t]?$/.test(text[at + 1] ?? '')) return at;
  }
  return -1;
}

/** Walks the lines of a text. */
export function walk(texts: readonly string[]): Walked {
  const lines: Line[] = [];
  const flow = flowScanner();
  let block: number | undefined; // column of the key whose block text is running
  let quote: string | undefined;
  let quoteAt: At | undefined;
  let plain: number | undefined; // column of the key whose plain text may go on
  let owner = -1; // column of the innermost key or dash so far

  /** Reads a node from an offset; tells whether it began with a key. */
  const node = (text: string, from: number, column: number, mayKey: boolean, index: number): boolean => {
    const at = from + (/^(?:[&!]\S*[ \t]+)*/.exec(text.slice(from))?.[0].length ?? 0);
    const sign = text[at] ?? '';
    plain = undefined;
    if (sign === '' || sign === '#') return false;
    if (sign === '"' || sign === "'") {
      const end = closingQuote(text, at + 1, sign);
      if (end < 0) {
        quote = sign;
        quoteAt = { index, offset: at };
      }
      const colon = end < 0 ? null : /^[ \t]*:(?=[ \t]|$)/.exec(text.slice(end + 1));
      if (colon === null || !mayKey) return false;
      return key(text, end + 1 + colon[0].length, column, index);
    }
    if (sign === '[' || sign === '{') {
      quote = flow.scan(text, at, index);
      return false;
    }
    if (blockHeader.test(text.slice(at))) {
      block = owner;
      return false;
    }
    const colon = mayKey ? keyColon(text, at) : -1;
    if (colon >= 0) return key(text, colon + 1, column, index);
    if (mayKey && wideBlockHeader.test(text)) block = column;
    // A line that may be a key with a wrong colon is no text yet.
    else if (!mayKey || !/[:：]/.test(text)) plain = owner;
    return false;
  };

  const key = (text: string, after: number, column: number, index: number): true => {
    owner = column;
    const gap = /^[ \t]*/.exec(text.slice(after))?.[0].length ?? 0;
    node(text, after + gap, column, false, index);
    return true;
  };

  for (const [index, text] of texts.entries()) {
    const inBlock = block;
    if (inBlock !== undefined && (/^ *$/.test(text) || spacesOf(text) > inBlock)) continue;
    block = undefined;
    const lead = /^\s*/.exec(text)?.[0] ?? '';
    const inFlow = flow.open();
    const shape = { index, text, lead, indent: cellsOf(lead), offset: lead.length, column: cellsOf(lead) };
    if (inBlock !== undefined && /^[ \t]*$/.test(text)) {
      block = inBlock;
      lines.push({ ...shape, dashed: false, keyed: false, continues: true, inFlow });
      continue;
    }
    if (quote !== undefined) {
      if (lead.startsWith('\t')) lines.push({ ...shape, dashed: false, keyed: false, continues: true, inFlow });
      const end = closingQuote(text, 0, quote);
      if (end < 0) continue;
      quote = inFlow ? flow.scan(text, end + 1, index) : undefined;
      continue;
    }
    if (/^[ \t]*(?:#.*)?$/.test(text) || (!inFlow && /^(?:---|\.\.\.|%)/.test(text))) continue;
    if (inFlow) {
      lines.push({ ...shape, dashed: false, keyed: false, continues: true, inFlow });
      quote = flow.scan(text, lead.length, index);
      if (flow.depth() > maxDepth) return { lines, flow: flow.slips, tooDeep: index };
      continue;
    }
    const dashes = /^(?:[-?](?:[ \t]+|$))*/.exec(text.slice(lead.length))?.[0] ?? '';
    const offset = lead.length + dashes.length;
    const column = cellsOf(lead) + dashes.length;
    const line = { ...shape, offset, column, dashed: dashes !== '', inFlow };
    if (plain !== undefined && dashes === '' && spacesOf(text) > plain && keyColon(text, offset) < 0) {
      lines.push({ ...line, keyed: false, continues: true });
      continue;
    }
    if (dashes !== '') owner = cellsOf(lead) + dashes.search(/\S[ \t]*$/);
    lines.push({ ...line, keyed: node(text, offset, column, true, index), continues: false });
    if (flow.depth() > maxDepth || dashes.length > 2 * maxDepth) return { lines, flow: flow.slips, tooDeep: index };
  }
  const unclosed = flow.openedAt() ?? (quote === undefined ? undefined : quoteAt);
  return { lines, flow: flow.slips, ...(unclosed === undefined ? {} : { unclosed }) };
}
