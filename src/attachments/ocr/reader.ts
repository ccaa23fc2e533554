// The one door to tesseract.js, which not everybody has installed: reads the text of pictures offline, in bounded time.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Stop } from '../../findings/stop.ts';

/** How long one picture may take, in ms: the last defence against an engine that hangs. Pixels bound what is read. */
const patience = 1_800_000;

/** What reads pictures: a worker of tesseract.js. */
export type Engine = {
  recognize(image: Buffer): Promise<{ readonly data: { readonly text: string } }>;
  terminate(): Promise<unknown>;
};

export type Reading =
  | { readonly is: 'text'; readonly text: string }
  /** Its reader has run away. */
  | { readonly is: 'not inspected' }
  | { readonly is: 'unreadable' };

/** Reads one picture at a time; `close` ends its worker. */
export type Reader = { read(image: Uint8Array): Promise<Reading>; close(): Promise<void> };

/** The model stands in a package of its own, so that nothing is fetched from anywhere. */
async function start(): Promise<Engine> {
  const model = createRequire(import.meta.url).resolve('@tesseract.js-data/chi_sim/package.json');
  const { createWorker, OEM } = await import('tesseract.js');
  return createWorker(['chi_sim'], OEM.LSTM_ONLY, {
    langPath: join(dirname(model), '4.0.0_best_int'),
    cacheMethod: 'none',
    gzip: true,
    errorHandler: () => undefined,
  });
}

const install = 'npm install -g tesseract.js @tesseract.js-data/chi_sim';

async function started(from: () => Promise<Engine>): Promise<Engine> {
  try {
    return await from();
  } catch {
    throw new Stop(
      { message: '识别扫描件的文字（--ocr）要用 tesseract.js 和中文模型，还没有安装。', hint: `运行  ${install}` },
      {
        message: 'reading scans (--ocr) needs tesseract.js and its Chinese model, which are not installed.',
        hint: `Run  ${install}`,
      },
    );
  }
}

/** The answer, or `not inspected` when the limit comes first. */
async function within<T>(limit: number, answer: Promise<T>): Promise<T | 'not inspected'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'not inspected'>((resolve) => {
    timer = setTimeout(resolve, limit, 'not inspected');
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Opens a reader with one worker; one that has run away is ended and the next picture gets a fresh one. */
export async function openReader(limit = patience, from: () => Promise<Engine> = start): Promise<Reader> {
  let engine: Engine | undefined = await started(from);
  return {
    async read(image) {
      engine ??= await started(from);
      const answer = engine.recognize(Buffer.from(image)).then(
        ({ data }): Reading => ({ is: 'text', text: data.text }),
        (): Reading => ({ is: 'unreadable' }),
      );
      const reading = await within(limit, answer);
      if (reading !== 'not inspected') return reading;
      await engine.terminate();
      engine = undefined;
      return { is: 'not inspected' };
    },
    async close() {
      await engine?.terminate();
      engine = undefined;
    },
  };
}
