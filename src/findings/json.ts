// What all JSON of the program is made of, as zod schemas: places, clauses, waivers, and what a finding of a criterion says.
import * as z from 'zod';

export const id = z.string().min(1);
export const count = z.int().nonnegative();
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const severity = z.enum(['error', 'warning', 'note']);
export const program = z.strictObject({ name: z.literal('zjtx'), version: z.string() });

export const both = z.strictObject({ zh: z.string(), en: z.string() });

/** A sentence in a report of which only one language may have been asked for. */
export const sentence = z
  .strictObject({ zh: z.string().exactOptional(), en: z.string().exactOptional() })
  .meta({ description: 'In both languages, or in the one that `--lang` names.' });

/** What a report or a result says of something, in place of both languages. */
export const spoken = { message: sentence, hint: sentence.exactOptional() };

/** What was named or found and could not be read, or not gone on with. */
export const unread = z.strictObject({
  path: z.string().meta({ description: 'As it was named, or from where the program was called; with /.' }),
  code: id.meta({ description: 'The reason, for programs.' }),
  message: both,
  hint: both.exactOptional(),
});

/** How well a source is known; every report shows it (DESIGN: only what is said may be trusted). */
export const standing = z.enum(['seed', 'official', 'standard', 'copy', 'secondary', 'proposal']);

/** A clause of a source text. */
export const citation = z
  .strictObject({
    source: id.meta({ description: 'Key of the source in the definition.' }),
    short: z.string(),
    title: z.string(),
    /** May be empty for a standard as a whole. */
    clause: z.string(),
    standing,
    quote: z.string().exactOptional().meta({ description: 'The sentence itself, verbatim.' }),
  })
  .meta({ id: 'citation' });
export const cite = z.array(citation);

/** Where a finding points. A definition's is relative to its schemas folder. */
export const place = z
  .strictObject({
    file: z.string().meta({ description: "Relative to the dossier's folder." }),
    path: z.string().meta({ description: 'Id path: form.basics.uscc, attachments.tax_certificate[0].' }),
    line: z.int().positive(),
    column: z.int().positive().meta({ description: 'In code points, from 1.' }),
    endLine: z.int().positive(),
    endColumn: z.int().positive().meta({ description: 'Exclusive.' }),
    absent: z
      .literal(true)
      .exactOptional()
      .meta({ description: 'Nothing stands there: what is missing belongs there.' }),
  })
  .meta({ id: 'place' });

/** A mend as an edit of the file: what stands at a place, and what is put there. */
export const fix = z
  .strictObject({
    at: place,
    stands: z.string().meta({ description: 'The text from the place to its end; lines end with LF.' }),
    put: z.string(),
    is: z.enum(['safe', 'doubtful']).meta({
      description:
        'safe: what was meant is certain. doubtful: the only known correction, which a person must agree to.',
    }),
  })
  .meta({ id: 'fix' });

/** A waiver that covers a finding. */
export const waived = z.strictObject({ reason: z.string(), by: z.string(), until: date });

/** Beside a text of ours that reports show in their language. */
export const inEnglish = z.string().exactOptional().meta({ description: 'The same in English, where it differs.' });

/** Beside `shown`. */
export const shownEn = z
  .string()
  .exactOptional()
  .meta({ description: 'What is shown, in English; absent where nothing but signs differ, ： and ； for : and ;.' });

/** What a finding of a definition says of its criterion. */
export const unmet = z.strictObject({
  title: z.string(),
  hint: z.string().exactOptional(),
  /** What decided it, in figures: `6200 ÷ 8330 × 100 = 74.42 ≥ 60`. */
  shown: z.string().exactOptional(),
  shownEn,
  /** Where the clause is read in several ways. */
  readings: z
    .array(
      z.strictObject({
        label: z.string(),
        decision: z.strictObject({ is: z.string(), shown: z.string().exactOptional(), shownEn }),
      }),
    )
    .exactOptional(),
});
