// What the inventory of attachments says around its files, in English.
import type { InventoryWords } from '../inventory.ts';

const some = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

export const inventoryWords: InventoryWords = {
  columns: { file: 'file', type: 'type', pages: 'pages', size: 'size', traits: 'traits' },
  required: 'required',
  optional: 'optional',
  missing: 'missing: no file',
  none: 'no file',
  row: (table, row) => `${table}, row ${row}`,
  unknown: '?',
  pages: (count) => some(count, 'page'),
  lacking: (slots) => (slots === 0 ? 'no required slot is empty' : `${some(slots, 'required slot')} without a file`),
  inAll: (dossiers, files, size) => `in all ${some(dossiers, 'dossier')}, ${some(files, 'file')}, ${size}`,
  unreadable: (path) => `${path} cannot be read and is not listed`,
  unreadableFix: (path) => `Mend its YAML first: zjtx validate ${path}`,
  and: ', ',
  traits: {
    restricted: 'printing or copying restricted',
    paper: (width, height, varies) => `${width}×${height} mm${varies ? ', page sizes vary' : ''}`,
    pixels: (width, height) => `${width}×${height} px`,
    turned: (degrees) => `shown turned by ${degrees}°`,
    mirrored: 'shown mirrored',
    cmyk: 'CMYK colours',
    files: (count) => `${some(count, 'file')} inside`,
    text: 'text layer',
    noText: 'no text layer',
    unread: (pages) => `${some(pages, 'page')} not all readable as text`,
    mentions: {
      name: 'names the enterprise',
      'former name': 'has a former name',
      code: 'has the credit code',
      none: 'has neither name nor credit code',
    },
  },
};
