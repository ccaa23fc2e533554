// The summary PDF of an assessment: lays it out, draws it, reads it back, and only then hands it over.
import type { Assessment } from '../assessment.ts';
import type { Stamp } from '../findings/states.ts';
import { stampWords } from '../messages/zh/states.ts';
import { frame } from './blocks/frame.ts';
import { blocks } from './blocks/index.ts';
import { titleOf } from './blocks/title.ts';
import { Flow } from './flow.ts';
import type { Fonts } from './fonts.ts';
import { underlineLinks } from './links.ts';
import { type Change, cleaned } from './normalise.ts';
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
  /** Characters of the dossier that are drawn as others. */
  readonly changes: readonly Change[];
};

/**
 * Writes the summary. Equal assessment, options and fonts give equal bytes.
 * Throws `SummaryProblem`: `glyph-missing`, `layout-unknown` (the template), `proof-failed`.
 */
export async function writeSummary(assessment: Assessment, options: SummaryOptions): Promise<Summary> {
  const { assessment: clean, changes } = cleaned(assessment);
  const laying = lay(clean, options);
  const bytes = await render(laying, options.fonts, propertiesOf(clean, options), options.stamp === 'draft');
  await prove(bytes, laying.pages);
  return { bytes, pages: laying.pages.length, changes };
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
  keywords: ['专精特新', String(category.year), stampWords[options.stamp], ...(options.preview ? [PREVIEW] : [])],
  creator: `zjtx ${options.version}`,
  date: asOf,
});
