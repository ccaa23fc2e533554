// Reads the registration number of an integrated circuit layout design: BS. and eight or nine digits.

/** The number as the certificate writes it; nothing when the text is none. Source: domain.md D.3. */
export function readLayoutDesign(text: string): string | undefined {
  const written = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(/。/g, '.');
  const [, digits, check] = /^BS[.:-]?(\d{8,9})(?:\.([\dX]))?$/.exec(written) ?? [];
  return digits === undefined ? undefined : `BS.${digits}${check === undefined ? '' : `.${check}`}`;
}
