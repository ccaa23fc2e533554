// Finds the definitions below the schema folders and opens one as a Category.
import { entryOf, type MapNode, type Node, placeAt, type Range } from '../document/node.ts';
import { mostRead, readDocument } from '../document/read.ts';
import type { Fact, Vocabulary } from '../expression/types.ts';
import { readPlain } from '../files/read.ts';
import type { Finding } from '../findings/finding.ts';
import { standing } from '../findings/json.ts';
import { nearest } from '../findings/nearest.ts';
import { report } from '../findings/report.ts';
import { Stop } from '../findings/stop.ts';
import type { List } from '../form/opened.ts';
import { tooMuch } from './bounded.ts';
import type { Category, CategoryEntry } from './category.ts';
import { categoryId } from './definition.ts';
import { DefinitionFault, definitionUnreadable, UnknownCategory } from './fault-stop.ts';
import { layOver, originsOf } from './flatten.ts';
import { openCategory } from './open.ts';
import { plausibleFaults } from './plausible.ts';
import {
  areOwn,
  type File,
  type Files,
  filesIn,
  readCheckedCategory,
  readCheckedShared,
  readPrebuilt,
  type Shared,
} from './prebuilt.ts';
import { isEarlierEdition, yearless } from './season.ts';
import { readSizeTable, sizeList } from './size-table.ts';
import { readList, readVocabulary } from './vocabulary.ts';

/** Steps to what the law extends; those to the edition of an earlier year are free. */
const mostExtends = 2;

const isCategoryId = (id: string): boolean => categoryId.safeParse(id).success;

/** `built`: the tree is the one that the build keeps. */
type Loaded = { readonly root: MapNode; readonly shown: string; readonly built: boolean };

/** What the trees of the build were opened to, once a run: they stay the same, and nothing changes a category. */
const fromBuild: { shared?: Shared; readonly categories: Map<string, Category> } = { categories: new Map() };

/** What the checked definitions of the build were opened to, once a run. */
const asBuilt: { shared?: Shared; readonly categories: Map<string, Category> } = { categories: new Map() };

export type Catalog = {
  /** Every category that can be applied for, by id. */
  list(): Promise<readonly CategoryEntry[]>;
  /** Throws UnknownCategory or DefinitionFault. */
  open(id: string): Promise<Category>;
  /** All facts and lists. Throws a DefinitionFault. @internal */
  known(): Promise<Shared>;
};

/** `folders` are looked through after the program's own; the same id in a later one replaces the earlier. */
export async function openCatalog(folders: readonly string[] = []): Promise<Catalog> {
  const own = folders.length === 0 ? undefined : new Loader(await filesIn([]));
  const catalog = new Loader(await filesIn(folders), own);
  return { list: () => catalog.list(), open: (id) => catalog.open(id), known: () => catalog.known() };
}

/** What was checked has nothing to be told of. */
const nothing: MapNode = { kind: 'map', entries: [], range: { line: 1, column: 1, endLine: 1, endColumn: 1 } };

class Loader {
  readonly #all: Files;
  readonly #files: ReadonlyMap<string, File>;
  readonly #lists: ReadonlyMap<string, File>;
  readonly #facts: readonly File[];
  readonly #shipped: Loader | undefined;
  readonly #opened = new Map<string, Promise<Category>>();
  /** By range: laying one definition over another rebuilds nodes but keeps their ranges. */
  readonly #owner = new WeakMap<Range, string>();
  readonly #texts = new Map<string, string>();
  #shared: Promise<Shared> | undefined;

  /** `shipped` is of the program's own definitions alone, where there are others. */
  constructor(all: Files, shipped?: Loader) {
    this.#all = all;
    this.#files = all.files;
    this.#lists = all.lists;
    this.#facts = all.facts;
    this.#shipped = shipped;
  }

  #ids(): string[] {
    return [...this.#files.keys()].filter((id) => id.split('/').length === 3 && !id.endsWith('/base')).sort();
  }

  async list(): Promise<readonly CategoryEntry[]> {
    const entries = await Promise.all(this.#ids().map((id) => this.open(id)));
    return entries.map(({ id, definition, season: { from, until }, superseded, expected }) => ({
      id,
      title: definition.title,
      scheme: definition.scheme,
      year: definition.year,
      season: { from, until },
      ...(expected === undefined ? {} : { expected: true as const }),
      ...(superseded?.by === undefined ? {} : { supersededBy: superseded.by }),
      standings: standing.options.filter((one) =>
        Object.values(definition.sources).some((source) => source.standing === one),
      ),
    }));
  }

  known(): Promise<Shared> {
    this.#shared ??= this.#checkedShared().then((known) => known ?? this.#readShared());
    return this.#shared;
  }

  async #checkedShared(): Promise<Shared | undefined> {
    const checked = await readCheckedShared();
    const files = this.#lists.size + this.#facts.length;
    if (checked === undefined || Object.keys(checked.sources).length !== files) return undefined;
    if (!(await areOwn(this.#all, checked.sources))) return undefined;
    asBuilt.shared ??= checked.shared;
    return asBuilt.shared;
  }

  open(id: string): Promise<Category> {
    const known = this.#opened.get(id);
    if (known) return known;
    const opening = this.#open(id).catch((error: unknown) => {
      // A disk that has failed once may give the file to the next dossier.
      if (error instanceof Stop && error.code === 'cannot-read') {
        this.#opened.delete(id);
        this.#shared = undefined;
      }
      throw error;
    });
    this.#opened.set(id, opening);
    return opening;
  }

  async #open(id: string): Promise<Category> {
    const ids = this.#ids();
    if (!ids.includes(id)) throw new UnknownCategory(id, nearest(id, ids) ?? (await this.#newest(id)));
    const opened = (await this.#checked(id)) ?? (await this.#parsed(id));
    if (this.#shipped === undefined || !this.#shipped.#ids().includes(id)) return opened;
    const { sha256 } = await this.#shipped.open(id);
    return { ...opened, shipped: sha256 };
  }

  /** Of the line that an id without its year means: its newest edition, before one that is only expected. */
  async #newest(id: string): Promise<string | undefined> {
    const line = nearest(yearless(id), new Set(this.#ids().map(yearless)));
    const editions = this.#ids().filter((one) => yearless(one) === line);
    const all = await Promise.all(editions.map((one) => this.open(one).catch(() => undefined)));
    return all.findLast((one) => one !== undefined && one.expected === undefined)?.id ?? editions.at(-1);
  }

  /** The category as the build has checked it; nothing when any of its sources is another one. */
  async #checked(id: string): Promise<Category | undefined> {
    const checked = await readCheckedCategory(id);
    if (checked === undefined || !(await areOwn(this.#all, checked.sources))) return undefined;
    const shared = await this.known();
    if (shared !== asBuilt.shared) return undefined;
    const known = asBuilt.categories.get(id);
    if (known !== undefined) return known;
    const opened = openCategory({ ...checked, id, root: nothing, fileOf: () => id, ...shared });
    if ('findings' in opened || opened.data.sha256 !== checked.sha256) return undefined;
    const by = opened.data.superseded?.by;
    if (by !== undefined && !this.#ids().includes(by)) return undefined;
    asBuilt.categories.set(id, opened.data);
    return opened.data;
  }

  async #parsed(id: string): Promise<Category> {
    const chain = await this.#chain(id);
    const root = chain.reduceRight<MapNode | undefined>(
      (under, over) => (under ? layOver(under, over.root) : over.root),
      undefined,
    );
    if (root === undefined) throw new UnknownCategory(id, undefined);
    const shared = await this.known();
    const own = chain[0]?.shown ?? id;
    const fileOf = (node: Node): string => this.#owner.get(node.range) ?? own;
    const isBuilt = shared === fromBuild.shared && chain.every(({ built }) => built);
    const known = isBuilt ? fromBuild.categories.get(id) : undefined;
    const opened = known
      ? { data: known }
      : openCategory({ id, root, fileOf, origins: originsOf(root, fileOf), ...shared });
    if ('findings' in opened) throw new DefinitionFault(opened.findings, this.#texts);
    if (isBuilt) fromBuild.categories.set(id, opened.data);
    this.#checkSuccessor(opened.data, root, fileOf);
    if (!isCategoryId(id)) {
      const at = placeAt(own, '', root.entries[0]?.keyRange ?? root.range);
      throw new DefinitionFault([report('category-id-wrong', { id }, at)], this.#texts);
    }
    return opened.data;
  }

  #checkSuccessor({ superseded }: Category, root: MapNode, fileOf: (node: Node) => string): void {
    const [by, ids] = [superseded?.by, this.#ids()];
    if (by === undefined || ids.includes(by)) return;
    const node = entryOf(root, 'superseded', 'by')?.value ?? root;
    const near = nearest(by, ids);
    const args = near === undefined ? { id: by } : { id: by, nearest: near };
    const place = placeAt(fileOf(node), 'superseded.by', node.range);
    throw new DefinitionFault([report('superseded-unknown', args, place)], this.#texts);
  }

  /** The definition first, then what it extends. */
  async #chain(id: string): Promise<readonly Loaded[]> {
    const chain: Loaded[] = [];
    let next: string | undefined = id;
    let last: string | undefined;
    let steps = 0;
    while (next !== undefined) {
      const file = this.#files.get(next);
      const below: Loaded | undefined = chain.at(-1);
      if (last !== undefined && !isEarlierEdition(next, last)) steps += 1;
      if (file === undefined || steps > mostExtends) {
        const at = below && entryOf(below.root, 'extends')?.value;
        if (below === undefined || at === undefined) throw new UnknownCategory(id, undefined);
        const near = nearest(next, this.#files.keys());
        const place = placeAt(below.shown, 'extends', at.range);
        const finding =
          file === undefined
            ? report('extends-unknown', near === undefined ? { id: next } : { id: next, nearest: near }, place)
            : report('extends-deep', { id: next }, place);
        throw new DefinitionFault([finding], this.#texts);
      }
      const loaded = await this.#read(file);
      chain.push(loaded);
      last = next;
      const parent = entryOf(loaded.root, 'extends')?.value;
      next = parent?.kind === 'scalar' ? parent.source : undefined;
    }
    return chain;
  }

  async #read(file: File): Promise<Loaded> {
    const [bytes, trees] = await Promise.all([readPlain(file.path, mostRead), readPrebuilt()]).catch(
      (error: unknown) => {
        throw definitionUnreadable(file.shown, error);
      },
    );
    const prebuilt = trees(file.shown, bytes);
    const { text, node, findings } =
      prebuilt === undefined
        ? readDocument(bytes, file.shown)
        : { text: bytes.toString('utf8'), node: prebuilt, findings: [] };
    this.#texts.set(file.shown, text);
    const wrong: Finding[] = findings.filter((finding) => finding.severity === 'error');
    if (node !== undefined && prebuilt === undefined)
      for (const one of tooMuch(node, () => file.shown)) wrong.push(one);
    if (node?.kind !== 'map' || wrong.length > 0) throw new DefinitionFault(wrong, this.#texts);
    this.#own(node, file.shown);
    return { root: node, shown: file.shown, built: prebuilt !== undefined };
  }

  #own(node: Node, file: string): void {
    this.#owner.set(node.range, file);
    if (node.kind === 'list') for (const item of node.items) this.#own(item, file);
    if (node.kind === 'map') for (const entry of node.entries) this.#own(entry.value, file);
  }

  async #readShared(): Promise<Shared> {
    const loaded: Loaded[] = [];
    const load = async (file: File): Promise<MapNode> => {
      const one = await this.#read(file);
      loaded.push(one);
      return one.root;
    };
    const lists = new Map<string, List>();
    for (const [name, file] of this.#lists) {
      const read = readList(name, await load(file), file.shown);
      if ('findings' in read) throw new DefinitionFault(read.findings, this.#texts);
      lists.set(name, read.data);
    }
    const vocabulary = new Map<string, Fact>();
    const parts: { own: Vocabulary; node: Node; shown: string }[] = [];
    for (const { path, shown } of this.#facts) {
      const node = await load({ path, shown });
      const read = readVocabulary(node, shown, lists);
      if ('findings' in read) throw new DefinitionFault(read.findings, this.#texts);
      for (const [id, fact] of read.data) vocabulary.set(id, fact);
      parts.push({ own: read.data, node, shown });
    }
    // Only now: a folder of its own may speak of facts that come with the program, and may give one another type.
    const wrong = parts.flatMap(({ own, node, shown }) => plausibleFaults(own, vocabulary, node, shown));
    if (wrong.length > 0) throw new DefinitionFault(wrong, this.#texts);
    const table = this.#lists.get(sizeList);
    const sizes = table && readSizeTable(await load(table), table.shown);
    if (sizes !== undefined && 'findings' in sizes) throw new DefinitionFault(sizes.findings, this.#texts);
    const shared = { vocabulary, lists, sizes: sizes?.data };
    if (!loaded.every(({ built }) => built)) return shared;
    fromBuild.shared ??= shared;
    return fromBuild.shared;
  }
}
