// What a run takes from the environment: language, width, colour, marks.
import { expect, test } from 'vitest';
import { colourOf, unicodeOf, widthOf } from '../../src/cli/display.ts';
import { languageOf } from '../../src/cli/language.ts';
import { terminalOf } from '../../src/cli/terminal.ts';

const pipe = { write: () => {}, isTTY: false };
const screen = (columns?: number) => ({ write: () => {}, isTTY: true, ...(columns === undefined ? {} : { columns }) });

test.each([
  ['nothing set', undefined, {}, 'zh'],
  ['the option first', 'en', { ZJTX_LANG: 'zh', LANG: 'zh_CN.UTF-8' }, 'en'],
  ['then ZJTX_LANG', undefined, { ZJTX_LANG: 'en', LANG: 'zh_CN.UTF-8' }, 'en'],
  ['LC_ALL before LC_MESSAGES', undefined, { LC_ALL: 'en_US.UTF-8', LC_MESSAGES: 'zh_CN' }, 'en'],
  ['LC_MESSAGES before LANG', undefined, { LC_MESSAGES: 'zh_CN', LANG: 'en_US' }, 'zh'],
  ['empty ones do not count', undefined, { LC_ALL: '', LANG: 'en_GB' }, 'en'],
  ['C', undefined, { LANG: 'C' }, 'zh'],
  ['C.UTF-8', undefined, { LC_ALL: 'C.UTF-8', LANG: 'en_US' }, 'zh'],
  ['POSIX', undefined, { LANG: 'POSIX' }, 'zh'],
  ['Taiwan', undefined, { LANG: 'zh_TW.UTF-8' }, 'zh'],
  ['a third language', undefined, { LANG: 'de_DE.UTF-8' }, 'en'],
  ['an unknown ZJTX_LANG falls through', undefined, { ZJTX_LANG: 'fr', LANG: 'zh_CN' }, 'zh'],
] as const)('language: %s', (_, option, env, expected) => {
  expect(languageOf(option, env)).toBe(expected);
});

test.each([
  ['a pipe', pipe, {}, 80],
  ['a pipe with COLUMNS', pipe, { COLUMNS: '60' }, 60],
  ['a terminal', screen(90), {}, 90],
  ['a wide one', screen(200), {}, 100],
  ['one that does not tell', screen(), {}, 80],
  ['one that says nought', screen(0), {}, 80],
])('width of %s', (_, output, env, expected) => {
  expect(widthOf(output, env)).toBe(expected);
});

test.each([
  ['a terminal', screen(80), {}, true, true],
  ['a pipe', pipe, {}, true, false],
  ['NO_COLOR', screen(80), { NO_COLOR: '1' }, true, false],
  ['an empty NO_COLOR', screen(80), { NO_COLOR: '' }, true, true],
  ['--no-color', screen(80), { FORCE_COLOR: '1' }, false, false],
  ['a dumb terminal', screen(80), { TERM: 'dumb' }, true, false],
  ['FORCE_COLOR on a pipe', pipe, { FORCE_COLOR: '1' }, true, true],
  ['FORCE_COLOR=0', screen(80), { FORCE_COLOR: '0' }, true, false],
])('colour: %s', (_, output, env, allowed, expected) => {
  expect(colourOf(output, env, allowed)).toBe(expected);
});

test('marks are ASCII where the locale names another character set', () => {
  expect([{}, { LANG: 'C' }, { LANG: 'zh_CN.utf8' }].map(unicodeOf)).toEqual([true, true, true]);
  expect([{ LANG: 'zh_CN.GBK' }, { LC_ALL: 'en_US.ISO-8859-1', LANG: 'zh_CN.UTF-8' }].map(unicodeOf)).toEqual([
    false,
    false,
  ]);
});

test('the terminal of a process has its folder, environment and clock', () => {
  const terminal = terminalOf(process);
  expect(terminal.cwd).toBe(process.cwd());
  expect(terminal.env).toBe(process.env);
  const before = Date.now();
  const now = terminal.now().getTime();
  expect(before <= now && now <= Date.now()).toBe(true);
});
