// The tables of docs/reference/dossier.md: the parts of a dossier, the keys beside the form, and how values are written.
import { schemaWords } from '../../src/words/schema.ts';
import { cell, code, table } from './markdown.ts';
import { written } from './values.ts';

const tables: Readonly<Record<string, () => string>> = {
  parts: () =>
    table(
      ['键 key', '名称', '说明'],
      Object.entries(schemaWords.parts).map(([key, { title, description }]) => [code(key), title, cell(description)]),
    ),
  keys: () =>
    table(
      ['键 key', '说明'],
      Object.entries(schemaWords.keys).map(([key, about]) => [code(key), cell(about)]),
    ),
  values: () =>
    table(
      ['类型 type', '写法'],
      written.map(([type, about]) => [code(type), cell(about)]),
    ),
};

/** The page with its tables made anew; each stands below its comment, up to the next empty line. */
export const dossierPage = (page: string): string =>
  page.replace(/(<!-- made: (\w+) -->\n)(?:\n\|(?:.*\n)*?(?=\n))?/g, (_all, head: string, name: string) => {
    const make = tables[name];
    if (make === undefined) throw new Error(`no table ${name}`);
    return `${head}\n${make()}\n`;
  });
