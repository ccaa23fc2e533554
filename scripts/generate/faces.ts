// The table of characters that the program's own fonts have, as `src/characters/faces.ts` keeps it.
import { summaryFonts } from '../../src/summary/spare.ts';

/** Every code point that one of the faces has. */
export async function codesInFaces(): Promise<ReadonlySet<number>> {
  const { song, hei } = (await summaryFonts()).font;
  return new Set([...song.characterSet, ...hei.characterSet].filter((code) => code >= 0x20));
}

/** The source of the table. */
export async function facesSource(): Promise<string> {
  const ranges: [number, number][] = [];
  for (const code of [...(await codesInFaces())].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last?.[1] === code) last[1] = code + 1;
    else ranges.push([code, code + 1]);
  }
  const numbers = ranges.flatMap(([start, end], index) => [start - (ranges[index - 1]?.[1] ?? 0), end - start]);
  const lines = (
    numbers
      .map((number) => number.toString(36))
      .join(',')
      .match(/.{1,110}(?:,|$)/g) ?? []
  ).join('\n');
  return `// The characters of the two faces of the summary; made from the fonts by npm run update.

/** Ranges in order: how far each begins after the one before, and how many code points it has, in base 36. */
export const ranges = \`
${lines}
\`;
`;
}
