// The fonts of a configuration that help out where the two faces lack a character: read and found fit, or a Stop.
import { codeOf } from '../files/fault.ts';
import { Stop } from '../findings/stop.ts';
import { summaryWords } from '../words/summary.ts';
import { readSpare } from './font-files.ts';
import { hasInOne, unfitFor } from './fonts.ts';

/** The bytes of each font; paths are absolute. Throws a Stop for one that cannot be read, set or embedded. */
export const readSpares = (paths: readonly string[]): Promise<readonly Uint8Array[]> =>
  Promise.all(
    paths.map(async (path) => {
      const bytes = await readSpare(path).catch((error: unknown) => {
        throw unfit(path, { code: codeOf(error) });
      });
      const why = unfitFor(bytes);
      if (why !== undefined) throw unfit(path, why);
      return bytes;
    }),
  );

/** Those of the characters that one of the fonts can draw. Throws as `readSpares` does. */
export async function charactersIn(
  paths: readonly string[],
  characters: readonly string[],
): Promise<ReadonlySet<string>> {
  return hasInOne(await readSpares(paths), characters);
}

function unfit(path: string, why: 'kind' | 'licence' | { readonly code: string }): Stop {
  const [zh, en] = [summaryWords('zh'), summaryWords('en')];
  return new Stop({ message: zh.font(path, why), hint: zh.fontFix }, { message: en.font(path, why), hint: en.fontFix });
}
