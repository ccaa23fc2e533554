// The exit codes of the program, each with one meaning.

export const exit = { fine: 0, findings: 1, couldNot: 2, signalled: 128, interrupted: 130 } as const;

/** Said where no count of dossiers tells how far a run came; here, so that it can be said without any further module. */
export const interruptedText = {
  zh: '已中断，没有留下写了一半的文件',
  en: 'Interrupted, nothing half-written left behind',
} as const;
