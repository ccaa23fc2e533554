// The summary PDF of an assessment: lays it out, draws it, reads it back, and only then hands it over.
import type { Assessment } from '../assessment.ts';
import type { Stamp } from '../findings/states.ts';
import { stampWords } from '../findings/states.ts';
import { frame } from './blocks/frame.ts';
import { blocks } from './blocks/index.ts';
import { titleOf } from './blocks/title.ts';
import { Flow } from './flow.ts';
import { type Fonts, forgiving } from './fonts.ts';
import { underlineLinks } from './links.ts';
import { cleaned } from './normalise.ts';
import { SummaryProblem } from './problem.ts';
import { prove } from './proof.ts';
import { PREVIEW, type Properties } from './properties.ts';
import { type Laying, render } from './render.ts';
import { numberErrors } from './setting.ts';
import { template as schema } from './template.ts';

export type SummaryOptions = {
  readonly fonts: Fonts;
  /** A draft has a watermark and marks at faulty cells; what is not formal lists what is open. */
  readonly stamp: Stamp;
  /** Of the program, `1.0.0`. */
  readonly version: string;
  /** `templates/summary.yaml`, parsed. */
  readonly template: unknown;
  /** The document says of itself that it is one to look at, so that the next one may replace it. */
  readonly preview?: boolean;
};

export type Summary = {
  readonly bytes: Uint8Array;
  readonly pages: number;
};

/**
 * Writes the summary. Equal assessment, options and fonts give equal bytes.
 * Throws `SummaryProblem`: `glyph-missing` (never for a draft), `layout-unknown` (the template), `proof-failed`.
 */
export async function writeSummary(assessment: Assessment, options: SummaryOptions): Promise<Summary> {
  const draft = options.stamp === 'draft';
  const clean = cleaned(assessment, draft);
  // A draft shows what is wrong; a character that no font has is a part of that.
  const fonts = draft ? forgiving(options.fonts) : options.fonts;
  const laying = lay(clean, { ...options, fonts });
  const bytes = await render(laying, fonts, propertiesOf(clean, options), draft);
  await prove(bytes, laying.pages);
  return { bytes, pages: laying.pages.length };
}

/** Lays the summary out without drawing it: all texts and shapes with their places. */
export function lay(assessment: Assessment, { fonts, stamp, version, template }: SummaryOptions): Laying {
  const layout = schema.safeParse(template);
  if (!layout.success) throw new SummaryProblem('layout-unknown', 'templates/summary.yaml', layout.error.message);
  const flow = new Flow(fonts);
  const setting = { flow, assessment, stamp, errors: stamp === 'draft' ? numberErrors(assessment.findings) : [] };
  for (const { block, title, note } of layout.data.blocks) blocks[block]?.(setting, { title, note });
  underlineLinks(flow.pages);
  frame(flow.pages, assessment, stamp, version);
  return { pages: flow.pages, bookmarks: flow.bookmarks };
}

const propertiesOf = ({ category, enterprise, asOf }: Assessment, options: SummaryOptions): Properties => ({
  title: `${titleOf(category.title)} – ${enterprise}`,
  author: enterprise,
  subject: category.id,
  keywords: ['专精特新', String(category.year), stampWords.zh[options.stamp], ...(options.preview ? [PREVIEW] : [])],
  creator: `zjtx ${options.version}`,
  date: asOf,
});
