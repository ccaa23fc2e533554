// Finds and reads the font files: the two faces beside the built program, else in node_modules, others where named.
import { createRequire } from 'node:module';
import { isNothing } from '../files/folder.ts';
import { readOwn } from '../files/own.ts';
import { readPlain } from '../files/read.ts';
import type { Face, FontBytes } from './fonts.ts';

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
export async function readFonts(): Promise<FontBytes> {
  const [song, hei] = await Promise.all([readFace('song'), readFace('hei')]);
  return { song, hei };
}

async function readFace(face: Face): Promise<Uint8Array> {
  const { built, package: packaged } = FILES[face];
  try {
    return await readOwn(new URL(built, import.meta.url));
  } catch (error) {
    if (!isNothing(error)) throw error;
    return await readOwn(createRequire(import.meta.url).resolve(packaged));
  }
}

/** A font of all Chinese characters has 20 MB, in bytes. */
const mostSpare = 100 * 1024 * 1024;

/** The bytes of a font that helps out. `path` is absolute. Throws a FileFault. */
export const readSpare = (path: string): Promise<Uint8Array> => readPlain(path, mostSpare);
