// Writes HTML so that no text can become markup: whatever is put into a template is cleaned and escaped.
import type { Language } from '../../findings/sentence.ts';
import type { HtmlWords } from '../../words/html.ts';
import type { ReportWords } from '../../words/report.ts';
import { cleanText } from '../clean.ts';

/** A piece of HTML. Made only by `html`; everything else is text. */
export class Markup {
  /** Our own text between the parts: one more than there are parts. */
  readonly strings: readonly string[];
  readonly parts: readonly Part[];
  constructor(strings: readonly string[], parts: readonly Part[] = []) {
    this.strings = strings;
    this.parts = parts;
  }
  /** As a browser reads it. */
  get source(): string {
    return this.strings.map((text, index) => text + sourceOf(this.parts[index])).join('');
  }
}

export type Part = Markup | string | number | undefined | readonly Part[];

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML shows it, in elements and in quoted attributes; control and bidi signs become `?`. */
export const escaped = (text: string): string => cleanText(text).replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);

function sourceOf(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Markup) return part.source;
  if (typeof part === 'object') return part.map(sourceOf).join('');
  return escaped(String(part));
}

/** A template whose values are text, unless they are Markup themselves; lists are joined, `undefined` is nothing. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup => new Markup(strings, parts);

/** Style sheet or script of our own, verbatim. Throws when it could end its element. */
export function verbatim(element: 'style' | 'script', text: string): Markup {
  if (text.includes('</')) throw new Error(`${element}: it would end its element`);
  return new Markup([`<${element}>${text}</${element}>`]);
}

/** What everything that draws a part of the page needs. */
export type Pen = {
  readonly language: Language;
  readonly words: ReportWords;
  readonly html: HtmlWords;
};

/** Text that definitions and dossiers hold in Chinese, said to be so on an English page. */
export const inChinese = ({ language }: Pen, text: string): Markup =>
  language === 'zh' || !/\p{Script=Han}/u.test(text) ? html`${text}` : html`<span lang="zh-CN">${text}</span>`;

/** Words for those who cannot see the mark beside them. */
export const unseen = (text: string): Markup => html`<span class="unseen">${text}</span>`;
