// The attachments of dossiers as a table, slot by slot: type, pages, size, digest, and what else was seen of each file.
import { filesAbout } from '../findings/finding.ts';
import { inventoryWords } from '../words/inventory.ts';
import { type Pen, penOf, type View } from './block.ts';
import { cleanLine } from './clean.ts';
import type { ReportedAssessment, ReportedFile } from './reported.ts';
import { pathOf } from './reporter.ts';
import type { Result } from './results.ts';
import { joined, named, sizeText, slotsOf } from './summary-lines.ts';
import { type Cell, type Column, cellsIn, type Row, table } from './table.ts';
import { wrap } from './wrap.ts';

const digestSigns = 12;
/** Of what is seen of a file, in the last column. */
const leastTraitsCells = 24;
/** Below the mark and its gap. */
const indent = 3;
const turns: Readonly<Record<number, number>> = { 3: 180, 4: 180, 5: 90, 6: 90, 7: 270, 8: 270 };
const mirrored: ReadonlySet<number> = new Set([2, 4, 5, 7]);

/** Everything seen of a file that has no column of its own. */
function traitsText({ traits }: ReportedFile, pen: Pen): string {
  const { traits: words, and } = inventoryWords(pen.language);
  const { width, height, orientation = 1, paper, rotation, text, unread, mentions } = traits;
  const turned = rotation ?? turns[orientation];
  return [
    traits.restricted === true ? words.restricted : '',
    paper === undefined ? '' : words.paper(paper.width, paper.height, paper.varies),
    width === undefined || height === undefined ? '' : words.pixels(width, height),
    turned === undefined ? '' : words.turned(turned),
    mirrored.has(orientation) ? words.mirrored : '',
    traits.cmyk === true ? words.cmyk : '',
    traits.files === undefined ? '' : words.files(traits.files),
    text === undefined ? '' : text ? words.text : words.noText,
    text === true && unread !== undefined ? words.unread(unread) : '',
    mentions === undefined ? '' : words.mentions[mentions],
  ]
    .filter((part) => part !== '')
    .join(and);
}

/** The mark of the worst that was found about a file; nothing for notes. */
function markOf({ findings }: ReportedAssessment, { source }: ReportedFile, { marks, paint }: Pen): Cell {
  const about = findings.filter((finding) => finding.waived === undefined && filesAbout(finding).includes(source));
  if (about.some(({ severity }) => severity === 'error')) return { text: marks.error, stroke: paint.error };
  if (about.some(({ severity }) => severity === 'warning')) return { text: marks.warning, stroke: paint.warning };
  return { text: '' };
}

/** In short; digest and traits are said of each with `--verbose`. */
function columnsIn({ language, verbose }: Pen): readonly Column[] {
  const { columns } = inventoryWords(language);
  return [
    { mark: true, cells: 1 },
    { head: columns.file, path: true },
    { head: columns.type },
    { head: columns.pages, right: true },
    { head: columns.size, right: true },
    ...(verbose ? [{ head: 'SHA-256' }, { head: columns.traits, least: leastTraitsCells }] : []),
  ];
}

function cellsOf(file: ReportedFile, mark: Cell, pen: Pen): readonly Cell[] {
  const { paint, language } = pen;
  return [
    mark,
    { text: cleanLine(file.source) },
    { text: file.format ?? inventoryWords(language).unknown },
    { text: file.traits.pages === undefined ? '-' : String(file.traits.pages) },
    { text: sizeText(file.bytes) },
    ...(pen.verbose
      ? [{ text: file.sha256?.slice(0, digestSigns) ?? '-', stroke: paint.dim }, { text: traitsText(file, pen) }]
      : []),
  ];
}

/** The files of a slot or row under its name; what belongs to the name stands behind it, or below where it is long. */
function group(
  assessment: ReportedAssessment,
  pen: Pen,
  { number, name, about }: { number: string; name: string; about: string },
  files: readonly ReportedFile[],
): Row[] {
  const { paint, width } = pen;
  const hang = ' '.repeat(indent);
  const lines = wrap(cleanLine(name), width - indent);
  const last = lines.at(-1) ?? '';
  const beside = indent + cellsIn(last) + 2 + cellsIn(about) <= width;
  const titles = lines.map((line, at) => `${at === 0 ? number.padEnd(indent) : hang}${paint.bold(line)}`);
  const tail = paint.dim(cleanLine(about));
  const head = beside
    ? [...titles.slice(0, -1), `${titles.at(-1) ?? ''}  ${tail}`.trimEnd()]
    : [...titles, hang + tail];
  const rows = files.map((file): Row => ({ cells: cellsOf(file, markOf(assessment, file, pen), pen) }));
  return [{ above: head }, ...rows];
}

function absent(required: boolean, { language, marks, paint }: Pen): string {
  const words = inventoryWords(language);
  return required ? paint.error(`${marks.error}  ${words.missing}`) : paint.dim(`${marks.note}  ${words.none}`);
}

/** The inventory of one dossier. */
function one(assessment: ReportedAssessment, pen: Pen): string[] {
  const { inventory, enterprise, category, labels } = assessment;
  const words = inventoryWords(pen.language);
  const { filled, all, files, bytes } = slotsOf(assessment);
  const lacking = inventory.slots.filter((slot) => slot.required && slot.files.length === 0).length;
  const slots = inventory.slots.flatMap((slot) => [
    ...group(
      assessment,
      pen,
      {
        number: String(slot.order),
        name: slot.label,
        about: `${slot.required ? words.required : words.optional}  ${slot.id}`,
      },
      slot.files,
    ),
    ...(slot.files.length === 0 ? [{ above: [absent(slot.required, pen)] }] : []),
  ]);
  const rows = inventory.rows.flatMap(({ table: id, row, file }) =>
    group(assessment, pen, { number: '', name: words.row(labels[id] ?? id, row), about: '' }, [file]),
  );
  const totals = [pen.words.slots(filled, all, files, sizeText(bytes)), words.lacking(lacking)];
  return [
    ...named(pen, enterprise, [cleanLine(category.title)]),
    ...joined([cleanLine(pathOf(assessment)), cleanLine(category.id)], pen.width, 2).map(pen.paint.dim),
    '',
    ...table(pen, columnsIn(pen), [...slots, ...rows]),
    '',
    ...joined(totals, pen.width),
  ];
}

/** The inventories of dossiers one after the other; the totals of all below several. */
export function inventoryText(assessments: readonly ReportedAssessment[], view: View, verbose: boolean): string {
  const pen = penOf({ ...view, verbose });
  const sums = assessments.map(slotsOf);
  const sum = (of: 'files' | 'bytes'): number => sums.reduce((total, each) => total + each[of], 0);
  const words = inventoryWords(pen.language);
  const lines = [
    ...assessments.flatMap((assessment, index) => [...(index === 0 ? [] : ['', '']), ...one(assessment, pen)]),
    ...(assessments.length > 1
      ? ['', '', ...wrap(words.inAll(assessments.length, sum('files'), sizeText(sum('bytes'))), pen.width)]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** The same as data for other programs: each slot and row with its files, and the totals. */
export const inventoryData = (assessments: readonly ReportedAssessment[]): Omit<Result<'attachments'>, 'unread'> => ({
  dossiers: assessments.map((assessment) => {
    const { enterprise, category, asOf, inventory, labels } = assessment;
    return {
      path: pathOf(assessment),
      enterprise,
      category: category.id,
      asOf,
      slots: inventory.slots.map(({ cite: _, ...slot }) => ({
        ...slot,
        missing: slot.required && slot.files.length === 0,
      })),
      rows: inventory.rows.map(({ file, ...row }) => ({ ...row, label: labels[row.table] ?? row.table, ...file })),
      totals: slotsOf(assessment),
    };
  }),
});
