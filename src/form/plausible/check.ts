// What a check of plausibility is: from the values of a dossier to what it finds hard to believe of them.
import { Decimal } from '../../expression/decimal.ts';
import type { Bounds, Fact } from '../../expression/types.ts';
import type { comparedCodes } from '../../findings/areas/compared.ts';
import type { Args } from '../../findings/areas/index.ts';
import type { Also, singleCodes } from '../../findings/areas/plausible.ts';
import { type FigureItem, type Item, isFigure } from './item.ts';

/** All that the checks see. */
export type Ground = {
  readonly items: readonly Item[];
  readonly asOf: string;
  /** The value of another fact that goes with one: of its year, of its row, or its latest one. */
  beside(item: Item, name: string): Item | undefined;
  fact(name: string): Fact | undefined;
  /** The figures of a yearly fact, in order of their years. */
  series(name: string): readonly FigureItem[];
};

export type PlausibleCode = keyof typeof singleCodes | keyof typeof comparedCodes;

/** Something that cannot all be true. */
export type Suspicion = {
  readonly code: PlausibleCode;
  /** The arguments of its sentence, but for what folding adds. */
  readonly args: object;
  /** The value it speaks of. */
  readonly about: Item;
  /** The values that may be the wrong ones instead. */
  readonly instead: readonly Item[];
  /** The row of domain knowledge behind it, for the clause: `E-18`. */
  readonly reason?: string;
  /** How many times the highest plausible figure it is, where it is above that. */
  readonly times?: Decimal;
  /** Lighter than the code's own. */
  readonly severity?: 'warning';
};

export type Check = (ground: Ground) => Suspicion[];

type Own<C extends PlausibleCode> = Omit<Args<C>, keyof Also>;
type More = Pick<Suspicion, 'about'> & Partial<Pick<Suspicion, 'instead' | 'reason' | 'times' | 'severity'>>;

/** A suspicion whose arguments the catalogue knows. */
export const suspect = <C extends PlausibleCode>(code: C, args: Own<C>, more: More): Suspicion => ({
  code,
  args,
  instead: [],
  ...more,
});

/** A figure as sentences name it. */
export const figureOf = ({ label, value, fact }: FigureItem) => ({
  field: label,
  figure: value.toFixed(),
  unit: fact.unit ?? '',
});

/** Where a value lies: `above` also says how many times the upper end it is. */
export function outside(value: Decimal, { least, most }: Bounds, unit = new Decimal(1)): Decimal | 'below' | undefined {
  if (most !== undefined && value.gt(unit.times(most))) {
    const highest = unit.times(most);
    return highest.gt(0) ? value.div(highest) : value;
  }
  return least !== undefined && value.lt(unit.times(least)) ? 'below' : undefined;
}

/** The figures that a check of one fact each looks at. */
export const figures = ({ items }: Ground): FigureItem[] => items.filter(isFigure);
