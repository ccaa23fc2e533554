// Mends a dossier by the edits that its findings carry, in rounds, until a round finds nothing more to do.
import { type AssessOptions, assess, type DossierFile } from '../assess.ts';
import type { Outcome } from '../assessment.ts';
import { decode, utf8Of } from '../document/decode.ts';
import { mended } from '../document/mend.ts';
import { allPlaces, type Finding, type Fix } from '../findings/finding.ts';

/** An edit, and the finding that asks for it. */
export type Offer = { readonly finding: Finding; readonly fix: Fix };

export type Mended = {
  /** How the dossier stands with the edits in it. */
  readonly outcome: Outcome;
  readonly bytes: Uint8Array;
  readonly made: readonly Offer[];
};

/** A dossier that is better after so many rounds is finished by another run. */
const mostRounds = 25;

/** Names that a mend may have made equal to another one. */
const twice: ReadonlySet<string> = new Set([
  'field-twice',
  'slot-named-twice',
  'yaml-duplicate-key',
  'choice-twice',
  'row-twice',
]);

/** What says that a name or a value is not known; its mend is a name that is. */
const unknown: ReadonlySet<string> = new Set([
  'key-unknown',
  'section-unknown',
  'field-unknown',
  'fact-unknown',
  'slot-unknown',
  'evidence-fact-unknown',
  'choice-unknown',
]);

/**
 * Nothing is written. `choose` is asked of each edit once, and says which are made. An edit after which its finding still
 * stands there, or a name stands twice, is taken back.
 */
export async function mendDossier(
  dossier: DossierFile,
  options: AssessOptions,
  choose: (offers: readonly Offer[]) => Promise<readonly Offer[]>,
): Promise<Mended> {
  let { bytes } = dossier;
  let outcome = await assess(dossier, options);
  const made: Offer[] = [];
  const encoded = await inUtf8();
  if (encoded !== undefined) {
    ({ bytes, outcome } = encoded);
    made.push(encoded.offer);
  }
  const answers = new Map<string, boolean>();
  for (let round = 0; round < mostRounds; round += 1) {
    const offers = offersOf(outcome);
    const fresh = offers.filter((offer) => !answers.has(keyOf(offer)));
    const agreed = fresh.length === 0 ? [] : await choose(fresh);
    for (const offer of fresh) answers.set(keyOf(offer), agreed.includes(offer));
    const step = await stepFrom(
      bytes,
      outcome,
      offers.filter((offer) => answers.get(keyOf(offer)) === true),
    );
    if (step === undefined) break;
    ({ bytes, outcome } = step);
    for (const one of step.made) made.push(one);
  }
  return { outcome, bytes, made };

  /** The text in UTF-8, where it certainly has another encoding and is a dossier then. */
  async function inUtf8() {
    const finding = outcome.findings.find(({ code }) => code === 'yaml-encoding');
    const fresh = finding && utf8Of(bytes);
    if (finding === undefined || fresh === undefined) return undefined;
    const after = await assess({ ...dossier, bytes: fresh }, options).catch(() => undefined);
    if (after?.kind !== 'assessed') return undefined;
    const stands = decode(bytes).wrong?.encoding.toUpperCase() ?? '';
    const offer: Offer = { finding, fix: { is: 'safe', at: finding.at, stands, put: 'UTF-8' } };
    const [agreed] = await choose([offer]);
    return agreed && { bytes: fresh, outcome: after, offer };
  }

  /** The edits that hold, and how the dossier stands then; nothing where none does. */
  async function stepFrom(
    before: Uint8Array,
    from: Outcome,
    wanted: readonly Offer[],
  ): Promise<(Mended & { readonly outcome: Outcome }) | undefined> {
    const result = mended(
      before,
      wanted.map(({ fix }) => fix),
    );
    if (result.made.length === 0) return undefined;
    const after = await assess({ ...dossier, bytes: result.bytes }, options);
    const done = wanted.filter(({ fix }) => result.made.includes(fix));
    const vain = inVain(from, after, done);
    if (vain.length === 0) return { outcome: after, bytes: result.bytes, made: done };
    for (const offer of vain) answers.set(keyOf(offer), false);
    return stepFrom(
      before,
      from,
      wanted.filter((offer) => !vain.includes(offer)),
    );
  }
}

const keyOf = ({ finding: { code }, fix: { at, stands, put } }: Offer): string =>
  JSON.stringify([code, at.path, at.path === '' ? at.line : '', stands, put]);

const offersOf = ({ findings }: Outcome): readonly Offer[] =>
  findings.flatMap((finding) =>
    finding.waived === undefined ? (finding.fix ?? []).map((fix) => ({ finding, fix })) : [],
  );

/** The edits that have mended nothing, or have made one name of two. */
function inVain(before: Outcome, after: Outcome, done: readonly Offer[]): readonly Offer[] {
  const linesOf = (text: string): number => text.split('\n').length - 1;
  const still = done.filter(({ finding: { code }, fix }) => {
    const above = done.filter(({ fix: { at } }) => at.line < fix.at.line);
    const line = fix.at.line + above.reduce((sum, one) => sum + linesOf(one.fix.put) - linesOf(one.fix.stands), 0);
    return after.findings.some(
      (finding) =>
        finding.code === code && allPlaces(finding).some((at) => at.path === fix.at.path && at.line === line),
    );
  });
  const doubles = ({ findings }: Outcome): readonly Finding[] => findings.filter(({ code }) => twice.has(code));
  const counted = (outcome: Outcome): number =>
    doubles(outcome).reduce((sum, finding) => sum + allPlaces(finding).length, 0);
  if (before.kind !== 'assessed' || counted(after) <= counted(before)) return still;
  const renamed = done.filter(({ finding: { code } }) => unknown.has(code));
  // The finding tells which names clash; what has made another one right stays.
  const names = doubles(after).flatMap((finding) => ('args' in finding ? Object.values(finding.args).flat() : []));
  const clashing = renamed.filter(({ fix: { put } }) => names.includes(put));
  return [...new Set([...still, ...(clashing.length > 0 ? clashing : renamed)])];
}
