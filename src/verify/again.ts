// Assesses the dossier of a bundle again, with nothing but what the bundle holds.
import { assess } from '../assess.ts';
import type { Outcome } from '../assessment.ts';
import { paths } from '../bundle/layout.ts';
import type { OpenBundle } from '../bundle/verify-open.ts';
import { shown } from '../bundle/verify-zip.ts';
import type { Category } from '../category/category.ts';
import { UnknownCategory } from '../category/fault-stop.ts';
import type { WaiverAt } from '../findings/waive.ts';
import type { BundleRecord } from './record.ts';
import { toldBySender } from './stated.ts';
import type { LaidOut } from './unpack.ts';

/** The file that waivers stand in when no dossier has them. */
export const outside = 'zjtx.config.yaml';

/** Stated waivers are taken as they are, so that all else can be compared; who has them is told of after. */
function statedWaivers(record: BundleRecord): WaiverAt[] {
  const place = { file: outside, path: '', line: 1, column: 1, endLine: 1, endColumn: 1 };
  const settled = record.criteria.flatMap(({ id, waived }, index): WaiverAt[] =>
    waived === undefined ? [] : [{ code: id, at: record.dossier, ...waived, place: { ...place, line: index + 1 } }],
  );
  const accepted = record.findings.flatMap(({ code, at, also = [], waived }) =>
    waived === undefined
      ? []
      : [at, ...also].map(({ absent: _, ...place }) => {
          return {
            code,
            at: place.path === '' ? place.file : place.path,
            ...waived,
            place: { ...place, file: outside },
          };
        }),
  );
  return [...accepted, ...settled];
}

/** The dossier, by the category given, with the attachments laid out; or why it cannot be assessed at all. */
export async function assessAgain(
  bundle: OpenBundle,
  record: BundleRecord,
  category: Category,
  { digests, ...laid }: Omit<LaidOut, 'hollow'>,
): Promise<Outcome | { readonly detail: string }> {
  const waivers = statedWaivers(record);
  const deadline = record.findings.find(({ code }) => code === 'deadline-near' || code === 'deadline-past')?.args
    ?.deadline;
  try {
    return await assess(
      {
        folder: laid.folder,
        root: laid.root,
        shown: '.',
        file: record.dossier,
        bytes: (await bundle.read(paths.dossier)) ?? new Uint8Array(),
      },
      {
        catalog: {
          list: async () => [],
          open: async (id) => {
            if (id === category.id) return category;
            throw new UnknownCategory(id, [category.id], category.id);
          },
        },
        asOf: record.asOf,
        today: record.asOf,
        category: category.id,
        digests,
        told: toldBySender(record),
        // Only who built it knows which fonts there were.
        fonts: 'any',
        deep: record.findings.some(({ code }) => code === 'pdf-blank'),
        waivers,
        ...(typeof deadline === 'string' ? { deadline } : {}),
      },
    );
  } catch (error) {
    if (error instanceof UnknownCategory) return { detail: shown(error.id) };
    throw error;
  }
}
