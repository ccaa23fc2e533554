// The title row of a long text: name, prompt in small type, and at the right how many characters of how many.
import type { FilledField } from '../../assessment.ts';
import { type Fonts, widthOf } from '../fonts.ts';
import { DISC, mark, numberDisc } from '../marks.ts';
import { grouped } from '../numbers.ts';
import { baselineIn, heightOf, type Page } from '../page.ts';
import { breakText, setLines } from '../text.ts';
import { COLOR, PAGE, type Style, TYPE } from '../tokens.ts';

export type Head = { readonly height: number; draw(page: Page, top: number): void };

const LEAST = 8;
const PAD = 2.1;
const MARK = 3.3;

/** `first` is false where the text goes on: then it says so, and the prompt is not repeated. */
export function layHead(fonts: Fonts, field: FilledField, first: boolean, errors: readonly number[]): Head {
  const { count, over } = countOf(field);
  const countStyle: Style = over ? { ...TYPE.number, color: COLOR.red } : TYPE.number;
  const countWidth = widthOf(fonts, count, countStyle);
  const inner = PAGE.body - 2 * PAD;
  const taken = countWidth + (over ? MARK + 1 : 0) + errors.length * (DISC + 1) + 4;
  const names = breakText(fonts, first ? field.label : `${field.label}（续）`, TYPE.section, inner - taken);
  const nameWidth = names[0]?.width ?? 0;
  const prompt = first ? (field.prompt ?? '') : '';
  const fits = names.length === 1 && widthOf(fonts, prompt, TYPE.tinyQuiet) <= inner - taken - nameWidth - 3;
  const below = prompt === '' || fits ? [] : breakText(fonts, prompt, TYPE.tinyQuiet, inner);
  const nameHeight = LEAST + heightOf(TYPE.section, names.length - 1);
  const height = nameHeight + (below.length > 0 ? heightOf(TYPE.tiny, below.length) + 0.6 : 0);
  const draw = (page: Page, top: number): void => {
    const base = (style: Style): number => baselineIn(top + (LEAST - heightOf(style)) / 2, style);
    const x = PAGE.left + PAD;
    setLines(page, names, { x, top: top + (LEAST - heightOf(TYPE.section)) / 2, width: inner }, TYPE.section);
    if (fits && prompt !== '') page.text(prompt, x + nameWidth + 3, base(TYPE.tinyQuiet), TYPE.tinyQuiet);
    const right = PAGE.right - PAD - errors.length * (DISC + 1);
    if (over) page.shape(...mark('not met', right - countWidth - MARK - 1, top + (LEAST - MARK) / 2, MARK));
    if (count !== '') page.text(count, right, base(countStyle), countStyle, 'right');
    errors.forEach((number, index) => {
      numberDisc(page, right + 1 + DISC / 2 + index * (DISC + 1), top + LEAST / 2, number);
    });
    setLines(page, below, { x, top: top + nameHeight - 0.6, width: inner }, TYPE.tiny);
  };
  return { height, draw };
}

/** `534 / 3,000 字` */
function countOf({ count, max }: FilledField): { count: string; over: boolean } {
  if (count === undefined) return { count: '', over: false };
  const limit = max === undefined ? '' : ` / ${grouped(String(max))}`;
  return { count: `${grouped(String(count))}${limit} 字`, over: max !== undefined && count > max };
}
