// What a package of zjtx carries of others: their licences in full, what is compiled into them too, and a bill of materials.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Compiled into a package, which brings its own licence only. */
const inside = [
  {
    name: 'PDFium',
    where: '@hyzyla/pdfium (pdfium.wasm)',
    source: 'https://pdfium.googlesource.com/pdfium/+/refs/heads/main/LICENSE',
    terms:
      'BSD-3-Clause and Apache-2.0. Copyright 2014 The PDFium Authors; parts of Foxit Software Inc. It holds FreeType (FTL), libjpeg-turbo (IJG, BSD-3-Clause, Zlib), OpenJPEG (BSD-2-Clause), Little CMS (MIT), zlib (Zlib), Anti-Grain Geometry 2.3 (its own permissive terms), Abseil (Apache-2.0) and ICU (Unicode-3.0), each under the terms that stand in the source.',
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
 * The bill of materials of what runs, CycloneDX JSON: from the lock file alone, so that it is the same on every machine.
 * @param {string} root
 * @returns {{ components: readonly { name: string, version: string, licenses?: readonly { license?: { id?: string, name?: string }, expression?: string }[] }[], metadata: { component: { name: string }, timestamp?: string }, serialNumber?: string }}
 */
export function billOfMaterials(root) {
  const windows = process.platform === 'win32';
  // `--omit dev` would also leave out what runs and is wanted by a tool of development too.
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const text = execFileSync('npm', args, { cwd: root, encoding: 'utf8', shell: windows, maxBuffer: 2 ** 26 });
  const { serialNumber, metadata, components, dependencies, ...bill } = JSON.parse(text);
  const running = runningIn(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages);
  /** @param {string} ref */
  const runs = (ref) => running.has(ref);
  const own = metadata.component['bom-ref'];
  return {
    ...bill,
    metadata: { ...metadata, timestamp: undefined, component: { ...metadata.component, name: 'zjtx' } },
    components: components.filter((/** @type {{ 'bom-ref': string }} */ one) => runs(one['bom-ref'])),
    dependencies: dependencies
      .filter((/** @type {{ ref: string }} */ { ref }) => ref === own || runs(ref))
      .map((/** @type {{ ref: string, dependsOn: string[] }} */ one) => ({
        ...one,
        dependsOn: one.dependsOn.filter(runs),
      })),
  };
}

/**
 * `name@version` of what a lock file installs for running.
 * @param {Readonly<Record<string, { version: string, name?: string, dev?: boolean, peer?: boolean, devOptional?: boolean }>>} packages
 */
const runningIn = (packages) =>
  new Set(
    Object.entries(packages)
      .filter(([path, { dev, peer, devOptional }]) => path !== '' && !dev && !peer && !devOptional)
      .map(([path, { version, name }]) => `${name ?? path.replace(/^.*node_modules\//, '')}@${version}`),
  );

/**
 * The licences of the packages of a bill, of what is compiled into them, and of the fonts.
 * @param {string} root
 * @param {ReturnType<typeof billOfMaterials>['components']} components
 * @param {Readonly<Record<string, string>>} fonts name to licence
 */
export function notices(root, components, fonts) {
  const parts = components.map(({ name, version, licenses = [] }) => {
    const terms = licenses.map(({ license, expression }) => license?.id ?? license?.name ?? expression).join(', ');
    return { head: `${name} ${version}  ${terms}`, text: licenceOf(join(root, 'node_modules', name)) };
  });
  const all = [
    ...parts,
    ...inside.map(({ name, where, source, terms }) => ({ head: `${name}, in ${where}`, text: `${terms}\n${source}` })),
    ...Object.entries(fonts).map(([name, text]) => ({ head: `Font ${name}  OFL-1.1`, text })),
  ];
  const line = '-'.repeat(80);
  return `What zjtx carries of others, each under its own terms.\n${all
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
