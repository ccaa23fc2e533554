// The one thing thrown on purpose: "cannot go on". Whoever catches it goes on with the next dossier, or says it and ends with 2.

/** Why a run cannot go on, in both languages, with what to do next. */
export type StopText = { readonly message: string; readonly hint?: string };

export class Stop extends Error {
  readonly zh: StopText;
  readonly en: StopText;
  constructor(zh: StopText, en: StopText) {
    super(en.message);
    this.name = 'Stop';
    this.zh = zh;
    this.en = en;
  }
}
