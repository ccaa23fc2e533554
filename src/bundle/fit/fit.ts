// Brings the oversized scans of a dossier below the portal's limit, for its bundle only; says what each has lost.
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Assessment, AttachedFile } from '../../assessment.ts';
import { examine } from '../../attachments/examine.ts';
import { tellOfFile } from '../../attachments/tell.ts';
import { countsOf, stateOf } from '../../decide/state.ts';
import { Refused } from '../../files/fault.ts';
import { readPlain } from '../../files/read.ts';
import { makeFolder, removeTemporary, temporaryFolder } from '../../files/temporary.ts';
import { writeWhole } from '../../files/write.ts';
import { type EngineFinding, type Finding, isCriterion } from '../../findings/finding.ts';
import { inOrder } from '../../findings/order.ts';
import { report } from '../../findings/report.ts';
import { cannotWrite } from '../../findings/system-stop.ts';
import { sourceChanged, sourceUnreadable } from '../stops.ts';
import { type Encoder, fitted, openEncoder } from './fitted.ts';

/** Larger files are not held in memory to be made smaller. */
const mostReadBytes = 400_000_000;
const million = 1_000_000;

type Oversized = Extract<EngineFinding, { readonly code: 'file-too-large' | 'file-size-doubtful' }>;

/** The assessment with its files made to fit, and what removes them again. */
export type Fit = { readonly assessment: Assessment; readonly remove: () => Promise<void> };

const isOversized = (finding: Finding): finding is Oversized =>
  !isCriterion(finding) && (finding.code === 'file-too-large' || finding.code === 'file-size-doubtful');

/** What became of one file: the findings in the place of the one about its size, and the smaller file. */
type Made = { readonly findings: readonly Finding[]; readonly file?: AttachedFile };

const bytesOf = ({ absolute, source, identity }: AttachedFile): Promise<Uint8Array> =>
  readPlain(absolute, mostReadBytes, { plainName: true, as: identity }).catch((error: unknown) => {
    throw error instanceof Refused ? sourceChanged(source) : sourceUnreadable(source, error);
  });

async function make(
  finding: Oversized,
  file: AttachedFile,
  { encoder, path, types }: { encoder: Encoder; path: string; types: readonly string[] },
): Promise<Made> {
  const { mib, extension } = finding.args;
  const limit = mib * million;
  const { at, cite } = finding;
  const { source } = file;
  const result = file.bytes > mostReadBytes ? 'too much' : await fitted(encoder, await bytesOf(file), extension, limit);
  if (typeof result === 'string') {
    return { findings: [finding, report('fit-impossible', { file: source, why: result, limit }, at, { cite })] };
  }
  const absolute = `${path}.${extension}`;
  await writeWhole(absolute, result.bytes, { over: false }).catch((error: unknown) => {
    throw cannotWrite(dirname(path), error);
  });
  const found: Finding[] = [report('file-fitted', { file: source, ...result.loss }, at, { cite })];
  const made = { source, absolute, bytes: result.bytes.length };
  const { sound, ...shown } = await examine(made, { types, maxMib: mib, cite }, tellOfFile(found, at, { cite }));
  if (!sound) {
    return { findings: [finding, report('fit-impossible', { file: source, why: 'unreadable', limit }, at, { cite })] };
  }
  const sha256 = createHash('sha256').update(result.bytes).digest('hex');
  const { identity: _, ...before } = file;
  return { findings: found, file: { ...before, ...made, ...shown, sha256 } };
}

/**
 * Encodes oversized JPEGs, PNGs and scanned PDFs anew into a folder of their own below `output`; the dossier's files
 * are only read. Without such a file nothing is done, and sharp is not needed. `load` gives the package.
 */
export async function fitAttachments(
  assessment: Assessment,
  { output, signal, load }: { output: string; signal?: AbortSignal; load?: () => Promise<Encoder> },
): Promise<Fit> {
  const oversized = assessment.findings.filter(isOversized);
  if (oversized.length === 0) return { assessment, remove: async () => undefined };
  const encoder = await openEncoder(load);
  const folder = await folderIn(output);
  const remove = (): Promise<void> => removeTemporary(folder);
  try {
    const { slots, rows } = assessment.inventory;
    const files = [...slots.flatMap((slot) => slot.files), ...rows.map((row) => row.file)];
    const made = new Map<string, Made>();
    for (const [index, finding] of oversized.entries()) {
      signal?.throwIfAborted();
      const file = files.find(({ source }) => source === finding.args.file);
      if (file === undefined || made.has(file.source)) continue;
      const { types } = assessment.category.files;
      made.set(file.source, await make(finding, file, { encoder, path: join(folder, String(index)), types }));
    }
    return { assessment: withMade(assessment, made), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** A folder for the smaller files, where the bundle will stand. */
async function folderIn(output: string): Promise<string> {
  try {
    await makeFolder(output);
    return await temporaryFolder(output);
  } catch (error) {
    throw cannotWrite(output, error);
  }
}

/** The assessment with the smaller files in the place of the large ones, and what is now to be said of them. */
function withMade(assessment: Assessment, made: ReadonlyMap<string, Made>): Assessment {
  const smaller = (file: AttachedFile): AttachedFile => {
    const found = made.get(file.source)?.file;
    return found === undefined ? file : { ...found, at: file.at, evidence: file.evidence };
  };
  const { slots, rows } = assessment.inventory;
  const findings = inOrder(
    assessment.findings.flatMap((finding) =>
      isOversized(finding) ? (made.get(finding.args.file)?.findings ?? [finding]) : [finding],
    ),
  );
  return {
    ...assessment,
    inventory: {
      slots: slots.map((slot) => ({ ...slot, files: slot.files.map(smaller) })),
      rows: rows.map((row) => ({ ...row, file: smaller(row.file) })),
    },
    findings,
    counts: countsOf(findings, assessment.criteria),
    state: stateOf({ ...assessment, findings }),
  };
}
