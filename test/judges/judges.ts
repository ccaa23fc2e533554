// The outside programs that judge our output, and how to run one: absent is a failure, never a silent pass.
import { spawnSync } from 'node:child_process';

/** Each with the Debian package that has it. */
export const judges = {
  unzip: 'unzip',
  '7z': 'p7zip-full',
  bsdtar: 'libarchive-tools',
  java: 'default-jdk-headless',
  javac: 'default-jdk-headless',
  sha256sum: 'coreutils',
  bash: 'bash',
  hashdeep: 'hashdeep',
  qpdf: 'qpdf',
  pdffonts: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdftotext: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  mutool: 'mupdf-tools',
  xmllint: 'libxml2-utils',
  tesseract: 'tesseract-ocr tesseract-ocr-chi-sim',
  chromium: 'chromium',
  '/usr/bin/convert': 'imagemagick',
  '/usr/bin/python3': 'python3-jsonschema python3-junitparser python3-pexpect',
  fish: 'fish',
  zsh: 'zsh',
  shellcheck: 'shellcheck',
  jq: 'jq',
  minisign: 'minisign',
  soffice: 'libreoffice-calc-nogui python3-uno',
} as const;

export type Judge = keyof typeof judges;

export type Verdict = { readonly code: number; readonly out: string; readonly err: string };

/** Runs a judge. Throws when it is not installed, naming the package. */
export function ask(
  judge: Judge,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Verdict {
  const run = spawnSync(judge, args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    ...options,
    env: { ...process.env, LC_ALL: 'C.UTF-8', ...options.env },
  });
  if (run.error) throw new Error(`the judge ${judge} is absent: apt-get install ${judges[judge]}`);
  return { code: run.status ?? -1, out: run.stdout, err: run.stderr };
}
