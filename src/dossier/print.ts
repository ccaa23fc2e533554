// What could keep the summary from being drawn, found without drawing it: characters that no font has, each at its place.
import type { AttachedFile, Inventory } from '../attachments/inventory-types.ts';
import { canonical } from '../characters/canonical.ts';
import { undrawable } from '../characters/covered.ts';
import { codeOf } from '../characters/shown.ts';
import { type MapNode, type Node, placeAt, type Range } from '../document/node.ts';
import { characterFindings, excerpt } from '../findings/characters.ts';
import type { Finding, Place } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import type { FilledForm } from '../form/filled.ts';

/** Whether a font of the configuration has a character; it is asked only when both faces lack one. */
export type Helps = (characters: readonly string[]) => Promise<ReadonlySet<string>>;

/** A dossier as its summary prints it. `printed` holds every text of it, in objects of any shape. */
export type Printed = {
  readonly file: string;
  readonly text: string;
  readonly root: MapNode;
  readonly form: FilledForm;
  readonly inventory: Inventory;
  readonly printed: readonly unknown[];
  /** Where a text is told of that stands neither in the dossier nor in a file's name. */
  readonly otherwise: Place;
};

/** Nobody looks at a text twice: objects whose texts are never printed, or are in the dossier. */
const unprinted: ReadonlySet<string> = new Set(['absolute', 'identity', 'at', 'evidence', 'sha256', 'source']);

const filesOf = ({ slots, rows }: Inventory): readonly AttachedFile[] => [
  ...slots.flatMap((slot) => slot.files),
  ...rows.map((row) => row.file),
];

/** Characters in the names of files that do not stay, and characters anywhere that cannot be drawn. */
export async function checkPrint(dossier: Printed, helps: Helps): Promise<Finding[]> {
  const files = [...new Map(filesOf(dossier.inventory).map((file) => [file.source, file])).values()];
  const names = files.flatMap((file) => characterFindings(canonical(file.source), 'file', () => file.at));
  const missing = new Set<string>();
  eachText(dossier.printed, (text) => {
    for (const character of undrawable(text)) missing.add(character);
  });
  if (missing.size === 0) return names;
  for (const character of await helps([...missing])) missing.delete(character);
  return missing.size === 0 ? names : [...names, ...located(dossier, files, missing)];
}

/** Every text of plain data, as it is drawn. */
function eachText(value: unknown, visit: (text: string) => void): void {
  if (typeof value === 'string') visit(canonical(value).text);
  else if (Array.isArray(value)) for (const item of value) eachText(item, visit);
  else if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype)
    for (const [key, member] of Object.entries(value)) if (!unprinted.has(key)) eachText(member, visit);
}

/** A finding for each value and each file's name that holds such characters, and for each text that stands elsewhere. */
function located(dossier: Printed, files: readonly AttachedFile[], missing: ReadonlySet<string>): Finding[] {
  const { file, root } = dossier;
  const lines = dossier.text.split('\n');
  const left = new Set(missing);
  const findings: Finding[] = [];
  const tell = (text: string, placeOf: (character: string) => Place, field?: string): void => {
    const lacking = [...new Set(text)].filter((character) => missing.has(character));
    const [first] = lacking;
    if (first === undefined) return;
    for (const character of lacking) left.delete(character);
    const signs = lacking.map((character) => ({ code: codeOf(character), character }));
    const named = field === undefined ? {} : { field };
    findings.push(report('text-undrawable', { ...named, text: excerpt(text), signs }, placeOf(first)));
  };
  walk(root, '', (text, range, path) => {
    const about = aboutOf(dossier.form, range);
    tell(text, (character) => placeAt(file, about?.path ?? path, spot(lines, range, character) ?? range), about?.label);
  });
  for (const { name, at } of files) tell(canonical(name).text, () => at);
  eachText(dossier.printed, (text) => {
    if ([...text].some((character) => left.has(character))) tell(text, () => dossier.otherwise);
  });
  return findings;
}

type Visit = (text: string, range: Range, path: string) => void;

/** Every key and value of a dossier with its place. */
function walk(node: Node, path: string, visit: Visit): void {
  if (node.kind === 'scalar') visit(String(node.value ?? ''), node.range, path);
  else if (node.kind === 'list')
    for (const [index, item] of node.items.entries()) walk(item, `${path}[${index}]`, visit);
  else
    for (const { key, keyRange, value } of node.entries) {
      const below = path === '' ? key : `${path}.${key}`;
      visit(key, keyRange, below);
      walk(value, below, visit);
    }
}

/** The field or row of the form that a place lies in: its id path, its printed label. */
function aboutOf(form: FilledForm, range: Range): { readonly path: string; readonly label: string } | undefined {
  for (const item of form.sections.flatMap((section) => section.items)) {
    if (item.kind === 'field') {
      if (item.value !== undefined && lies(range, item.at)) return { path: item.at.path, label: item.label };
      continue;
    }
    const row = item.rows.find(({ at }) => lies(range, at));
    if (row !== undefined) return { path: row.at.path, label: item.title };
  }
  return undefined;
}

const before = (line: number, column: number, other: number, otherColumn: number): boolean =>
  line < other || (line === other && column <= otherColumn);

const lies = (inner: Range, outer: Range): boolean =>
  before(outer.line, outer.column, inner.line, inner.column) &&
  before(inner.endLine, inner.endColumn, outer.endLine, outer.endColumn);

/** Where a character stands inside a range; nowhere when it is written as an escape. */
function spot(lines: readonly string[], range: Range, character: string): Range | undefined {
  for (let line = range.line; line <= range.endLine; line++) {
    const points = [...(lines[line - 1] ?? '')];
    const from = line === range.line ? range.column - 1 : 0;
    const at = points.indexOf(character, from);
    const end = line === range.endLine ? range.endColumn - 1 : points.length;
    if (at >= 0 && at < end) return { line, column: at + 1, endLine: line, endColumn: at + 2 };
  }
  return undefined;
}
