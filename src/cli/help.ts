// How commander lays out its help: titles and placeholders in the language of the run, lines broken as Chinese is set.

import type { Language } from '../findings/sentence.ts';
import { cellsIn } from '../reporters/table.ts';
import { wrap } from '../reporters/wrap.ts';
import { cliWords } from '../words/cli.ts';

/** The part of commander's option that is described. */
type Described = { readonly description: string; readonly defaultValue?: unknown; readonly negate: boolean };

/** Settings for commander's `configureHelp`. */
export function helpIn(language: Language) {
  const { headings } = cliWords(language);
  const titles: Readonly<Record<string, string>> = {
    'Usage:': headings.usage,
    'Arguments:': headings.arguments,
    'Options:': headings.options,
    'Commands:': headings.commands,
  };
  const placeholders = (text: string): string =>
    language === 'zh' ? text.replace('[options]', '[选项]').replace('[command]', '<命令>') : text;
  return {
    styleTitle: (title: string): string => titles[title] ?? title,
    styleUsage: placeholders,
    styleSubcommandTerm: placeholders,
    optionDescription: (option: Described): string => option.description + fallbackOf(option, language),
    minWidthToWrap: 20,
    displayWidth: cellsIn,
    boxWrap: (text: string, width: number): string =>
      text
        .split('\n')
        .flatMap((line) => wrap(line, width))
        .join('\n'),
  };
}

/** The description names the choices; only the default is added. */
function fallbackOf({ defaultValue, negate }: Described, language: Language): string {
  if (typeof defaultValue !== 'string' || negate) return '';
  return language === 'zh' ? `（默认 ${defaultValue}）` : ` (default: ${defaultValue})`;
}
