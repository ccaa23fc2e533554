// What `build` and `preview` say: what was built or refused, its parts, what comes next; and which signs the form cannot draw.
import { megabytes } from '../findings/several.ts';
import type { State } from '../findings/states.ts';
import { systemFault } from '../findings/system-fault.ts';
import { type Said, some, speak } from './speak.ts';

const apartZh = {
  type: '它不是 PDF、JPG 或 PNG。在 Office 或 WPS 里另存为 PDF，再生成',
  protected: '它设有密码或限制。请出具单位提供没有限制的 PDF，或打印后重新扫描',
  unreadable: '它读不完整。重新导出或扫描，再生成',
  'too many pixels': '它的像素太多。缩小后再生成',
  changed: '合并后有的页与原件显示得不同。“打印为 PDF”另存一份再生成',
};

/** Why a file is not in the merged PDF of its slot. */
export type Apart = keyof typeof apartZh;

const paperZh = { ...apartZh, size: '前面的附件已达一册的上限。打印后另册装订' };

/** Why a file is not in the paper set. */
type PaperApart = keyof typeof paperZh;

const zh = {
  built: '已生成',
  unchanged: '未变，保留原包',
  inAll: (count: number, size: string) => `共 ${count} 个材料包，${size}`,
  draftBuilt: '已生成草稿',
  /** Complete, and stamped as unsettled. */
  unsettledBuilt: '已生成，盖“待核实”',
  counts: (errors: number, warnings: number, undecided: number, unknown: number) =>
    `错误 ${errors}  警告 ${warnings}  待定 ${undecided}  未核对 ${unknown}`,
  rows: {
    form: '申请表',
    attachments: '附件',
    annex: '产品附证',
    dossier: '申报数据',
    assessment: '检查结果',
    guide: '填报指引',
  },
  merged: {
    row: '合并件',
    /** Slots of which a merged PDF was made, of those with files. */
    slots: (merged: number, all: number) => `${all} 类中合并 ${merged} 类`,
    /** Slots with one PDF, which is uploaded as it is. */
    single: (slots: number) => `${slots} 类只有一个 PDF，不另合并：上传 data/附件 里的原文件`,
    over: (slot: string, bytes: number, limit: number) =>
      `${slot}：合并后 ${megabytes(bytes)}，超过 ${megabytes(limit)} 的上限 ${megabytes(bytes - limit)}，没有放入 data/合并。用较低的分辨率重新扫描，再生成`,
    unproved: (slot: string) => `${slot}：合并后的 PDF 读回时不对，没有放入 data/合并。请用其他软件合并`,
    apart: (slot: string, source: string, why: Apart) => `${slot}：${source} 没有并入，${apartZh[why]}`,
    signed: (slot: string, source: string) =>
      `${slot}：${source} 带电子签名，在合并件里签名不再有效；要验签的，上传原文件`,
  },
  paper: {
    row: '报送件',
    /** Made to be printed on both sides of a sheet, or on one. */
    sides: { both: '双面打印装订', single: '单面打印装订' },
    apart: (source: string, why: PaperApart) => `报送件：${source} 没有编入，${paperZh[why]}`,
  },
  pages: (count: number) => `${count} 页`,
  files: (count: number) => `${count} 件`,
  slots: (filled: number, all: number) => (filled === all ? `${all} 类齐` : `${filled}/${all} 类`),
  readBack: '文字已回读，与所绘一致',
  verbatim: '原样',
  size: '大小',
  proof: '核对',
  proven: (files: number) => `已读回，${files} 个文件的校验和（CRC-32）全部一致`,
  next: {
    label: '下一步',
    print: '打印 申请表.pdf，按“附四 人工核对清单”逐项打勾；上传用的文件在 data/附件。',
    verify: '收到的人可离线核对：',
  },
  signed: (path: string, key: string, skipped: boolean) => `${skipped ? '签名未变' : '已签名'}：${path}（密钥 ${key}）`,
  /** Asks for the password of a key. */
  keyPassword: (path: string) => `私钥 ${path} 的密码：`,
  /** What the guide is for. */
  guided: '在浏览器里打开，照着填',
  /** The same tree unzipped. */
  unfolded: (path: string, skipped: boolean) => (skipped ? `文件夹未变：${path}` : `已展开到文件夹 ${path}`),
  refusedState: (state: string) => `没有生成：材料${state}`,
  refusedFix: {
    errors: '改正后再运行；只想看样子，可用 --draft 生成草稿。',
    incomplete: '补齐缺少的内容和附件后再运行；只想看样子，可用 --draft 生成草稿。',
    unsettled: '核实后再运行；可用 --unsettled 先生成盖“待核实”的材料包。',
    submittable: '用 zjtx build 生成。',
    ready: '用 zjtx build 生成。',
  } satisfies Record<State, string>,
};

const apartEn: Readonly<Record<Apart, string>> = {
  type: 'it is not a PDF, JPG or PNG. Save it as PDF from Office or WPS and build again',
  protected: 'it has a password or restrictions. Ask for a PDF without them, or print and scan it',
  unreadable: 'it cannot be read in full. Export or scan it again and build again',
  'too many pixels': 'it has too many pixels. Scale it down and build again',
  changed: 'some of its pages look different in the merged PDF. Print it to PDF and build again',
};

const paperEn: Readonly<Record<PaperApart, string>> = {
  ...apartEn,
  size: 'the files before it fill one volume already. Print it and bind it separately',
};

const en: Said<typeof zh> = {
  built: 'built',
  unchanged: 'unchanged, kept',
  inAll: (count, size) => `${some(count, 'bundle')}, ${size}`,
  draftBuilt: 'draft built',
  unsettledBuilt: 'built, stamped unsettled',
  counts: (errors, warnings, undecided, unknown) =>
    `${some(errors, 'error')}  ${some(warnings, 'warning')}  ${undecided} undecided  ${unknown} not checked`,
  rows: {
    form: 'form',
    attachments: 'attachments',
    annex: 'product annexes',
    dossier: 'dossier',
    assessment: 'assessment',
    guide: 'guide',
  },
  merged: {
    row: 'merged',
    slots: (merged, all) => `${merged} of ${some(all, 'slot')} merged`,
    single: (slots) => `${some(slots, 'slot')} with a single PDF, not merged: upload the original file from data/附件`,
    over: (slot, bytes, limit) =>
      `${slot}: the merged PDF is ${megabytes(bytes)}, ${megabytes(bytes - limit)} above the limit of ${megabytes(limit)}, and was left out of data/合并. Scan again at a lower resolution and build again`,
    unproved: (slot) =>
      `${slot}: the merged PDF did not read back right and was left out of data/合并. Merge the files with another program`,
    apart: (slot, source, why) => `${slot}: ${source} is not in the merged PDF: ${apartEn[why]}`,
    signed: (slot, source) =>
      `${slot}: the electronic signature of ${source} is no longer valid in the merged PDF; upload the original file where it is checked`,
  },
  paper: {
    row: 'paper set',
    sides: { both: 'to be printed on both sides and bound', single: 'to be printed on one side and bound' },
    apart: (source, why) => `paper set: ${source} is not in it: ${paperEn[why]}`,
  },
  pages: (count) => some(count, 'page'),
  files: (count) => some(count, 'file'),
  slots: (filled, all) => `${filled} of ${all} slots`,
  readBack: 'text read back, the same as drawn',
  verbatim: 'verbatim',
  size: 'size',
  proof: 'proof',
  proven: (files) =>
    `read back, the checksums (CRC-32) of ${files === 1 ? 'its one file' : `all ${files} files`} agree`,
  next: {
    label: 'Next',
    print:
      'Print 申请表.pdf and tick the points of its checklist (附四 人工核对清单) one by one; the files to upload are in data/附件.',
    verify: 'Whoever receives it can check it offline:',
  },
  signed: (path, key, skipped) => `${skipped ? 'signature unchanged' : 'signed'}: ${path} (key ${key})`,
  keyPassword: (path) => `Password of the key ${path}: `,
  guided: 'open it in a browser while filling in the portal',
  unfolded: (path, skipped) => (skipped ? `folder unchanged: ${path}` : `unpacked into the folder ${path}`),
  refusedState: (state) => `not built: the state of the dossier is ${state}`,
  refusedFix: {
    errors: 'Correct them and run again; --draft builds a marked draft to look at.',
    incomplete: 'Add what is missing and run again; --draft builds a marked draft to look at.',
    unsettled: 'Settle what is open and run again; --unsettled builds a bundle stamped unsettled.',
    submittable: 'Run zjtx build.',
    ready: 'Run zjtx build.',
  },
};

export type BuildWords = typeof en;

export const buildWords = speak({ zh, en });

/** Why the form of a dossier cannot be drawn. */
const summaryZh = {
  glyph: (character: string, field: string) => `申请表字体没有“${character}”这个字（${field}）`,
  glyphFix: '换用规范字；确为人名、地名用字时，在 zjtx.config.yaml 的 fonts 中写上有这个字的字体文件（.ttf）。',
  /** A font of the configuration that cannot be used, with why. */
  /** `why` is the code of the system when the file cannot be read. */
  font: (path: string, why: 'kind' | 'licence' | { readonly code: string }) =>
    `不能使用字体 ${path}：${typeof why === 'object' ? `文件读不出（${systemFault(why.code).zh}）` : { kind: '不是单个 TrueType 字体（.ttf）', licence: '其许可不允许嵌入 PDF' }[why]}`,
  fontFix: '改正 zjtx.config.yaml 的 fonts（verify 是 --fonts），或换一个字体文件。',
  proof: (field: string, text: string) => `申请表回读与所绘不一致（${field}）：${text}`,
  proofFix: '材料包没有生成。请把这份材料报告给维护者。',
};

const summaryEn: Said<typeof summaryZh> = {
  glyph: (character, field) => `the font of the form lacks the character ${character} (${field})`,
  glyphFix:
    'Use the standard character; for a rare character of a name, give a font file (.ttf) that has it under fonts in zjtx.config.yaml.',
  font: (path, why) =>
    `the font ${path} cannot be used: ${typeof why === 'object' ? `the file cannot be read (${systemFault(why.code).en})` : { kind: 'it is not a single TrueType font (.ttf)', licence: 'its licence forbids embedding in a PDF' }[why]}`,
  fontFix: 'Correct fonts in zjtx.config.yaml (for verify: --fonts), or name another font file.',
  proof: (field, text) => `the form read back differs from what was drawn (${field}): ${text}`,
  proofFix: 'No bundle was written. Please report this dossier to the maintainers.',
};

export const summaryWords = speak({ zh: summaryZh, en: summaryEn });

/** What `zjtx build --preview` says of the form that it draws. */
const previewZh = {
  written: (path: string, pages: number) => `已写入 ${path}（${pages} 页）`,
  /** How the dossier stands, where its summary is not formal. */
  state: (state: string, errors: number, warnings: number) =>
    `材料${state}：错误 ${errors} 项，警告 ${warnings} 项；逐条说明用 zjtx validate 查看`,
  unreadable: (file: string) => `${file} 读不出，没有生成申请表；原因用 zjtx validate 查看`,
  taken: (path: string) => `${path} 已存在，不是以前的预览，没有覆盖`,
  takenFix: '用 -o 换一个文件名，或加 --force 覆盖。',
};

const previewEn: Said<typeof previewZh> = {
  written: (path, pages) => `written: ${path} (${some(pages, 'page')})`,
  state: (state, errors, warnings) =>
    `the state of the dossier is ${state}: ${some(errors, 'error')}, ${some(warnings, 'warning')}; zjtx validate explains each`,
  unreadable: (file) => `${file} cannot be read, no form was drawn; zjtx validate tells why`,
  taken: (path) => `${path} exists, is not an earlier preview and was not overwritten`,
  takenFix: 'Choose another file with -o, or add --force.',
};

export const previewWords = speak({ zh: previewZh, en: previewEn });
