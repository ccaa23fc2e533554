// What the doors throw: an error of the system, or their own refusal of a file; either has a code that can be put into words.

/** Why a door refuses a file that the system would give. */
export type RefusalCode = 'not a regular file' | 'too large' | 'changed' | 'link' | 'set aside' | 'name not UTF-8';

/** A file that is not read or written, though the system would do it. */
export class Refused extends Error {
  readonly code: RefusalCode;
  readonly path: string;
  constructor(code: RefusalCode, path: string) {
    super(`${path}: ${code}`);
    this.name = 'Refused';
    this.code = code;
    this.path = path;
  }
}

export type FileFault = Error & { readonly code: string; readonly path?: string };

/** Whether reading or writing failed: as opposed to a fault of the program, or of what was read. zlib has codes too, but no call. */
export const isFileFault = (error: unknown): error is FileFault =>
  error instanceof Refused ||
  (error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error);

/** The code of a fault, for its words; the message of any other error. */
export const codeOf = (error: unknown): string =>
  error instanceof Error ? ('code' in error ? String(error.code) : error.message) : String(error);

/** A fault as the system would give it. */
export const faultOf = (code: string, syscall: string, path: string): FileFault =>
  Object.assign(new Error(`${code}: ${path}`), { code, syscall, path });

/** An error of the system with its file, also where the system names only a number; any other as it is. */
export const at = (path: string, error: unknown): unknown =>
  isFileFault(error) && error.path === undefined ? Object.assign(error, { path }) : error;

/** Calls a function of the system; its error names the file. */
export async function naming<T>(path: string, call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw at(path, error);
  }
}
