// Finds the nearest zjtx.config.yaml with `root: true`: the folder below which dossiers may name files.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { entryOf } from '../document/node.ts';
import { readDocument } from '../document/read.ts';
import { Stop } from '../findings/stop.ts';

const configName = 'zjtx.config.yaml';

/** The folder itself when no configuration above it says `root: true`. */
export async function findRoot(folder: string): Promise<string> {
  for (let at = folder; ; at = dirname(at)) {
    if (await saysRoot(join(at, configName))) return at;
    if (dirname(at) === at) return folder;
  }
}

async function saysRoot(file: string): Promise<boolean> {
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) return false;
  const { node } = readDocument(bytes, configName);
  if (node?.kind !== 'map') {
    throw new Stop(
      { message: `配置文件 ${file} 不能解析`, hint: '它应是“名称: 值”的各行，例如 root: true' },
      {
        message: `the configuration ${file} cannot be parsed`,
        hint: 'It holds lines of “name: value”, such as root: true',
      },
    );
  }
  const root = entryOf(node, 'root')?.value;
  return root?.kind === 'scalar' && root.value === true;
}
