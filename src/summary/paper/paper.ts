// The paper set: cover, contents, the form, the declaration, the recommendation and the attachments behind their dividers, to be bound.
import type { Assessment } from '../../assessment.ts';
import { stampWords } from '../../findings/states.ts';
import { blocks } from '../blocks/index.ts';
import { Flow } from '../flow.ts';
import { forgiving, widthOf } from '../fonts.ts';
import { underlineLinks } from '../links.ts';
import type { Bookmark } from '../outline.ts';
import { Page } from '../page.ts';
import { cleaned, prove } from '../proof.ts';
import { numberErrors, type Setting } from '../setting.ts';
import { Structure } from '../structure.ts';
import { cut } from '../text.ts';
import { COLOR, MM, PAGE, TYPE } from '../tokens.ts';
import {
  digestsOf,
  FOOTER,
  type Inserted,
  type Laying,
  propertiesOf,
  render,
  type SummaryOptions,
  writeHeader,
} from '../write.ts';
import { DECLARATION, type Division, declaration, divider, recommendation, recommendationOf } from './back.ts';
import { contents, cover, type Entry, layoutNote, paperTitle } from './front.ts';

export type PaperOptions = SummaryOptions & {
  /** Printed on one side of each sheet: margins do not mirror, and no page is left empty. */
  readonly singleSided: boolean;
};

/** A file that can stand in the paper set page by page, or one that cannot; `apart` says why, in few words. */
export type PaperFile = { readonly name: string; readonly pages: number; readonly apart?: string };

/** A slot with its files; one without any has no divider. */
export type PaperPart = { readonly name: string; readonly label: string; readonly files: readonly PaperFile[] };

/** The pages of all parts laid out; `files` says on which page, from 0, the first of each file stands, in their order. */
export type PaperLaying = Laying & {
  readonly files: readonly (number | undefined)[];
  readonly own: ReadonlySet<number>;
};

/** Lays the paper set out: a page of ours for each page, an empty one for each that belongs to an attachment. */
export function layPaper(assessment: Assessment, options: PaperOptions, parts: readonly PaperPart[]): PaperLaying {
  const { fonts, stamp, singleSided } = options;
  const structure = new Structure();
  const errors = stamp === 'draft' ? numberErrors(assessment.findings) : [];
  const section = (draw: (setting: Setting) => void, of = structure): Flow => {
    const flow = new Flow(fonts, of);
    draw({ flow, assessment, stamp, errors });
    return flow;
  };
  const pages: Page[] = [];
  const own = new Set<number>();
  const bookmarks: Bookmark[] = [];
  const framed: { readonly page: Page; readonly headed: boolean }[] = [];
  const empty = (): Page => new Page(fonts, structure);
  /** On the next sheet: a part begins on an odd page. */
  const begin = (): number => {
    if (!singleSided && pages.length % 2 === 1) {
      own.add(pages.length);
      pages.push(empty());
    }
    return pages.length;
  };
  const put = (flow: Flow, frame: 'none' | 'all' | 'not first' = 'all'): number => {
    const at = begin();
    for (const mark of flow.bookmarks) bookmarks.push({ ...mark, page: mark.page + at });
    flow.pages.forEach((page, index) => {
      own.add(pages.length);
      pages.push(page);
      if (frame !== 'none') framed.push({ page, headed: frame === 'all' || index > 0 });
    });
    return at;
  };

  put(section(cover), 'none');
  if (!singleSided) {
    own.add(pages.length);
    const [note = empty()] = section((setting) => {
      setting.flow.y = PAGE.top;
      layoutNote(setting);
    }).pages;
    pages.push(note);
  }
  const place = { heading: structure.begin('H2'), list: structure.begin('TOC') };
  const form = section((setting) => {
    for (const block of blocks) block(setting);
    underlineLinks(setting.flow.pages);
  });
  const declared = section(declaration);
  const recommended = recommendationOf(assessment) === undefined ? undefined : section(recommendation);
  const filled = parts.filter(({ files }) => files.length > 0);

  /** Where everything comes to stand, given how many pages the contents have. */
  const settle = (contentsPages: number) => {
    let next = pages.length;
    const start = (count: number): number => {
      if (!singleSided && next % 2 === 1) next += 1;
      const at = next;
      next += count;
      return at;
    };
    start(contentsPages);
    const formAt = start(form.pages.length);
    const declaredAt = start(declared.pages.length);
    const recommendedAt = recommended === undefined ? undefined : start(recommended.pages.length);
    const divided = filled.map((part) => {
      // The rows of its table are as high whatever the numbers in them are.
      const count = section((setting) => divider(setting, divisionOf(part, 0)), new Structure()).pages.length;
      const at = start(count);
      const merged = part.files.reduce((all, { pages: own_, apart }) => all + (apart === undefined ? own_ : 0), 0);
      return { part, at, from: merged === 0 ? next : start(merged) };
    });
    return { formAt, declaredAt, recommendedAt, divided };
  };
  const entriesOf = ({ formAt, declaredAt, recommendedAt, divided }: ReturnType<typeof settle>): Entry[] => [
    { title: paperTitle(assessment), level: 1, at: formAt + 1 },
    ...form.bookmarks.flatMap(({ title, level, page }): Entry[] =>
      level === 1 ? [{ title, level: 2, at: formAt + page + 1 }] : [],
    ),
    { title: DECLARATION, level: 1, at: declaredAt + 1 },
    ...(recommendedAt === undefined
      ? []
      : [{ title: recommendationOf(assessment) ?? '', level: 1 as const, at: recommendedAt + 1 }]),
    ...divided.flatMap(({ part, at, from }): Entry[] => [
      { title: `${part.name}　${part.label}`, level: 1, at: at + 1 },
      ...divisionOf(part, from).files.map(
        ({ name, from: first, apart = '' }): Entry => ({ title: name, level: 2, at: first ?? apart }),
      ),
    ]),
  ];
  const counted = (count: number): number => {
    const other = new Structure();
    const draft = { heading: other.begin('H2'), list: other.begin('TOC') };
    const { pages: needed } = section(
      (setting) => contents(setting, entriesOf(settle(count)), draft, singleSided),
      other,
    );
    return needed.length;
  };
  const settled = settle(counted(1));
  put(section((setting) => contents(setting, entriesOf(settled), place, singleSided)));
  put(form, 'not first');
  put(declared);
  if (recommended !== undefined) put(recommended);
  const files: (number | undefined)[] = [];
  for (const { part, from } of settled.divided) {
    put(section((setting) => divider(setting, divisionOf(part, from))));
    const behind = part.files.filter(({ apart }) => apart === undefined);
    let at = behind.length === 0 ? pages.length : begin();
    for (const file of part.files) {
      files.push(file.apart === undefined ? at : undefined);
      if (file.apart !== undefined) continue;
      bookmarks.push({ title: file.name, page: at, level: 2 });
      for (let index = 0; index < file.pages; index += 1) pages.push(empty());
      at += file.pages;
    }
  }
  for (const { page, headed } of framed) frame(page, pages.indexOf(page), pages.length, headed, assessment, options);
  if (!singleSided)
    for (const [index, page] of pages.entries()) if (index % 2 === 1) page.shift(PAGE.width - PAGE.right - PAGE.left);
  return { pages, bookmarks, structure: structure.root, files, own };
}

/** The files of a part with their pages in the whole, from 1; the first stands on page `at`, from 0. */
function divisionOf({ name, label, files }: PaperPart, at: number): Division {
  let next = at + 1;
  return {
    name,
    label,
    files: files.map(({ name: file, pages, apart }) => {
      if (apart !== undefined) return { name: file, pages, apart };
      const from = next;
      next += pages;
      return { name: file, pages, from };
    }),
  };
}

/** Header and footer: the number of the page outside, what the data were inside. */
function frame(
  page: Page,
  index: number,
  count: number,
  headed: boolean,
  assessment: Assessment,
  options: PaperOptions,
): void {
  const { stamp, version, singleSided } = options;
  if (headed) writeHeader(page, assessment);
  page.rule(PAGE.left, FOOTER.rule, PAGE.right, FOOTER.rule);
  const number = `第 ${index + 1} 页　共 ${count} 页`;
  const outside = singleSided || index % 2 === 0 ? 'right' : 'left';
  const style = TYPE.pageNumber;
  const digests = cut(page.fonts, digestsOf(assessment, version), TYPE.footer, PAGE.body / 2 - 12);
  const write = (inside: boolean): void => {
    const align = inside === (outside === 'right') ? 'left' : 'right';
    const [text, own] = inside ? [digests, TYPE.footer] : [number, style];
    page.write(page.footer, text, align === 'left' ? PAGE.left : PAGE.right, FOOTER.baseline, own, align);
  };
  // From left to right, as it is read back.
  write(outside === 'right');
  if (stamp !== 'final') {
    const middle = PAGE.left + PAGE.body / 2;
    const half = widthOf(page.fonts, stampWords.zh[stamp], style) / 2;
    page.write(page.footer, stampWords.zh[stamp], middle, FOOTER.baseline, style, 'center');
    const under = FOOTER.baseline + (0.16 * style.size) / MM;
    page.rule(middle - half, under, middle + half, under, 0.5, COLOR.ink);
  }
  write(outside === 'left');
}

/**
 * Draws what was laid out, with the pages of attachments at their places, and reads our own pages back. Equal input gives
 * equal bytes. Throws as `writeSummary` does.
 */
export async function writePaper(
  assessment: Assessment,
  options: PaperOptions,
  parts: readonly PaperPart[],
  inserted: (laying: PaperLaying) => Inserted,
): Promise<{ readonly bytes: Uint8Array; readonly laying: PaperLaying }> {
  const draft = options.stamp === 'draft';
  const clean = cleaned(assessment, draft);
  const fonts = draft ? forgiving(options.fonts) : options.fonts;
  const laying = layPaper(clean, { ...options, fonts }, parts);
  const properties = propertiesOf(clean, options, paperTitle(clean));
  const bytes = await render(laying, fonts, properties, draft, inserted(laying));
  await prove(bytes, laying.pages, laying.own);
  return { bytes, laying };
}
