// Sizes of files as sentences show them: MB of 10⁶ bytes, with the exact bytes where a limit is near.

/** `52.43 MB`. */
export const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(2)} MB`;

/** `52,428,801`. */
export const grouped = (bytes: number): string => bytes.toLocaleString('en-US');

/** Bytes of a limit in MiB. */
export const ofMib = (mib: number): number => mib * 1024 * 1024;
