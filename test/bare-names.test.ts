// Nothing in the repository installs the program by its bare name: it is not registered, so that anybody may take it.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const binary = /\.(?:pdf|jpe?g|png|zip|rar|xlsx?|docx?|ttf|tgz|wps|ofd)$/i;
/** `npm i -g zjtx`, `npx zjtx@latest`, `"zjtx@$VERSION"`: a name, no path, no address, no tarball. */
const byName =
  /(?:\bnpx|\bbunx|\bnpm (?:i|install|add|exec|x)|\b(?:pnpm|yarn) (?:add|dlx|global add))\b(?:\s+-{1,2}\S+)*\s+["'`]?zjtx(?:@[^\s"'`]*)?(?=[\s"'`]|$)/m;
/** An image without a registry is fetched from the one that everybody shares. */
const byImage = /\bimage:\s*["']?zjtx\b/;

it.each([
  'npm install --global zjtx',
  'npx --yes "zjtx@latest" validate',
  'exec npx --yes zjtx@"$VERSION" validate',
  '    - npm i -g zjtx@$V',
])('would find %s', (line) => expect(line).toMatch(byName));

it.each(['npm pack && npm i -g ./zjtx-*.tgz', 'npm install --global ./zjtx.tgz', 'npm ci; zjtx validate'])(
  'takes %s',
  (line) => expect(line).not.toMatch(byName),
);

it('finds none in any file', () => {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  const files = listed
    .toString()
    .split('\0')
    .filter((name) => name !== '' && !binary.test(name));
  expect(files).toContain('ci/check.sh');
  const own = 'test/bare-names.test.ts';
  const texts = files
    .filter((name) => name !== own)
    .flatMap((name) => {
      const text = readFileSync(join(root, name), 'utf8');
      return byName.test(text) || byImage.test(text) ? [name] : [];
    });
  expect(texts).toEqual([]);
});
