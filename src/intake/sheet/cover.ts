// The cover of a workbook: whose it is, of which category and year, and how to fill it in.
import type { Category } from '../../category/category.ts';
import { workbookWords as words } from '../../words/workbook.ts';
import type { Answers } from './answers.ts';
import type { Layout } from './asked.ts';
import { isOurs } from './draw.ts';
import type { OutCell, OutSheet } from './workbook.ts';

/** Of workbooks: one that is newer cannot be read by this program. */
export const workbookFormat = 1;

/** What only the program reads. */
const kept: ReadonlySet<string> = new Set(['category', 'year', 'format', 'program']);

type Rows = (OutCell | undefined)[][];

export function drawCover(category: Category, version: string, answers: Answers, layout: Layout): OutSheet {
  const { definition } = category;
  const { head } = words;
  const line = (id: keyof typeof head, value: string, hint: string, mine = false): Rows[number] => [
    { value: id, look: 'plain' },
    { value: head[id], look: 'label' },
    { value, look: mine ? 'answer' : 'label' },
    { value: hint, look: 'remark' },
  ];
  const { routing, papers } = words;
  const own = (label: string, hint: string): Rows[number] => [
    undefined,
    { value: label, look: 'label' },
    { look: 'answer' },
    { value: hint, look: 'remark' },
  ];
  const slots = category.slots.map(({ label, required }): Rows[number] => [
    undefined,
    { value: required ? papers.required : papers.optional, look: 'label' },
    { value: label, look: 'label' },
    { value: '', look: 'remark' },
  ]);
  const rows: Rows = [
    [
      { value: '#cover', look: 'plain' },
      { value: words.heading(definition.title), look: 'title' },
    ],
    [undefined, { value: definition.scheme, look: 'remark' }],
    line('enterprise', answers.enterprise, words.enterpriseHint, true),
    line('as_of', answers.asOf, words.asOfHint, true),
    [],
    [undefined, { value: routing.title, look: 'band' }, { look: 'band' }, { look: 'band' }],
    own(routing.filledBy, ''),
    own(routing.sendTo, ''),
    own(
      routing.by,
      definition.season?.until === undefined ? routing.noDeadline : routing.deadline(definition.season.until),
    ),
    [],
    [undefined, { value: papers.title, look: 'band' }, { look: 'band' }, { look: 'band' }],
    ...(category.slots.length === 0 ? [[undefined, { value: papers.none, look: 'plain' as const }]] : slots),
    line('category', category.id, words.keep),
    line('year', String(definition.year), words.keep),
    line('format', String(workbookFormat), words.keep),
    line('program', `zjtx ${version}`, words.keep),
    [],
    [undefined, { value: words.guideTitle, look: 'band' }, { look: 'band' }, { look: 'band' }],
    ...words.guide(definition.title).map((text): Rows[number] => [undefined, { value: text, look: 'plain' }]),
    [],
    [undefined, { value: words.colours, look: 'band' }, { look: 'band' }, { look: 'band' }],
    [undefined, { look: 'answer' }, { value: words.colourNames.text, look: 'plain' }],
    [undefined, { look: 'computed' }, { value: words.colourNames.computed, look: 'plain' }],
    [undefined, { look: 'label' }, { value: words.colourNames.label, look: 'plain' }],
    [],
    [undefined, { value: words.sheetsTitle, look: 'band' }, { look: 'band' }, { look: 'band' }],
    ...layout.sheets
      .filter((sheet) => !isOurs(sheet))
      .map(({ name, title }): Rows[number] => [
        undefined,
        { value: name, look: 'plain' },
        { value: title === name ? '' : title, look: 'remark' },
      ]),
  ];
  const spread = rows.flatMap((row, at): [number, number, number][] =>
    row.length === 2 || row[1]?.look === 'band' ? [[at, 1, 3]] : [],
  );
  return {
    name: words.cover,
    rows,
    widths: [4, 30, 60, 46],
    hiddenColumns: [0],
    hiddenRows: rows.flatMap(([id], at) => (kept.has(String(id?.value)) ? [at] : [])),
    heights: new Map([[0, 34]]),
    merges: spread,
    landscape: true,
  };
}
