// The one door to sharp, which not everybody has installed: loaded when a file is to be made smaller.
import type sharp from 'sharp';
import { Stop } from '../../findings/stop.ts';

export type Encoder = typeof sharp;

const load = async (): Promise<Encoder> => (await import('sharp')).default;

/** Stops when it is not installed, saying how to install it. `from` loads the package. */
export async function openEncoder(from: () => Promise<Encoder> = load): Promise<Encoder> {
  try {
    return await from();
  } catch {
    throw new Stop(
      { message: '压缩附件（--fit）要用 sharp，还没有安装。', hint: '运行  npm install -g sharp  后再试。' },
      {
        message: 'making files smaller (--fit) needs sharp, which is not installed.',
        hint: 'Run  npm install -g sharp',
      },
    );
  }
}
