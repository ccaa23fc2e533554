// Reads a RAR: whether it opens without a password, and whether the portal would take what is in it.
import { type Blocks, blocksOf, type InspectRar, inspectRar, type RarListing } from '../../files/rar/blocks.ts';
import type { Traits } from '../inventory-types.ts';
import { extensionOf } from '../names.ts';
import type { Tell } from '../tell.ts';
import type { Opened, Probe } from './probe.ts';

/** Memory that unpacking may ask for, in bytes: WinRAR takes half of it unless told otherwise. */
const mostMemory = 64 * 1024 * 1024;
const mostNamed = 3;
const longestNamedSigns = 60;

const baseOf = (name: string): string => name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
const shown = (name: string): string => {
  const letters = [...name];
  return letters.length <= longestNamedSigns ? name : `…${letters.slice(-longestNamedSigns).join('')}`;
};

/** What is wrong with what a RAR lists; an error ends it. */
function checkListing(
  { names, encrypted, volume, more }: RarListing,
  { source: file, types }: Opened,
  tell: Tell,
): void {
  const refused = types.length === 0 ? [] : names.filter((name) => !types.includes(extensionOf(baseOf(name))));
  const named = { file, count: refused.length, names: refused.slice(0, mostNamed).map(shown), types };
  if (volume) tell('rar-volume', { file });
  else if (names.length === 0) tell('rar-empty', { file });
  else if (encrypted) tell('rar-password', { file });
  else if (refused.length === names.length && !more) tell('rar-only-refused', named);
  else {
    if (refused.length > 0) tell('rar-refused-inside', named);
    if (more) tell('rar-many', { file, count: names.length });
  }
}

/** The names as unrar lists them, but for those that it cannot read. */
function namesOf(listed: readonly string[], { names, foreign }: Blocks): readonly string[] {
  if (foreign.length === 0 || names.length < listed.length) return listed;
  return listed.map((name, index) => {
    const own = names[index] ?? '';
    return foreign.includes(own) ? own : name;
  });
}

/** What is told when the contents cannot be listed. */
const codes = {
  broken: 'rar-broken',
  password: 'rar-password',
  'not inspected': 'not-inspected',
  unchecked: 'rar-unchecked',
} as const;

/** The probe of RAR archives, with the given reader. */
export const rarProbe =
  (inspect: InspectRar): Probe =>
  async (file, tell): Promise<Traits> => {
    const blocks = blocksOf(file.pieces);
    const { fd, bytes } = file.pieces;
    const report = blocks.whole
      ? await inspect({ fd, bytes, listOnly: blocks.memory > mostMemory })
      : ({ is: 'broken' } as const);
    if (report.is === 'listed') {
      checkListing({ ...report, names: namesOf(report.names, blocks) }, file, tell);
      const { length: count } = blocks.foreign;
      if (count > 0)
        tell('rar-names-foreign', { file: file.source, count, names: blocks.foreign.slice(0, mostNamed).map(shown) });
      return { files: report.names.length };
    }
    tell(codes[report.is], { file: file.source });
    return {};
  };

export const rar = rarProbe(inspectRar);
