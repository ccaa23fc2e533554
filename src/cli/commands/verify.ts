// zjtx verify: proves bundles offline, by their digests and by assessing what is inside again.
import type { Command } from '../command.ts';
import { common, redact, result, schemas } from '../options.ts';

export const verify: Command = {
  name: 'verify',
  about: {
    zh: '核对材料包：结构、摘要，并按包内材料重新检查',
    en: 'check bundles: structure, digests, and the dossier inside once more',
  },
  brief: { zh: '核对材料包是否完整、未改动，并重新检查', en: 'check bundles, and the dossier inside once more' },
  argument: {
    syntax: '<bundle...>',
    about: { zh: '材料包（zip）、放材料包的文件夹、通配符', en: 'bundles (zip), folders that hold some, globs' },
  },
  options: [
    {
      flags: '--final',
      about: {
        zh: '只接受正式材料包，草稿和待核实的不予接受',
        en: 'accept final bundles only: no drafts, nothing unsettled',
      },
    },
    {
      flags: '--key <key>',
      about: {
        zh: '只接受这把公钥签名的材料包：minisign 的公钥文件，或其中以 RW 开头的一行',
        en: 'accept only bundles signed with this minisign public key: its file, or the line in it that begins with RW',
      },
    },
    schemas,
    {
      flags: '--fonts <file>',
      about: {
        zh: '核对生僻字用的字体文件（.ttf），要取自可靠的来源，不用对方给的；可重复。verify 不读 zjtx.config.yaml',
        en: 'font file (.ttf) to check rare characters with, from a source you trust, not from the sender; may be repeated. verify reads no zjtx.config.yaml',
      },
      repeatable: true,
    },
    ...result,
    redact,
    ...common,
  ],
  run: async (context) => (await import('../verify.ts')).run(context),
};
