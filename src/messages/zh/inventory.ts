// What the inventory of attachments says around its files, in Chinese.
import type { InventoryWords } from '../inventory.ts';

export const inventoryWords: InventoryWords = {
  columns: { file: '文件', type: '类型', pages: '页数', size: '大小', traits: '情况' },
  required: '必交',
  optional: '选交',
  missing: '缺少：没有文件',
  none: '没有文件',
  row: (table, row) => `${table} 第 ${row} 行`,
  unknown: '不明',
  pages: (count) => `${count} 页`,
  lacking: (slots) => (slots === 0 ? '必交的不缺' : `必交的缺 ${slots} 类`),
  inAll: (dossiers, files, size) => `合计 ${dossiers} 份材料，${files} 件，${size}`,
  unreadable: (path) => `${path} 读不出，没有列出`,
  unreadableFix: (path) => `先改正 YAML：zjtx validate ${path}`,
  and: '，',
  traits: {
    restricted: '限制打印或复制',
    paper: (width, height, varies) => `${width}×${height} mm${varies ? '，页面大小不一' : ''}`,
    pixels: (width, height) => `${width}×${height} 像素`,
    turned: (degrees) => `显示时转 ${degrees}°`,
    mirrored: '显示时左右翻转',
    cmyk: 'CMYK 颜色',
    files: (count) => `内有 ${count} 个文件`,
    text: '有文字层',
    noText: '没有文字层',
    unread: (pages) => `${pages} 页有读不出文字的内容`,
    mentions: { name: '有企业名称', 'former name': '有曾用名', code: '有信用代码', none: '没有企业名称和信用代码' },
  },
};
