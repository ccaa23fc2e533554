// What every block of the summary works with.
import type { Assessment } from '../assessment.ts';
import { blocking } from '../decide/state.ts';
import { allPlaces, type Finding, standsAt } from '../findings/finding.ts';
import type { Stamp } from '../findings/states.ts';
import type { Flow } from './flow.ts';

/** Errors, and what is missing, as numbered in the strip of a draft and in the faulty cells, from 1. */
export type NumberedError = { readonly number: number; readonly finding: Finding };

export type Setting = {
  readonly flow: Flow;
  readonly assessment: Assessment;
  readonly stamp: Stamp;
  readonly errors: readonly NumberedError[];
};

/** Lays out one block from the cursor on. */
export type Block = (setting: Setting, heading: Heading) => void;

/** Title and note of a block as the template gives them. */
export type Heading = { readonly title: string; readonly note: string };

/** What keeps the dossier from being formal and no waiver lifts, in the order of the report. */
export const numberErrors = (findings: readonly Finding[]): NumberedError[] =>
  blocking(findings).map((finding, index) => ({ number: index + 1, finding }));

/** Errors at an id path or below it. */
export const findErrors = (errors: readonly NumberedError[], path: string): NumberedError[] =>
  errors.filter(
    ({ finding }) =>
      standsAt(finding, path) ||
      allPlaces(finding).some((place) => place.path.startsWith(`${path}.`) || place.path.startsWith(`${path}[`)),
  );

/** Their numbers, as a cell wants them: `undefined` when there is none. */
export function errorsAt(errors: readonly NumberedError[], path: string): readonly number[] | undefined {
  const numbers = findErrors(errors, path).map(({ number }) => number);
  return numbers.length === 0 ? undefined : numbers;
}
