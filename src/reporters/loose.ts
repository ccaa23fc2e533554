// Findings that belong to no dossier, as text with code frames where their files are known: of definitions, of bundles.
import type { Finding } from '../findings/finding.ts';
import { penOf, type View } from './block.ts';
import { findingBlocks } from './findings.ts';

/** `texts` holds the texts of the files they point into, by name. */
export function findingsText(findings: readonly Finding[], texts: ReadonlyMap<string, string>, view: View): string {
  const pen = penOf({ ...view, verbose: true });
  const files = [...new Set(findings.map((finding) => finding.at.file))];
  const blocks = files.flatMap((file) =>
    findingBlocks(pen, {
      dossier: { file, folder: '.', text: texts.get(file) ?? '' },
      findings: findings.filter((finding) => finding.at.file === file),
    }),
  );
  return blocks.map((lines) => `${lines.join('\n')}\n\n`).join('');
}
