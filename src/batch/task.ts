// One dossier of a run: assessed, and its bundle written when that is asked for. Runs on the main thread or on one of a pool.
import { type AssessOptions, assess, type DossierFile } from '../assess.ts';
import type { Assessment } from '../assessment.ts';
import type { BundleOptions, Bundler, Packing } from '../bundle/build.ts';
import type { Fit } from '../bundle/fit/fit.ts';
import type { PreviewOptions, PreviewWritten, previewer } from '../bundle/preview.ts';
import type { BundleWritten } from '../bundle/write.ts';
import { type Catalog, openCatalog } from '../category/catalog.ts';
import { UnknownCategory } from '../category/fault-stop.ts';
import { stampOf } from '../decide/state.ts';
import { entryOf } from '../document/node.ts';
import { readDocument } from '../document/read.ts';
import { easeMemory } from '../files/pdf/inspect.ts';
import { type Stopped, stoppedOf } from '../findings/fault.ts';
import { ownLabels } from '../findings/shapes.ts';
import type { FailOn } from '../findings/states.ts';
import { Stop } from '../findings/stop.ts';
import { stopFrom } from '../findings/system-stop.ts';
import { given } from '../given.ts';
import { secretsOf, secretsOfBytes } from '../redact/outcome.ts';
import type { Secret } from '../redact/secrets.ts';
import { type Reported, reportedOf } from '../reporters/reported.ts';
import { type ConfigWaiver, type Defaults, rootFinder } from './config.ts';
import { type Found, readDossier, stdinDossier } from './find.ts';

/** What holds for every dossier of a run; plain data. */
export type Setting = {
  /** Absolute folders of definitions. */
  readonly schemas: readonly string[];
  readonly asOf?: string;
  /** In Asia/Shanghai. */
  readonly today: string;
  readonly deep: boolean;
  /** Scans are read, to look for the applicant. */
  readonly ocr: boolean;
  /** Absolute paths of fonts for characters that the summary's own lack. */
  readonly fonts: readonly string[];
  /** Every attachment is shown with its digest. */
  readonly digests?: boolean;
  readonly cache?: NonNullable<AssessOptions['cache']>;
  /** What was filed before. */
  readonly earlier?: NonNullable<AssessOptions['earlier']>;
  /** Of what was filed before: what reports must not show either. */
  readonly secrets?: readonly Secret[];
  /** What a comparison has told of the one dossier. */
  readonly told?: NonNullable<AssessOptions['told']>;
  /** Reports shall not tell who applies: what would is handed over beside them. */
  readonly redact?: true;
  /** Only the summary is written when it is there. */
  readonly preview?: PreviewOptions;
  /** Bundles are written when it is there. */
  readonly bundle?: BundleOptions;
};

export type Task = {
  readonly setting: Setting;
  /** The state at which the dossier fails the run. */
  readonly failOn: FailOn;
  readonly found: Found;
  /** The dossier before it in the run whose bundle would have the same name. */
  readonly twin?: string;
  /** The dossier itself, when it came from standard input. */
  readonly bytes?: Uint8Array;
  readonly defaults: Defaults;
  readonly waivers: readonly ConfigWaiver[];
  /** Set to 1 when the run is interrupted: the one thing that threads share. */
  readonly interrupted: Int32Array;
};

export type Done = {
  /** Absolute folder of the dossier. */
  readonly folder: string;
  readonly reported?: Reported;
  /** What reports and messages must not show, when the run is masked. */
  readonly secrets?: readonly Secret[];
  readonly built?: BundleWritten;
  readonly previewed?: PreviewWritten;
  /** Why it could not go on, and where that is written. */
  readonly stop?: Stopped;
  readonly at?: string;
};

type Hooks = { readonly signal: AbortSignal; readonly onPacking?: Packing };

const catalogs = new Map<string, Promise<Catalog>>();
const bundlers = new Map<string, Bundler>();
const previewers = new Map<string, ReturnType<typeof previewer>>();
let findRoot = rootFinder();

/** The first of a run makes it, the others find it; a thread has its own. */
function kept<T>(all: Map<string, T>, key: unknown, make: () => T): T {
  const name = JSON.stringify(key);
  const before = all.get(name);
  if (before !== undefined) return before;
  const made = make();
  all.set(name, made);
  return made;
}

/** The definitions of some folders, beside those of the program. */
export const catalogFor = (schemas: readonly string[]): Promise<Catalog> =>
  kept(catalogs, schemas, () => openCatalog(schemas)).catch((error: unknown) => {
    // The next dossier tries again.
    catalogs.clear();
    throw error;
  });

/** Forgets what was opened, so that a further run sees definitions and configurations as they are then. */
export function forget(): void {
  catalogs.clear();
  bundlers.clear();
  previewers.clear();
  findRoot = rootFinder();
}

/** How the dossier of a task is assessed. */
export async function assessOptions({ setting, defaults, waivers }: Task, { signal }: Hooks): Promise<AssessOptions> {
  const catalog = await catalogFor(setting.schemas);
  const { today, asOf, cache, earlier, told } = setting;
  const { category, asOf: asOfHere, deadline } = defaults;
  return {
    catalog,
    today,
    deep: setting.deep,
    digests: setting.digests ?? false,
    ...(setting.ocr ? { ocr: { signal } } : {}),
    waivers,
    fonts: setting.fonts,
    ...given({ cache, earlier, told, asOf, asOfHere, category, deadline }),
  };
}

/** Reads the dossier of a task. Throws a Stop when it cannot be read. */
export const dossierOf = ({ found }: Task): Promise<DossierFile> => readDossier(found, findRoot);

/** Assesses one dossier, and writes its bundle. A Stop is a result like another; all else is thrown. */
export async function runTask(task: Task, hooks: Hooks): Promise<Done> {
  const { setting, found, bytes } = task;
  let dossier: DossierFile | undefined;
  let reported: Reported | undefined;
  let fitted: Fit | undefined;
  try {
    dossier = bytes ? await stdinDossier(bytes, found.folder, findRoot) : await dossierOf(task);
    const { bundle, preview } = setting;
    const assessed = await assess(dossier, await assessOptions(task, hooks));
    fitted = bundle?.fit === true && assessed.kind === 'assessed' ? await fitFor(assessed, bundle, hooks) : undefined;
    const outcome = fitted?.assessment ?? assessed;
    reported = reportedOf(outcome);
    const secrets = setting.redact ? { secrets: [...secretsOf(outcome), ...(setting.secrets ?? [])] } : {};
    if (preview !== undefined && outcome.kind === 'assessed') {
      const { previewer } = await import('../bundle/preview.ts');
      const draw = kept(previewers, preview, () => previewer(preview));
      const previewed = await draw(outcome, found.folder, hooks.signal);
      return { folder: found.folder, reported, previewed };
    }
    if (bundle === undefined || outcome.kind === 'unreadable' || stampOf(outcome.state, bundle) === undefined) {
      return { folder: found.folder, reported, ...secrets };
    }
    // Not even force: it is meant for an older bundle of the same dossier.
    if (task.twin !== undefined) throw bundleTwice(task.twin);
    // Drawing and packing load much that a validate never needs: only once the memory of large PDFs is free again.
    await easeMemory();
    const { bundler } = await import('../bundle/build.ts');
    const build = kept(bundlers, bundle, () => bundler(bundle));
    return { folder: found.folder, reported, built: await build(outcome, hooks) };
  } catch (error) {
    const stop = hooks.signal.aborted ? undefined : stopFrom(error);
    if (stop === undefined) throw error;
    const at = error instanceof UnknownCategory && dossier ? { at: categoryPlace(dossier) } : {};
    const secrets = setting.redact && dossier ? { secrets: secretsOfBytes(dossier.bytes, dossier.file) } : {};
    return {
      folder: found.folder,
      ...(reported === undefined ? {} : { reported }),
      stop: stoppedOf(stop),
      ...at,
      ...secrets,
    };
  } finally {
    await fitted?.remove();
  }
}

const bundleTwice = (other: string): Stop =>
  new Stop(
    'bundle-twice',
    {
      message: `它的材料包与 ${other} 的同名（企业和类别都相同），没有生成`,
      hint: '留下其中一份；都要的，分两次生成到不同的文件夹（-o）。',
    },
    {
      message: `its bundle would have the name of that of ${other} (same enterprise, same category) and was not built`,
      hint: 'Keep one of the two; to have both, build them one after the other into different folders (-o).',
    },
  );

/** Oversized scans made to fit, for the bundle only. */
async function fitFor(assessment: Assessment, { output }: BundleOptions, { signal }: Hooks): Promise<Fit> {
  const { fitAttachments } = await import('../bundle/fit/fit.ts');
  return fitAttachments(assessment, { output, signal });
}

/** Where a dossier names its category. */
function categoryPlace({ bytes, shown, file }: DossierFile): string {
  const { node } = readDocument(bytes, file);
  const value =
    node?.kind === 'map' ? entryOf(node, 'category', ...(ownLabels.dossier.category ?? []))?.value : undefined;
  const name = shown === '.' ? file : `${shown}/${file}`;
  return value === undefined ? name : `${name}:${value.range.line}:${value.range.column}`;
}
