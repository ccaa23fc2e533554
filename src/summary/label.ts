// Printed labels: they break before a unit in brackets when both parts then fit, never inside the brackets.

import { type Content, laidLines } from './content.ts';
import { widthOf } from './fonts.ts';
import type { Align } from './page.ts';
import { breakText } from './text.ts';
import type { Style } from './tokens.ts';

const WITH_BRACKET = /^(.*?\S)\s*([(（][^()（）]*[)）])$/u;

export const label =
  (value: string, style: Style, align: Align = 'center'): Content =>
  (fonts, width) => {
    const parts = WITH_BRACKET.exec(value);
    const fits = (part: string | undefined): boolean => widthOf(fonts, part ?? '', style) <= width;
    const broken = parts && !fits(value) && fits(parts[1]) && fits(parts[2]) ? `${parts[1]}\n${parts[2]}` : value;
    return laidLines(breakText(fonts, broken, style, width), style, align);
  };
