// The errors of a draft, numbered as in the faulty cells (design.md A13).
import { furtherPlaces } from '../../findings/further.ts';
import { wordsOf } from '../../words/of-finding.ts';
import { blank, type Content, text } from '../content.ts';
import { mark, numberDisc } from '../marks.ts';
import { baselineIn, heightOf } from '../page.ts';
import type { NumberedError, Setting } from '../setting.ts';
import type { Row } from '../table.ts';
import { placeTable } from '../table-break.ts';
import { breakAfter } from '../text.ts';
import { COLOR, type Style, TYPE } from '../tokens.ts';
import { clauseOf } from '../words.ts';

const MOST_ROWS = 8;
const RED: Style = { ...TYPE.section, color: COLOR.red };
const MESSAGE: Style = { face: 'song', size: 9.5, leading: 13 };
const PLACE: Style = { ...TYPE.tiny };

export function errorStrip({ flow, assessment, errors }: Setting): void {
  const { errors: wrong, warnings } = assessment.counts;
  const rows: Row[] = [
    { least: 7.4, keep: true, cells: [{ span: 5, content: head(wrong, errors.length - wrong, warnings) }] },
    ...errors.slice(0, MOST_ROWS).map(rowOf),
  ];
  if (errors.length > MOST_ROWS) {
    const rest = text(`另有 ${errors.length - MOST_ROWS} 项，见 assessment.json`, TYPE.small);
    rows.push({ least: 6, cells: [{ content: blank }, { span: 4, content: rest }] });
  }
  placeTable(flow, {
    columns: [7, 87, 20, 28, 28],
    pad: { x: 1, y: 0.8 },
    color: COLOR.red,
    groups: rows.map((row) => ({ rows: [row] })),
  });
  flow.y += 5;
}

const head =
  (errors: number, absent: number, warnings: number): Content =>
  () => ({
    height: heightOf(RED),
    draw: (page, box) => {
      page.shape(...mark('not met', box.x + 1, box.top + (heightOf(RED) - 3.3) / 2, 3.3));
      const found = [...(errors > 0 ? [`错误 ${errors} 项`] : []), ...(absent > 0 ? [`待补 ${absent} 项`] : [])];
      const until = errors > 0 ? '改正前' : '补齐前';
      const line = found.length === 0 ? '草稿：没有错误' : `${found.join('，')}，${until}不能生成正式材料`;
      page.text(line, box.x + 5.6, baselineIn(box.top, RED), RED);
      const note = `序号与表内标记对应${warnings > 0 ? `；警告 ${warnings} 项见 assessment.json` : ''}`;
      const top = box.top + (heightOf(RED) - heightOf(TYPE.tiny)) / 2;
      page.text(note, box.x + box.width - 1, baselineIn(top, TYPE.tiny), TYPE.tiny, 'right');
    },
  });

/** A code breaks after its hyphens. */
const code =
  (value: string): Content =>
  (fonts, width) =>
    text(breakAfter(fonts, value, '-', PLACE, width), PLACE)(fonts, width);

function rowOf({ number, finding }: NumberedError): Row {
  const disc: Content = () => ({
    height: 3.6,
    draw: (page, box) => numberDisc(page, box.x + box.width / 2, box.top + box.height / 2, number),
  });
  const [cite] = finding.cite;
  const { file, line, column, absent } = finding.at;
  const position = absent ? `${file}:${line}` : `${file}:${line}:${column}`;
  const { count } = furtherPlaces(finding);
  const place = text(count === 0 ? position : `${position} 等 ${count + 1} 处`, PLACE, 'left', { anywhere: true });
  return {
    least: 6,
    cells: [
      { content: disc },
      { content: text(wordsOf(finding, 'zh').message, MESSAGE), field: file },
      { content: text(cite ? clauseOf(cite) : '程序检查', PLACE) },
      { content: place },
      { content: code(finding.code) },
    ],
  };
}
