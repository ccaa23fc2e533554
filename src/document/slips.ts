// Finds what a Chinese input method or a tab key puts into YAML where structure should stand, and mends the line.
import type { Args } from '../findings/areas/index.ts';
import type { At, FlowSlip } from './flow.ts';
import type { ScalarNode } from './node.ts';
import { type Line, maxDepth, walk } from './walk.ts';

type SlipCode =
  | 'yaml-tab'
  | 'yaml-wide-indent'
  | 'yaml-wide-colon'
  | 'yaml-colon-space'
  | 'yaml-list-mark'
  | 'yaml-wide-comma'
  | 'yaml-too-deep';

/** A slip, with its offsets in its line. */
export type Slip = {
  [C in SlipCode]: {
    readonly code: C;
    readonly args: Args<C>;
    readonly line: number;
    readonly start: number;
    readonly end: number;
  };
}[SlipCode];

/** A wrong sign and what should stand from `start` to `end` instead. */
type Edit = {
  readonly code: FlowSlip['code'] | 'yaml-list-mark';
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly by: string;
};

/** More than anybody mends in one go; further slips are counted with the first, whose mend they share. */
const mostSlips = 100;
const longestSigns = 160;
const marginSigns = 60;

/** A line with all its edits; of a very long line only what stands around one of them. */
function mend(text: string, edits: readonly Edit[], edit: Edit): string {
  const long = text.length > longestSigns;
  const from = long ? Math.max(0, edit.start - marginSigns) : 0;
  const to = long ? Math.min(text.length, edit.end + marginSigns) : text.length;
  let mended = '';
  let at = from;
  for (const { start, end, by } of edits.filter((each) => each.start >= from && each.end <= to)) {
    mended += text.slice(at, start) + by;
    at = end;
  }
  return `${from > 0 ? '…' : ''}${mended}${text.slice(at, to)}${to < text.length ? '…' : ''}`.trim();
}

/** Slips of edits: those of one line share the mended line, so that one look mends them all. */
function slipsOf(edits: readonly Edit[], texts: readonly string[]): Slip[] {
  const lines = new Map<number, Edit[]>();
  for (const edit of edits.slice(0, mostSlips)) lines.set(edit.line, [...(lines.get(edit.line) ?? []), edit]);
  const mended = [...lines].flatMap(([line, unordered]) => {
    const inLine = unordered.sort((a, b) => a.start - b.start);
    return inLine.map((edit): Slip => {
      const mended = mend(texts[line] ?? '', inLine, edit);
      const wrong = edit.code === 'yaml-colon-space' ? edit.end : edit.start + 1;
      const at = { line, start: edit.start, end: wrong };
      if (edit.code !== 'yaml-list-mark') return { code: edit.code, args: { mended }, ...at };
      const typed = (texts[line] ?? '').slice(edit.start, edit.end).trim();
      return { code: edit.code, args: { mended, typed }, ...at };
    });
  });
  const further = edits.slice(mostSlips).flatMap(({ code, line, start }) => {
    const first = mended.find((slip) => slip.code === code);
    return first === undefined ? [] : [{ ...first, line, start, end: start + 1 }];
  });
  return [...mended, ...further];
}

/** The colon that was meant: 其中：研发费用：12 has it second, since 其中： is part of a printed label. */
function meantColon(body: string): number {
  const first = body.search(/[:：]/);
  if (first < 0 || body.slice(0, first) !== '其中') return first;
  const second = body.slice(first + 1).search(/[:：]/);
  return second < 0 ? first : first + 1 + second;
}

function edit(text: string, line: number, start: number, comma = false): Edit {
  const gap = /^\s*/.exec(text.slice(start + 1))?.[0].length ?? 0;
  const end = start + 1 + gap;
  if (comma) return { code: 'yaml-wide-comma', line, start, end, by: ', ' };
  const code = text[start] === '：' ? 'yaml-wide-colon' : 'yaml-colon-space';
  return { code, line, start, end, by: end >= text.length ? ':' : ': ' };
}

/** Lines that are read as text but stand where a key must: in a map, at the root, or above deeper lines. */
function colonEdits(lines: readonly Line[]): Edit[] {
  const blocks: { column: number; keyed: boolean; root: boolean }[] = [];
  const candidates: { line: Line; block: { keyed: boolean; root: boolean }; parent: boolean }[] = [];
  const structure = lines.filter((line) => !line.continues);
  for (const [at, line] of structure.entries()) {
    while ((blocks.at(-1)?.column ?? -1) > (line.dashed ? line.indent : line.column)) blocks.pop();
    if (blocks.at(-1)?.column !== line.column || line.dashed) {
      blocks.push({ column: line.column, keyed: false, root: blocks.length === 0 && !line.dashed });
    }
    const block = blocks.at(-1);
    if (block === undefined) continue;
    if (line.keyed) block.keyed = true;
    else {
      const next = structure[at + 1];
      const parent = next !== undefined && (next.keyed || next.dashed) && next.column > line.column;
      candidates.push({ line, block, parent });
    }
  }
  return candidates.flatMap(({ line, block, parent }) => {
    const body = line.text.slice(line.offset).replace(/\s#.*$/s, '');
    const at = /^[\w\p{L}（(“"]/u.test(body) ? meantColon(body) : -1;
    const isKey = at > 0 && (block.keyed || block.root || parent);
    return isKey ? [edit(line.text, line.index, line.offset + at)] : [];
  });
}

/** What Chinese keyboards and text programs put in front of the items of a list. */
const listMark = /^(—{1,2}|[－–−―‒‐﹣·•‧・●○◆■、＊*])([ \t\u3000\u00a0]*)(?=\S)/;

/** Whether a line ends with the colon of a name, so that its value follows. */
const isOpen = (text: string): boolean => /[:：]$/.test(text.replace(/\s#.*$/s, '').trimEnd());

/**
 * Wrong marks of lists. Below a key without a value, or beside other items, an item is meant; where YAML would take it
 * for text, only if white space follows, or it is one of several.
 */
function markEdits(lines: readonly Line[]): { readonly certain: readonly Edit[]; readonly other: readonly Edit[] } {
  type Item = { readonly edit: Edit; readonly spaced: boolean };
  type List = { readonly column: number; items: Item[]; real: boolean };
  const open: List[] = [];
  const all: List[] = [];
  let before: Line | undefined;
  for (const line of lines) {
    if (line.inFlow) continue;
    while ((open.at(-1)?.column ?? -1) > line.indent) open.pop();
    const [typed, sign = '', gap = ''] = listMark.exec(line.text.slice(line.lead.length)) ?? [];
    const beside = open.at(-1)?.column === line.indent ? open.at(-1) : undefined;
    const isBelow = before !== undefined && before.indent <= line.indent && isOpen(before.text);
    // `*` without a space begins the name of an anchor, or a glob.
    const isItem = typed !== undefined && (beside !== undefined || isBelow) && !(sign === '*' && gap === '');
    if (isItem || line.dashed) {
      const list = beside ?? { column: line.indent, items: [], real: false };
      if (beside === undefined) {
        open.push(list);
        all.push(list);
      }
      if (line.dashed) list.real = true;
      if (isItem) {
        const start = line.lead.length;
        const edit: Edit = { code: 'yaml-list-mark', line: line.index, start, end: start + typed.length, by: '- ' };
        list.items.push({ edit, spaced: gap !== '' && sign !== '——' });
      }
    }
    before = line;
  }
  const isCertain = ({ items, real }: List): boolean => real || items.length > 1 || items.some(({ spaced }) => spaced);
  const editsOf = (lists: readonly List[]): Edit[] => lists.flatMap(({ items }) => items.map(({ edit }) => edit));
  return { certain: editsOf(all.filter(isCertain)), other: editsOf(all.filter((list) => !isCertain(list))) };
}

/** Lines whose white space has a wrong sign; one look at the first, mended, mends them all. */
function indentSlips(code: 'yaml-tab' | 'yaml-wide-indent', wrong: readonly Line[], unit: number): Slip[] {
  const [line] = wrong;
  if (line === undefined) return [];
  const lead = line.lead.replace(/\t|\u3000/g, ' '.repeat(unit)).replace(/[^ ]/g, ' ');
  const mended = lead + line.text.slice(line.lead.length).trimEnd().slice(0, longestSigns);
  const sign = code === 'yaml-tab' ? /\t/ : /[^ ]/;
  return wrong.map(({ index, lead: own }): Slip => {
    return { code, args: { mended, step: unit }, line: index, start: own.search(sign), end: own.length };
  });
}

/** Spaces of a level, as the file itself indents. */
function stepOf(lines: readonly Line[]): number {
  const leads = lines.filter((line) => /^ +$/.test(line.lead)).map((line) => line.lead.length);
  const least = leads.reduce((a, b) => Math.min(a, b), 8);
  return least === 8 ? 2 : least;
}

export type Slips = {
  /** Those that a parser does not stumble over. */
  readonly certain: readonly Slip[];
  /** Those that only count when the parser finds the text wrong. */
  readonly other: readonly Slip[];
  /** The quote or bracket that nothing closes. */
  readonly unclosed?: At;
};

/** Slips in the lines of a text. */
export function findSlips(texts: readonly string[]): Slips {
  const { lines, flow, tooDeep, unclosed } = walk(texts);
  const step = stepOf(lines);
  const tabs = lines.filter((line) => line.lead.includes('\t'));
  // U+3000 after enough spaces may begin a paragraph of a plain text; before a key it never does.
  const wide = lines.filter((line) => /[^ \t]/.test(line.lead) && !line.lead.includes('\t') && !line.continues);
  const deep: Slip[] =
    tooDeep === undefined
      ? []
      : [
          {
            code: 'yaml-too-deep',
            args: { limit: maxDepth },
            line: tooDeep,
            start: 0,
            end: texts[tooDeep]?.length ?? 0,
          },
        ];
  const marks = markEdits(lines);
  const colons = slipsOf([...marks.other, ...colonEdits(lines)], texts);
  const inFlow = slipsOf(
    flow.map(({ code, index, offset }) => edit(texts[index] ?? '', index, offset, code === 'yaml-wide-comma')),
    texts,
  );
  return {
    certain: [...indentSlips('yaml-wide-indent', wide, step), ...slipsOf(marks.certain, texts), ...inFlow, ...deep],
    other: [...indentSlips('yaml-tab', tabs, step), ...colons],
    ...(unclosed === undefined ? {} : { unclosed }),
  };
}

/**
 * The slip in a value that is text where fields are expected: a single `邮编：210001` below a section is legal YAML,
 * so only who knows that fields must stand there can say that a colon was meant. Gives the offset of the colon in
 * `source` and the mended text.
 */
export function colonMeant(node: ScalarNode): { readonly offset: number; readonly mended: string } | undefined {
  const offset = node.quoted ? -1 : meantColon(node.source);
  if (offset <= 0) return undefined;
  const rest = node.source.slice(offset + 1).trimStart();
  return { offset, mended: `${node.source.slice(0, offset)}: ${rest}`.trimEnd() };
}
