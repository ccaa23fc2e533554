// Reads zjtx.config.yaml: what holds for a whole run, and for the dossiers below a path.
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import * as z from 'zod';
import { entryOf, keyPlaces, type Node, placeAt } from '../document/node.ts';
import { mostRead, readDocument } from '../document/read.ts';
import { checkShape } from '../document/shape.ts';
import { answeredFor } from '../dossier/beside.ts';
import { day } from '../expression/day.ts';
import { seenFrom, stands } from '../files/folder.ts';
import { alternatives, matcher } from '../files/glob.ts';
import { readPlain } from '../files/read.ts';
import { Fault } from '../findings/fault.ts';
import type { Finding, KeyPlaces, Place } from '../findings/finding.ts';
import { some } from '../findings/several.ts';
import { failOn } from '../findings/states.ts';
import { cannotRead } from '../findings/system-stop.ts';
import { given } from '../given.ts';

const text = z.string().min(1);

export const config = z.strictObject({
  root: z.boolean().optional().meta({ description: '下面的材料可以引用本文件夹里的任何文件' }),
  schemas: z.array(text).optional().meta({ description: '另外的类别定义文件夹，相对于本文件' }),
  fonts: z.array(text).optional().meta({ description: '申请表字体缺字时补用的字体文件（.ttf），相对于本文件' }),
  lang: z.enum(['zh', 'en']).optional().meta({ description: '语言；--lang 和 ZJTX_LANG 优先' }),
  'fail-on': z.enum(failOn).optional().meta({ description: '哪种状态或更差就以 1 退出' }),
  redact: z
    .boolean()
    .optional()
    .meta({ description: '输出中隐去企业、产品、人员、文件的名称和电话、地址、号码，代以编号' }),
  /** What holds for the dossiers at or below a path (globs too); of two that fit, the later one wins. */
  folders: z
    .array(
      z.strictObject({
        path: text,
        /** For dossiers that name none. */
        category: text.optional(),
        as_of: day.optional(),
        /** The last day to submit, as the authority or the client set it. */
        deadline: day.optional(),
      }),
    )
    .optional()
    .meta({ description: '某个路径（可用通配符）及其下各份材料的默认设置；几条都符合时后面的优先' }),
  /** Findings accepted for all dossiers, or for those at or below `dossier`. */
  waivers: z
    .array(z.strictObject({ dossier: text.optional(), code: text, at: text, reason: text, by: text, until: day }))
    .optional(),
});

export type ConfigSpec = z.infer<typeof config>;

/** The published JSON Schema of zjtx.config.yaml, for editors. */
export function configSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(config, { target: 'draft-7', io: 'input' });
  return { $schema, $id: 'urn:zjtx:schema:config:1', ...rest, title: 'zjtx.config.yaml' };
}

export const configName = 'zjtx.config.yaml';

/** What holds for one dossier. */
export type Defaults = { readonly category?: string; readonly asOf?: string; readonly deadline?: string };

type WaiverSpec = NonNullable<ConfigSpec['waivers']>[number];
export type ConfigWaiver = WaiverSpec & { readonly place: Place; readonly keys: KeyPlaces };

/** A configuration with its paths made absolute. */
export type Config = Omit<ConfigSpec, 'schemas' | 'fonts' | 'folders' | 'waivers'> & {
  /** Absolute folder that its paths are relative to. */
  readonly folder: string;
  /** As findings name the file. */
  readonly shown: string;
  /** The text, for code frames. */
  readonly text: string;
  readonly schemas: readonly string[];
  /** Font files for characters that the summary's own fonts lack. */
  readonly fonts: readonly string[];
  readonly waivers: readonly ConfigWaiver[];
  /** Whether a dossier, by the absolute path of its file, stands at or below a path of the configuration. */
  readonly covers: (path: string, file: string) => boolean;
  /** What holds for a dossier, by the absolute path of its file. */
  readonly defaultsOf: (file: string) => Defaults;
  /** Those for a dossier, by the absolute path of its file. */
  readonly waiversOf: (file: string) => readonly ConfigWaiver[];
  /** Where each of its keys stands, as findings name the file; a key that a farther file sets stands there. */
  readonly origins: ReadonlyMap<string, { readonly file: string; readonly line: number }>;
  /** The folder of the nearest file with `root: true`. */
  readonly top?: string;
};

/** Whether the file stands at or below the path, or fits it as a glob. */
function fits(folder: string, path: string, file: string): boolean {
  const way = relative(folder, file);
  // Another drive or share.
  if (isAbsolute(way)) return false;
  const given = way.split(sep).join('/').normalize('NFC');
  const pattern = path
    .normalize('NFC')
    .replace(/^\.\//, '')
    .replace(/(?<!\/)\/+$/, '');
  if (pattern === '.' || pattern === given || given.startsWith(`${pattern}/`)) return true;
  return alternatives(pattern).some((one) => matcher(one)(given) || matcher(`${one}/**`)(given));
}

const listAt = (root: Node, key: string): readonly Node[] => {
  const list = root.kind === 'map' ? entryOf(root, key)?.value : undefined;
  return list?.kind === 'list' ? list.items : [];
};

function faulty(shown: string, text: string, findings: readonly Finding[]): Fault {
  const count = findings.length;
  return new Fault(
    'config-faulty',
    { message: `配置文件 ${shown} 有 ${count} 处错误`, hint: '改正后再运行；材料尚未检查。' },
    {
      message: `the configuration ${shown} has ${some(count, 'error')}`,
      hint: 'Correct it and run again; no dossier was checked yet.',
    },
    findings,
    new Map([[shown, text]]),
  );
}

export type FindConfig = (folder: string) => Promise<Config | undefined>;

/**
 * Gives what holds for the dossiers of a folder: each key from the nearest file that sets it, up to one with `root: true`,
 * so that a dossier comes to the same from whatever folder the program is called. Remembers what it has read, for a batch
 * of many. Files are named from `cwd` where it is given.
 */
export function configFinder(cwd?: string): FindConfig {
  const known = new Map<string, Promise<Config | undefined>>();
  const named = (file: string): string => (cwd === undefined ? file : seenFrom(cwd, file));
  const find: FindConfig = (folder) => {
    const before = known.get(folder);
    if (before !== undefined) return before;
    const found = findAt(folder);
    known.set(folder, found);
    return found;
  };
  const findAt = async (folder: string): Promise<Config | undefined> => {
    const file = join(folder, configName);
    // One that cannot be told is read, and then says why not.
    const own = (await stands(file).catch(() => true)) ? await readConfig(file, named(file)) : undefined;
    const farther = own?.root === true || dirname(folder) === folder ? undefined : await find(dirname(folder));
    return own && farther ? over(own, farther) : (own ?? farther);
  };
  return find;
}

/** The nearer configuration; what it does not set holds as the farther one has it. */
function over(near: Config, far: Config): Config {
  const of = (key: keyof ConfigSpec): Config => (near.origins.has(key) ? near : far);
  return {
    ...far,
    ...near,
    schemas: of('schemas').schemas,
    fonts: of('fonts').fonts,
    defaultsOf: of('folders').defaultsOf,
    waivers: of('waivers').waivers,
    covers: of('waivers').covers,
    waiversOf: of('waivers').waiversOf,
    origins: new Map([...far.origins, ...near.origins]),
    ...given({ top: near.top ?? far.top }),
  };
}

/** Finds the folder below which the dossiers of a folder may name files: the `top` of its configuration, else itself. */
export function rootFinder(): (folder: string) => Promise<string> {
  const find = configFinder();
  return async (folder) => (await find(folder))?.top ?? folder;
}

/** Reads a configuration; `shown` is how findings name it. Throws a Stop when it cannot be read or has errors. */
export async function readConfig(file: string, shown: string): Promise<Config> {
  const bytes = await readPlain(file, mostRead).catch((error: unknown) => {
    throw cannotRead(
      shown,
      error,
      { zh: '配置文件', en: 'the configuration ' },
      {
        zh: '核对文件或 --config 的路径。',
        en: 'Check the file, or the path of --config.',
      },
    );
  });
  const { node, text, findings } = readDocument(bytes, shown);
  const wrong = findings.filter(({ severity }) => severity === 'error');
  if (node === undefined || wrong.length > 0) throw faulty(shown, text, wrong);
  const checked = checkShape(config, node, () => shown);
  if ('findings' in checked) throw faulty(shown, text, checked.findings);
  const { schemas = [], fonts = [], folders = [], waivers: written = [], ...rest } = checked.data;
  const folder = dirname(file);
  const keys = node.kind === 'map' ? node.entries : [];
  const nodes = listAt(node, 'waivers');
  const waivers = written.map((spec, index) => {
    const item = nodes[index] ?? node;
    const path = `waivers[${index}]`;
    const place = placeAt(shown, path, item.range);
    return { spec, waiver: { ...spec, place, keys: keyPlaces(item, path, shown) } };
  });
  const { findings: unanswered } = answeredFor({ items: waivers.map(({ waiver }) => waiver), findings: [] });
  if (unanswered.length > 0) throw faulty(shown, text, unanswered);
  return {
    ...rest,
    ...(rest.root === true ? { top: folder } : {}),
    folder,
    shown,
    text,
    origins: new Map(keys.map(({ key, keyRange }) => [key, { file: shown, line: keyRange.line }])),
    schemas: schemas.map((path) => resolve(folder, path)),
    fonts: fonts.map((path) => resolve(folder, path)),
    waivers: waivers.map(({ waiver }) => waiver),
    covers: (path, dossier) => fits(folder, path, dossier),
    defaultsOf: (dossier) =>
      Object.assign(
        {},
        ...folders
          .filter(({ path }) => fits(folder, path, dossier))
          .map(({ category, as_of, deadline }) => ({
            ...(category === undefined ? {} : { category }),
            ...(as_of === undefined ? {} : { asOf: as_of }),
            ...(deadline === undefined ? {} : { deadline }),
          })),
      ),
    waiversOf: (dossier) =>
      waivers
        .filter(({ spec }) => spec.dossier === undefined || fits(folder, spec.dossier, dossier))
        .map(({ waiver }) => waiver),
  };
}
