// Where the dossier says something of a file: at the evidence key itself, else where it names the file.
import type { KeyPlaces, Place } from '../findings/finding.ts';

type Said = { readonly at: Place; readonly keys?: KeyPlaces };

/** The value under an evidence key, `issued_to` or `figures.revenue.2020`. */
export const valueAt = ({ at, keys }: Said, key: string): Place => keys?.get(key)?.value ?? at;

/** The evidence key itself. */
export const keyAt = ({ at, keys }: Said, key: string): Place => keys?.get(key)?.key ?? at;
