// A Stop that points into files: what is wrong in a definition or a configuration, with the lines to show.
import type { Finding } from './finding.ts';
import { foldFindings } from './fold.ts';
import { inOrder } from './order.ts';
import { Stop, type StopCode, type StopText } from './stop.ts';

export class Fault extends Stop {
  readonly findings: readonly Finding[];
  /** The texts of the files they point into, by name, for code frames. */
  readonly texts: ReadonlyMap<string, string>;
  constructor(
    code: StopCode,
    zh: StopText,
    en: StopText,
    findings: readonly Finding[],
    texts: ReadonlyMap<string, string>,
  ) {
    super(code, zh, en);
    this.findings = foldFindings(inOrder(findings));
    this.texts = texts;
  }
}

/** A Stop as plain data, which a thread can hand over. */
export type Stopped = {
  readonly code: StopCode;
  readonly zh: StopText;
  readonly en: StopText;
  /** What it is about, as it was named. */
  readonly path?: string | undefined;
  readonly findings?: readonly Finding[];
  readonly texts?: ReadonlyMap<string, string>;
};

/** What a Stop says, without its class. */
export const stoppedOf = (stop: Stop): Stopped => ({
  code: stop.code,
  zh: stop.zh,
  en: stop.en,
  path: stop.path,
  ...(stop instanceof Fault ? { findings: stop.findings, texts: stop.texts } : {}),
});
