// The exit codes of the program, each with one meaning.

export const exit = { fine: 0, findings: 1, couldNot: 2, signalled: 128, interrupted: 130 } as const;
