// What narrows the page down: text, category, region, level, states; hidden until the script is there to do it.

import { states } from '../../decide/state.ts';
import type { Severity } from '../../findings/finding.ts';
import { categoryOf, cityOf, type Row } from './enterprises.ts';
import { html, type Markup, type Pen } from './markup.ts';

const severities: readonly Severity[] = ['error', 'warning', 'note'];

type Option = { readonly value: string; readonly label: string };

/** A choice with its first option for all; nothing where there is no choice. */
function choice(name: string, label: string, all: string, options: readonly Option[]): Markup | undefined {
  if (options.length < 2) return undefined;
  const list = options.map(({ value, label: shown }) => html`<option value="${value}">${shown}</option>`);
  return html`<label class="unseen" for="f-${name}">${label}</label><select id="f-${name}" name="${name}"><option value="">${all}</option>${list}</select>
`;
}

const distinct = (values: readonly string[]): readonly string[] =>
  [...new Set(values)].filter((value) => value !== '').sort();

/** Categories by title; where two titles are alike, with their ids. */
function categories(rows: readonly Row[]): readonly Option[] {
  const outcomes = rows.flatMap((row) => row.entries.map(({ outcome }) => outcome));
  const titles = new Map(
    outcomes.flatMap((outcome) => (outcome.kind === 'assessed' ? [[outcome.category.id, outcome.category.title]] : [])),
  );
  const ids = distinct(outcomes.map(categoryOf));
  return ids.map((id) => {
    const title = titles.get(id) ?? id;
    const alike = [...titles.values()].filter((other) => other === title).length > 1;
    return { value: id, label: alike ? `${title} ${id}` : title };
  });
}

/** @param rows none for a single dossier: then findings are filtered */
export function filter(pen: Pen, rows: readonly Row[] | undefined): Markup {
  const { html: all, words } = pen;
  const { filter: own } = all;
  const levels = [
    ...severities.map((severity) => ({ value: severity, label: words.severity[severity] })),
    { value: 'undecided', label: words.undecided },
    { value: 'unknown', label: words.unknown },
    { value: 'waived', label: words.waived },
  ];
  const choices =
    rows === undefined
      ? [choice('level', own.level, own.allLevels, levels)]
      : [
          choice('category', own.category, own.allCategories, categories(rows)),
          choice(
            'region',
            own.region,
            own.allRegions,
            distinct(rows.map(cityOf)).map((city) => ({ value: city, label: city })),
          ),
        ];
  const boxes =
    rows === undefined
      ? undefined
      : html`<fieldset><legend class="unseen">${own.states}</legend>${states.map(
          (state) =>
            html`<label><input type="checkbox" name="state" value="${state}" checked> ${words.state[state]}</label> `,
        )}</fieldset>
`;
  const text = rows === undefined ? own.findings : own.rows;
  const shown = rows === undefined ? own.shownFindings : own.shownRows;
  const hints = own.hints
    .filter((_, index) => rows !== undefined || index !== 2)
    .map(([keys, what]) => html`<span>${keys.map((key) => html`<kbd>${key}</kbd>`)} ${what}</span> `);
  return html`<search class="filter" hidden aria-label="${own.label}">
<label class="unseen" for="f-text">${text}</label><input id="f-text" name="text" type="search" placeholder="${text}" autocomplete="off" spellcheck="false">
${choices}${boxes}<output class="shown" aria-live="polite" data-words="${shown}"></output>
<p class="hints">${hints}<label><input type="checkbox" name="keys" checked> ${own.keys}</label></p>
</search>
`;
}
