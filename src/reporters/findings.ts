// The findings of a dossier as text: message, place, frame, clause, fix.
import type { Finding, Severity } from '../findings/finding.ts';
import { inOrder } from '../findings/order.ts';
import { wordsOf } from '../words/of-finding.ts';
import { head, labelled, type Pen, penOf, type View } from './block.ts';
import { clauses, furtherText, hintOf, positionOf } from './citation.ts';
import { cleanLine, cleanText } from './clean.ts';
import { frame } from './frame.ts';
import type { Paint } from './paint.ts';
import type { Reported } from './reported.ts';
import { pathOf } from './reporter.ts';
import { wrap } from './wrap.ts';

/** A code found more often is shown this many times in full, then only by its places. */
const often = 20;
const shownOften = 3;

/** Whose findings they are: an outcome, or a file that belongs to none. */
export type Told = {
  readonly dossier: Pick<Reported['dossier'], 'file' | 'folder' | 'text'>;
  readonly findings: readonly Finding[];
};

export type Source = {
  readonly outcome: Told;
  readonly lines: readonly string[];
  readonly targets: ReadonlySet<number>;
};

export const strokeOf = (paint: Paint, severity: Severity): ((text: string) => string) =>
  ({ error: paint.error, warning: paint.warning, note: paint.plain })[severity];

function place(pen: Pen, { outcome }: Source, { at }: Finding): string {
  return `  ${pen.paint.dim(`${cleanLine(pathOf(outcome, at.file))}${positionOf(at)}`)}`;
}

function framed(pen: Pen, { outcome, lines, targets }: Source, { at, severity }: Finding): string[] {
  if (at.file !== outcome.dossier.file || at.absent) return [];
  const { paint } = pen;
  const stroke = strokeOf(paint, severity);
  return frame(lines, at, targets, pen.width).map(({ kind, gutter, text }) => {
    if (text === '') return gutter.trimEnd();
    const edge = kind === 'target' ? gutter.replace('>', stroke('>')) : gutter;
    return edge + (kind === 'caret' ? stroke(text) : text);
  });
}

function full(pen: Pen, source: Source, finding: Finding): string[] {
  const { message } = wordsOf(finding, pen.language);
  const hint = hintOf(finding, pen.language);
  const { severity, waived } = finding;
  const { marks, words, paint } = pen;
  if (waived !== undefined) {
    return [
      ...head(pen, marks.note, words.waived, paint.dim, cleanLine(message), finding.code),
      place(pen, source, finding),
      ...further(pen, source, finding),
      ...labelled(pen, 'waived', cleanLine(words.waiver(waived.reason, waived.by, waived.until))),
    ];
  }
  const mark = { error: marks.error, warning: marks.warning, note: marks.note }[severity];
  return [
    ...head(pen, mark, words.severity[severity], strokeOf(paint, severity), cleanLine(message), finding.code),
    place(pen, source, finding),
    ...framed(pen, source, finding),
    ...further(pen, source, finding),
    ...labelled(pen, 'clause', clauses(finding.cite, pen.language)),
    ...(hint === undefined ? [] : labelled(pen, 'fix', cleanText(hint))),
  ];
}

/** The other places of a finding of several. */
function further(pen: Pen, { outcome }: Source, finding: Finding): string[] {
  const text = furtherText(finding, pen.language, ({ file }) => cleanLine(pathOf(outcome, file)));
  return text === undefined ? [] : wrap(text, Math.max(16, pen.width - 2)).map((line) => `  ${pen.paint.dim(line)}`);
}

/** The places that are not shown in full, in one list; in another file with its name. */
function others(pen: Pen, source: Source, findings: readonly Finding[]): string[] {
  const text = `${pen.words.morePlaces(findings.length)} ${placesOf(source, findings).join(' ')}`;
  return wrap(text, Math.max(16, pen.width - 2)).map((line) => `  ${line}`);
}

/** `12:5`; in another file with its name. */
export function placesOf({ outcome }: Source, findings: readonly Finding[]): readonly string[] {
  return findings.map(({ at }) =>
    at.file === outcome.dossier.file
      ? `${at.line}:${at.column}`
      : `${cleanLine(pathOf(outcome, at.file))}${positionOf(at)}`,
  );
}

/** The blocks of a dossier's findings: errors, warnings, notes, then what is waived. */
export function findingBlocks(pen: Pen, outcome: Told): string[][] {
  const source = sourceOf(outcome);
  return entriesOf(outcome.findings).map((entry) =>
    'others' in entry ? others(pen, source, entry.others) : full(pen, source, entry.finding),
  );
}

/** The lines of a dossier, and which of them its findings point to. */
export function sourceOf(outcome: Told): Source {
  const live = outcome.findings.filter((finding) => finding.waived === undefined);
  const targets = new Set(live.flatMap(({ at }) => (at.file === outcome.dossier.file && !at.absent ? [at.line] : [])));
  return { outcome, lines: outcome.dossier.text.split(/\r?\n/), targets };
}

/** A finding to show in full, or the rest of those of a code that is found too often for that. */
export type Entry = { readonly finding: Finding } | { readonly others: readonly Finding[] };

/** What is shown of findings: errors, warnings, notes, then what is waived. */
export function entriesOf(findings: readonly Finding[]): readonly Entry[] {
  const ordered = inOrder(findings);
  const live = ordered.filter((finding) => finding.waived === undefined);
  const key = (finding: Finding): string => `${finding.severity} ${finding.code}`;
  const groups = new Map<string, Finding[]>();
  for (const finding of live) {
    const same = groups.get(key(finding));
    if (same === undefined) groups.set(key(finding), [finding]);
    else same.push(finding);
  }
  const seen = new Map<string, number>();
  const entries = live.flatMap((finding): Entry[] => {
    const same = groups.get(key(finding)) ?? [];
    const at = seen.get(key(finding)) ?? 0;
    seen.set(key(finding), at + 1);
    if (same.length <= often || at < shownOften) return [{ finding }];
    return at === shownOften ? [{ others: same.slice(shownOften) }] : [];
  });
  const waived = ordered.filter((finding) => finding.waived !== undefined);
  return [...entries, ...waived.map((finding) => ({ finding }))];
}

/** `texts` holds the texts of the files they point into, by name. */
export function findingsText(findings: readonly Finding[], texts: ReadonlyMap<string, string>, view: View): string {
  const pen = penOf({ ...view, verbose: true });
  const files = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { file } = finding.at;
    const before = files.get(file);
    if (before === undefined) files.set(file, [finding]);
    else before.push(finding);
  }
  const blocks = [...files].flatMap(([file, found]) =>
    findingBlocks(pen, { dossier: { file, folder: '.', text: texts.get(file) ?? '' }, findings: found }),
  );
  return blocks.map((lines) => `${lines.join('\n')}\n\n`).join('');
}
