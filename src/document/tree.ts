// Makes our tree of the parser's: every value with its text as written and its range, and what we refuse as findings.
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Pair,
  type Scalar,
  type Node as YamlNode,
} from 'yaml';
import { type Canonical, type Change, canonical } from '../characters/canonical.ts';
import { unspaced } from '../characters/folds.ts';
import type { Crowd } from '../findings/areas/document.ts';
import type { Args, Code } from '../findings/areas/index.ts';
import { characterFindings } from '../findings/characters.ts';
import type { Finding } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import { type Entry, type Node, placeAt, type Range, type ScalarNode } from './node.ts';
import type { Positions } from './positions.ts';
import { maxDepth } from './walk.ts';

/** Nodes that aliases may stand for, all together. */
const maxAliased = 10_000;
const wideQuoted = /^(?:“([^“”]*)["”]|"?‘([^‘’]*)’|＂([^＂]*)＂)$/;
/** The number of a building or a room behind a blank, and the signs in which it ends. */
const numbered = /^([ \t]+)(#\d{1,4}(?:-\d{1,4})?(?:[号幢栋楼室座厂]|车间|单元)?)[ \t]*(?:\n|$)/;
const longestNumber = 40;

/** White space that looks like none of a name, or like the one of a keyboard: around it, and between two letters of an id. */
const ODD_SPACE = /^[^\S \t\n]+|(?<![^\S \t\n])[^\S \t\n]+$|(?<=\w)[^\S \t\n]+(?=\w)/gu;

/** A name as it was meant, and what stood in it unseen. */
function withoutOddSpaces(name: string): Canonical {
  const changes = new Map<string, Change & { times: number }>();
  const text = name.replace(ODD_SPACE, (spaces) => {
    for (const from of spaces) {
      const known = changes.get(from) ?? { from, to: '', kind: 'invisible', times: 0 };
      changes.set(from, { ...known, times: known.times + 1 });
    }
    return '';
  });
  return { text, changes: [...changes.values()] };
}

export type Tree = { readonly node?: Node; readonly findings: readonly Finding[] };

/** Builds the tree of a document that parsed without errors. */
export function treeOf(document: Document.Parsed, text: string, positions: Positions, file: string): Tree {
  const findings: Finding[] = [];
  const anchors = new Map<string, YamlNode>();
  const expanding = new Set<YamlNode>();
  let aliased = 0;

  const spanOf = (node: YamlNode): [number, number] => {
    let [start, end] = node.range ?? [0, 0];
    while (end > start && /[ \t\n]/.test(text[end - 1] ?? '')) end -= 1;
    return [start, end];
  };
  const rangeOf = (node: YamlNode): Range => positions.range(...spanOf(node));
  const say = <C extends Code>(code: C, args: Args<C>, node: YamlNode): void => {
    findings.push(report(code, args, placeAt(file, '', rangeOf(node))));
  };
  const empty = (at: number): ScalarNode => ({
    kind: 'scalar',
    source: '',
    value: null,
    quoted: false,
    range: positions.range(at, at),
  });

  const sayTag = (node: YamlNode, full: string): void => {
    const start = node.range?.[0] ?? 0;
    const tag = full.replace('tag:yaml.org,2002:', '!!');
    const from = Math.max(0, text.lastIndexOf(tag, start));
    findings.push(report('yaml-tag', { tag }, placeAt(file, '', positions.range(from, from + tag.length))));
  };

  /** The text of a plain value that stands in Chinese quotes, without them. */
  const unquoted = (node: Scalar, told = false): string | undefined => {
    const parts = node.type === 'PLAIN' ? wideQuoted.exec(node.source ?? '') : null;
    if (parts === null) return undefined;
    const inner = parts[1] ?? parts[2] ?? parts[3] ?? '';
    if (told) return inner;
    const [start, end] = spanOf(node);
    const line = positions.range(start, start).line - 1;
    const before = text.slice(positions.startOf(line), start).trimStart();
    const after = /^[^\n]{0,80}/.exec(text.slice(end))?.[0].trimEnd() ?? '';
    say(
      'yaml-wide-quote',
      { typed: node.source?.slice(0, 1) ?? '', mended: `${before.slice(-80)}${JSON.stringify(inner)}${after}` },
      node,
    );
    return inner;
  };

  /** The text as it is used; what had to be changed for that is told, at the first such character where it is written out. */
  const usable = (node: Scalar, given: string, where: 'value' | 'key', path: string, inAlias: boolean): string => {
    const spaces = where === 'key' ? withoutOddSpaces(given) : { text: given, changes: [] };
    const { text: plain, changes: others } = canonical(spaces.text);
    const changes = [...spaces.changes, ...others];
    if (changes.length === 0 || inAlias) return plain;
    const [start, end] = spanOf(node);
    const placeOf = (character: string) => {
      const at = text.slice(start, end).indexOf(character);
      const range = at < 0 ? rangeOf(node) : positions.range(start + at, start + at + character.length);
      return placeAt(file, path, range);
    };
    for (const one of characterFindings({ text: plain, changes }, where, placeOf)) findings.push(one);
    return plain;
  };

  /** `南京市某路 18 号 #3幢`: what YAML takes for a comment is part of an address. */
  const sayLost = (node: Scalar, source: string): void => {
    const [, end] = spanOf(node);
    const [, gap = '', lost = ''] = numbered.exec(text.slice(end, end + longestNumber)) ?? [];
    if (lost === '') return;
    const range = positions.range(end + gap.length, end + gap.length + lost.length);
    const mended = JSON.stringify(`${source}${gap}${lost}`);
    findings.push(report('yaml-comment-lost', { lost, mended }, placeAt(file, '', range)));
  };

  const scalar = (node: Scalar, inAlias: boolean, path: string): ScalarNode => {
    const inner = unquoted(node, inAlias);
    const range = rangeOf(node);
    if (inner !== undefined) {
      const source = usable(node, inner, 'value', path, inAlias);
      return { kind: 'scalar', source, value: source, quoted: true, range };
    }
    const quoted = node.type !== 'PLAIN';
    const source = usable(node, node.source ?? '', 'value', path, inAlias);
    if (typeof node.value === 'string') {
      if (!quoted && !inAlias) sayLost(node, source);
      return { kind: 'scalar', source, value: canonical(node.value).text, quoted, range };
    }
    const value = typeof node.value === 'bigint' ? Number(node.value) : (node.value as ScalarNode['value']);
    return { kind: 'scalar', source, value, quoted, range };
  };

  const alias = (node: YamlNode & { source: string }, depth: number, path: string): Node => {
    const target = anchors.get(node.source);
    if (target === undefined || expanding.has(target) || aliased > maxAliased) {
      say('yaml-alias', { name: node.source, fault: target === undefined ? 'unknown' : 'too-many' }, node);
      return empty(spanOf(node)[0]);
    }
    return convert(target, depth, true, path);
  };

  /** In `{2018: 1,200}` YAML takes the comma for the end of the value, and 200 for a key without one. */
  const groupsAfter = (pairs: readonly Pair[], index: number): Scalar[] => {
    const first = pairs[index]?.value;
    if (!isScalar(first) || first.type !== 'PLAIN' || !/^[-+]?\d{1,3}$/.test(first.source ?? '')) return [];
    const groups: Scalar[] = [];
    for (const { key, value } of pairs.slice(index + 1)) {
      const before = groups.at(-1) ?? first;
      if (value !== null || !isScalar(key) || !/^\d{3}(?:\.\d+)?$/.test(key.source ?? '')) break;
      if (text.slice(spanOf(before as YamlNode)[1], spanOf(key as YamlNode)[0]) !== ',') break;
      groups.push(key);
      if (key.source?.includes('.')) break;
    }
    return groups;
  };

  const joined = (first: YamlNode, last: YamlNode): ScalarNode => {
    const [start, end] = [spanOf(first)[0], spanOf(last)[1]];
    const source = text.slice(start, end);
    return { kind: 'scalar', source, value: source, quoted: false, range: positions.range(start, end) };
  };

  const entries = (
    pairs: readonly Pair[],
    depth: number,
    inAlias: boolean,
    { at, path, flow = false }: { readonly at: number; readonly path: string; readonly flow?: boolean | undefined },
  ): Entry[] => {
    const seen = new Map<string, number>();
    const grouped = new Set<unknown>();
    return pairs.flatMap((pair, index) => {
      if (grouped.has(pair.key)) return [];
      const key = pair.key as YamlNode | null;
      if (!isScalar(key) || key.source === undefined || key.source === '') {
        if (key === null || key.range?.[0] === key.range?.[1])
          findings.push(report('yaml-key', {}, placeAt(file, '', positions.range(at, at + 1))));
        else say('yaml-key', {}, key);
        return [];
      }
      if (key.tag !== undefined) sayTag(key, key.tag);
      if (key.type === 'PLAIN' && key.source === '<<') {
        say('yaml-merge-key', {}, key);
        return [];
      }
      const written = unquoted(key, inAlias) ?? key.source;
      const meant = canonical(withoutOddSpaces(written).text).text;
      const below = path === '' ? meant : `${path}.${meant}`;
      const name = usable(key, written, 'key', below, inAlias);
      if (name === '') {
        say('yaml-key', {}, key);
        return [];
      }
      const same = unspaced(name);
      const keyRange = rangeOf(key);
      const before = seen.get(same);
      if (before !== undefined) {
        if (!inAlias) say('yaml-duplicate-key', { key: name, line: before }, key);
        return [];
      }
      seen.set(same, keyRange.line);
      const value = pair.value as YamlNode | null;
      const after = spanOf(key)[1];
      const groups = flow ? groupsAfter(pairs, index) : [];
      for (const group of groups) grouped.add(group);
      const last = groups.at(-1);
      if (value !== null && last !== undefined)
        return [{ key: name, keyRange, value: joined(value, last as YamlNode) }];
      return [
        { key: name, keyRange, value: value === null ? empty(after) : convert(value, depth + 1, inAlias, below) },
      ];
    });
  };

  const convert = (node: YamlNode, depth: number, inAlias: boolean, path: string): Node => {
    if (isAlias(node)) return alias(node, depth, path);
    if (inAlias) aliased += 1;
    if (!inAlias && 'anchor' in node && node.anchor !== undefined) anchors.set(node.anchor, node);
    if (node.tag !== undefined && !inAlias) sayTag(node, node.tag);
    if (isScalar(node)) return scalar(node, inAlias, path);
    if (!isCollection(node) || depth > maxDepth) {
      say('yaml-too-deep', { limit: maxDepth }, node);
      return empty(spanOf(node)[0]);
    }
    if (node.items.length > mostItems) {
      say('yaml-too-many', { what: 'items', limit: mostItems }, node);
      return empty(spanOf(node)[0]);
    }
    expanding.add(node);
    const range = rangeOf(node);
    const start = spanOf(node)[0];
    const made: Node = isMap(node)
      ? { kind: 'map', entries: entries(node.items, depth, inAlias, { at: start, path, flow: node.flow }), range }
      : {
          kind: 'list',
          items: isSeq(node)
            ? node.items.map((item, index) =>
                item === null ? empty(start) : convert(item as YamlNode, depth + 1, inAlias, `${path}[${index}]`),
              )
            : [],
          range,
        };
    expanding.delete(node);
    return made;
  };

  const root = document.contents === null ? undefined : convert(document.contents as YamlNode, 0, false, '');
  return { ...(root === undefined ? {} : { node: root }), findings };
}

/** Lines of a file; a dossier has some three hundred. */
const mostLines = 100_000;
/** Names, values, signs, line ends; a dossier has some two thousand, no definition of the program twenty thousand. */
const mostTokens = 100_000;
/** Characters of one text; the longest field of a form takes five thousand. */
const mostCharacters = 50_000;

/** Characters of all names and values; a dossier has some ten thousand, no definition of the program a hundred thousand. */
const mostText = 1_000_000;
/** Members of one list or map; a table of a form has some hundred rows. */
const mostItems = 5_000;

/** What there is too much of, and the offset from which. */
type Crowded = { readonly what: Exclude<Crowd, 'items'>; readonly limit: number; readonly at: number };

/** The first bound that a text exceeds, found in one pass that ends there. */
export function crowdedAt(source: string): Crowded | undefined {
  let lines = 0;
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) {
    lines += 1;
    if (lines >= mostLines) return { what: 'lines', limit: mostLines, at };
  }
  // Each sign is one token at most, with a mark of the lexer's own before it.
  if (source.length <= Math.min(mostTokens / 2, mostCharacters, mostText)) return undefined;
  let tokens = 0;
  let text = 0;
  let at = 0;
  for (const token of new Lexer().lex(source)) {
    tokens += 1;
    if (tokens > mostTokens) return { what: 'tokens', limit: mostTokens, at };
    if (token.length > mostCharacters) return { what: 'characters', limit: mostCharacters, at };
    if (!/^[\s#]/.test(token)) text += token.length;
    if (text > mostText) return { what: 'text', limit: mostText, at };
    // Signs of the lexer's own, which stand for the kind of what follows, are not in the text.
    if (!marks.has(token)) at += token.length;
  }
  return undefined;
}

/** Begin of a document, of a flow end found by its indentation, and of a scalar. */
const marks: ReadonlySet<string> = new Set(['\u{2}', '\u{18}', '\u{1f}']);
