import type { main as run } from '../src/cli/main.ts';

/** A row of docs/pictures/pictures.json. */
export type Picture = {
  readonly file: string;
  readonly kind: 'terminal' | 'pdf' | 'html';
  readonly command: string;
  /** Lines shown of a terminal. */
  readonly rows?: number;
  /** Of a PDF, from 1. */
  readonly page?: number;
  readonly sha256: string;
};
export function sourceOf(
  main: typeof run,
  picture: Picture,
  root: string,
): Promise<{ readonly bytes: Buffer; readonly sha256: string }>;
