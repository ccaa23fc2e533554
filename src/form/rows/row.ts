// How the rows of a table are reported on.
import type { Citation } from '../../findings/finding.ts';
import { isWeak } from '../../findings/weak.ts';
import { type Gather, reporter } from '../gather.ts';
import type { Asked, Row } from './looked.ts';

/** What is wrong in itself, whoever asks for the table, does not stand on a clause that could not carry an error. */
export const firm = ({ cite }: Asked): readonly Citation[] => (isWeak(cite) ? [] : cite);

/** A way to report about a cell of a row, or about the whole row. */
export const teller = (asked: Asked, { path }: Row, gather: Gather, column?: string): ReturnType<typeof reporter> =>
  reporter(gather, column === undefined ? path : `${path}.${column}`, firm(asked));

/** What findings call a column. */
export const headOf = ({ title, columns }: Asked, id: string): string =>
  `${title} ${columns.find(({ fact }) => fact.id === id)?.label ?? id}`;
