// Appendix three: the slots with their files, pages, sizes and digests (design.md A11).
import type { Assessment, AttachedFile, FilledSlot } from '../../assessment.ts';
import { blank, type Content, text } from '../content.ts';
import { mark } from '../marks.ts';
import { baselineIn, heightOf } from '../page.ts';
import { type Block, findErrors, type NumberedError, type Setting } from '../setting.ts';
import type { Cell, Group, Row } from '../table.ts';
import { COLOR, TYPE } from '../tokens.ts';
import { dash, fileSize, shortDigest } from '../words.ts';
import { noteAside, tabled } from './appendix.ts';
import { claimOf, fileIn } from './claims.ts';
import { headRow } from './criteria.ts';

const COLUMNS = [8, 64, 9, 42, 10, 13, 24] as const;
const HEADS = ['序号', '材料名称', '必交', '文件', '页数', '大小', 'SHA-256 前12位'];
const LEAST = 5.8;

const HEADING = '附三　附件目录';

export const attachments: Block = (setting) => {
  const { assessment } = setting;
  const { slots } = assessment.inventory;
  if (slots.length === 0) return;
  tabled(setting, HEADING, noteAside(assessment.category.files.notice), [
    {
      columns: COLUMNS,
      pad: { x: 1.2, y: 0.75 },
      groups: [...slots.map((slot) => groupOf(setting, slot)), { rows: [totalRow(assessment)] }],
      heads: () => [headRow(HEADS)],
    },
  ]);
};

function groupOf(setting: Setting, slot: FilledSlot): Group {
  const found = findErrors(setting.errors, `attachments.${slot.id}`);
  const lead = (continued: boolean): Cell[] => [
    { pad: 0.4, content: text(String(slot.order), TYPE.small, 'center') },
    { head: 'Row', content: text(continued ? `${slot.label}（续）` : slot.label, TYPE.smallText), field: slot.label },
    { content: text(slot.required ? '是' : '否', TYPE.smallText, 'center') },
  ];
  if (slot.files.length === 0) {
    const row = [{ content: absent(slot.required), ...numbered(found) }, ...noFile()];
    return { lead, rows: [{ least: LEAST, cells: row }] };
  }
  // What is not of one of the files is of the slot, and stands at its first.
  const at = found.map((error) => ({
    error,
    row: Math.max(
      0,
      slot.files.findIndex((file) => isOf(error, file)),
    ),
  }));
  const errorsOf = (index: number) => numbered(at.flatMap(({ error, row }) => (row === index ? [error] : [])));
  return { lead, rows: slot.files.map((file, index) => fileRow(slot, file, errorsOf(index))) };
}

const numbered = (errors: readonly NumberedError[]): { errors?: readonly number[] } =>
  errors.length === 0 ? {} : { errors: errors.map(({ number }) => number) };

/** Whether a finding names the file. */
const isOf = ({ finding }: NumberedError, { source }: AttachedFile): boolean =>
  finding.at.file === source || ('args' in finding && 'file' in finding.args && finding.args.file === source);

const absent = (required: boolean): Content => (required ? lacking : dash(TYPE.small));
const noFile = (): Cell[] => [1, 2, 3].map(() => ({ content: dash(TYPE.small, 'center') }));

/** The mark of what is not met, with the word 缺. */
const lacking: Content = () => ({
  height: heightOf(TYPE.small),
  draw: (page, box) => {
    const size = 3;
    page.shape(...mark('not met', box.x, box.top + (heightOf(TYPE.small) - size) / 2, size));
    page.text('缺', box.x + size + 1, baselineIn(box.top, TYPE.small), { ...TYPE.small, color: COLOR.red });
  },
});

function fileRow(slot: FilledSlot, file: AttachedFile, errors: { errors?: readonly number[] }): Row {
  const { pages } = file.traits;
  const cells: Cell[] = [
    {
      content: text(file.name, TYPE.small, 'left', { anywhere: true }),
      targets: [fileIn(file.source)],
      link: claimOf(file.source),
      ...errors,
    },
    { content: pages === undefined ? dash(TYPE.small, 'right') : text(String(pages), TYPE.small, 'right') },
    { content: text(fileSize(file.bytes), TYPE.small, 'right') },
    { content: file.sha256 ? text(shortDigest(file.sha256), TYPE.digest, 'center') : dash(TYPE.small, 'center') },
  ];
  return { least: LEAST, cells: cells.map((cell) => ({ ...cell, field: slot.label })) };
}

function totalRow({ inventory: { slots } }: Assessment): Row {
  const files = slots.flatMap((slot) => slot.files);
  const required = slots.filter((slot) => slot.required);
  const lack = required.filter((slot) => slot.files.length === 0).length;
  const state = lack === 0 ? '全部提供' : `，缺 ${lack} 类`;
  const pages = files.reduce((all, file) => all + (file.traits.pages ?? 0), 0);
  const bytes = files.reduce((all, file) => all + file.bytes, 0);
  const cells: Cell[] = [
    {
      span: 3,
      head: 'Row',
      content: text(`合计　${slots.length} 类，必交 ${required.length} 类${state}`, TYPE.smallText),
    },
    { content: text(`${files.length} 个文件`, TYPE.smallText) },
    { content: text(String(pages), TYPE.small, 'right') },
    { content: text(fileSize(bytes), TYPE.small, 'right') },
    { content: blank },
  ];
  return { least: LEAST, cells: cells.map((cell) => ({ ...cell, tint: COLOR.label })) };
}
