// The sentence for a finding in a language: the engine's from the catalogue, a criterion's from its definition.
import { named } from '../characters/shown.ts';
import { codes } from '../findings/areas/index.ts';
import { type EngineFinding, type Finding, isCriterion } from '../findings/finding.ts';
import { folds } from '../findings/folds.ts';
import { type Language, ofDefinition, type Words } from '../findings/sentence.ts';
import { figuresAgainst, readingsText, shownIn } from './readings.ts';
import { reportWords } from './report.ts';

type Sentence = (args: unknown) => Words;

/** The number of places, where the sentence does not itself speak of all of them. */
function counted(finding: EngineFinding, words: Words, language: Language): Words {
  const { code, also = [], more = 0 } = finding;
  const count = 1 + also.length + more;
  if (count === 1 || (folds[code]?.many !== undefined && more === 0)) return words;
  const text = language === 'zh' ? `（这类问题共 ${count} 处）` : ` (${count} places of this kind)`;
  return { ...words, message: `${words.message}${text}` };
}

/** What is wrong and what to do, in `language`; characters that nobody sees are named. */
export function wordsOf(finding: Finding, language: Language): Words {
  const { message, hint } = sentence(finding, language);
  return hint === undefined ? { message: named(message) } : { message: named(message), hint: named(hint) };
}

/** Whether a finding of others gives this sentence, in either language where only one was kept, and none that fails. */
export function isSaid(finding: Finding, message: Readonly<Record<Language, string>>): boolean {
  try {
    const said = (['zh', 'en'] as const).map((language) => wordsOf(finding, language).message === message[language]);
    return said.includes(true);
  } catch {
    return false;
  }
}

/** The arguments in which a definition speaks. */
const spoken: ReadonlySet<string> = new Set(['criterion', 'hint', 'text', 'compare', 'reading', 'preferred']);

/** The arguments of a sentence, with what the definition says of its own accord in the language. */
function argsIn(args: object, language: Language): object {
  if (language === 'zh') return args;
  const said = (value: unknown): unknown =>
    typeof value === 'string' ? ofDefinition(value, language) : Array.isArray(value) ? value.map(said) : value;
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, spoken.has(name) ? said(value) : value]),
  );
}

function sentence(finding: Finding, language: Language): Words {
  if (!isCriterion(finding))
    return counted(finding, (codes[finding.code][language] as Sentence)(argsIn(finding.args, language)), language);
  const { title, hint, readings } = finding.criterion;
  const shown = readings === undefined ? shownIn(finding.criterion, language) : figuresAgainst(readings, language);
  const figures = shown === undefined ? '' : language === 'zh' ? `（${shown}）` : ` (${shown})`;
  const not = { zh: '不符合', en: 'not met' }[language];
  const read = readingsText(finding.criterion, language) ?? not;
  const message = `${reportWords(language).readings.of(read, ofDefinition(title, language))}${figures}`;
  return hint === undefined ? { message } : { message, hint: ofDefinition(hint, language) };
}
