// Appendix four: what only a person can check, and the places for signatures (design.md A11).
import type { ChecklistItem } from '../../assessment.ts';
import { blank, type Content, type Laid, spans, text } from '../content.ts';
import { checkBox } from '../marks.ts';
import { heightOf } from '../page.ts';
import { naming } from '../problem.ts';
import type { Block, Setting } from '../setting.ts';
import { placeTable } from '../table-break.ts';
import type { Span } from '../text.ts';
import { COLOR, PAGE, TYPE } from '../tokens.ts';
import { appendix, noteAside } from './appendix.ts';

const COLUMN = 82;
const GAP = 6;
const HANGING = 4.3;
const SIGNATURES = { columns: [18, 35, 23, 35, 18, 41], height: 15 } as const;
/** Lines of the checklist that stay with the signatures. */
const TOGETHER = 2;

const HEADING = '附四　人工核对清单';
const NOTE = '程序无法判断，逐项打勾后留存';

export const checklist: Block = (setting) => {
  const { flow, assessment } = setting;
  const rows: Laid[][] = [];
  assessment.checklist.forEach((item, index) => {
    const laid = naming(item.text, () => itemContent(item)(flow.fonts, COLUMN));
    if (index % 2 === 0) rows.push([laid]);
    else rows.at(-1)?.push(laid);
  });
  const heights = rows.map((row) => Math.max(...row.map((laid) => laid.height)) + 0.4);
  const signed = SIGNATURES.height + 2;
  const total = heights.reduce((all, height) => all + height, 0);
  appendix(setting, HEADING, noteAside(NOTE), Math.min(total + signed, 52));
  rows.forEach((row, index) => {
    const last = index >= rows.length - TOGETHER;
    const rest = heights.slice(index).reduce((all, height) => all + height, 0);
    flow.need(last ? rest + signed : (heights[index] ?? 0));
    row.forEach((laid, column) => {
      const box = { x: PAGE.left + column * (COLUMN + GAP), top: flow.y, width: COLUMN, height: laid.height };
      flow.structure.part('P', () => laid.draw(flow.page, box));
    });
    flow.y += heights[index] ?? 0;
  });
  flow.y += 1.4;
  flow.need(signed);
  signatures(setting);
};

/** A box, the text hanging behind it, and who attested it when. */
const itemContent =
  ({ text: words, attested }: ChecklistItem): Content =>
  (fonts, width) => {
    const parts: Span[] = [{ text: words, style: TYPE.check }];
    if (attested) parts.push({ text: ` ${attested.by}\u00A0${attested.on}`, style: TYPE.tiny });
    const laid = spans(parts, TYPE.check)(fonts, width - HANGING);
    return {
      height: laid.height,
      draw: (page, box) => {
        checkBox(page, box.x, box.top + heightOf(TYPE.check) / 2, 2.7, attested !== undefined);
        laid.draw(page, { ...box, x: box.x + HANGING, width: width - HANGING });
      },
    };
  };

function signatures({ flow }: Setting): void {
  const head = (name: string) => ({
    tint: COLOR.label,
    head: 'Row' as const,
    content: text(name, TYPE.label, 'center'),
  });
  const cells = [
    head('核对人\n(签字)'),
    { content: blank },
    head('法定代表人\n(签字)'),
    { content: blank },
    head('申报单位\n(盖章)'),
    { content: text('年　　月　　日', TYPE.check, 'right'), stand: 'bottom' as const },
  ];
  const { columns, height } = SIGNATURES;
  placeTable(flow, { columns, pad: { x: 1.6, y: 1 }, groups: [{ rows: [{ least: height, cells }] }] });
}
