// A file of the bundle as the page names it.
import { html, type Markup } from '../../reporters/html/markup.ts';

/** A file of the bundle: for a slot or for a row (from 1) of a table. `path` begins with `data/`. */
export type GuideFile = {
  readonly purpose: { readonly slot: string } | { readonly row: { readonly table: string; readonly row: number } };
  readonly path: string;
};

const fileSpace = 'data/';

/** The path as it stands in the bundle, leading to the file. The page stands in data/ itself. */
export const fileLink = (path: string): Markup => {
  const href = path.slice(fileSpace.length).split('/').map(encodeURIComponent).join('/');
  return html`<a href="${href}">${path}</a>`;
};
