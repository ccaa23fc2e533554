// Why a dossier cannot be matched, or a fact of --set cannot be taken, in both languages.
import type { Finding } from '../../findings/finding.ts';
import { Stop } from '../../findings/stop.ts';
import { matchWords } from '../../words/match.ts';
import { wordsOf } from '../../words/of-finding.ts';

type Refusals = ReturnType<typeof matchWords>['refusals'];

const stop = (say: (words: Refusals) => { readonly message: string; readonly hint: string }): Stop =>
  new Stop(say(matchWords('zh').refusals), say(matchWords('en').refusals));

export const unreadable = (path: string): Stop => stop((words) => words.unreadable(path));
export const noCategory = (path: string): Stop => stop((words) => words.noCategory(path));
export const noValue = (written: string): Stop => stop((words) => words.noValue(written));
export const unknownFact = (written: string, near: string | undefined): Stop =>
  stop((words) => words.unknownFact(written, near));
export const unknownPart = (written: string, label: string, parts: readonly string[]): Stop =>
  stop((words) => words.unknownPart(written, label, parts));
export const noYear = (written: string, id: string, label: string): Stop =>
  stop((words) => words.noYear(written, id, label));

/** What reading the value found, in the words that it has in a dossier. */
export function wrongValue(written: string, finding: Finding): Stop {
  const [zh, en] = [wordsOf(finding, 'zh'), wordsOf(finding, 'en')];
  return new Stop(
    { ...zh, message: matchWords('zh').refusals.wrongValue(written, zh.message) },
    { ...en, message: matchWords('en').refusals.wrongValue(written, en.message) },
  );
}
