// Whether a text can be a person's: its lines, its YAML tokens and the longest of them, counted before anything is built of them.
import { Lexer } from 'yaml';
import type { Crowd } from '../findings/areas/document.ts';

/** Lines of a file; a dossier has some three hundred. */
const mostLines = 100_000;
/** Names, values, signs, line ends; a dossier has some two thousand, no definition of the program twenty thousand. */
const mostTokens = 100_000;
/** Characters of one text; the longest field of a form takes five thousand. */
const mostCharacters = 50_000;

/** Characters of all names and values; a dossier has some ten thousand, no definition of the program a hundred thousand. */
const mostText = 1_000_000;
/** Members of one list or map; a table of a form has some hundred rows. */
export const mostItems = 5_000;

/** What there is too much of, and the offset from which. */
export type Crowded = { readonly what: Exclude<Crowd, 'items'>; readonly limit: number; readonly at: number };

/** The first bound that a text exceeds, found in one pass that ends there. */
export function crowdedAt(source: string): Crowded | undefined {
  let lines = 0;
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) {
    lines += 1;
    if (lines >= mostLines) return { what: 'lines', limit: mostLines, at };
  }
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
