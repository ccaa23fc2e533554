// What an image, an archive or an Office file can have wrong inside: the sentences in English.
import type { contentCodes } from '../../findings/codes/contents.ts';
import type { Messages } from '../message.ts';

export const content: Messages<typeof contentCodes> = {
  'image-broken': ({ file }) => ({
    message: `${file} is incomplete: its data break off or fail their check sum`,
    hint: 'Copy, scan or photograph it again; if an image program opens it, save it anew.',
  }),
  'image-small': ({ file, width, height, least }) => ({
    message: `${file} has ${width}×${height} pixels; with a short side below ${least} its text may be unreadable`,
    hint: 'Scan it again at 200 dpi or more, or send the original picture: no screenshots, none that a chat program has reduced.',
  }),
};
