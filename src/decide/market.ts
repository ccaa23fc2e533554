// What a market share rests on, worked out: the share of every stated year, the sales by region, and what the form states beside it.
import * as z from 'zod';
import type { Input } from '../expression/compile.ts';
import { Decimal } from '../expression/decimal.ts';
import type { FactValue, RecordValue } from '../expression/values.ts';
import { count } from '../findings/json.ts';
import { given, type Shape } from '../given.ts';

const figure = z.string().meta({ description: 'With all its digits.' });
const share = z.string().meta({ description: 'Per cent, to two places, half up.' });

export const market = z.strictObject({
  product: z.string().exactOptional(),
  code: z.string().exactOptional(),
  segment: z.string().exactOptional(),
  main: share.exactOptional().meta({ description: 'What the main product brings, per cent of the revenue.' }),
  stated: z.strictObject({ share: figure.exactOptional(), rank: figure.exactOptional() }).meta({
    description: 'As the form states them, of the year before the application: the rank is the domestic one.',
  }),
  rows: z.array(
    z.strictObject({
      row: count.meta({ description: 'From 1, as it stands in the dossier.' }),
      scope: z.string(),
      year: z.string(),
      size: figure.exactOptional(),
      sales: figure.exactOptional(),
      share: share.exactOptional(),
      rank: figure.exactOptional(),
      source: z.string().exactOptional(),
      rank_source: z.string().exactOptional(),
      compared: z.literal(true).exactOptional().meta({ description: 'What the form states is of this row.' }),
    }),
  ),
  regions: z.array(
    z.strictObject({
      year: z.string(),
      area: z.string(),
      place: z.string(),
      sales: figure.exactOptional(),
      part: share.exactOptional().meta({ description: 'Of all sales of the year, at home and abroad.' }),
    }),
  ),
});

export type Market = Shape<typeof market>;

const shown = (value: FactValue | undefined): string | undefined =>
  value instanceof Decimal ? value.toFixed() : typeof value === 'string' && value !== '' ? value : undefined;

/** Per cent, with all its digits; nothing where a figure is missing or the whole is nought. */
const ratioOf = (part: FactValue | undefined, whole: FactValue | undefined): Decimal | undefined =>
  part instanceof Decimal && whole instanceof Decimal && !whole.isZero() ? part.div(whole).times(100) : undefined;

/** The same to two places, half up, as it is shown. */
const percentOf = (part: FactValue | undefined, whole: FactValue | undefined): string | undefined =>
  ratioOf(part, whole)?.toFixed(2);

function rowsOf({ facts }: Input, table: string): readonly RecordValue[] {
  const value = facts.get(table);
  return typeof value === 'object' && 'kind' in value && value.kind === 'table' ? value.rows : [];
}

/** How far a row's share is from the stated one, in percentage points; nothing where one of them is not known. */
function apartFrom(share: FactValue | undefined, { fields }: RecordValue): Decimal | undefined {
  const own = ratioOf(fields.get('sales'), fields.get('size'));
  return own === undefined || !(share instanceof Decimal) ? undefined : share.minus(own).abs();
}

/**
 * The market of which the form states its share: 10 % may be of the segment at home or abroad. The one whose share is nearer
 * to the stated one, the domestic one where neither is.
 */
function statedScope(rows: readonly RecordValue[], share: FactValue | undefined): string {
  const nearest = (scope: string): Decimal | undefined =>
    rows
      .filter(({ fields }) => fields.get('scope') === scope)
      .flatMap((row) => apartFrom(share, row) ?? [])
      .reduce<Decimal | undefined>((least, apart) => (least?.lte(apart) ? least : apart), undefined);
  const [home, abroad] = [nearest('国内'), nearest('国际')];
  return abroad !== undefined && (home === undefined || abroad.lt(home)) ? '国际' : '国内';
}

/** The sheet of the market share for an application of `year`; nothing where the dossier says of no year what its share rests on. */
export function marketOf(input: Input, year: number): Market | undefined {
  const basis = rowsOf(input, 'market_basis');
  if (basis.length === 0) return undefined;
  const said = (fact: string): string | undefined => shown(input.facts.get(fact));
  const isLast = (fields: RecordValue['fields']): boolean => shown(fields.get('year')) === String(year - 1);
  const scope = statedScope(
    basis.filter(({ fields }) => isLast(fields)),
    input.facts.get('share_national'),
  );
  const main = input.metrics.get('main_product_share');
  const sales = rowsOf(input, 'market_sales').map(({ fields }) => fields);
  const totalIn = (of: string): Decimal =>
    sales.reduce((sum, fields) => {
      const value = fields.get('sales');
      return shown(fields.get('year')) === of && value instanceof Decimal ? sum.plus(value) : sum;
    }, new Decimal(0));
  return given({
    product: said('main_product'),
    code: said('main_product_code'),
    segment: said('market_segment'),
    main: main?.is === 'value' ? main.value.toFixed(2) : undefined,
    stated: given({ share: said('share_national'), rank: said('share_rank_national') }),
    rows: basis.map(({ fields, row }, index) => {
      const text = (column: string): string | undefined => shown(fields.get(column));
      const isStated = text('scope') === scope && isLast(fields);
      return given({
        row: row ?? index + 1,
        scope: text('scope') ?? '',
        year: text('year') ?? '',
        size: text('size'),
        sales: text('sales'),
        share: percentOf(fields.get('sales'), fields.get('size')),
        rank: text('rank'),
        source: text('source'),
        rank_source: text('rank_source'),
        compared: isStated ? (true as const) : undefined,
      });
    }),
    regions: sales.map((fields) => {
      const at = shown(fields.get('year'));
      return given({
        year: at ?? '',
        area: shown(fields.get('area')) ?? '',
        place: shown(fields.get('region')) ?? '',
        sales: shown(fields.get('sales')),
        // Of a year that nobody has said it is no part.
        part: at === undefined ? undefined : percentOf(fields.get('sales'), totalIn(at)),
      });
    }),
  });
}
