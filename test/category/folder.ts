// Definitions written to a folder of their own, opened as a stranger's would be.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openCatalog } from '../../src/category/catalog.ts';
import type { Category } from '../../src/category/category.ts';
import { DefinitionFault } from '../../src/category/fault-stop.ts';
import { type Finding, isCriterion } from '../../src/findings/finding.ts';

/** Writes files by path into a new folder; it goes with all that the run wrote for a while. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'zjtx-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** `yunling/2021/base.yaml:12:5-9 source-unknown {"source":"faqq"}`. */
function told(finding: Finding, folder: string): string {
  const { file, line, column, endLine, endColumn } = finding.at;
  const end = endLine === line ? endColumn : `${endLine}:${endColumn}`;
  const args = isCriterion(finding) ? '' : JSON.stringify(finding.args);
  return `${file.slice(folder.length + 1)}:${line}:${column}-${end} ${finding.code} ${args}`;
}

/** What is wrong with a category of a folder. */
export async function faultsIn(files: Readonly<Record<string, string>>, id: string): Promise<string[]> {
  const folder = folderOf(files);
  const catalog = await openCatalog([folder]);
  try {
    await catalog.open(id);
    return [];
  } catch (error) {
    if (!(error instanceof DefinitionFault)) throw error;
    return error.findings.map((finding) => told(finding, folder));
  }
}

/** Opens a category of a folder; throws what is wrong with it. */
export async function openIn(files: Readonly<Record<string, string>>, id: string): Promise<Category> {
  const faults = await faultsIn(files, id);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return (await openCatalog([folderOf(files)])).open(id);
}
