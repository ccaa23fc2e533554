// What every block of the summary works with.
import type { Assessment } from '../assessment.ts';
import { blocking } from '../decide/state.ts';
import { allPlaces, type Finding } from '../findings/finding.ts';
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
export type Block = (setting: Setting) => void;

/** What keeps the dossier from being formal and no waiver lifts, in the order of the report. */
export const numberErrors = (findings: readonly Finding[]): NumberedError[] =>
  blocking(findings).map((finding, index) => ({ number: index + 1, finding }));

type ByPath = ReadonlyMap<string, readonly NumberedError[]>;

/** What stands at each id path, and what stands at it or below; made once, because a form asks for each of its cells. */
type Index = { readonly at: ByPath; readonly within: ByPath };

const indices = new WeakMap<readonly NumberedError[], Index>();

/** An id path and all that it stands in: `form.products`, `form.products.patents`, `form.products.patents[3]`. */
const wholesOf = (path: string): string[] => [
  ...[...path.matchAll(/[.[]/g)].map(({ index }) => path.slice(0, index)),
  path,
];

function indexOf(errors: readonly NumberedError[]): Index {
  const known = indices.get(errors);
  if (known !== undefined) return known;
  const [at, within] = [new Map<string, NumberedError[]>(), new Map<string, NumberedError[]>()];
  const put = (into: Map<string, NumberedError[]>, path: string, error: NumberedError): void => {
    const there = into.get(path);
    if (there === undefined) into.set(path, [error]);
    else if (there.at(-1) !== error) there.push(error);
  };
  for (const error of errors) {
    for (const { path } of allPlaces(error.finding)) {
      put(at, path, error);
      for (const whole of wholesOf(path)) put(within, whole, error);
    }
  }
  const index = { at, within };
  indices.set(errors, index);
  return index;
}

/** Errors at an id path itself. */
export const errorsOn = (errors: readonly NumberedError[], path: string): readonly NumberedError[] =>
  indexOf(errors).at.get(path) ?? [];

/** Errors at an id path or below it. */
export const findErrors = (errors: readonly NumberedError[], path: string): readonly NumberedError[] =>
  indexOf(errors).within.get(path) ?? [];

/** Their numbers, as a cell wants them: `undefined` when there is none. */
export function errorsAt(errors: readonly NumberedError[], path: string): readonly number[] | undefined {
  const numbers = findErrors(errors, path).map(({ number }) => number);
  return numbers.length === 0 ? undefined : numbers;
}
