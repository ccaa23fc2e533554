// The lines below a finding that say what asks for it, and where else it stands.
import type { Citation, Finding, Place } from '../findings/finding.ts';
import { furtherPlaces } from '../findings/order.ts';
import { type Language, ofDefinition } from '../findings/sentence.ts';
import { wordsOf } from '../words/of-finding.ts';
import { standingName } from '../words/readings.ts';
import { reportWords } from '../words/report.ts';
import { cleanLine } from './clean.ts';

/** `手册 2.1.2（来源原文）：“…”；…`, or that the program asks for it itself. */
export function clauses(cites: readonly Citation[], language: Language): string {
  const words = reportWords(language);
  if (cites.length === 0) return words.programCheck;
  return cites
    .map(({ short, clause, standing, quote }) => {
      const source = ofDefinition(short, language);
      const name = cleanLine(clause === '' ? source : `${source} ${clause}`);
      return words.clause(name, standingName(standing, language), quote === undefined ? undefined : cleanLine(quote));
    })
    .join(words.and);
}

/** Names of which one finding tells, each with what it might have been. */
const mostMeant = 5;

/** What to do, in `language`; of several names that nobody knows also what each might have been, as its edit has it. */
export function hintOf(finding: Finding, language: Language): string | undefined {
  const { hint } = wordsOf(finding, language);
  const isOfSeveral = 'args' in finding && 'keys' in finding.args && finding.args.keys !== undefined;
  const pairs = (isOfSeveral ? (finding.fix ?? []) : []).map(({ stands, put }) => `${stands} → ${put}`);
  if (hint === undefined || pairs.length === 0) return hint;
  const shown = [...pairs.slice(0, mostMeant), ...(pairs.length > mostMeant ? ['…'] : [])];
  return `${hint}${language === 'zh' ? '' : ' '}${reportWords(language).meant(shown)}`;
}

/** What stands behind a file's name: `:12:5`, or `:12` for what is missing; nothing where the whole file is meant. */
export function positionOf({ path, line, column, endLine, endColumn, absent }: Place): string {
  if (absent) return `:${line}`;
  return path === '' && endLine === 1 && endColumn === 1 ? '' : `:${line}:${column}`;
}

/** `其余 8 处：12:5 13:5`; nothing for a finding of one position. `shownAs` names a file that is not the finding's own. */
export function furtherText(
  finding: Finding,
  language: Language,
  shownAs: (place: Place) => string,
): string | undefined {
  const { places, count } = furtherPlaces(finding);
  if (count === 0) return undefined;
  const positions = places.map((place) => {
    return place.file === finding.at.file ? `${place.line}:${place.column}` : `${shownAs(place)}${positionOf(place)}`;
  });
  return [reportWords(language).morePlaces(count), ...positions, ...(places.length < count ? ['…'] : [])].join(' ');
}

/** The clauses of most parts, where they need not be said of each; empty where hardly any two say the same. */
export function mostClauses(parts: readonly { readonly cite: readonly Citation[] }[], language: Language): string {
  const all = parts.map(({ cite }) => (cite.length === 0 ? '' : clauses(cite, language)));
  const timesIn = (one: string): number => all.filter((each) => each === one).length;
  const [most = ''] = [...new Set(all)].sort((a, b) => timesIn(b) - timesIn(a));
  return timesIn(most) > 2 ? most : '';
}
