// The digest of all that dist/ is made of, by which a build is known to be that of the sources beside it.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/** Hex. */
export function sourcesDigest() {
  const folders = ['src', 'schemas', 'scripts'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/')),
  );
  const files = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', ...folders];
  const digest = createHash('sha256');
  for (const file of files.filter((name) => existsSync(join(root, name))).sort())
    digest
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  return digest.digest('hex');
}
