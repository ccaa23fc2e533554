// How a definition writes clauses, and ids: the zod schemas that every part of a definition shares.
import * as z from 'zod';

/** One or more clauses: `faq 5`, `[manual 2.1.2, faq 5]`, or a map from clause to the sentence quoted. */
export const cite = z.union([z.string(), z.array(z.string()).min(1), z.record(z.string(), z.string())]);
export type CiteSpec = z.infer<typeof cite>;

/** An id that a dossier may write as a key: `tax_certificate`. */
export const id = z.string().regex(/^[a-z][a-z0-9_]*$/, 'id');

/** An id that reports print as a code: `rd-intensity`. */
export const code = z.string().regex(/^[a-z][a-z0-9-]*$/, 'id');
