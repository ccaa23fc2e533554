// Opens a dossier, once for everybody: its head, which says how to read the rest, and its form by a category.
import { type Category, isAltered } from '../category/category.ts';
import { absentAt, entryOf, type MapNode, type Node, placeAt } from '../document/node.ts';
import { readDocument } from '../document/read.ts';
import { isDay } from '../expression/day.ts';
import type { Finding } from '../findings/finding.ts';
import { nearest } from '../findings/nearest.ts';
import { report } from '../findings/report.ts';
import { type DossierPart, ownLabel, ownLabels } from '../findings/shapes.ts';
import type { Spelling } from '../form/keys.ts';
import { namesNobody } from '../form/rows/entries.ts';
import { type FormInput, type FormResult, validateForm } from '../form/validate.ts';
import { given } from '../given.ts';
import { byIds, canonicalValue, inFileWords, ownSpellingOf } from './own-keys.ts';

/** Every top-level key of a dossier. */
const parts = Object.keys(ownLabels.dossier);

export type DossierHead = {
  /** Name of the file, for places. */
  readonly file: string;
  /** With our own keys by their ids, however the file spells them. */
  readonly root: MapNode;
  readonly spelling: Spelling;
  readonly category?: string;
  readonly enterprise: string;
  readonly asOf?: string;
  readonly part: (name: DossierPart) => Node | undefined;
  readonly findings: readonly Finding[];
};

const scalar = (node: Node | undefined): string =>
  node?.kind === 'scalar' && node.value !== null ? node.source.trim() : '';

export function readHead(written: MapNode, file: string): DossierHead {
  const { node: root, findings: twice } = byIds(written, file);
  const findings: Finding[] = [...twice];
  for (const entry of root.entries) {
    if (parts.includes(entry.key)) continue;
    const near = nearest(entry.key, parts);
    const args = given({ key: entry.key, within: '', nearest: near });
    findings.push(report('key-unknown', args, placeAt(file, entry.key, entry.keyRange)));
  }
  const part = (name: DossierPart): Node | undefined => entryOf(root, name)?.value;
  const named = part('enterprise');
  const enterprise = scalar(named);
  const top = root.entries[0]?.keyRange ?? root.range;
  if (enterprise === '')
    findings.push(
      report(
        'enterprise-missing',
        {},
        placeAt(file, 'enterprise', entryOf(root, 'enterprise')?.keyRange ?? absentAt(top)),
      ),
    );
  else if (named !== undefined && namesNobody(enterprise)) {
    const about = { field: ownLabel('dossier', 'enterprise'), written: enterprise };
    findings.push(report('value-placeholder', about, placeAt(file, 'enterprise', named.range)));
  }
  for (const one of checkFormat(part('format'), file)) findings.push(one);
  const asOf = part('as_of');
  const day = asOf && canonicalValue('as_of', asOf, file, 'as_of');
  const stated = scalar(day?.node);
  if (day !== undefined) for (const one of day.findings) findings.push(one);
  if (asOf !== undefined && !isDay(stated) && day?.findings.length === 0) {
    findings.push(report('value-wrong', { key: 'as_of', expected: 'date' }, placeAt(file, 'as_of', asOf.range)));
  }
  const category = scalar(part('category'));
  const [id, asOfDay] = [category === '' ? undefined : category, isDay(stated) ? stated : undefined];
  const spelling = ownSpellingOf(written);
  const told = findings.map((one) => inFileWords(one, spelling));
  return given({ file, root, spelling, enterprise, category: id, asOf: asOfDay, part, findings: told });
}

/** Its text, what is wrong with it as YAML and in its head, and the head where it is a map. */
export function openDossier({ bytes, file }: { readonly bytes: Uint8Array; readonly file: string }) {
  const { node, text, findings } = readDocument(bytes, file);
  const head = node?.kind === 'map' ? readHead(node, file) : undefined;
  return { text, head, findings: [...findings, ...(head?.findings ?? [])] };
}

/** Form, facts and titles by a category: its keys are that form's, its years become calendar years. */
export const readForm = (
  { form, vocabulary }: Pick<Category, 'form' | 'vocabulary'>,
  { file, root, part, enterprise }: Pick<DossierHead, 'file' | 'root' | 'part' | 'enterprise'>,
  how: Pick<FormInput, 'asOf' | 'reason'>,
): FormResult =>
  validateForm(form, vocabulary, {
    file,
    root,
    enterprise,
    ...given({ form: part('form'), facts: part('facts'), titles: part('titles') }),
    ...how,
  });

function checkFormat(node: Node | undefined, file: string): Finding[] {
  if (node === undefined || (node.kind === 'scalar' && node.value === 1)) return [];
  return [
    report('value-wrong', { key: 'format', expected: 'option', options: ['1'] }, placeAt(file, 'format', node.range)),
  ];
}

/** At `category:`, or at the top where only the configuration names it. */
export function alteredFindings(category: Category, root: MapNode, file: string): Finding[] {
  const { id, shipped, sha256 } = category;
  if (shipped === undefined || !isAltered(category)) return [];
  const range = entryOf(root, 'category')?.value.range ?? absentAt(root.entries[0]?.keyRange ?? root.range);
  const args = { category: id, known: shipped, found: sha256, where: 'schemas' } as const;
  return [report('category-altered', args, placeAt(file, 'category', range), { severity: 'warning' })];
}
