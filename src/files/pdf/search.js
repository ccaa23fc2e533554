// Looks for the names of the enterprise in the text of a PDF as it goes by, page after page; keeps no text.
import { printed } from './fold.js';

/**
 * What is looked for: the enterprise's name, its former names, its credit code.
 * @typedef {{ readonly name?: string, readonly code?: string, readonly former?: readonly string[] }} Wanted
 */

/** @typedef {'name' | 'code' | 'former name'} Mention */

/**
 * @param {Wanted} wanted
 * @returns {{ readonly read: (text: string) => void, readonly found: () => Mention | undefined }} `read` takes the text in
 *   order, cut anywhere: a name that is broken over two lines or pages is found.
 */
export function searchFor(wanted) {
  /** @type {[Mention, string][]} best first */
  const needles = [];
  if (wanted.name !== undefined) needles.push(['name', printed(wanted.name)]);
  if (wanted.code !== undefined) needles.push(['code', printed(wanted.code)]);
  for (const name of wanted.former ?? []) needles.push(['former name', printed(name)]);
  let open = needles.filter(([, needle]) => needle !== '');
  /** @type {Mention | undefined} */
  let best;
  let tail = '';
  return {
    read(text) {
      if (open.length === 0) return;
      const all = tail + printed(text);
      const hit = open.findIndex(([, needle]) => all.includes(needle));
      if (hit >= 0) {
        best = open[hit]?.[0];
        open = open.slice(0, hit);
      }
      const longest = Math.max(0, ...open.map(([, needle]) => needle.length));
      tail = longest > 1 ? all.slice(1 - longest) : '';
    },
    found: () => best,
  };
}
