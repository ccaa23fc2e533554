// The frame of every page of ours: its language, its security policy, its style sheet and the script of those that have one.
import type { Language } from '../../findings/sentence.ts';
import type { Assets } from './assets.ts';
import { html, type Markup, verbatim } from './markup.ts';

const longestTitle = 60;

export type Framed = {
  readonly language: Language;
  readonly title: string;
  /** The class of the body, where the style sheet goes by one. */
  readonly look?: string;
  /** Ends with its line. */
  readonly body: Markup;
};

/** The text of a document that loads nothing; a title is cut to 60 characters. */
export function documentOf(
  { language, title, look, body }: Framed,
  { style, script, policy }: Omit<Assets, 'script'> & { readonly script?: string },
): string {
  const own =
    script === undefined
      ? undefined
      : html`${verbatim('script', script)}
`;
  return html`<!DOCTYPE html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${[...title].slice(0, longestTitle).join('')}</title>
${verbatim('style', style)}
</head>
<body${look === undefined ? undefined : html` class="${look}"`}>
${body}${own}</body>
</html>
`.source;
}
