// The one error of the summary: why no PDF could be written, and at which field.

export type SummaryCode = 'glyph-missing' | 'proof-failed';

/** Thrown when a summary cannot be written; nothing is left behind. */
export class SummaryProblem extends Error {
  readonly code: SummaryCode;
  /** Printed label of the field, or `第 n 页`; empty when the text belongs to no field. */
  readonly field: string;
  /** The character (`U+2010A`) or the text that was not found again. */
  readonly detail: string;

  constructor(code: SummaryCode, field: string, detail: string) {
    super(`${code}: ${detail}${field === '' ? '' : ` (${field})`}`);
    this.name = 'SummaryProblem';
    this.code = code;
    this.field = field;
    this.detail = detail;
  }
}

/** Runs `work` and lends `field` to a problem thrown inside that does not yet name one. */
export function naming<T>(field: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof SummaryProblem && error.field === '') {
      throw new SummaryProblem(error.code, field, error.detail);
    }
    throw error;
  }
}
