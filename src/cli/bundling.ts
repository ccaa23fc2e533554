// Writes the bundle of one assessment: fonts and template once a run, progress while packing.
import { readFile } from 'node:fs/promises';
import type { Assessment } from '../assessment.ts';
import { type BundleWritten, writeBundle } from '../bundle/write.ts';
import { toPlain } from '../document/node.ts';
import { readDocument } from '../document/read.ts';
import { Stop } from '../findings/stop.ts';
import { cliWordsOf } from '../messages/cli.ts';
import { assessmentDocument } from '../reporters/json.ts';
import { readFonts } from '../summary/font-files.ts';
import { type Fonts, openFonts } from '../summary/fonts.ts';
import { SummaryProblem } from '../summary/problem.ts';
import { writeSummary } from '../summary/write.ts';
import { version } from '../version.ts';
import type { Context } from './command.ts';
import { isSet } from './options.ts';
import { progressOn } from './progress.ts';

const template = new URL('../../templates/summary.yaml', import.meta.url);

export type BundleOptions = { readonly output: string; readonly draft: boolean; readonly force: boolean };

/** A function that writes bundles, one after the other. Throws a Stop when one cannot be written. */
export function bundler(context: Context, options: BundleOptions): (assessment: Assessment) => Promise<BundleWritten> {
  const { terminal, language, signal } = context;
  const progress = progressOn(terminal, isSet(context.options, 'quiet'));
  const words = cliWordsOf(language);
  let opened: Promise<{ fonts: Fonts; layout: unknown }> | undefined;
  const open = async () => {
    const [fonts, layout] = await Promise.all([readFonts(), readFile(template)]);
    const { node } = readDocument(layout, 'templates/summary.yaml');
    return { fonts: openFonts(fonts), layout: node && toPlain(node) };
  };
  return async (assessment) => {
    opened ??= open();
    const { fonts, layout } = await opened;
    const summary = async (complete: Assessment) => {
      const { draft } = options;
      const made = await writeSummary(complete, { fonts, draft, version, template: layout }).catch(asStop);
      for (const { from, to, times } of isSet(context.options, 'quiet') ? [] : made.changes) {
        progress.clear();
        terminal.stderr.write(`${words.changed(from, to, times)}\n`);
      }
      return made;
    };
    try {
      return await writeBundle(assessment, {
        ...options,
        summary,
        assessmentDocument,
        signal,
        onProgress: (done, total, name) =>
          progress.show(words.packing(total === 0 ? 100 : Math.floor((done / total) * 100), name)),
      });
    } finally {
      progress.clear();
    }
  };
}

/** A character that no font has, or a PDF that reads back otherwise: the applicant is told where. */
function asStop(error: unknown): never {
  if (!(error instanceof SummaryProblem) || error.code === 'layout-unknown') throw error;
  const [zh, en] = [cliWordsOf('zh').summary, cliWordsOf('en').summary];
  const { field, detail } = error;
  if (error.code === 'glyph-missing') {
    throw new Stop(
      { message: zh.glyph(detail, field), hint: zh.glyphFix },
      { message: en.glyph(detail, field), hint: en.glyphFix },
    );
  }
  throw new Stop(
    { message: zh.proof(field, detail), hint: zh.proofFix },
    { message: en.proof(field, detail), hint: en.proofFix },
  );
}
