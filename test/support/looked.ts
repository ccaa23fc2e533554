// What is seen of the attachments of examples, kept while the tests run: what most of them change is the dossier.
const folder = process.env.ZJTX_TESTS_LOOKED;
if (folder === undefined) throw new Error('only for tests that temporary.ts is set up for');

/** A cache for `assess`, empty before the first test. The program is the same for all of a run. */
export const cache = { folder, program: 'tests' } as const;
