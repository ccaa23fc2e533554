// The files of a fresh dossier: the YAML, the editor's schema and settings, and a folder with a short note for each slot.
import { folderFor, noteName } from '../../attachments/convention.ts';
import type { Category } from '../../category/category.ts';
import { describeSlot } from '../../category/schema/describe.ts';
import { schemaWords } from '../../words/schema.ts';
import { starterWords as words } from '../../words/starter.ts';
import { schemaPathFor } from './write.ts';

/** A file by its path below the folder of the dossier, with `/`. */
export type FreshFile = { readonly path: string; readonly text: string };

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** What lies around the dossier. `schema` is its JSON Schema; the extension is the one that reads it. */
export function filesAround(category: Category, schema: object): readonly FreshFile[] {
  return [
    { path: schemaPathFor(category.id), text: `${JSON.stringify(schema, null, 1)}\n` },
    { path: '.vscode/extensions.json', text: json({ recommendations: ['redhat.vscode-yaml'] }) },
    {
      path: '.vscode/settings.json',
      text: json({
        'yaml.schemas': { [schemaPathFor(category.id)]: 'dossier.yaml' },
        'yaml.format.enable': false,
        '[yaml]': {
          'editor.tabSize': 2,
          'editor.insertSpaces': true,
          'editor.wordWrap': 'on',
          'editor.quickSuggestions': { other: true, comments: false, strings: true },
        },
        'files.encoding': 'utf8',
      }),
    },
    ...category.slots.map((slot) => ({
      path: `${folderFor(slot)}${noteName}`,
      text: words.note(slot.label, Object.values(describeSlot(slot, schemaWords)).flat()),
    })),
  ];
}
