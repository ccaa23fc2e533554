// The formats of `zjtx match`, by the name that --format takes.
import { jsonText } from '../characters/shown.ts';
import type { View } from './block.ts';
import { matchText } from './match.ts';
import type { MatchDocument } from './match-definition.ts';

type Draw = (document: MatchDocument, view: View & { readonly verbose: boolean }) => string | Promise<string>;

export const matchFormats: Readonly<Record<string, Draw>> = {
  text: matchText,
  json: (document) => `${jsonText(document, 2)}\n`,
  html: async (document, { language }) => {
    const [{ matchPage }, { readAssets }] = await Promise.all([import('./html/match.ts'), import('./html/assets.ts')]);
    return matchPage(document, language, await readAssets());
  },
};
