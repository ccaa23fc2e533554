// What a package of zjtx carries of others: their licences in full, what is compiled into them too, and a bill of materials.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Compiled into a package, which brings its own licence only. */
const inside = [
  {
    name: 'PDFium',
    where: '@hyzyla/pdfium (dist/files/pdf/pdfium.wasm)',
    source: 'https://pdfium.googlesource.com/pdfium/+/refs/heads/main/LICENSE',
    terms: readFileSync(join(import.meta.dirname, 'licences/PDFium.txt'), 'utf8'),
  },
  {
    name: 'UnRAR',
    where: 'node-unrar-js (unrar.wasm), which is optional',
    source: 'https://www.rarlab.com/rar_add.htm',
    terms:
      'Copyright Alexander Roshal. UnRAR source code may be used in any software to handle RAR archives without limitations free of charge, but cannot be used to develop RAR (WinRAR) compatible archiver and to re-create RAR compression algorithm, which is proprietary. Distribution of modified UnRAR source code in separate form or as a part of other software is permitted, provided that full text of this paragraph, starting from "UnRAR source code" words, is included in license, or in documentation if license is not available, and in source code comments of resulting package.',
  },
];

/**
 * The bill of materials of what runs, CycloneDX JSON: from package.json and the lock file alone, so that it is the same on
 * every machine. What no installation brings, because it stands in `dist/` only, is marked as bundled.
 * @param {string} root
 * @returns {{ components: readonly { 'bom-ref': string, name: string, version: string, licenses?: readonly { license?: { id?: string, name?: string }, expression?: string }[] }[], metadata: { component: { name: string }, timestamp?: string }, serialNumber?: string }}
 */
export function billOfMaterials(root) {
  const windows = process.platform === 'win32';
  // `--omit dev` would also leave out what runs and is wanted by a tool of development too.
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const text = execFileSync('npm', args, { cwd: root, encoding: 'utf8', shell: windows, maxBuffer: 2 ** 26 });
  const { serialNumber, metadata, components, dependencies, ...bill } = JSON.parse(text);
  const [installed, joined] = [installedFrom(root), joinedFrom(root)].map((places) => new Set(places.values()));
  /** @param {string} ref */
  const runs = (ref) => installed?.has(ref) || joined?.has(ref);
  const own = metadata.component['bom-ref'];
  const marked = (/** @type {{ 'bom-ref': string, properties?: { name: string }[] }} */ one) =>
    installed?.has(one['bom-ref'])
      ? one
      : {
          ...one,
          properties: [
            ...(one.properties ?? []).filter(({ name }) => name !== 'cdx:npm:package:development'),
            { name: 'cdx:npm:package:bundled', value: 'true' },
          ],
        };
  return {
    ...bill,
    metadata: { ...metadata, timestamp: undefined, component: { ...metadata.component, name: 'zjtx' } },
    components: components.filter((/** @type {{ 'bom-ref': string }} */ one) => runs(one['bom-ref'])).map(marked),
    dependencies: dependencies
      .filter((/** @type {{ ref: string }} */ { ref }) => ref === own || runs(ref))
      .map((/** @type {{ ref: string, dependsOn: string[] }} */ one) => ({
        ...one,
        dependsOn: one.dependsOn.filter(runs),
      })),
  };
}

/** @param {string} root @param {string} file */
const readJson = (root, file) => JSON.parse(readFileSync(join(root, file), 'utf8'));

/** What package.json has installed, with all that it needs: `name@version` by its place. @param {string} root */
export function installedFrom(root) {
  const { dependencies, optionalDependencies } = readJson(root, 'package.json');
  return reached(root, Object.keys({ ...dependencies, ...optionalDependencies }));
}

/** The same of what the build joins into `dist/` and nobody installs: `joined` of package.json. @param {string} root */
export const joinedFrom = (root) => reached(root, readJson(root, 'package.json').joined);

/**
 * @param {string} root
 * @param {readonly string[]} names
 * @returns {Map<string, string>}
 */
function reached(root, names) {
  /** @type {Readonly<Record<string, { version: string, name?: string, dependencies?: object, optionalDependencies?: object }>>} */
  const packages = readJson(root, 'package-lock.json').packages;
  /** @type {Map<string, string>} */
  const found = new Map();
  const places = names.map((name) => `node_modules/${name}`);
  for (const place of places) {
    const locked = packages[place];
    if (locked === undefined) throw new Error(`package-lock.json has no ${place}`);
    if (found.has(place)) continue;
    found.set(place, `${locked.name ?? place.replace(/^.*node_modules\//, '')}@${locked.version}`);
    for (const name of Object.keys({ ...locked.dependencies, ...locked.optionalDependencies })) {
      // As Node does: beside the package itself, then beside whatever it lies in.
      let below = `${place}/`;
      while (below !== '' && packages[`${below}node_modules/${name}`] === undefined)
        below = below.slice(0, Math.max(0, below.lastIndexOf('node_modules/')));
      if (packages[`${below}node_modules/${name}`] !== undefined) places.push(`${below}node_modules/${name}`);
    }
  }
  return found;
}

/**
 * Fails unless all that is joined is named to whoever audits the package: by what it has installed, or by `joined`.
 * @param {string} root
 * @param {readonly string[]} modules their files
 */
export function checkJoined(root, modules) {
  const [installed, joined] = [installedFrom(root), joinedFrom(root)];
  // Modules are named by where they really lie.
  const folder = realpathSync(join(root, 'node_modules'));
  const places = new Set(
    modules
      .filter((id) => id.startsWith(`${folder}${sep}`))
      .map((id) => `node_modules${id.slice(folder.length).replaceAll(sep, '/')}`)
      .map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path),
  );
  const unnamed = [...places].filter((place) => !installed.has(place) && !joined.has(place));
  if (unnamed.length > 0) throw new Error(`joined into dist/, and not named in package.json: ${unnamed.join(', ')}`);
  /** @type {readonly string[]} */
  const names = readJson(root, 'package.json').joined;
  const idle = names.filter((name) => !places.has(`node_modules/${name}`));
  if (idle.length > 0) throw new Error(`named in \`joined\` of package.json, and not joined: ${idle.join(', ')}`);
}

/**
 * The licences of the packages of a bill, of what is compiled into them, and of the fonts.
 * @param {string} root
 * @param {ReturnType<typeof billOfMaterials>['components']} components
 * @param {Readonly<Record<string, string>>} fonts name to licence
 */
export function notices(root, components, fonts) {
  const places = new Map([...installedFrom(root), ...joinedFrom(root)].map(([place, ref]) => [ref, place]));
  const parts = components.map(({ 'bom-ref': ref, name, version, licenses = [] }) => {
    const terms = licenses.map(({ license, expression }) => license?.id ?? license?.name ?? expression).join(', ');
    const text = licenceOf(join(root, places.get(ref) ?? ''));
    return { head: `${name} ${version}  ${terms}`, text };
  });
  const all = [
    ...parts,
    ...inside.map(({ name, where, source, terms }) => ({ head: `${name}, in ${where}`, text: `${terms}\n${source}` })),
    ...Object.entries(fonts).map(([name, text]) => ({ head: `Font ${name}  OFL-1.1`, text })),
  ];
  const line = '-'.repeat(80);
  return `What zjtx carries of others, each under its own terms: the packages that are installed with it, and those of which only
the code is here, joined into dist/ (in sbom.cdx.json with cdx:npm:package:bundled).\n${all
    .map(({ head, text }) => `\n${line}\n${head}\n${line}\n\n${text.trim()}\n`)
    .join('')}`;
}

/** @param {string} folder */
function licenceOf(folder) {
  const files = existsSync(folder)
    ? readdirSync(folder).filter((name) => /^(licen[cs]e|notice|copying)/i.test(name))
    : [];
  return files.length === 0
    ? 'The package brings no text of its licence; its name stands above.'
    : files
        .sort()
        .map((name) => readFileSync(join(folder, name), 'utf8'))
        .join('\n');
}
