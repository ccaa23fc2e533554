// Findings that belong to no dossier, as text with code frames where their files are known: of definitions, of bundles.
import type { Finding } from '../findings/finding.ts';
import { penOf, type View } from './block.ts';
import { findingBlocks } from './findings.ts';

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
