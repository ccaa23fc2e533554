// What `build` says of a bundle it wrote: what is inside, how large, its digest, and what to do next.
import { argument } from '../characters/shown.ts';
import type { Language } from '../findings/sentence.ts';
import type { Stamp } from '../findings/states.ts';
import { type Apart, type BuildWords, buildWords } from '../words/build.ts';
import { penOf, type View } from './block.ts';
import { cleanLine } from './clean.ts';
import { messageOf } from './listed.ts';
import type { Reported, ReportedAssessment } from './reported.ts';
import { joined, sizeText } from './summary-lines.ts';
import { indented, table } from './table.ts';
import { wrap } from './wrap.ts';

/** What was written, as far as it is shown. */
export type Built = {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly files: number;
  readonly pages: number;
  readonly skipped: boolean;
  readonly stamp: Stamp;
  readonly merged?: readonly MergeShown[];
  readonly paper?: PaperShown;
  readonly sizes?: { readonly form: number; readonly assessment: number };
};

/** The paper set, as far as it is shown. */
export type PaperShown = {
  readonly path: string;
  readonly bytes: number;
  readonly pages: number;
  readonly sides: 'both' | 'single';
  readonly apart: readonly { readonly source: string; readonly why: Parameters<BuildWords['paper']['apart']>[1] }[];
};

/** A line for each file that is not in it. */
export const paperNotes = (paper: PaperShown | undefined, language: Language): readonly string[] =>
  (paper?.apart ?? []).map(({ source, why }) => cleanLine(buildWords(language).paper.apart(source, why)));

type Row = readonly [label: string, path: string, count: string, size: string, proof: string];

/** As the folder was named, and not with slashes of both kinds. */
function whereOf(built: Built, output: string): string {
  const name = built.path.slice(built.path.replaceAll('\\', '/').lastIndexOf('/') + 1);
  const slash = process.platform === 'win32' && output.includes('\\') ? '\\' : '/';
  return `${output.replace(slash === '/' ? /(?<!\/)\/+$/ : /(?<![\\/])[\\/]+$/, '')}${slash}${name}`;
}

const saidOf = (built: Built, words: BuildWords): string =>
  built.skipped
    ? words.unchanged
    : { final: words.built, unsettled: words.unsettledBuilt, draft: words.draftBuilt }[built.stamp];

const digestSigns = 12;

/** One of several bundles: how it was built, its path, its size, the beginning of its digest. */
export function builtLine(built: Built, output: string, view: View): string {
  const words = buildWords(view.language);
  const { paint, marks } = penOf({ ...view, verbose: false });
  const facts = `${sizeText(built.bytes)}  sha256:${built.sha256.slice(0, digestSigns)}`;
  const head = `${paint.ready(`${marks.ready} ${saidOf(built, words)}`)}  ${paint.bold(cleanLine(whereOf(built, output)))}`;
  return `${head}\n  ${paint.dim(facts)}\n`;
}

/** Below the lines of several. */
export function builtTotal(all: readonly Built[], view: View): string {
  const words = buildWords(view.language);
  const bytes = all.reduce((sum, built) => sum + built.bytes, 0);
  return `\n${words.inAll(all.length, sizeText(bytes))}\n`;
}

/** `output` is the folder as the caller named it. */
export function builtText(assessment: ReportedAssessment, built: Built, output: string, view: View): string {
  const words = buildWords(view.language);
  const { paint, marks } = penOf({ ...view, verbose: false });
  const { enterprise, category, counts } = assessment;
  const where = whereOf(built, output);
  const said = saidOf(built, words);
  const place = (indent: number) => ({ paint, width: view.width - indent });
  const cellsOf = (row: readonly string[]) => ({ cells: row.map((text) => ({ text })) });
  const rows = rowsOf(assessment, built, view).map(cellsOf);
  const facts = [
    [words.size, `${sizeText(built.bytes)}${view.language === 'zh' ? '，' : ', '}${words.files(built.files)}`],
    ['SHA-256', built.sha256],
    [words.proof, words.proven(built.files)],
  ].map(cellsOf);
  const next = [
    [words.next.label, words.next.print],
    ['', `${words.next.verify}  zjtx verify ${argument(cleanLine(where))}`],
  ].map(cellsOf);
  const name = wrap(cleanLine(enterprise), view.width - 2);
  const title = [`${marks.ready} ${said}`, ...name, cleanLine(category.title)];
  const [head = '', ...more] = joined(title, view.width, 2);
  const lines = [
    head
      .replace(title[0] ?? '', () => paint.ready(title[0] ?? ''))
      .replace(title[1] ?? '', () => paint.bold(title[1] ?? '')),
    ...indented(more, 2),
    `  ${words.counts(counts.errors, counts.warnings, counts.undecided, counts.unknown)}`,
    '',
    `  ${paint.bold(where)}`,
    ...indented(table(place(4), [{}, {}, { right: true }, { right: true }, {}], rows), 4),
    '',
    ...indented(table(place(2), [{}, {}], facts), 2),
    '',
    ...table(place(0), [{}, {}], next),
  ];
  return `${lines.join('\n')}\n`;
}

function rowsOf({ inventory, dossier }: ReportedAssessment, built: Built, view: View): readonly Row[] {
  const words = buildWords(view.language);
  const { rows } = words;
  const slotFiles = inventory.slots.flatMap((slot) => slot.files);
  const rowFiles = inventory.rows.map((row) => row.file);
  const total = (files: readonly { bytes: number }[]): string =>
    sizeText(files.reduce((sum, file) => sum + file.bytes, 0));
  const filled = inventory.slots.filter((slot) => slot.files.length > 0).length;
  return [
    [rows.form, 'data/申请表.pdf', words.pages(built.pages), '', words.readBack],
    [
      rows.attachments,
      'data/附件/',
      words.files(slotFiles.length),
      total(slotFiles),
      words.slots(filled, inventory.slots.length),
    ],
    ...(rowFiles.length === 0
      ? []
      : [[rows.annex, 'data/产品附证/', words.files(rowFiles.length), total(rowFiles), ''] as const]),
    ...(built.merged === undefined ? [] : [mergedRow(built.merged, words)]),
    ...(built.paper === undefined ? [] : [paperRow(built.paper, words)]),
    [rows.dossier, 'data/dossier.yaml', '', sizeText(dossier.bytes), words.verbatim],
    [rows.assessment, 'data/assessment.json', '', '', ''],
    [rows.guide, 'data/填报指引.html', '', '', words.guided],
  ];
}

function mergedRow(all: readonly MergeShown[], words: BuildWords): Row {
  const sizes = all.flatMap((one) => (one.is === 'merged' ? [one.bytes ?? 0] : []));
  const size = sizes.length === 0 ? '' : sizeText(sizes.reduce((sum, bytes) => sum + bytes, 0));
  const { row, slots } = words.merged;
  return [row, 'data/合并/', words.files(sizes.length), size, slots(sizes.length, all.length)];
}

const paperRow = ({ path, bytes, pages, sides }: PaperShown, { paper, pages: counted }: BuildWords): Row => [
  paper.row,
  path,
  counted(pages),
  sizeText(bytes),
  paper.sides[sides],
];

/** What merging a slot came to, as far as it is shown. */
export type MergeShown = {
  readonly label: string;
  readonly apart: readonly { readonly source: string; readonly why: Apart }[];
  readonly signed: readonly string[];
} & (
  | { readonly is: 'merged'; readonly bytes?: number }
  | { readonly is: 'single' | 'none' | 'unproved' }
  | { readonly is: 'over'; readonly bytes: number; readonly limit: number }
);

/** A line each; none when every file is in a merged PDF. */
export function mergedNotes(merged: readonly MergeShown[], language: Language): readonly string[] {
  const words = buildWords(language).merged;
  const single = merged.filter((one) => one.is === 'single' && one.apart.length === 0).length;
  const notes = merged.flatMap((one) => [
    ...(one.is === 'over' ? [words.over(one.label, one.bytes, one.limit)] : []),
    ...(one.is === 'unproved' ? [words.unproved(one.label)] : []),
    ...one.apart.map(({ source, why }) => words.apart(one.label, source, why)),
    ...one.signed.map((source) => words.signed(one.label, source)),
  ]);
  return [...(single === 0 ? [] : [words.single(single)]), ...notes].map(cleanLine);
}

/** What was made smaller, with its loss, and what could not be. */
export const fitNotes = ({ findings }: Pick<Reported, 'findings'>, language: Language): readonly string[] =>
  findings
    .filter(({ code }) => code === 'file-fitted' || code === 'fit-impossible')
    .map((one) => messageOf(one, language));
