// The back of the paper set: the declaration with a place for the seal, what the recommending office writes, a divider a slot.
import { headRow } from '../blocks/criteria.ts';
import { headingLines } from '../blocks/title.ts';
import { text } from '../content.ts';
import type { Flow } from '../flow.ts';
import { baselineIn, heightOf } from '../page.ts';
import { naming } from '../problem.ts';
import type { Setting } from '../setting.ts';
import { rectangle } from '../shapes.ts';
import type { Row } from '../table.ts';
import { placeTable } from '../table-break.ts';
import { breakText, setLines } from '../text.ts';
import { COLOR, LINE, MM, PAGE, type Style, TYPE } from '../tokens.ts';
import { pageHeading } from './front.ts';

const BODY: Style = { ...TYPE.body, size: 12, leading: 24 };
const SIGN: Style = { ...TYPE.value, size: 12, leading: 20 };
/** A round seal has 40 to 42 mm. */
const SEAL = 56;
/** Room before the place of the seal for who signs and seals, mm. */
const SIGNER = 44;
const OWN = '本程序所拟';
/** Who signs and seals what the applicant declares. */
export const APPLICANT = ['法定代表人（签字）：', '申报单位（盖章）：'] as const;

/** The heading of the declaration. */
export const DECLARATION = '真实性声明';

/** What the applicant declares. No source that is known prints the text: ours is neutral, and says that it is ours. */
export function declaration({ flow, assessment }: Setting): void {
  pageHeading(flow, DECLARATION);
  paragraph(
    flow,
    `${assessment.enterprise}声明：本次申报填写的内容和所附材料真实、准确、完整，复印件与原件一致；如有不实，由本单位承担相应责任。`,
    BODY,
  );
  flow.y += 2;
  paragraph(flow, `（以上文字为${OWN}；主管部门印发声明文本的，以印发的文本为准。）`, TYPE.note);
  flow.y += 16;
  signing(flow, APPLICANT, flow.y);
}

/** The heading of the part that is the recommending office's. */
export const recommendationOf = ({ category: { paper } }: Setting['assessment']): string | undefined =>
  paper?.recommended === true ? (paper.recommendation ?? '推荐意见') : undefined;

/** An empty block: what stands in it is written by hand. */
export function recommendation({ flow, assessment }: Setting): void {
  const heading = recommendationOf(assessment);
  if (heading === undefined) return;
  pageHeading(flow, heading);
  flow.structure.part('P', () =>
    flow.page.text('由推荐单位填写', PAGE.right, baselineIn(flow.y - 4, TYPE.note), TYPE.note, 'right'),
  );
  flow.y += 2;
  const frame = { pen: { color: COLOR.ink, width: LINE.outer } };
  flow.page.shape(rectangle(PAGE.left, flow.y, PAGE.body, PAGE.bottom - flow.y, frame));
  signing(flow, ['负责人（签字）：', '推荐单位（盖章）：'], PAGE.bottom - SEAL - 26);
}

/** Room that the places for signature, seal and date take from the line of who signs, mm. */
export const SIGNING = SEAL + 22;

/** Who signs, with a place for the seal and one for the date, in the right half of the page. */
export function signing({ page, structure }: Flow, [signer, sealer]: readonly [string, string], top: number): void {
  const x = PAGE.right - SEAL - 2 - SIGNER;
  structure.part('P', () => page.text(signer, x, baselineIn(top, SIGN), SIGN));
  const seal = top + 12;
  structure.part('P', () => page.text(sealer, x, baselineIn(seal, SIGN), SIGN));
  const pen = { color: COLOR.quiet, width: LINE.inner, dash: [2.4, 1.6] };
  page.shape(rectangle(PAGE.right - SEAL - 2, seal, SEAL, SEAL, { pen }));
  structure.part('P', () =>
    page.text('年　　月　　日', PAGE.right - 2 - SEAL / 2, baselineIn(seal + SEAL + 2, SIGN), SIGN, 'center'),
  );
}

function paragraph(flow: Flow, words: string, style: Style): void {
  const lines = naming(DECLARATION, () =>
    breakText(flow.fonts, words, style, PAGE.body, { indent: (2 * style.size) / MM }),
  );
  flow.structure.part('P', () =>
    lines.forEach((line, index) => {
      const x = PAGE.left + (index === 0 ? (2 * style.size) / MM : 0);
      setLines(flow.page, [line], { x, top: flow.y + heightOf(style, index), width: PAGE.body }, style);
    }),
  );
  flow.y += heightOf(style, lines.length);
}

/** A file behind a divider: on which pages of the paper set, or why it is not in it. */
export type Behind = { readonly name: string; readonly pages: number; readonly from?: number; readonly apart?: string };

/** What one divider is for: a slot, or the files of a table. */
export type Division = { readonly name: string; readonly label: string; readonly files: readonly Behind[] };

const NAME: Style = { ...TYPE.section, size: 16, leading: 24 };
const LABEL: Style = { ...TYPE.title, size: 20, leading: 31 };
const COLUMNS = [12, 108, 16, 34] as const;
const HEADS = ['序号', '文件', '页数', '本册页码'];

/** Number and name of a slot, and its files. */
export function divider({ flow }: Setting, { name, label, files }: Division): void {
  const { page, structure, fonts } = flow;
  flow.bookmark(`${name}　${label}`);
  flow.settle();
  flow.y = 66;
  structure.part('H2', () => {
    page.text(name, PAGE.left + PAGE.body / 2, baselineIn(flow.y, NAME), NAME, 'center');
    flow.y += heightOf(NAME) + 4;
    const { lines } = naming(label, () => headingLines(fonts, label, [LABEL], PAGE.body - 10));
    setLines(page, lines, { x: PAGE.left, top: flow.y, width: PAGE.body }, LABEL, 'center');
    flow.y += heightOf(LABEL, lines.length) + 5;
  });
  page.rule(PAGE.left, flow.y, PAGE.right, flow.y, 1.5);
  flow.y += 8;
  const rows = files.map((file, index): Row => {
    const { pages, from, apart } = file;
    const where = from === undefined ? (apart ?? '') : pages === 1 ? String(from) : `${from}—${from + pages - 1}`;
    const cells = [
      { pad: 0.4, content: text(String(index + 1), TYPE.small, 'center') },
      { content: text(file.name, TYPE.smallText, 'left', { anywhere: true }) },
      { content: text(pages === 0 ? '—' : String(pages), TYPE.small, 'right') },
      { content: text(where, TYPE.small, 'center') },
    ];
    return { least: 7, cells: cells.map((cell) => ({ ...cell, field: label })) };
  });
  placeTable(flow, {
    columns: COLUMNS,
    pad: { x: 1.4, y: 1 },
    groups: rows.map((row) => ({ rows: [row] })),
    heads: () => [headRow(HEADS)],
  });
}
