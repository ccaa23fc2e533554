// Takes the options of a form, 是 and 否 among them, in other widths, spaces, brackets, letter cases and marks.
import { halfWidth, oneOf, type Taken, takenFrom } from './taken.ts';

const brackets: Readonly<Record<string, string>> = {
  '〔': '(',
  '〕': ')',
  '[': '(',
  ']': ')',
  '【': '(',
  '】': ')',
  '{': '(',
  '}': ')',
  '“': '"',
  '”': '"',
  '„': '"',
  '「': '"',
  '」': '"',
  '『': '"',
  '』': '"',
};

/** What two spellings of an option have in common. */
export const foldedChoice = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .toLowerCase()
    .replace(/[〔〕[\]【】{}“”„「」『』]/gu, (sign) => brackets[sign] ?? sign);

/** The option that a text means; options that differ only in what is folded away are told apart by a person. */
export function takeChoice(written: string, options: readonly string[]): Taken {
  const text = written.trim();
  if (options.includes(text)) return { is: 'plain', text };
  const folded = foldedChoice(markedIn(text, options) ?? text);
  return oneOf(
    written,
    options.filter((option) => foldedChoice(option) === folded),
  );
}

const longestMarked = 200;

/** `☑省级 □市县`, as forms print it: the only one that is marked of several options. */
function markedIn(text: string, options: readonly string[]): string | undefined {
  if (text.length > longestMarked) return undefined;
  const boxes = text.split(/(?=[√✓✔☑■□☐])/u).map((box) => ({ mark: box.slice(0, 1), name: box.slice(1).trim() }));
  const [marked, another] = boxes.filter(({ mark }) => !isBlank(mark));
  const isEach = boxes.every(({ name }) => options.some((option) => foldedChoice(option) === foldedChoice(name)));
  return boxes.length > 1 && isEach && another === undefined ? marked?.name : undefined;
}

/** `［工业机器人，高档数控机床］`: what stands in brackets that YAML does not know. */
export const unbracketed = (text: string): string =>
  /^[［【](?<inner>[^［【］】]*)[］】]$/u.exec(text.trim())?.groups?.inner ?? text;

/** `工业机器人、高档数控机床` where both are options and the whole is none: the options, each once. */
export function takeChoices(written: string, options: readonly string[]): readonly string[] | undefined {
  if (takeChoice(written, options).is !== 'none') return undefined;
  const parts = unbracketed(written)
    .split(/[、，,;；/／\n]/u)
    .map((part) => part.trim());
  if (parts.length < 2) return undefined;
  const taken = parts.filter((part) => part !== '').map((part) => takeChoice(part, options));
  const texts = taken.flatMap((one) => (one.is === 'plain' || one.is === 'taken' ? [one.text] : []));
  return texts.length === taken.length && texts.length > 0 ? [...new Set(texts)] : undefined;
}

/** In lower case and half width. */
const yesWords = ['是', '是的', '有', '对', '√', '✓', '✔', '☑', 'yes', 'y', 'true'];
const noWords = ['否', '不是', '无', '没有', '没', '×', '✕', '✖', '✗', '✘', 'no', 'n', 'false'];
/** A cross in a box ticks it for some and strikes it out for others. */
const either = ['☒', 'x', '[x]', '(x)'];

/** To “没有被列入名录”, 有 may say that there is such a listing, or that what is stated holds. */
const eitherOfDenial = ['有', '无', '没有', '没'];
const denies = (question: string): boolean => ['没有', '不属于', '未'].some((word) => question.includes(word));

/** The words for 是 and 否 that answer a question one way only. */
export const plainWords = (question: string): readonly string[] =>
  [...yesWords, ...noWords].filter((word) => !denies(question) || !eitherOfDenial.includes(word));

/** `☑是 □否`, as forms print it: the marked one. */
const printed = /^(?<yes>[√✓✔☑■□☐])是(?<no>[√✓✔☑■□☐])否$/u;
const isBlank = (mark: string | undefined): boolean => mark === '□' || mark === '☐';

/** `question`: what it answers. */
export function takeYesNo(written: string, question = ''): Taken {
  const text = halfWidth(written).replace(/\s/g, '').toLowerCase();
  const boxes = printed.exec(text)?.groups;
  if (boxes !== undefined) {
    if (isBlank(boxes.yes) === isBlank(boxes.no)) return { is: 'none' };
    return takenFrom(written, isBlank(boxes.yes) ? '否' : '是');
  }
  const isEither = either.includes(text) || (denies(question) && eitherOfDenial.includes(text));
  if (isEither) return { is: 'several', readings: ['是', '否'] };
  if (yesWords.includes(text)) return takenFrom(written, '是');
  if (noWords.includes(text)) return takenFrom(written, '否');
  return { is: 'none' };
}
