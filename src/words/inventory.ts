// What the inventory of attachments says around its files.
import { argument } from '../characters/shown.ts';
import { type Said, some, speak } from './speak.ts';

const zh = {
  columns: { file: '文件', type: '类型', pages: '页数', size: '大小', traits: '情况' },
  /** A slot, after its label. */
  required: '必交',
  optional: '选交',
  /** In the place of files. */
  missing: '缺少：没有文件',
  none: '没有文件',
  /** A row of a sub-table. */
  row: (table: string, row: number) => `${table} 第 ${row} 行`,
  /** The type of a file that shows none. */
  unknown: '不明',
  pages: (count: number) => `${count} 页`,
  lacking: (slots: number) => (slots === 0 ? '必交的不缺' : `必交的缺 ${slots} 类`),
  inAll: (dossiers: number, files: number, size: string) => `合计 ${dossiers} 份材料，${files} 件，${size}`,
  /** A dossier whose YAML cannot be read has no inventory. */
  unreadable: (path: string) => `${path} 读不出，没有列出`,
  unreadableFix: (path: string) => `先改正 YAML：zjtx validate ${argument(path)}`,
  and: '，',
  traits: {
    restricted: '限制打印或复制',
    paper: (width: number, height: number, varies: boolean) => `${width}×${height} mm${varies ? '，页面大小不一' : ''}`,
    pixels: (width: number, height: number) => `${width}×${height} 像素`,
    /** Degrees clockwise that a reader turns it. */
    turned: (degrees: number) => `显示时转 ${degrees}°`,
    /** EXIF says it is mirrored. */
    mirrored: '显示时左右翻转',
    cmyk: 'CMYK 颜色',
    files: (count: number) => `内有 ${count} 个文件`,
    text: '有文字层',
    noText: '没有文字层',
    unread: (pages: number) => `${pages} 页有读不出文字的内容`,
    mentions: { name: '有企业名称', 'former name': '有曾用名', code: '有信用代码', none: '没有企业名称和信用代码' },
  },
};

const en: Said<typeof zh> = {
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
  unreadableFix: (path) => `Correct its YAML first: zjtx validate ${argument(path)}`,
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

export type InventoryWords = typeof en;

/** The words of the inventory in a language. */
export const inventoryWords = speak({ zh, en });
