// What the command line says around its documents, in Chinese.
import { systemFault } from '../../findings/system-fault.ts';
import type { CliWords } from '../cli.ts';
import type { Apart } from '../packed.ts';
import { megabytes } from '../sizes.ts';
import { commandWords } from './commands.ts';
import { namesWords } from './names.ts';

const near = (name: string | undefined): string => (name === undefined ? '' : `；是否指 ${name}`);

const apart: Readonly<Record<Apart, string>> = {
  type: '它不是 PDF、JPG 或 PNG。在 Office 或 WPS 里另存为 PDF，再生成',
  protected: '它设有密码或限制。请出具单位提供没有限制的 PDF，或打印后重新扫描',
  unreadable: '它读不完整。重新导出或扫描，再生成',
  'too many pixels': '它的像素太多。缩小后再生成',
};

export const cliWords: CliWords = {
  program: '检查专精特新、小巨人申报材料，并生成报送材料包。全程离线。',
  examples: `例如：
  zjtx validate 材料/示例精密          检查一份材料，逐条说明问题、依据和改法
  zjtx validate 材料                   检查文件夹里的每一份 dossier.yaml
  zjtx build 材料/示例精密 -o 输出     可提交时生成材料包（zip）
  zjtx verify 输出/*.zip               离线核对材料包是否完整、未改动

退出码：0 状态都好于 --fail-on；1 有达到的；130 被中断（129、143 同）；
        2 不能运行（用法、找不到材料、定义有误、不能写入）`,
  ...namesWords,
  headings: { usage: '用法：', arguments: '参数：', options: '选项：', commands: '命令：' },
  help: '显示帮助',
  version: '显示版本',
  error: '错误',
  fix: '修正',
  usage: {
    unknownOption: (name, close) => `没有选项 ${name}${near(close)}`,
    unknownCommand: (name, close) => `没有命令 ${name}${near(close)}`,
    missingArgument: (name) => `缺少参数 ${name}`,
    missingValue: (option) => `选项 ${option} 缺少值`,
    missingOption: (option) => `缺少选项 ${option}`,
    oneDossier: (count) => `这里要写一份材料，所写的路径下有 ${count} 份`,
    noStdin: '材料要改写，不能从标准输入读',
    badValue: (option, value, allowed) => `选项 ${option} 的值 ${value} 不对，可用：${allowed}`,
    tooMany: '参数过多',
    twoSides: (count) => `要比较的材料或材料包应当是两份，现在是 ${count} 份`,
    twoCategories: (count) => `要比较的类别应当是两个，现在是 ${count} 个`,
    twoToStdout: '两种格式不能都写到标准输出；其中一种写成 格式=文件',
    noWatch: '--watch 不能用于标准输入',
    noRedactSheet: '--redact 不能用于 sheet：工作簿里就是材料本身',
    noRedact: '--redact 不能用于生成材料包和申请表：里面就是材料本身',
    seeHelp: (command) => `用法见 ${command} --help`,
  },
  internal: '程序内部错误，这不是材料的问题。请把下面的文字连同所用命令报告给维护者：',
  interrupted: (done, all) => `已中断：完成 ${done}/${all} 份，没有留下写了一半的文件`,
  checking: (at, all, name) => `检查 ${at}/${all}  ${name}`,
  done: (done, all, left) => `已检查 ${done}/${all} 份${left === undefined ? '' : `，约剩 ${left} 秒`}`,
  took: (seconds) => `用时 ${seconds} 秒`,
  watching: { waiting: '等待改动，按 Ctrl-C 结束', again: (path) => `\n${path} 有改动，重新检查` },
  replaced: (first, second) =>
    `${second} 的材料包替换了 ${first} 的：两份材料的企业和类别相同。各用一个 --output 文件夹。`,
  altered: (category) => `类别 ${category} 不是随 zjtx 发布的那一份，已被另外指定的定义改动，这里的结果不作数`,
  waiverUnused: (code, at) => `${at} 对 ${code} 的豁免没有用上，可以删去`,
  failedFast: (left) => `已停止（--fail-fast）：其余 ${left} 份没有检查`,
  packing: (percent, name) => `打包 ${percent}%  ${name}`,
  built: '已生成',
  unchanged: '未变，保留原包',
  draftBuilt: '已生成草稿',
  unsettledBuilt: '已生成，盖“待核实”',
  counts: (errors, warnings, undecided, unknown) =>
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
    slots: (merged, all) => `${all} 类中合并 ${merged} 类`,
    single: (slots) => `${slots} 类只有一个 PDF，不另合并：上传 data/附件 里的原文件`,
    over: (slot, bytes, limit) =>
      `${slot}：合并后 ${megabytes(bytes)}，超过 ${megabytes(limit)} 的上限 ${megabytes(bytes - limit)}，没有放入 data/合并。用较低的分辨率重新扫描，再生成`,
    unproved: (slot) => `${slot}：合并后的 PDF 读回时不对，没有放入 data/合并。请用其他软件合并`,
    apart: (slot, source, why) => `${slot}：${source} 没有并入，${apart[why]}`,
    signed: (slot, source) => `${slot}：${source} 带电子签名，在合并件里签名不再有效；要验签的，上传原文件`,
  },
  pages: (count) => `${count} 页`,
  files: (count) => `${count} 件`,
  slots: (filled, all) => (filled === all ? `${all} 类齐` : `${filled}/${all} 类`),
  readBack: '文字已回读，与所绘一致',
  verbatim: '原样',
  size: '大小',
  proof: '核对',
  proven: (files) => `已读回，${files} 个文件的摘要全部一致`,
  next: {
    label: '下一步',
    print: '打印 申请表.pdf，按“附四 人工核对清单”逐项打勾；上传用的文件在 data/附件。',
    verify: '收到的人可离线核对：',
  },
  signed: (path, key, skipped) => `${skipped ? '签名未变' : '已签名'}：${path}（密钥 ${key}）`,
  keyPassword: (path) => `私钥 ${path} 的密码：`,
  guided: '在浏览器里打开，照着填',
  unfolded: (path, skipped) => (skipped ? `文件夹未变：${path}` : `已展开到文件夹 ${path}`),
  preview: {
    written: (path, pages) => `已写入 ${path}（${pages} 页）`,
    state: (state, errors, warnings) =>
      `材料${state}：错误 ${errors} 项，警告 ${warnings} 项；逐条说明用 zjtx validate 查看`,
    unreadable: (file) => `${file} 读不出，没有生成申请表；原因用 zjtx validate 查看`,
    taken: (path) => `${path} 已存在，不是以前的预览，没有覆盖`,
    takenFix: '用 -o 换一个文件名，或加 --force 覆盖。',
    unwritable: (path, code) => `不能写入 ${path}（${systemFault(code).zh}）`,
    unwritableFix: '核对文件夹是否存在、是否可写；文件正在别的程序里打开时，先关闭它。',
  },
  refusedState: (state) => `没有生成：材料${state}`,
  refusedFix: {
    errors: '改正后再运行；只想看样子，可用 --draft 生成草稿。',
    incomplete: '补齐缺少的内容和附件后再运行；只想看样子，可用 --draft 生成草稿。',
    unsettled: '核实后再运行；要先给别人看，可用 --unsettled 生成盖“待核实”的材料包。',
    submittable: '用 zjtx build 生成。',
    ready: '用 zjtx build 生成。',
  },
  list: {
    id: '编号',
    title: '名称',
    standing: '依据、适用日期',
    season: (from, until) => `适用 ${from} 至 ${until}`,
    followed: (by) => `后续 ${by}`,
  },
  summary: {
    glyph: (character, field) => `申请表字体没有字符 ${character}（${field}）`,
    glyphFix: '换用规范字；确为人名、地名用字时，在 zjtx.config.yaml 的 fonts 中写上有这个字的字体文件（.ttf）。',
    font: (path, why) =>
      `不能使用字体 ${path}：${typeof why === 'object' ? `文件读不出（${systemFault(why.code).zh}）` : { kind: '不是单个 TrueType 字体（.ttf）', licence: '其许可不允许嵌入 PDF' }[why]}`,
    fontFix: '改正 zjtx.config.yaml 的 fonts（verify 是 --fonts），或换一个字体文件。',
    proof: (field, text) => `申请表回读与所绘不一致（${field}）：${text}`,
    proofFix: '材料包没有生成。请把这份材料报告给维护者。',
  },
  ...commandWords,
};
