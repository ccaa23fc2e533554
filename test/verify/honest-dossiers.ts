// Random dossiers of every category and of a made-up one, as people really leave them: changed values, facts beside the form, odd names.
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import fc from 'fast-check';
import { dossier as ownDossier, files as ownFiles } from '../category/yunling.ts';

const examples = resolve(import.meta.dirname, '../../examples');

/** Examples whose dossier is ready, and `own`: a category that only its author has. */
export const kinds: readonly string[] = [
  'own',
  ...readdirSync(examples, { recursive: true, encoding: 'utf8' })
    .filter((path) => /^[a-z]+-\d{4}-[^/]+\/ready\/dossier\.yaml$/.test(path))
    .map((path) => dirname(path))
    .sort(),
];

/** Facts of the shipped vocabulary, one a type, and one that only the folder of the made-up category knows. */
const stated: readonly string[] = [
  'former_names: [旧名称有限公司, 更旧名称厂]',
  'contact: {name: 林晓雯, phone: 025-52000018, mobile: "13900000018"}',
  'fax: 025-52000019',
  'postcode: "211100"',
  'hi_tech: 是',
  'employees: {2019: 120, 2020: 131}',
  'profile: 公司成立于二〇一六年。',
  'pool: true',
  'nobody_knows: 1',
];
/** Facts that change no verdict of a dossier that lacks them. */
const harmless: readonly string[] = ['former_names: [旧名称有限公司, 更旧名称厂]', 'fax: 025-52000019'];
const ownStated = 'seedling_prize: 2020年一等奖';
const titles = [
  'titles: []',
  'titles:\n  - {kind: 小巨人企业(创新类), level: 省级, year: 2020, granted_on: 2020-12-01, valid_until: 2023-11-30}',
  'titles:\n  - {kind: 没有这种称号, level: 市级, year: 2019}',
];
const values = [
  '0',
  '-1',
  '8600.005',
  '"４００万"',
  '2020-02-30',
  '是',
  '',
  '张三 李四',
  '"\\u2009甲⽤乙"',
  '[]',
  '省级',
];
const beside = [
  'waivers:\n  - {code: field-missing, at: form, reason: 后补, by: 林晓雯, until: 2099-12-31}',
  'waivers:\n  - {code: slot-empty, at: attachments, reason: 后补, by: 林晓雯, until: 2099-12-31}',
  'claims:\n  - {fact: revenue, year: 2020, file: 附件/没有.pdf, pages: 3-5}',
  'attestations:\n  - {item: profile-stamped, by: 林晓雯, on: 2021-08-15}',
];
const marks = ['', ' ', '１', '（终）', "'", '%', '-é', '-e\u0301'];

/** How a dossier is changed before it is built. */
export type Changes = {
  readonly kind: string;
  /** Lines of the form, by a number that is folded into those there are, and what stands there then. */
  readonly lines: readonly (readonly [line: number, value: string])[];
  readonly facts: readonly string[];
  readonly titles: string;
  readonly beside: readonly string[];
  /** Attachments that are renamed or removed, in the same way. */
  readonly renamed: readonly (readonly [file: number, mark: string])[];
  readonly removed: readonly number[];
  readonly system: boolean;
  readonly asOf: string | undefined;
  readonly options: readonly string[];
};

const few = <T>(each: fc.Arbitrary<T>, most: number): fc.Arbitrary<T[]> => fc.array(each, { maxLength: most });
const at = fc.nat({ max: 10_000 });

/**
 * Every second one is changed only as a dossier may be that stays formal: other names and facts, system files, the usual
 * options.
 */
export const changesOf = (kind: fc.Arbitrary<string>): fc.Arbitrary<Changes> =>
  fc.boolean().chain((gentle) =>
    fc.record({
      kind,
      lines: few(fc.tuple(at, fc.constantFrom(...values)), gentle ? 0 : 3),
      facts: gentle ? fc.subarray([...harmless]) : fc.subarray([...stated, ownStated], { maxLength: 4 }),
      titles: fc.constantFrom('', '', ...(gentle ? [] : titles)),
      beside: gentle ? fc.constant([]) : fc.subarray(beside, { maxLength: 2 }),
      renamed: few(fc.tuple(at, fc.constantFrom(...marks)), gentle ? 0 : 2),
      removed: few(at, gentle ? 0 : 2),
      system: fc.boolean(),
      asOf: gentle
        ? fc.constant(undefined)
        : fc.constantFrom(undefined, undefined, '2021-08-31', '2026-05-11', '2019-01-02'),
      options: fc.constantFrom([], ['--merge-slots'], ['--lang', 'en']),
    }),
  );

/** Attachments of a folder, by their paths. */
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'dossier.yaml')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** The item that a number stands for. */
const folded = <T>(all: readonly T[], number: number): T | undefined => all[number % Math.max(all.length, 1)];

/** Replaces `  key: value` lines by their number; only those that hold a plain value. */
function withLines(text: string, lines: Changes['lines']): string {
  const all = text.split('\n');
  const plain = all.flatMap((line, index) => (/^ {2,}[^#\s-][^:{[]*: +[^\s{[|>#]/.test(line) ? [index] : []));
  for (const [number, value] of lines) {
    const index = folded(plain, number);
    if (index !== undefined) all[index] = (all[index] ?? '').replace(/: .*$/, () => `: ${value}`);
  }
  return all.join('\n');
}

/** Puts members below a key at the end of the text, or a key of its own where there is none. */
function withFacts(text: string, facts: readonly string[]): string {
  if (facts.length === 0) return text;
  const lines = facts.map((fact) => `  ${fact}\n`).join('');
  return /^facts:\n/m.test(text) ? text.replace(/^facts:\n/m, (key) => key + lines) : `${text}\nfacts:\n${lines}`;
}

const withKey = (text: string, block: string): string => {
  const key = block.slice(0, block.indexOf(':') + 1);
  return block === '' || new RegExp(`^${key}`, 'm').test(text) ? text : `${text.trimEnd()}\n${block}\n`;
};

/** Writes the definitions that only their author has; gives their folder. */
export function ownSchemas(parent: string): string {
  const folder = join(parent, 'schemas');
  const facts = `format: 1
facts:
  seedling_prize: {type: text, meaning: 种子奖}
  seedling_sum: {type: amount, unit: 万元, meaning: 种子资金}
  seedling_loan: {type: amount, unit: 万元, meaning: 种子贷款}
`;
  for (const [path, text] of Object.entries({ ...ownFiles, 'facts.yaml': facts })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Writes a dossier with its attachments; gives its folder. */
export function writeDossier(parent: string, changes: Changes): string {
  const folder = join(parent, '材料');
  if (changes.kind === 'own') {
    mkdirSync(join(folder, '附件/营业执照'), { recursive: true });
    const licence = '附件/营业执照/企业营业执照原件扫描件.jpg';
    cpSync(join(examples, 'jiangsu-2021-product/ready', licence), join(folder, '附件/营业执照/执照.jpg'));
    writeFileSync(join(folder, 'dossier.yaml'), ownDossier);
  } else cpSync(join(examples, changes.kind), folder, { recursive: true });
  for (const [number, mark] of changes.renamed) {
    const file = folded(filesBelow(folder), number);
    if (file !== undefined) renameSync(file, file.replace(/(\.[^.]+)$/, `${mark}$1`));
  }
  for (const number of changes.removed) {
    const file = folded(filesBelow(folder), number);
    if (file !== undefined) rmSync(file);
  }
  const beside = folded(filesBelow(folder), 0);
  if (changes.system && beside !== undefined) writeFileSync(join(dirname(beside), 'Thumbs.db'), 'x');
  const path = join(folder, 'dossier.yaml');
  const known = changes.facts.filter((fact) => changes.kind === 'own' || fact !== ownStated);
  const text = [changes.titles, ...changes.beside].reduce(
    withKey,
    withFacts(withLines(readFileSync(path, 'utf8'), changes.lines), known),
  );
  writeFileSync(path, text);
  return folder;
}
