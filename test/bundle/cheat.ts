// Packs bundles as a cheat would: with the program itself, after what it found was changed, so that every part agrees with every other.
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { assess } from '../../src/assess.ts';
import type { Assessment } from '../../src/assessment.ts';
import { guidePage } from '../../src/bundle/guide/page.ts';
import { merger } from '../../src/bundle/merged/merge.ts';
import { writeBundle } from '../../src/bundle/write.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import { countsOf, stateOf } from '../../src/decide/state.ts';
import { version as ownVersion } from '../../src/files/version.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { readAssets } from '../../src/reporters/html/assets.ts';
import { assessmentDocument } from '../../src/reporters/json.ts';
import { reportedAssessment } from '../../src/reporters/reported.ts';
import { summaryFonts } from '../../src/summary/spare.ts';
import { writeSummary } from '../../src/summary/write.ts';
import { files as definitions, dossier as honestText } from '../category/yunling.ts';
import { type Edit, edited } from '../support/ready.ts';

const outer = mkdtempSync(join(tmpdir(), 'zjtx-cheat-'));

const schemas = join(outer, 'schemas');
for (const [path, text] of Object.entries(definitions)) {
  mkdirSync(join(schemas, path, '..'), { recursive: true });
  writeFileSync(join(schemas, path), text);
}
/** What the receiver knows: the same definitions. */
export const catalog = await openCatalog([schemas]);

const licence = resolve(
  import.meta.dirname,
  '../../examples/jiangsu-2021-product/ready/附件/营业执照/企业营业执照原件扫描件.jpg',
);
/** A font that has a character which the program's own lack. */
export const rareFont = resolve(import.meta.dirname, '../summary/rare.ttf');

/** What is in the folder of the dossier before it is assessed. */
export type Given = {
  readonly edits?: readonly Edit[];
  /** Appended to the dossier. */
  readonly more?: string;
  /** Files beside the licence, by path; a number makes one of so many bytes of zeros; null removes one. */
  readonly files?: Readonly<Record<string, Buffer | number | null>>;
  readonly asOf?: string;
  readonly fonts?: readonly string[];
};

let folders = 0;

/** Assesses a dossier of the made-up category as the program does. */
export async function assessed({
  edits = [],
  more = '',
  files = {},
  asOf = '2021-08-16',
  fonts = [],
}: Given = {}): Promise<Assessment> {
  folders += 1;
  const folder = join(outer, `${folders}`);
  mkdirSync(join(folder, '附件/营业执照'), { recursive: true });
  copyFileSync(licence, join(folder, '附件/营业执照/执照.jpg'));
  for (const [path, content] of Object.entries(files)) {
    if (content === null) rmSync(join(folder, path));
    else writeFileSync(join(folder, path), typeof content === 'number' ? Buffer.alloc(content) : content);
  }
  const bytes = Buffer.from(edits.reduce((text, [from, to]) => edited(text, from, to), honestText) + more);
  writeFileSync(join(folder, 'dossier.yaml'), bytes);
  const outcome = await assess(
    { folder, root: folder, shown: '.', file: 'dossier.yaml', bytes },
    { catalog, asOf, today: asOf, digests: true, fonts },
  );
  if (outcome.kind !== 'assessed') throw new Error(JSON.stringify(outcome.findings));
  return outcome;
}

/** The same assessment with other findings, its counts and state as if the program had found these. */
export function finding(
  assessment: Assessment,
  change: (findings: readonly Finding[]) => readonly Finding[],
): Assessment {
  const findings = change(assessment.findings);
  const { criteria } = assessment;
  return { ...assessment, findings, counts: countsOf(findings, criteria), state: stateOf({ findings, criteria }) };
}

/** Without the findings of some codes, or without any error. */
export const without = (assessment: Assessment, ...codes: readonly string[]): Assessment =>
  finding(assessment, (findings) =>
    findings.filter(({ code, severity }) => (codes.length === 0 ? severity !== 'error' : !codes.includes(code))),
  );

export type Packing = {
  readonly version?: string;
  readonly fonts?: readonly string[];
  readonly merge?: boolean;
  /** Changes the summary before it is packed. */
  readonly alter?: (pdf: Uint8Array) => Uint8Array | Promise<Uint8Array>;
  readonly alterGuide?: (page: string) => string;
  /** Changes `assessment.json` before it is written. */
  readonly record?: (document: Record<string, unknown>) => void;
};

/** Packs an assessment as a formal bundle, whatever it says; gives the path of the zip. */
export async function packed(assessment: Assessment, how: Packing = {}): Promise<string> {
  const { version = ownVersion, fonts: spare = [], merge = false, alter, alterGuide, record } = how;
  const named = { ...assessment, program: { ...assessment.program, version } };
  const fonts = await summaryFonts(spare);
  const output = mkdtempSync(join(outer, 'out-'));
  await writeBundle(named, {
    output,
    force: false,
    stamp: 'final',
    ...(merge ? { merge: merger(named) } : {}),
    summary: async (complete) => {
      const { bytes, pages } = await writeSummary(complete, { fonts, stamp: 'final', version });
      return { bytes: alter === undefined ? bytes : await alter(bytes), pages };
    },
    guide: async (placed, merged) => {
      const page = guidePage(named, placed, merged, await readAssets('guide'));
      return alterGuide === undefined ? page : alterGuide(page);
    },
    assessmentDocument: (complete) => {
      const document = { ...assessmentDocument(reportedAssessment(complete)) };
      record?.(document);
      return document;
    },
  });
  return join(output, readdirSync(output)[0] ?? '');
}

export const bytesOf = (path: string): Buffer => readFileSync(path);
