// What is secret in a dossier that was assessed, in one whose facts were read, and in a configuration.
import type { Assessment, FilledForm, Outcome } from '../assessment.ts';
import type { Node } from '../document/node.ts';
import { readDocument } from '../document/read.ts';
import { corpusOf, joined, textsIn } from './finder.ts';
import { type Secret, secretsIn } from './secrets.ts';

/** The names of the region that a form gives. */
function placesIn(form: FilledForm): readonly string[] {
  const fields = form.sections.flatMap((section) => section.items).filter((item) => item.kind === 'field');
  const value = fields.find(({ type }) => type === 'region')?.value;
  return value?.kind === 'levels' ? value.levels.map(({ name }) => name) : [];
}

const filesIn = ({ slots, rows }: Assessment['inventory']): readonly string[] => [
  ...slots.flatMap((slot) => slot.files.map(({ source }) => source)),
  ...rows.map(({ file }) => file.source),
];

/** Of a dossier with its findings. */
export function secretsOf(outcome: Outcome): readonly Secret[] {
  const { enterprise, findings, dossier } = outcome;
  const { node } = readDocument(dossier.bytes, dossier.file);
  const read = { text: dossier.text, enterprise, findings, ...(node === undefined ? {} : { node }) };
  if (outcome.kind === 'unreadable') return secretsIn({ ...read, places: [], files: [], corpus: '' });
  const { form, inventory, category } = outcome;
  return secretsIn({ ...read, form, places: placesIn(form), files: filesIn(inventory), corpus: corpusOf(category) });
}

/** Of a dossier that could not be assessed. */
export function secretsOfBytes(bytes: Uint8Array, file: string): readonly Secret[] {
  const { node, text } = readDocument(bytes, file);
  return secretsOfText(text, node);
}

/** Of a text whatever it is, and of its tree where it has one. */
export function secretsOfText(text: string, node?: Node): readonly Secret[] {
  const read = { text, enterprise: '', findings: [], places: [], files: [], corpus: '' };
  return secretsIn({ ...read, ...(node === undefined ? {} : { node }) });
}

/** Of a dossier of which only the form and the facts were read; `law` is what is said of the categories. */
export function secretsOfFacts(
  { text, enterprise, form }: { readonly text: string; readonly enterprise: string; readonly form: FilledForm },
  category: { readonly flattened: string; readonly sha256: string },
  law: object,
): readonly Secret[] {
  const { node } = readDocument(Buffer.from(text), 'dossier.yaml');
  const read = { text, enterprise, form, findings: [], places: placesIn(form), files: [] };
  const corpus = corpusOf(category) + joined(wordsIn(law));
  return secretsIn({ ...read, ...(node === undefined ? {} : { node }), corpus });
}

/** Members that hold words of definitions. */
const ofLaw: ReadonlySet<string> = new Set(['title', 'label', 'hint', 'quote', 'id']);

function* wordsIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (ofLaw.has(key)) yield* textsIn(inner);
    else yield* wordsIn(inner);
  }
}
