// What an image, an archive or an Office file can have wrong inside: the sentences in English.
import type { contentCodes } from '../../findings/codes/contents.ts';
import type { Messages } from '../message.ts';

const few = (names: readonly string[], count: number): string =>
  `${names.join(', ')}${count > names.length ? ` and others, ${count} files in all` : ''}`;

/** How to turn a picture of an EXIF orientation upright. */
function turned(orientation: number): string {
  if (orientation === 3) return 'turned by 180°';
  if (orientation === 6) return 'turned right by 90°';
  if (orientation === 8) return 'turned left by 90°';
  return orientation === 2 ? 'mirrored' : orientation === 4 ? 'turned upside down' : 'turned and mirrored';
}

export const content: Messages<typeof contentCodes> = {
  'image-broken': ({ file }) => ({
    message: `${file} is incomplete: its data break off or fail their check sum`,
    hint: 'Copy, scan or photograph it again; if an image program opens it, save it anew.',
  }),
  'image-small': ({ file, width, height, least }) => ({
    message: `${file} has ${width}×${height} pixels; with a short side below ${least} its text may be unreadable`,
    hint: 'Scan it again at 200 dpi or more, or send the original picture: no screenshots, none that a chat program has reduced.',
  }),
  'image-turned': ({ file, orientation }) => ({
    message: `${file} is upright only ${turned(orientation)}, as an EXIF mark in it says; programs that do not heed the mark show it askew`,
    hint: 'Open it in an image program and save it upright (if it looks upright, turn it left and right again first); look at it after the upload.',
  }),
  'image-cmyk': ({ file }) => ({
    message: `${file} has the CMYK colours of a printing press; browsers may show it in wrong colours or not at all`,
    hint: 'Open it in an image program and save it as JPG or PNG in RGB.',
  }),

  'rar-broken': ({ file }) => ({
    message: `${file} is incomplete or damaged and cannot be unpacked`,
    hint: 'Copy or download it again; open it in WinRAR and press Test; if that fails, pack the original files anew.',
  }),
  'rar-password': ({ file }) => ({
    message: `${file} has a password; a reviewer cannot unpack it`,
    hint: 'Unpack it with WinRAR and pack it as RAR again without a password.',
  }),
  'rar-empty': ({ file }) => ({
    message: `${file} holds no file`,
    hint: 'Pack the files to be submitted as RAR again with WinRAR.',
  }),
  'rar-only-refused': ({ file, count, names, types }) => ({
    message: `${file} holds only types that the portal does not take: ${few(names, count)}`,
    hint: `Unpack it, save its files as ${types.join(', ')} and pack them as RAR with WinRAR; renaming is not enough.`,
  }),
  'rar-refused-inside': ({ file, count, names, types }) => ({
    message: `${file} holds types that the portal does not take: ${few(names, count)}`,
    hint: `Open it in WinRAR and delete what is not needed; save the rest as ${types.join(', ')}, unpack archives inside.`,
  }),
  'rar-volume': ({ file }) => ({
    message: `${file} is one volume of an archive and cannot be unpacked without the others`,
    hint: 'Pack it again with WinRAR without volumes; if it is too large, as several RAR files that unpack by themselves.',
  }),
  'rar-many': ({ file, count }) => ({
    message: `${file} holds so many files that only the first ${count} were looked at`,
    hint: 'Open it yourself; leave out what need not be submitted.',
  }),
  'rar-unchecked': ({ file }) => ({
    message: `the reader of RAR (node-unrar-js) is not installed and ${file} was not opened: damage, passwords and what is inside are unchecked`,
    hint: 'Install this program again with its optional packages, or open the file in WinRAR, press Test and look yourself.',
  }),
};
