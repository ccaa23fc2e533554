// A dossier as plain values, with our own keys by their ids however its file spells them.
import { toPlain } from '../../src/document/node.ts';
import { readDocument } from '../../src/document/read.ts';
import { byIds } from '../../src/dossier/own-keys.ts';

/** The values of a dossier in YAML, for tests that ask what was written and not how. */
// biome-ignore lint/suspicious/noExplicitAny: a dossier of any category.
export function parsed(text: string): any {
  const { node, findings } = readDocument(Buffer.from(text), 'dossier.yaml');
  if (node?.kind !== 'map') throw new Error(`no dossier: ${JSON.stringify(findings)}`);
  return toPlain(byIds(node).node);
}
