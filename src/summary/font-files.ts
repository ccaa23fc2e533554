// Finds and reads the font files: the two faces beside the built program, else in node_modules, others where named.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
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
    return await readFile(new URL(built, import.meta.url));
  } catch {
    return await readFile(createRequire(import.meta.url).resolve(packaged));
  }
}

/** The bytes of a font that helps out, none when it cannot be read. `path` is absolute. */
export const readSpare = (path: string): Promise<Uint8Array | undefined> => readFile(path).catch(() => undefined);
