// Takes out of a dossier's text what could command a terminal or turn its reading order.
import { masked } from '../characters/shown.ts';

/** Text for one line: a tab or a line end becomes a space, every other sign that nobody sees `?`, so that columns still count. */
export const cleanLine = (text: string): string => masked(text, '?').replace(/[\t\n]/g, ' ');

/** Text that may hold line ends of our own. */
export const cleanText = (text: string): string => text.split('\n').map(cleanLine).join('\n');
