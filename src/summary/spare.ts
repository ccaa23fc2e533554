// The font files: the two faces beside the program, and those of a configuration that help out where a face lacks a sign.
import { createRequire } from 'node:module';
import { brotliDecompressSync } from 'node:zlib';
import { codeOf } from '../files/fault.ts';
import { isNothing } from '../files/folder.ts';
import { readOwn, readPlain } from '../files/read.ts';
import { Stop } from '../findings/stop.ts';
import { summaryWords } from '../words/build.ts';
import { type FontBytes, type Fonts, hasInOne, helpedBy, openFonts, unfitFor } from './fonts.ts';
import type { Face } from './tokens.ts';

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

/** The faces come with the program: one opening serves all summaries of a run. */
let faces: Promise<Fonts> | undefined;

/** The fonts that every summary is set with; `spare` are paths of further ones, for what the faces lack. */
export async function summaryFonts(spare: readonly string[] = []): Promise<Fonts> {
  faces ??= readFonts().then(openFonts);
  const [fonts, spares] = await Promise.all([faces, readSpares(spare)]).catch((error: unknown) => {
    // The next dossier tries again.
    faces = undefined;
    throw error;
  });
  return helpedBy(fonts, spares);
}

/** Those of the characters that one of the fonts can draw. Throws as `readSpares` does. */
export async function charactersIn(
  paths: readonly string[],
  characters: readonly string[],
): Promise<ReadonlySet<string>> {
  return hasInOne(await readSpares(paths), characters);
}

function unfit(path: string, why: 'kind' | 'licence' | { readonly code: string }): Stop {
  const [zh, en] = [summaryWords('zh'), summaryWords('en')];
  return new Stop(
    'font-unfit',
    { message: zh.font(path, why), hint: zh.fontFix },
    { message: en.font(path, why), hint: en.fontFix },
  );
}

const FILES: Record<Face, { built: string; package: string }> = {
  song: {
    built: '../fonts/NotoSerifSC_400Regular.ttf',
    package: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  },
  hei: {
    built: '../fonts/NotoSansSC_400Regular.ttf',
    package: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  },
};

/** The bytes of both faces; throws the file system's error when neither place has them. */
async function readFonts(): Promise<FontBytes> {
  const [song, hei] = await Promise.all([readFace('song'), readFace('hei')]);
  return { song, hei };
}

async function readFace(face: Face): Promise<Uint8Array> {
  const { built, package: packaged } = FILES[face];
  const places = [
    () => readOwn(new URL(built, import.meta.url)),
    // The portable folder has them compressed: they are a fifth of what it weighs.
    async () => brotliDecompressSync(await readOwn(new URL(`${built}.br`, import.meta.url))),
  ];
  for (const read of places)
    try {
      return await read();
    } catch (error) {
      if (!isNothing(error)) throw error;
    }
  return await readOwn(createRequire(import.meta.url).resolve(packaged));
}

/** A font of all Chinese characters has 20 MB, in bytes. */
const mostSpareBytes = 100 * 1024 * 1024;

/** The bytes of a font that helps out. `path` is absolute. Throws a FileFault. */
const readSpare = (path: string): Promise<Uint8Array> => readPlain(path, mostSpareBytes);
