// Writes the bundle of one assessment, with the fonts read once a run.
import type { Assessment } from '../assessment.ts';
import { type State, stampOf } from '../decide/state.ts';
import { easeMemory } from '../files/pdf/inspect.ts';
import { version } from '../files/version.ts';
import { Stop } from '../findings/stop.ts';
import { readAssets } from '../reporters/html/assets.ts';
import { assessmentDocument } from '../reporters/json.ts';
import { reportedAssessment } from '../reporters/reported.ts';
import type { Fonts } from '../summary/fonts.ts';
import { SummaryProblem } from '../summary/problem.ts';
import { summaryFonts } from '../summary/spare.ts';
import { writeSummary } from '../summary/write.ts';
import { buildWords, summaryWords } from '../words/build.ts';
import { reportWords } from '../words/report.ts';
import { guidePage } from './guide/page.ts';
import type { SigningKey } from './minisign/secret-key.ts';
import type { signBundle } from './minisign/sign.ts';
import { type BundleWritten, writeBundle } from './write.ts';

export type BundleOptions = {
  readonly output: string;
  /** A draft is written of what is not settled; alone, of everything. */
  readonly draft: boolean;
  /** What is complete but not settled is written too, stamped 待核实. */
  readonly unsettled: boolean;
  readonly force: boolean;
  /** Beside the files of each slot stands one PDF made of them. */
  readonly mergeSlots?: boolean;
  /** The paper set stands beside the form, for printing on both sides or on one. */
  readonly paper?: 'both' | 'single';
  /** The same tree also stands unzipped beside the bundle. */
  readonly folder?: boolean;
  /** Absolute paths of fonts for characters that the summary's own lack. */
  readonly fonts?: readonly string[];
  /** Oversized scans are made smaller for the bundle. */
  readonly fit?: boolean;
  /** Signs the bundle: `<bundle>.minisig` beside it. */
  readonly sign?: SigningKey;
};

/** Called while attachments are packed, with the share that is done and the path of the one in hand. */
export type Packing = (percent: number, name: string) => void;

type Hooks = { readonly signal?: AbortSignal; readonly onPacking?: Packing };

/** Writes one bundle. Throws a Stop when it cannot be written. */
export type Bundler = (assessment: Assessment, hooks?: Hooks) => Promise<BundleWritten>;

/**
 * A function that writes bundles into a folder, one after the other, with the fonts read once. It draws the
 * summary, packs the attachments, reads the zip back and only then gives it its name.
 */
export function bundler(options: BundleOptions): Bundler {
  let opened: Promise<Fonts> | undefined;
  return async (assessment, { signal, onPacking } = {}) => {
    const stamp = stampOf(assessment.state, options);
    if (stamp === undefined) throw notBuilt(assessment.state);
    await easeMemory();
    opened ??= summaryFonts(options.fonts);
    const fonts = await opened.catch((error: unknown) => {
      // The next dossier tries again.
      opened = undefined;
      throw error;
    });
    const summary = (complete: Assessment) => writeSummary(complete, { fonts, stamp, version }).catch(asStop);
    const { output, force, mergeSlots = false } = options;
    const merge = mergeSlots ? (await import('./merged/merge.ts')).merger(assessment) : undefined;
    const { paper: sides } = options;
    const paper =
      sides &&
      (async (complete: Assessment, put: (path: string, content: Uint8Array) => Promise<string>) => {
        const { addPaper } = await import('./merged/paper.ts');
        const how = { fonts, stamp, version, singleSided: sides === 'single' };
        return addPaper(complete, how, put).catch(asStop);
      });
    const bundled = await writeBundle(assessment, {
      output,
      stamp,
      force,
      ...(merge === undefined ? {} : { merge }),
      ...(paper === undefined ? {} : { paper }),
      summary,
      guide: async (placed, merged) => guidePage(assessment, placed, merged, await readAssets('guide')),
      assessmentDocument: (complete) => assessmentDocument(reportedAssessment(complete)),
      ...(signal === undefined ? {} : { signal }),
      ...(onPacking === undefined
        ? {}
        : {
            onProgress: (done: number, total: number, name: string) =>
              onPacking(total === 0 ? 100 : Math.floor((done / total) * 100), name),
          }),
    });
    const { sign, folder } = options;
    const signature = sign && (await signed(bundled.path, sign, { version, force, signal }));
    const written = { ...bundled, ...(signature === undefined ? {} : { signature }) };
    if (folder !== true) return written;
    const { writeFolder } = await import('./folder.ts');
    return { ...written, unpacked: await writeFolder(bundled.path, { force, signal }) };
  };
}

const signed: typeof signBundle = async (...given) => (await import('./minisign/sign.ts')).signBundle(...given);

/** Writes the bundle of one assessment; for many, a `bundler` reads the fonts once. */
export const build = async (
  assessment: Assessment,
  options: BundleOptions,
  hooks: Hooks = {},
): Promise<BundleWritten> => bundler(options)(assessment, hooks);

/** A dossier in this state gives no bundle of the kinds that were asked for. */
function notBuilt(state: State): Stop {
  const [zh, en] = [buildWords('zh'), buildWords('en')];
  return new Stop(
    'state-refused',
    { message: zh.refusedState(reportWords('zh').state[state]), hint: zh.refusedFix[state] },
    { message: en.refusedState(reportWords('en').state[state]), hint: en.refusedFix[state] },
  );
}

/** A character that no font has, or a PDF that reads back otherwise: the applicant is told where. */
export function asStop(error: unknown): never {
  if (!(error instanceof SummaryProblem)) throw error;
  const [zh, en] = [summaryWords('zh'), summaryWords('en')];
  const { field, detail } = error;
  if (error.code === 'glyph-missing') {
    throw new Stop(
      'glyph-missing',
      { message: zh.glyph(detail, field), hint: zh.glyphFix },
      { message: en.glyph(detail, field), hint: en.glyphFix },
      { cause: error },
    );
  }
  throw new Stop(
    'summary-differs',
    { message: zh.proof(field, detail), hint: zh.proofFix },
    { message: en.proof(field, detail), hint: en.proofFix },
    { cause: error },
  );
}
