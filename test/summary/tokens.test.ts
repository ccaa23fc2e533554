// The colours of text against every ground they stand on, as a grey print shows them.
import { expect, test } from 'vitest';
import { COLOR } from '../../src/summary/tokens.ts';

/** Relative luminance of WCAG 2. */
function luminance(hex: string): number {
  const part = (from: number): number => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

const contrast = (text: string, ground: string): number => {
  const [light = 0, dark = 0] = [luminance(text), luminance(ground)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

const TEXTS = ['ink', 'quiet', 'footer', 'red', 'ochre', 'accent'] as const;
const GROUNDS = ['white', 'label', 'section', 'computed'] as const;

test.each(TEXTS.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)))(
  '%s on %s has a contrast of at least 4.5',
  (text, ground) => expect(contrast(COLOR[text], COLOR[ground])).toBeGreaterThanOrEqual(4.5),
);

test('white digits on a red disc can be read', () => {
  expect(contrast(COLOR.white, COLOR.red)).toBeGreaterThanOrEqual(4.5);
});
