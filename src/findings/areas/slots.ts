// What a slot can have wrong.

import { namedEn, namedZh, subjectZh, verbEn } from '../several.ts';
import { kindLabels, kindLabelsEn } from '../shapes.ts';
import {
  absent,
  covering,
  file,
  files,
  hard,
  hint,
  type InFiles,
  type InSlots,
  note,
  other,
  slot,
  slots,
  warning,
} from './spec.ts';

/** `file` is the path relative to the dossier's folder, or as written when nothing was found there. */
export type File = { readonly file: string };

export type Typed = File & { readonly extension: string };

/** `named`: the one of them that the name of the file says. */
type Named = { readonly named?: string };

type Years = { readonly slot: string; readonly years: readonly number[]; readonly hint?: string };

type Month = { readonly slot: string; readonly month: string; readonly hint?: string };

type Kinds = File & {
  readonly slot: string;
  readonly expected: readonly string[];
  readonly refused: readonly string[];
  readonly hint?: string;
};

export const listZh = (types: readonly string[]): string => types.join('、');

const plusZh = (...hints: readonly (string | undefined)[]): string =>
  hints.filter((hint) => hint !== undefined).join('');

const intoFoldersZh = '把文件放入 附件/ 下以附件名称命名的文件夹，或在“附件”下逐项写明路径。';

const kindEn = (name: string): string => kindLabelsEn.get(name) ?? name;
const kindName = (name: string): string => kindLabels.get(name) ?? name;

/** `2022-12` → `2022 年 12 月` */
const monthName = (month: string): string => `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`;

/** Every slot by its label: a category has few. */
const labels = (slot: string, slots: readonly string[] = [slot]): string => slots.join('、');

export const listEn = (types: readonly string[]): string => types.join(', ');

const plusEn = (...hints: readonly (string | undefined)[]): string =>
  hints.filter((hint) => hint !== undefined).join(' ');

const intoFoldersEn =
  'Put the files into the folders named after their slots below 附件/, or write their paths under attachments.';

export const slotCodes = {
  'slot-empty': absent(
    /** `key`: how the file names the slot, where that is not its label. */
    hard<InSlots & { readonly folder: string; readonly hint?: string; readonly key?: string }>({
      zh: ({ slot, slots, folder, hint, key = slot }) =>
        slots === undefined
          ? {
              message: `附件 ${slot} 没有文件`,
              hint: plusZh(`把文件放入 ${folder}，或在“附件”下写明路径，例如  ${key}: 附件/文件名.pdf 。`, hint),
            }
          : { message: `${slots.length} 项附件没有文件：${slots.join('、')}`, hint: intoFoldersZh },
      en: ({ slot, slots, folder, hint, key = slot }) =>
        slots === undefined
          ? {
              message: `slot ${slot} has no file`,
              hint: plusEn(
                `Put the file into ${folder}, or write its path under attachments:  ${key}: 附件/file.pdf`,
                hint,
              ),
            }
          : { message: `${slots.length} slots have no file: ${listEn(slots)}`, hint: intoFoldersEn },
      samples: [
        { slot, folder: '附件/完税证明/' },
        { slot, folder: '附件/完税证明/', hint },
        { slot, slots, folder: '附件/完税证明/' },
      ],
    }),
  ),

  /** Only restatements or our own proposal ask for it. */
  'slot-empty-doubtful': absent(
    warning<InSlots & { readonly folder: string; readonly hint?: string }>({
      zh: ({ slot, slots, folder, hint }) =>
        slots === undefined
          ? {
              message: `附件 ${slot} 没有文件；没有见到要求交这一项的原文`,
              hint: plusZh(`核对当年通知；需要就把文件放入 ${folder}，或在“附件”下写明路径。`, hint),
            }
          : {
              message: `${slots.length} 项附件没有文件，没有见到要求交这些项的原文：${slots.join('、')}`,
              hint: `核对当年通知。需要的，${intoFoldersZh}`,
            },
      en: ({ slot, slots, folder, hint }) =>
        slots === undefined
          ? {
              message: `slot ${slot} has no file; no official text that asks for it was seen`,
              hint: plusEn(
                `Look into this year's notice; if it is asked for, put the file into ${folder}, or write its path under attachments.`,
                hint,
              ),
            }
          : {
              message: `${slots.length} slots have no file; no official text that asks for them was seen: ${listEn(slots)}`,
              hint: `Look into this year's notice. ${intoFoldersEn.replace('the files', 'those asked for')}`,
            },
      samples: [
        { slot, folder: '附件/完税证明/' },
        { slot, folder: '附件/完税证明/', hint },
        { slot, slots, folder: '附件/完税证明/' },
      ],
    }),
  ),

  'slot-several': note<{ readonly slots: readonly { readonly slot: string; readonly count: number }[] }>({
    zh: ({ slots }) => ({
      message: `${slots.map(({ slot, count }) => `附件 ${slot} 有 ${count} 个文件`).join('，')}；平台一栏能否传多个文件没有说明`,
      hint: '上传时若只能选一个，合并成一个 PDF，或压缩为一个 RAR。',
    }),
    en: ({ slots }) => ({
      message: `${slots.map(({ slot, count }) => `slot ${slot} has ${count} files`).join(', ')}; no source says whether the portal takes several files in one slot`,
      hint: 'If it takes only one, merge them into one PDF, or pack them into one RAR.',
    }),
    samples: [
      { slots: [{ slot, count: 2 }] },
      {
        slots: [
          { slot, count: 2 },
          { slot: '质量认证', count: 3 },
        ],
      },
    ],
  }),

  'slot-type-unexpected': warning<
    InFiles & Typed & { readonly slot: string; readonly types: readonly string[]; readonly hint?: string }
  >({
    zh: ({ extension, slot, types, hint, ...about }) => ({
      message: `附件 ${slot} 应为 ${types.join(' 或 ')}，所附 ${subjectZh(about)}为 ${extension}`,
      hint: hint ?? `换成 ${types.join(' 或 ')} 文件：打印、盖章后扫描，或另存为 PDF。`,
    }),
    en: ({ extension, slot, types, hint, ...about }) => ({
      message: `slot ${slot} should hold ${types.join(' or ')}; ${namedEn(about)} ${verbEn(about, 'is', 'are')} ${extension}`,
      hint: hint ?? `Replace it with a file of type ${types.join(' or ')}: print, seal and scan it, or save it as PDF.`,
    }),
    samples: [
      { file, extension: 'docx', slot, types: ['pdf'] },
      { file, extension: 'docx', slot, types: ['pdf', 'jpg'], hint },
      { file, files, extension: 'docx', slot, types: ['pdf'] },
    ],
  }),

  /** `years` are those that no file covers, `covered` those that the files do cover. */
  'slot-years-missing': other<Years & { readonly covered: readonly string[] }>({
    zh: ({ slot, years, covered, hint }) => ({
      message: `附件 ${slot} 缺 ${years.join('、')} 年；所附文件注明的是 ${covered.join('、')}`,
      hint: hint ?? `补上 ${years.join('、')} 年的文件，并注明“所属年度”；年份写错则改正。`,
    }),
    en: ({ slot, years, covered, hint }) => ({
      message: `slot ${slot} lacks ${listEn(years.map(String))}; its files are said to cover ${listEn(covered)}`,
      hint:
        hint ??
        `Add the files of ${listEn(years.map(String))} and write covers for each, or correct a wrong year in covers.`,
    }),
    samples: [
      { slot, years: [2018, 2020], covered: ['2019'] },
      { slot, years: [2020], covered: ['2018', '2019'], hint },
    ],
  }),

  'slot-years-unknown': warning<Years & Named & InSlots & InFiles>({
    zh: ({ slot, slots, years, file, files, hint }) => ({
      message:
        files === undefined
          ? `附件 ${slot} 没有注明所属年份，不知是否包括 ${years.join('、')} 年`
          : `${files.length} 个文件没有注明所属年份，不知所需的年份是否齐全：${labels(slot, slots)}`,
      hint: plusZh(`打开文件核对后写明年份，例如  {文件: ${file}, 所属年度: [${years.join(', ')}]} 。`, hint),
    }),
    en: ({ slot, slots = [slot], years, file, files, hint }) => ({
      message:
        files !== undefined
          ? `${files.length} files do not say their years, so some years may be missing: ${listEn(slots)}`
          : `slot ${slot} does not say the years of its files: ${listEn(years.map(String))} may be missing`,
      hint: plusEn(
        `Look into the file, then write its years:  {file: ${file}, covers: [${listEn(years.map(String))}]}`,
        hint,
      ),
    }),
    mend: ({ file, named }, around) => covering(file, named, around),
    samples: [
      { slot, years: [2020], file },
      { slot, years: [2020], file: '附件/2020.pdf', named: '2020' },
      { slot, years: [2018, 2019], file, hint },
      { slot, slots, years: [2020], file, files },
    ],
  }),

  /** `covered` is what the files do cover. */
  'slot-month-missing': other<Month & { readonly covered: readonly string[] }>({
    zh: ({ slot, month, covered, hint }) => ({
      message: `附件 ${slot} 应为 ${monthName(month)}的；所附文件注明的是 ${covered.join('、')}`,
      hint: hint ?? `换成 ${monthName(month)}的文件，并注明“所属年度: ${month}”；月份写错则改正。`,
    }),
    en: ({ slot, month, covered, hint }) => ({
      message: `slot ${slot} must be of ${month}; its files are said to cover ${listEn(covered)}`,
      hint:
        hint ?? `Replace it with the file of ${month} and write covers: ${month}, or correct a wrong month in covers.`,
    }),
    samples: [
      { slot: '社保清单', month: '2022-12', covered: ['2022-11'] },
      { slot: '社保清单', month: '2022-12', covered: ['2022'], hint },
    ],
  }),

  'slot-month-unknown': warning<Month & Named & InSlots & InFiles>({
    zh: ({ slot, slots, month, file, files, hint }) => ({
      message:
        files === undefined
          ? `附件 ${slot} 没有注明所属月份，不知是否为 ${monthName(month)}的`
          : `${files.length} 个文件没有注明所属月份，不知是否为 ${monthName(month)}的：${labels(slot, slots)}`,
      hint: plusZh(`打开文件核对后写明月份，例如  {文件: ${file}, 所属年度: ${month}} 。`, hint),
    }),
    en: ({ slot, slots = [slot], month, file, files, hint }) => ({
      message:
        files !== undefined
          ? `${files.length} files do not say their month, which must be ${month}: ${listEn(slots)}`
          : `slot ${slot} does not say the month of its file, which must be ${month}`,
      hint: plusEn(`Look into the file, then write its month:  {file: ${file}, covers: ${month}}`, hint),
    }),
    mend: ({ file, named }, around) => covering(file, named, around),
    samples: [
      { slot: '社保清单', month: '2022-12', file },
      { slot: '社保清单', month: '2022-12', file: '附件/202212.pdf', named: '2022-12' },
      { slot: '社保清单', month: '2022-12', file, hint },
      { slot, slots, month: '2022-12', file, files },
    ],
  }),

  /** `expected` are the kinds asked for; none when only `kind` is refused. */
  'slot-kind-wrong': other<Kinds & InFiles & { readonly kind: string }>({
    zh: ({ slot, kind, expected, hint, ...about }) => ({
      message:
        expected.length === 0
          ? `附件 ${slot} 不能用${kindName(kind)}代替：${namedZh(about)}`
          : `附件 ${slot} 应为${expected.map(kindName).join('或')}，${subjectZh(about)}注明的是${kindName(kind)}`,
      hint: hint ?? '换成所要求的文件；文件没错则改正“材料种类”。',
    }),
    en: ({ slot, kind, expected, hint, ...about }) => ({
      message:
        expected.length === 0
          ? `slot ${slot} must not hold ${kindEn(kind)}: ${namedEn(about)}`
          : `slot ${slot} must hold ${expected.map(kindEn).join(' or ')}; ${namedEn(about)} ${verbEn(about, 'is', 'are')} said to be ${kindEn(kind)}`,
      hint: hint ?? 'Replace it with what is asked for; if the file is right, correct its kind.',
    }),
    samples: [
      { file, slot: '审计报告', expected: ['audit'], refused: [], kind: 'statements' },
      { file, slot: '审计报告', expected: [], refused: ['statements'], kind: 'statements', hint },
      { file, files, slot: '审计报告', expected: ['audit'], refused: [], kind: 'statements' },
    ],
  }),

  'slot-kind-unknown': warning<Kinds & InSlots & InFiles & { readonly written?: string }>({
    zh: ({ slot, slots, file, files, expected, refused, hint, written }) => ({
      message:
        files !== undefined
          ? `${files.length} 个文件没有注明是什么文件：${labels(slot, slots)}`
          : `附件 ${slot} ${written === undefined ? '没有注明' : `注明的“${written}”看不出`} ${file} 是什么文件${expected.length > 0 ? `（应为${expected.map(kindName).join('或')}）` : `（不能是${refused.map(kindName).join('、')}）`}`,
      hint: plusZh(`打开文件核对后写明，例如  {文件: ${file}, 材料种类: ${kindName(expected[0] ?? '…')}} 。`, hint),
    }),
    en: ({ slot, slots = [slot], file, files, expected, refused, hint, written }) => ({
      message:
        files !== undefined
          ? `${files.length} files do not say what they are: ${listEn(slots)}`
          : `slot ${slot}: ${written === undefined ? 'nothing' : `“${written}” does not say`} ${written === undefined ? 'says ' : ''}what ${file} is (${expected.length > 0 ? `it must be ${expected.map(kindEn).join(' or ')}` : `it must not be ${refused.map(kindEn).join(' or ')}`})`,
      hint: plusEn(`Look into the file, then say so:  {file: ${file}, kind: ${expected[0] ?? '…'}}`, hint),
    }),
    samples: [
      { file, slot: '审计报告', expected: ['audit'], refused: [] },
      { file, slot: '审计报告', expected: [], refused: ['statements'], hint },
      { file, slot: '审计报告', expected: [], refused: ['statements'], written: '报告' },
      { file, files, slot, slots, expected: ['audit'], refused: [] },
    ],
  }),
};
