// A file in a slot while it is checked: what will be shown of it, and whether it has an error.
import type { AttachedFile } from './inventory-types.ts';

export type Held = { readonly file: AttachedFile; readonly sound: boolean };
