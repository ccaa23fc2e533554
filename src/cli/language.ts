// Which language a run speaks: --lang, else ZJTX_LANG, else the locale, else Chinese.
import type { Language } from '../findings/sentence.ts';
import type { Context } from './command.ts';
import { textOption } from './options.ts';
import type { Terminal } from './terminal.ts';

/** Reads `zh`, `zh_CN.UTF-8`, `en-US` …; nothing for anything else. */
export function readLanguage(text: string): Language | undefined {
  const [, language] = /^(zh|en)(?:[-_.@]|$)/i.exec(text.trim()) ?? [];
  return language?.toLowerCase() as Language | undefined;
}

/** The only language of the JSON of a run: that of --lang. What ZJTX_LANG and the locale say is for people. */
export const onlyLanguage = (options: Context['options']): Language | undefined =>
  readLanguage(textOption(options, 'lang') ?? '');

/**
 * The language of a run. `option` is what --lang says, already one of the two. A locale of a third language gets
 * English; C, POSIX and none at all get Chinese, since that says nothing of who reads.
 */
export function languageOf(option: Language | undefined, env: Terminal['env']): Language {
  const named = option ?? readLanguage(env.ZJTX_LANG ?? '');
  if (named !== undefined) return named;
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '');
  if (locale === undefined || /^(?:C|POSIX)(?:[.@]|$)/.test(locale)) return 'zh';
  return readLanguage(locale) ?? 'en';
}
