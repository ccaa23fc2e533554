// Reads what people type where a figure is asked for: separators, full-width digits, a unit, a percent sign.

const plain = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** A number as a dossier writes it. */
export const isPlainFigure = (text: string): boolean => plain.test(text);

export type ReadFigure =
  | { readonly is: 'plain'; readonly text: string }
  /** Read as `text` after signs were left out. */
  | { readonly is: 'mended'; readonly text: string }
  /** A unit that would change the figure: 亿元 where 万元 is asked for. */
  | { readonly is: 'unit'; readonly unit: string; readonly text: string }
  | { readonly is: 'unreadable' };

const units = /^(?<number>.*?)\s*(?<unit>%|‰|亿元|亿|万元|万|元|万人|人|件|项|个|家|台|名|分|年)$/u;

/** `12.5万元` where 万元 is asked for is 12.5; where another unit is asked for, only a person can tell. */
export function readFigure(written: string, unit: string | undefined): ReadFigure {
  const trimmed = written.trim();
  if (isPlainFigure(trimmed)) return { is: 'plain', text: trimmed };
  const folded = trimmed
    .normalize('NFKC')
    .replace(/[−–—﹣]/gu, '-')
    .replace(/[\s_￥¥]/gu, '');
  const { number = folded, unit: said } = units.exec(folded)?.groups ?? {};
  // Groups of three only: `1,2` may be a slip for 1.2.
  const grouped = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(number);
  const bare = (grouped ? number.replaceAll(',', '') : number).replace(/^(-?)0+(?=\d)/, '$1').replace(/^\+/, '');
  if (!isPlainFigure(bare)) return { is: 'unreadable' };
  if (said === undefined || said === unit || (said === '万' && unit === '万元')) return { is: 'mended', text: bare };
  return { is: 'unit', unit: said, text: bare };
}
