// What the tests hold masked reports against: every text of a dossier, found without the program's own ways of finding it.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { Outcome } from '../../src/assessment.ts';
import { ownLabels } from '../../src/findings/shapes.ts';
import { secretsOf } from '../../src/redact/outcome.ts';
import { Redactor } from '../../src/redact/redactor.ts';
import { reporters } from '../../src/reporters/index.ts';
import { inventoryData, inventoryText } from '../../src/reporters/inventory.ts';
import { type Reported, reportedOf } from '../../src/reporters/reported.ts';

export const examples = resolve(import.meta.dirname, '../../examples');

/** Every folder with a dossier, from `examples/`. */
export const folders = readdirSync(examples, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.name === 'dossier.yaml')
  .map((entry) => entry.parentPath.slice(examples.length + 1))
  .sort();

const figures = /^约?[\d\s.,%年月日至-]+[\p{Script=Han}%]{0,3}$/u;
/** What the program itself says of any dossier. */
const own: ReadonlySet<string> = new Set([
  ...['产品附证', '单体', 'audit', 'statements'],
  ...Object.values(ownLabels).flatMap((labels) => Object.values(labels).flat()),
]);

/** Every text and key of a dossier, with the parts of its paths and the short forms of its names. */
export function textsOf(yaml: string): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (text: string): void => {
    if ([...text].length > 1 && !figures.test(text) && !own.has(text)) found.add(text);
  };
  const visit = (value: unknown, key: string): void => {
    if (typeof value === 'string' || typeof value === 'number') {
      const text = String(value).trim();
      if (!text.includes('/')) add(text);
      if (/^(?=.*\d{4})[\d -]{9,}$/.test(text) && !/^\d{4}-\d\d-\d\d$/.test(text)) found.add(text);
      if (text.includes('/'))
        for (const part of text.split('/')) if (!/^[\w.*-]+$/.test(part)) add(part.replace(/\.\w{1,5}$/, ''));
      const [, name = ''] = /^(.{4,})(?:股份|有限|责任)+公司$/u.exec(text) ?? [];
      for (const short of [name, name.replace(/^(?:江苏|广东|深圳|南京|苏州|无锡)/u, '')]) add(short);
      if (name !== '') add(name.slice(0, 4));
    } else if (Array.isArray(value)) for (const one of value) visit(one, key);
    else if (typeof value === 'object' && value !== null)
      for (const [inner, one] of Object.entries(value)) {
        if (!/^[\w.-]+$/.test(inner)) add(inner);
        visit(one, inner);
      }
  };
  visit(parse(yaml, { uniqueKeys: false, logLevel: 'silent' }), '');
  return found;
}

/** SHA-256 of every file below a folder. */
export const digestsBelow = (folder: string): readonly string[] =>
  (existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [])
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile())
    .map((file) => createHash('sha256').update(readFileSync(file)).digest('hex'));

/** A masked dossier in every format and both languages, by a name for it. */
export async function documentsOf(outcome: Outcome): Promise<ReadonlyMap<string, string>> {
  const reported = new Redactor().redact(reportedOf(outcome), secretsOf(outcome));
  return renderedAll(reported);
}

export async function renderedAll(reported: Reported): Promise<ReadonlyMap<string, string>> {
  const shown = { width: 80, colour: false, unicode: true };
  const documents = new Map<string, string>();
  for (const language of ['zh', 'en'] as const) {
    for (const { name, render } of reporters)
      for (const verbose of name === 'text' ? [true, false] : [true]) {
        const program = { name: 'zjtx', version: '1.2.3' } as const;
        const text = await render({ program, outcomes: [reported], language, verbose, ...shown });
        documents.set(`${name} ${language}${verbose ? ' -v' : ''}`, text);
      }
    if (reported.kind === 'assessed')
      documents.set(`attachments ${language}`, inventoryText([reported], { language, ...shown }, true));
  }
  if (reported.kind === 'assessed') documents.set('attachments json', JSON.stringify(inventoryData([reported])));
  return documents;
}

/** A text as formats write it: itself, percent-encoded, with its entities, as JSON escapes it. */
const spellings = (text: string): readonly string[] => [
  ...new Set([
    text,
    encodeURIComponent(text),
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
    JSON.stringify(text).slice(1, -1),
    [...text].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  ]),
];

/** Which of the texts stand in which documents. */
export function leaks(documents: ReadonlyMap<string, string>, texts: Iterable<string>): readonly string[] {
  const found: string[] = [];
  for (const text of texts)
    for (const spelling of spellings(text))
      for (const [name, document] of documents) if (document.includes(spelling)) found.push(`${name}: ${text}`);
  return found;
}
