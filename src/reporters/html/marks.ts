// The marks of the page, each another shape, drawn once and used by reference; the word follows each of them.
import { html, type Markup } from './markup.ts';

export type Mark =
  | 'ready'
  | 'error'
  | 'warning'
  | 'note'
  | 'undecided'
  | 'incomplete'
  | 'unknown'
  | 'advice'
  | 'waived';

/** On a square of 12 units (design.md A11). */
const shapes: Readonly<Record<Mark, Markup>> = {
  ready: html`<circle class="ring" cx="6" cy="6" r="5.2"/><path class="line" d="M3.3 6.2 5.3 8.3 8.8 3.9"/>`,
  error: html`<circle class="disc" cx="6" cy="6" r="5.7"/><path class="cut" d="M3.7 3.7 8.3 8.3M8.3 3.7 3.7 8.3"/>`,
  warning: html`<path class="ring" d="M6 .9 11.4 10.8H.6Z"/><path class="line" d="M6 4.4V7.3M6 8.6V9.6"/>`,
  note: html`<circle class="ring" cx="6" cy="6" r="5.2"/><path class="line" d="M6 5.4V9M6 3V4.1"/>`,
  undecided: html`<circle class="ring" cx="6" cy="6" r="5.2"/><path class="disc" d="M6 .8A5.2 5.2 0 0 0 6 11.2Z"/>`,
  incomplete: html`<path class="ring" d="M6 .8A5.2 5.2 0 1 0 11.2 6H6Z"/>`,
  unknown: html`<circle class="ring dash" cx="6" cy="6" r="5.2"/><path class="line" d="M3.9 6H8.1"/>`,
  advice: html`<path class="ring" d="M6 .8 11.2 6 6 11.2 .8 6Z"/>`,
  waived: html`<circle class="ring" cx="6" cy="6" r="5.2"/><path class="line" d="M2.4 9.6 9.6 2.4"/>`,
};

const names = Object.keys(shapes) as readonly Mark[];

/** The shapes, and the hatchings of the bar of states. */
export const sprite: Markup = html`<svg class="sprite" aria-hidden="true" width="0" height="0">${names.map(
  (name) => html`<symbol id="mark-${name}" viewBox="0 0 12 12">${shapes[name]}</symbol>`,
)}<pattern id="fill-incomplete" width="6" height="6" patternUnits="userSpaceOnUse"><path class="hatch" d="M0 3H6M3 0V6"/></pattern><pattern id="fill-unsettled" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><path class="hatch" d="M0 0V5"/></pattern><pattern id="fill-unreadable" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch dark" d="M0 0V4"/></pattern></svg>`;

/** A mark alone; say what it means beside it. */
export const mark = (name: Mark): Markup =>
  html`<svg class="mark ${name}" aria-hidden="true"><use href="#mark-${name}"/></svg>`;

/** A mark and its word. */
export const marked = (name: Mark, word: string | Markup): Markup =>
  html`<span class="marked">${mark(name)} ${word}</span>`;
