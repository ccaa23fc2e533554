// The style sheet and the script that a page of ours carries, with what its security policy allows: these two, nothing else.
import { createHash } from 'node:crypto';
import { readOwn } from '../../files/read.ts';

const folder = new URL('../../../templates/', import.meta.url);

export type Assets = { readonly style: string; readonly script: string; readonly policy: string };

const digest = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Throws when the package lacks them. */
export async function readAssets(page: 'report' | 'guide' = 'report'): Promise<Assets> {
  const [style, script] = await Promise.all(
    [`${page}.css`, `${page}.js`].map((name) => readOwn(new URL(name, folder)).then(String)),
  );
  if (style === undefined || script === undefined) throw new Error(`templates/${page}.css, templates/${page}.js`);
  const policy = `default-src 'none'; style-src ${digest(style)}; script-src ${digest(script)}; base-uri 'none'; form-action 'none'`;
  return { style, script, policy };
}
